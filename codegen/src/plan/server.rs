//! `Server`: a base URL as a constant, and as a type where parts of it are the caller's to say.

use super::docs::{self, Docs};
use crate::api::{self, Api, ServerPart};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::reserved::{self, Space};
use crate::names::{Name, Scope, spelling};

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
pub fn plan(api: &Api, diagnostics: &mut Diagnostics) -> Vec<Server> {
    let mut constants = Scope::of_values();
    let mut types = Scope::default();
    let mut servers = Vec::new();
    for server in &api.servers {
        let wanted = if servers.is_empty() { "default" } else { wanted(server, api) };
        let words = server.description.as_deref().map(Docs::text).unwrap_or_default();
        let name = constants.claim(spelling::constant(wanted), &server.template, server.at, diagnostics);
        servers.push(Server {
            docs: words.clone().then(Docs::sentence(place(&server.url))),
            choice: choice(server, &name, words, &mut types, diagnostics),
            name,
            url: address(&server.url),
        });
    }
    if servers.is_empty() {
        diagnostics.report(api.at, Problem::NoServer);
        let docs = Docs::sentence("The description names no server; give the base URL to the client's builder.");
        servers.push(Server { docs, name: Name::literal("DEFAULT"), url: address(""), choice: None });
    }
    servers
}

/// What a server's constant is named after: its name, or the first line of its description unless another has the same, or
/// its URL.
fn wanted<'a>(server: &'a api::Server, api: &Api) -> &'a str {
    if let Some(name) = &server.name {
        return name;
    }
    let title = server.description.as_deref().and_then(|description| description.lines().next());
    let is_unique = api.servers.iter().filter(|other| other.description == server.description).count() == 1;
    title.filter(|title| is_unique && !title.trim().is_empty()).unwrap_or(&server.template)
}

/// Where an operation is served, if that is not where the document's default server is.
pub fn of_operation(operation: &api::Operation, api: &Api) -> Option<String> {
    let server = operation.servers.first()?;
    let is_default = api.servers.first().is_some_and(|default| default.url == server.url);
    (!is_default).then(|| address(&server.url))
}

/// The servers of an operation in words, where the caller can choose: there are several, or a part of one is the caller's.
pub fn choice_of_operation(operation: &api::Operation, api: &Api) -> Option<Docs> {
    let [first, ..] = operation.servers.as_slice() else { return None };
    let is_choice = operation.servers.len() > 1 || !first.variables().is_empty();
    let urls = |servers: &[api::Server]| servers.iter().map(|server| server.template.clone()).collect::<Vec<_>>();
    if !is_choice || urls(&operation.servers) == urls(&api.servers) {
        return None;
    }
    let line = |server: &api::Server| {
        let words = server.description.as_deref().map(Docs::text).unwrap_or_default();
        let words = words.0.first().map(|words| format!(": {words}")).unwrap_or_default();
        format!("- {}{words}", docs::code(&server.template))
    };
    let sentence = format!(
        "The server that the request goes to; {} unless it is set. The description names:",
        docs::code(&address(&first.url))
    );
    Some(Docs::sentence(sentence).then(Docs(operation.servers.iter().map(line).collect())))
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

fn choice(
    server: &api::Server,
    constant: &Name,
    words: Docs,
    types: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Option<ServerChoice> {
    let is_relative = server.is_relative();
    let variables = server.variables();
    if !is_relative && variables.is_empty() {
        return None;
    }
    let words_of_name = constant.as_str().trim_end_matches("_SERVER");
    let name = types.claim(spelling::type_name(&format!("{words_of_name}_SERVER")), &server.template, server.at, diagnostics);
    let mut fields = Scope::default();
    reserved::names(Space::ServerField).for_each(|name| fields.reserve(name));
    let mut planned = Vec::new();
    for variable in &variables {
        let field = fields.claim(spelling::field(&variable.name), &variable.name, server.at, diagnostics);
        planned.push(ServerVariable {
            docs: described(variable),
            values: values(variable, &name, server, types, diagnostics),
            name: field,
        });
    }
    let piece = |part: &ServerPart| match part {
        ServerPart::Literal(text) => ServerPiece::Literal(text.clone()),
        ServerPart::Variable(variable) => {
            let at = variables.iter().position(|earlier| earlier.name == variable.name).unwrap_or_default();
            let name = planned[at].name.clone();
            match planned[at].values {
                Some(_) => ServerPiece::Enumerated(name),
                None => ServerPiece::Text { name, wire_name: variable.name.clone(), default: variable.default.clone() },
            }
        }
    };
    let parts = server.parts.iter().map(piece).collect();
    let docs = words.then(Docs::sentence(format!("Server: {}.", docs::code(&server.template))));
    Some(ServerChoice { docs, name, is_relative, parts, variables: planned })
}

fn described(variable: &api::ServerVariable) -> Docs {
    let words = variable.description.as_deref().map(Docs::text).unwrap_or_default();
    let default = match variable.default.as_str() {
        "" => "Empty unless set.".to_owned(),
        default => format!("{} unless set.", docs::code(default)),
    };
    words.then(Docs::sentence(default)).then(Docs::sentence(format!("Variable: {}.", docs::code(&variable.name))))
}

fn values(
    variable: &api::ServerVariable,
    server_name: &Name,
    server: &api::Server,
    types: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Option<ServerValues> {
    if variable.values.is_empty() {
        return None;
    }
    let mut scope = Scope::default();
    let mut variants: Vec<(Name, String)> = Vec::new();
    for value in &variable.values {
        if !variants.iter().any(|(_, earlier)| earlier == value) {
            variants.push((scope.claim(spelling::variant(value), value, server.at, diagnostics), value.clone()));
        }
    }
    let default = variants.iter().find(|(_, value)| *value == variable.default)?.0.clone();
    let name = types.claim(server_name.with(&variable.name), &variable.name, server.at, diagnostics);
    let docs = Docs::sentence(format!("Values of {} in {}.", docs::code(&variable.name), docs::code(&server.template)));
    Some(ServerValues { docs, name, variants, default })
}
