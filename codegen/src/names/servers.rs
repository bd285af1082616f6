//! The names of servers: constants, and types where parts of the URL are the caller's to choose.

use super::claim::{Candidates, Claim};
use super::recorded::{Recorded, RecordedScope};
use super::reserved::Space;
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Api, Server, ServerVariable};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Kind, Step};

/// The module of servers.
const SERVERS: &str = "servers";

/// The constant of the first server.
const DEFAULT: &str = "DEFAULT";

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

/// Names the servers. `DEFAULT` is the first one, whichever that is.
pub(super) fn claim(api: &Api, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<ServerNames> {
    let known = recorded.inside(SERVERS, &[Kind::Constant]);
    let had_default = known.names().any(|name| name == DEFAULT);
    let items = api.servers.iter().enumerate().map(|(place, server)| {
        let is_role = |name: &Name| if place == 0 { had_default } else { name.as_str() == DEFAULT };
        let recorded = known.name(|| Key::server(&server.template)).filter(|name| !is_role(name));
        let derived = if place == 0 { DEFAULT } else { derived(server, api) };
        Candidates::of(&server.template, server.at).derived_from(derived).or_recorded(recorded)
    });
    // A server may get another URL: a name is free when its server is gone.
    let constants = Scope::of_values(spelling::constant).claim_all(items.collect(), &RecordedScope::default(), diagnostics);
    let mut types = Scope::new(spelling::type_name);
    let mut servers = Vec::new();
    for (server, constant) in api.servers.iter().zip(constants) {
        let key = Key::server(&server.template);
        let choice = choice(server, &key, &constant.name, &mut types, recorded, diagnostics);
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
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<ServerChoiceNames> {
    if !server.has_choice() {
        return None;
    }
    let derived = format!("{}_SERVER", constant.as_str().trim_end_matches("_SERVER"));
    let own = recorded.inside(SERVERS, &[Kind::Struct, Kind::Enum]);
    let candidates = Candidates::of(&server.template, server.at).derived_from(&derived);
    let name = types.claim(candidates.or_recorded(own.name(|| key.clone())), diagnostics);
    let variables = server.variables();
    let keys: Vec<Key> = variables.iter().map(|variable| key.then(Step::Variable(&variable.name))).collect();
    let members = recorded.inside_of(key, &[Kind::Setter]);
    let fields = variables
        .iter()
        .zip(&keys)
        .map(|(variable, key)| Candidates::of(&variable.name, server.at).or_recorded(members.name(|| key.clone())));
    let mut scope = Scope::new(spelling::field).without(Space::ServerField);
    let fields = scope.claim_all(fields.collect(), &members, diagnostics);
    let mut names = Vec::new();
    for ((variable, key), field) in variables.into_iter().zip(keys).zip(fields) {
        let values = values(variable, server, &key, &name.name, types, recorded, diagnostics);
        names.push(VariableNames { key, field, values });
    }
    Some(ServerChoiceNames { name, variables: names })
}

fn values(
    variable: &ServerVariable,
    server: &Server,
    key: &Key,
    server_name: &Name,
    types: &mut Scope,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(Claim, Vec<Claim>)> {
    if variable.values.is_empty() {
        return None;
    }
    let members = recorded.members_of(key);
    let items = variable
        .values
        .iter()
        .map(|value| Candidates::of(value, server.at).or_recorded(members.name(|| key.then(Step::Value(value)))));
    let variants = Scope::new(spelling::variant).claim_all(items.collect(), &members, diagnostics);
    let derived = format!("{server_name}_{}", variable.name);
    let own = recorded.inside(SERVERS, &[Kind::Enum]);
    let candidates = Candidates::of(&variable.name, server.at).derived_from(&derived);
    Some((types.claim(candidates.or_recorded(own.name(|| key.clone())), diagnostics), variants))
}
