//! Servers: the constants, and the one that a client calls.

use serde_yaml::Value;

use super::name::snake;
use super::object::Object;
use crate::reader::Facts;
use crate::reader::docs::words;

/// What the description says of its servers.
pub(crate) fn facts(servers: &[Value], facts: &mut Facts) {
    facts.say("the server that a client calls", "servers::DEFAULT");
    let mut order = Vec::new();
    for (index, server) in servers.iter().enumerate() {
        let mut server = Object::open("a server", server);
        let (url, description) = (server.text("url").trim_end_matches('/'), server.text("description"));
        let wanted = if description.is_empty() { url } else { description.lines().next().unwrap_or_default() };
        let name = if index == 0 { "DEFAULT".to_owned() } else { snake(wanted).to_uppercase() };
        facts.say(format!("server `{name}`"), url);
        facts.say(format!("server `{name}`: words"), words(description));
        facts.say(format!("server `{name}`: origin"), format!("Server: `{url}`."));
        server.close(facts);
        order.push(name);
    }
    facts.say("the servers in order", order.join(", "));
}
