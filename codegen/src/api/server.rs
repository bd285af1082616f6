//! `Server`: a base URL, its variables at their defaults.

use super::reference::Resolver;
use crate::diagnostic::Problem;
use crate::document;
use crate::node::Origin;

/// A base URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Where it was written.
    pub at: Origin,
    /// The URL, without a trailing slash.
    pub url: String,
    /// What is served there.
    pub description: Option<String>,
}

/// Puts the defaults into the variables of each server.
pub fn resolve(servers: Vec<document::Server>, resolver: &mut Resolver<'_>) -> Vec<Server> {
    servers.into_iter().filter_map(|server| resolve_one(server, resolver)).collect()
}

fn resolve_one(server: document::Server, resolver: &mut Resolver<'_>) -> Option<Server> {
    let mut url = server.url.clone();
    for (name, variable) in &server.variables {
        url = url.replace(&format!("{{{name}}}"), &variable.default);
    }
    let absolute = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
    if !absolute || url.contains(['?', '#', '{', '}', ' ', '\\']) {
        resolver.report(server.url_at, Problem::UnusableServer { url });
        return None;
    }
    let url = url.trim_end_matches('/').to_owned();
    Some(Server { at: server.at, url, description: server.description })
}
