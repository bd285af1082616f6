//! `Server`: a base URL as a constant.

use super::docs::{self, Docs};
use super::name::{self, Name, Scope};
use crate::api::Api;
use crate::diagnostic::{Diagnostics, Problem};

/// A base URL as a constant of `servers.rs`:
///
/// ```text
/// pub const DEFAULT: &str = "https://api.example.com/v1";
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Docs of the constant.
    pub docs: Docs,
    /// `DEFAULT` for the first server.
    pub name: Name,
    /// The URL without a trailing slash.
    pub url: String,
}

/// Decides the constants. Without a usable server the default is this machine, as the specification has it be the place
/// that serves the description.
pub fn plan(api: &Api, diagnostics: &mut Diagnostics) -> Vec<Server> {
    let mut scope = Scope::of_values();
    let mut servers = Vec::new();
    for server in &api.servers {
        let wanted = match (servers.is_empty(), &server.description) {
            (true, _) => "default",
            (false, Some(description)) => description.lines().next().unwrap_or_default(),
            (false, None) => &server.url,
        };
        let words = server.description.as_deref().map(Docs::text).unwrap_or_default();
        servers.push(Server {
            docs: words.then(Docs::sentence(format!("Server: {}.", docs::code(&server.url)))),
            name: scope.claim(name::constant(wanted), &server.url, server.at, diagnostics),
            url: server.url.clone(),
        });
    }
    if servers.is_empty() {
        diagnostics.report(api.at, Problem::NoServer);
        let docs = Docs::sentence("The description names no server; give the base URL to the client's builder.");
        servers.push(Server { docs, name: Name::literal("DEFAULT"), url: "http://localhost".to_owned() });
    }
    servers
}
