//! Servers: the constants, and the one that a client calls.

use serde_yaml::Value;

use super::name::snake;
use super::object::{Object, text};
use crate::reader::Facts;
use crate::reader::docs::words;

/// What the description says of its servers.
pub(crate) fn facts(servers: &[Value], facts: &mut Facts) {
    facts.say("the server that a client calls", "servers::DEFAULT");
    for (index, server) in servers.iter().enumerate() {
        let mut server = Object::open("a server", server);
        let (mut url, description) = (server.text("url").to_owned(), server.text("description"));
        for (name, variable) in server.entries("variables") {
            let mut variable = Object::open("a server's variable", variable);
            let (default, values) = (variable.text("default"), variable.list("enum"));
            if !values.is_empty() && !values.iter().any(|value| text(value) == default) {
                facts.say(format!("the server's variable `{name}`"), "its default is none of its values");
            }
            url = url.replace(&format!("{{{name}}}"), default);
            variable.close(facts);
        }
        let url = url.trim_end_matches('/');
        let wanted = if description.is_empty() { url } else { description.lines().next().unwrap_or_default() };
        let name = if index == 0 { "DEFAULT".to_owned() } else { snake(wanted).to_uppercase() };
        facts.say(format!("server `{name}`"), url);
        facts.say(format!("server `{name}`: words"), words(description));
        facts.say(format!("server `{name}`: origin"), format!("Server: `{url}`."));
        server.close(facts);
    }
}
