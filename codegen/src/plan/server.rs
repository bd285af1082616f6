//! `Server`: a base URL as a constant, and as a type where parts of it are the caller's to say.

use super::docs::{self, Docs};
use super::inputs::PlanInputs;
use crate::api::{self, Api, ServerPart};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{Claim, Name, ServerChoiceNames, ServerNames, VariableNames};
use crate::node::Origin;
use crate::record::Key;

/// A base URL as a constant of `servers.rs`:
///
/// ```text
/// pub const DEFAULT: &str = "https://api.example.com/v1";
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Where it comes from.
    pub key: Key,
    /// Where it was written.
    pub at: Origin,
    /// Docs of the constant.
    pub docs: Docs,
    /// `DEFAULT` for the first server.
    pub name: Name,
    /// The URL without a trailing slash, its variables at their defaults.
    pub url: String,
    /// The type, if the caller has something to say.
    pub choice: Option<ServerChoice>,
}

impl Server {
    /// The constant and the types that it has.
    pub fn declared(&self) -> Vec<&Name> {
        let choices = || self.choice.iter();
        let values = choices().flat_map(|choice| &choice.variables).filter_map(|variable| variable.values.as_ref());
        let types = choices().map(|choice| &choice.name).chain(values.map(|values| &values.name));
        [&self.name].into_iter().chain(types).collect()
    }
}

/// A server of which parts are the caller's to say:
///
/// ```text
/// pub struct DefaultServer {
///     region: DefaultServerRegion,
///     port: Option<String>,
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ServerChoice {
    /// Docs of the type.
    pub docs: Docs,
    /// `DefaultServer`.
    pub name: Name,
    /// Whether the caller has to say the host.
    pub is_relative: bool,
    /// What the URL is made of.
    pub parts: Vec<ServerPiece>,
    /// The variables, each with a setter.
    pub variables: Vec<ServerVariable>,
}

/// A piece of a server's URL.
#[derive(Clone, Debug, PartialEq)]
pub enum ServerPiece {
    /// Text.
    Literal(String),
    /// One of some values.
    Enumerated(Name),
    /// A text of the caller's.
    Text {
        /// The field.
        name: Name,
        /// The variable's name, for error messages.
        wire_name: String,
        /// What stands there unless the caller says something else.
        default: String,
    },
}

/// A variable as a field and its setter.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// Docs of the setter.
    pub docs: Docs,
    /// The field and the setter.
    pub name: Name,
    /// What the description calls it.
    pub wire_name: String,
    /// Its values, if the description lists them.
    pub values: Option<ServerValues>,
}

/// The values of a variable, as an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerValues {
    /// Docs of the enum.
    pub docs: Docs,
    /// `DefaultServerRegion`.
    pub name: Name,
    /// The variants and their texts.
    pub variants: Vec<(Name, String)>,
    /// The variant of the default.
    pub default: Name,
}

/// Decides the constants and types. Without a usable server the default is relative, as the specification has it: the place
/// that serves the description.
pub(super) fn plan(inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) -> Vec<Server> {
    let PlanInputs { api, names, .. } = inputs;
    if api.servers.is_empty() {
        diagnostics.report(api.at, Problem::NoServer);
        let docs = Docs::sentence("The description names no server; give the base URL to the client's builder.");
        let (key, name) = (Key::server(""), Name::literal("DEFAULT"));
        return vec![Server { key, at: api.at, docs, name, url: address(""), choice: None }];
    }
    let server = |(server, names): (&api::Server, &ServerNames)| {
        let words = server.description.as_deref().map(Docs::text).unwrap_or_default();
        Server {
            key: names.key.clone(),
            at: server.at,
            docs: words.clone().then(Docs::sentence(place(&server.url))),
            name: names.constant.name.clone(),
            url: address(&server.url),
            choice: names.choice.as_ref().map(|names| choice(server, names, words)),
        }
    };
    api.servers.iter().zip(&names.servers).map(server).collect()
}

/// Where an operation is served, if that is not where the document's default server is.
pub fn of_operation(operation: &api::Operation, api: &Api) -> Option<String> {
    let server = operation.servers.first()?;
    let is_default = api.servers.first().is_some_and(|default| default.url == server.url);
    (!is_default).then(|| address(&server.url))
}

/// The servers that the caller of an operation can choose from, in words.
pub(super) fn choice_of_operation(operation: &api::Operation) -> Docs {
    let line = |server: &api::Server| {
        let words = server.description.as_deref().map(Docs::text).unwrap_or_default();
        let words = words.0.first().map(|words| format!(": {words}")).unwrap_or_default();
        format!("- {}{words}", docs::code(&server.template))
    };
    let first = operation.servers.first().map_or("", |server| &server.url);
    let sentence =
        format!("The server that the request goes to; {} unless it is set. The description names:", docs::code(&address(first)));
    Docs::sentence(sentence).then(Docs(operation.servers.iter().map(line).collect()))
}

/// A URL without a trailing slash, unless that is all of it.
fn address(url: &str) -> String {
    if url.is_empty() { "/".to_owned() } else { url.to_owned() }
}

/// Where a server is.
fn place(url: &str) -> String {
    match url {
        "" => "Server: the host that the client's builder is given.".to_owned(),
        path if path.starts_with('/') => format!("Server: {}, on the host that the client's builder is given.", docs::code(path)),
        url => format!("Server: {}.", docs::code(url)),
    }
}

fn choice(server: &api::Server, names: &ServerChoiceNames, words: Docs) -> ServerChoice {
    let variable = |(variable, names): (&&api::ServerVariable, &VariableNames)| ServerVariable {
        docs: described(variable),
        name: names.field.name.clone(),
        wire_name: variable.name.clone(),
        values: names.values.as_ref().and_then(|(name, variants)| values(variable, server, name, variants)),
    };
    let variables: Vec<ServerVariable> = server.variables().iter().zip(&names.variables).map(variable).collect();
    let piece = |part: &ServerPart| match part {
        ServerPart::Literal(text) => ServerPiece::Literal(text.clone()),
        ServerPart::Variable(variable) => {
            let at = variables.iter().position(|earlier| earlier.wire_name == variable.name).unwrap_or_default();
            let name = variables[at].name.clone();
            match variables[at].values {
                Some(_) => ServerPiece::Enumerated(name),
                None => ServerPiece::Text { name, wire_name: variable.name.clone(), default: variable.default.clone() },
            }
        }
    };
    let parts = server.parts.iter().map(piece).collect();
    let docs = words.then(Docs::sentence(format!("Server: {}.", docs::code(&server.template))));
    ServerChoice { docs, name: names.name.name.clone(), is_relative: server.is_relative(), parts, variables }
}

fn described(variable: &api::ServerVariable) -> Docs {
    let words = variable.description.as_deref().map(Docs::text).unwrap_or_default();
    let default = match variable.default.as_str() {
        "" => "Empty unless set.".to_owned(),
        default => format!("{} unless set.", docs::code(default)),
    };
    words.then(Docs::sentence(default)).then(Docs::sentence(format!("Variable: {}.", docs::code(&variable.name))))
}

fn values(variable: &api::ServerVariable, server: &api::Server, name: &Claim, variants: &[Claim]) -> Option<ServerValues> {
    let variant = |(value, claim): (&String, &Claim)| (claim.name.clone(), value.clone());
    let variants: Vec<(Name, String)> = variable.values.iter().zip(variants).map(variant).collect();
    let default = variants.iter().find(|(_, value)| *value == variable.default)?.0.clone();
    let docs = Docs::sentence(format!("Values of {} in {}.", docs::code(&variable.name), docs::code(&server.template)));
    Some(ServerValues { docs, name: name.name.clone(), variants, default })
}
