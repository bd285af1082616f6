//! The names of servers: constants, and types where parts of the URL are the caller's to choose.

use super::claim::{Candidates, Claim};
use super::reserved::Space;
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Api, Server, ServerVariable};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Step};

/// The names of a server.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerNames {
    /// Where it comes from.
    pub key: Key,
    /// The constant.
    pub constant: Claim,
    /// The type and what is inside it, if the caller has something to choose.
    pub choice: Option<ServerChoiceNames>,
}

/// The names of a server's type and of what is inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerChoiceNames {
    /// The type.
    pub name: Claim,
    /// The names of each variable.
    pub variables: Vec<VariableNames>,
}

/// The names of a variable.
#[derive(Clone, Debug, PartialEq)]
pub struct VariableNames {
    /// Where it comes from.
    pub key: Key,
    /// The field and its setter.
    pub field: Claim,
    /// The enum of its values and the variant of each, if the description lists them.
    pub values: Option<(Claim, Vec<Claim>)>,
}

/// Names the servers.
pub(super) fn claim(api: &Api, diagnostics: &mut Diagnostics) -> Vec<ServerNames> {
    let mut constants = Scope::of_values(spelling::constant);
    let mut types = Scope::new(spelling::type_name);
    let mut servers = Vec::new();
    for server in &api.servers {
        let derived = if servers.is_empty() { "default" } else { derived(server, api) };
        let constant = constants.claim(Candidates::of(&server.template, server.at).derived_from(derived), diagnostics);
        let key = Key::server(&server.template);
        let choice = choice(server, &key, &constant.name, &mut types, diagnostics);
        servers.push(ServerNames { key, constant, choice });
    }
    servers
}

/// What a server's constant is named after: its name, or the first line of its description unless another has the same, or its URL.
fn derived<'a>(server: &'a Server, api: &Api) -> &'a str {
    if let Some(name) = &server.name {
        return name;
    }
    let title = server.description.as_deref().and_then(|description| description.lines().next());
    let is_unique = api.servers.iter().filter(|other| other.description == server.description).count() == 1;
    title.filter(|title| is_unique && !title.trim().is_empty()).unwrap_or(&server.template)
}

fn choice(
    server: &Server,
    key: &Key,
    constant: &Name,
    types: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Option<ServerChoiceNames> {
    if !server.has_choice() {
        return None;
    }
    let derived = format!("{}_SERVER", constant.as_str().trim_end_matches("_SERVER"));
    let name = types.claim(Candidates::of(&server.template, server.at).derived_from(&derived), diagnostics);
    let mut fields = Scope::new(spelling::field).without(Space::ServerField);
    let mut variables = Vec::new();
    for variable in server.variables() {
        let field = fields.claim(Candidates::of(&variable.name, server.at), diagnostics);
        let values = values(variable, server, &name.name, types, diagnostics);
        variables.push(VariableNames { key: key.then(Step::Variable(&variable.name)), field, values });
    }
    Some(ServerChoiceNames { name, variables })
}

fn values(
    variable: &ServerVariable,
    server: &Server,
    server_name: &Name,
    types: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Option<(Claim, Vec<Claim>)> {
    if variable.values.is_empty() {
        return None;
    }
    let mut scope = Scope::new(spelling::variant);
    let variants = variable.values.iter().map(|value| scope.claim(Candidates::of(value, server.at), diagnostics)).collect();
    let derived = format!("{server_name}_{}", variable.name);
    let name = types.claim(Candidates::of(&variable.name, server.at).derived_from(&derived), diagnostics);
    Some((name, variants))
}
