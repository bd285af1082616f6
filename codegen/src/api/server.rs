//! `Server`: a base URL, its variables and their defaults.

use super::reference::Resolver;
use crate::diagnostic::Problem;
use crate::document;
use crate::node::Origin;

/// A base URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Where it was written.
    pub at: Origin,
    /// The URL with the variables at their defaults, without a trailing slash; only a path where the description leaves open
    /// on which host it is.
    pub url: String,
    /// The URL as the description writes it.
    pub template: String,
    /// What the URL is made of, without a trailing slash.
    pub parts: Vec<ServerPart>,
    /// What is served there.
    pub description: Option<String>,
    /// `name` (3.2) or that of `x-clientsmith`.
    pub name: Option<String>,
}

/// A part of a server's URL.
#[derive(Clone, Debug, PartialEq)]
pub enum ServerPart {
    /// Text.
    Literal(String),
    /// A variable.
    Variable(ServerVariable),
}

/// A variable of a server's URL.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// Its name.
    pub name: String,
    /// The value to use unless the caller gives another.
    pub default: String,
    /// The values it can take, each once, the default among them; empty if they are not known.
    pub values: Vec<String>,
    /// What it means.
    pub description: Option<String>,
}

impl Server {
    /// Whether the description leaves open on which host it is.
    pub fn is_relative(&self) -> bool {
        is_relative(&self.url)
    }

    /// Whether a part of the URL is the caller's to choose.
    pub fn has_choice(&self) -> bool {
        self.is_relative() || !self.variables().is_empty()
    }

    /// The variables, each once, in the order of the URL.
    pub fn variables(&self) -> Vec<&ServerVariable> {
        let mut variables: Vec<&ServerVariable> = Vec::new();
        for part in &self.parts {
            if let ServerPart::Variable(variable) = part
                && !variables.iter().any(|earlier| earlier.name == variable.name)
            {
                variables.push(variable);
            }
        }
        variables
    }
}

/// Resolves each server; one whose URL cannot be used is reported. The first one is the default, but where its address is offered
/// with `https`, too, that goes first.
pub fn resolve(servers: Vec<document::Server>, resolver: &mut Resolver<'_>) -> Vec<Server> {
    let mut servers: Vec<Server> = servers.into_iter().filter_map(|server| resolve_one(server, resolver)).collect();
    let plain = servers.first().and_then(|first| address(&first.template, "http://", ":80"));
    let secure = plain.and_then(|plain| {
        servers.iter().position(|server| address(&server.template, "https://", ":443").is_some_and(|secure| secure == plain))
    });
    if let Some(place) = secure {
        servers[..=place].rotate_right(1);
    }
    servers
}

/// Host and path of a URL with this scheme; the scheme's own port is left out.
fn address<'a>(url: &'a str, scheme: &str, port: &str) -> Option<(&'a str, &'a str)> {
    let address = url.strip_prefix(scheme)?;
    let (host, path) = address.split_at(address.find('/').unwrap_or(address.len()));
    Some((host.strip_suffix(port).unwrap_or(host), path.trim_end_matches('/')))
}

fn resolve_one(server: document::Server, resolver: &mut Resolver<'_>) -> Option<Server> {
    let mut parts = parts(&server);
    if let Some(ServerPart::Literal(last)) = parts.last_mut() {
        last.truncate(last.trim_end_matches('/').len());
    }
    parts.retain(|part| *part != ServerPart::Literal(String::new()));
    let text = |part: &ServerPart| match part {
        ServerPart::Literal(text) => text.clone(),
        ServerPart::Variable(variable) => variable.default.clone(),
    };
    let url: String = parts.iter().map(text).collect();
    let url = url.trim_end_matches('/').to_owned();
    let is_absolute = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
    let is_sound = !url.contains(['?', '#', '{', '}', ' ', '\\']) && !url.contains(char::is_control);
    if !is_sound || !(is_absolute || is_relative(&url)) {
        resolver.report(server.url_at, Problem::UnusableServer { url });
        return None;
    }
    for (name, variable) in &server.variables {
        if !variable.values.is_empty() && !variable.values.contains(&variable.default) {
            resolver.report(variable.at, Problem::UnlistedDefault { name: name.clone(), default: variable.default.clone() });
        }
    }
    let name = server.rust_name.or(server.name);
    Some(Server { at: server.at, url, template: server.url, parts, description: server.description, name })
}

/// Whether a URL without a trailing slash is only a path from a host's root.
fn is_relative(url: &str) -> bool {
    url.is_empty()
        || url.starts_with('/') && !url.starts_with("//") && !url.split('/').any(|segment| matches!(segment, "." | ".."))
}

/// Takes a URL apart; braces around a name that is no variable are text.
fn parts(server: &document::Server) -> Vec<ServerPart> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = server.url.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        literal.push_str(before);
        let variable = after.split_once('}').and_then(|(name, after)| Some((name, server.variables.get(name)?, after)));
        let Some((name, variable, after)) = variable else {
            literal.push('{');
            rest = after;
            continue;
        };
        parts.push(ServerPart::Literal(std::mem::take(&mut literal)));
        parts.push(ServerPart::Variable(resolved(name, variable)));
        rest = after;
    }
    literal.push_str(rest);
    parts.push(ServerPart::Literal(literal));
    parts
}

fn resolved(name: &str, variable: &document::ServerVariable) -> ServerVariable {
    let mut values: Vec<String> = Vec::new();
    for value in &variable.values {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    if !values.is_empty() && !values.contains(&variable.default) {
        values.insert(0, variable.default.clone());
    }
    let (default, description) = (variable.default.clone(), variable.description.clone());
    ServerVariable { name: name.to_owned(), default, values, description }
}
