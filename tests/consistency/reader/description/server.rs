//! Servers: the constants, and the one that a client calls.

use serde_yaml::Value;

use super::name::snake;
use super::object::Object;
use crate::reader::Facts;
use crate::reader::docs::words;

/// What the description says of its servers.
pub(super) fn facts(servers: &[Value], facts: &mut Facts) {
    facts.say("the server that a client calls", "servers::DEFAULT");
    for (index, server) in servers.iter().enumerate() {
        let mut server = Object::open("a server", server);
        let (url, description) = (server.text("url"), server.text("description"));
        let name = if index == 0 { "DEFAULT".to_owned() } else { snake(description).to_uppercase() };
        facts.say(format!("server `{name}`"), url);
        facts.say(format!("server `{name}`: words"), words(description));
        facts.say(format!("server `{name}`: origin"), format!("Server: `{url}`."));
        server.close(facts);
    }
}
