//! The items of servers and security schemes.

use crate::plan::{Credential, GrantKind, Plan, SecurityScheme, Server, ServerChoice, ServerPiece, ServerVariable, TokenUrl};
use crate::record::{Fact, FactName, Item, Key, Kind, Step};

/// The servers of the client, the default first; none if the description names none.
pub(super) fn all(plan: &Plan) -> Option<Fact> {
    let servers = plan.servers.iter().filter_map(|server| server.key.as_str().strip_prefix("server "));
    plan.has_server.then(|| Fact::new(FactName::Servers, servers.collect::<Vec<_>>().join(" | ")))
}

/// Adds a server: a constant, and a type where parts of its URL are the caller's to choose.
pub(super) fn add_server(server: &Server, add: &mut dyn FnMut(Item)) {
    add(Item::new(server.key.clone(), Kind::Constant, format!("servers::{}", server.name)).typed("&str"));
    if let Some(choice) = &server.choice {
        add_choice(choice, &server.key, add);
    }
}

fn add_choice(choice: &ServerChoice, key: &Key, add: &mut dyn FnMut(Item)) {
    let path = format!("servers::{}", choice.name);
    add(Item::new(key.clone(), Kind::Struct, &path));
    let constructor = if choice.is_relative { ("at", "impl Into<String>") } else { ("new", "") };
    add(Item::new(key.clone(), Kind::Constructor, format!("{path}::{}", constructor.0)).typed(constructor.1));
    for variable in &choice.variables {
        let key = key.then(Step::Variable(&variable.wire_name));
        let ty = variable.values.as_ref().map_or("impl Into<String>".to_owned(), |values| values.name.to_string());
        let default = default(variable, choice).map(|default| Fact::new(FactName::Default, default));
        add(Item::new(key.clone(), Kind::Setter, format!("{path}::{}", variable.name)).typed(ty).with_facts(default));
        let Some(values) = &variable.values else { continue };
        let path = format!("servers::{}", values.name);
        add(Item::new(key.clone(), Kind::Enum, &path));
        for (variant, value) in &values.variants {
            add(Item::new(key.then(Step::Value(value)), Kind::Variant, format!("{path}::{variant}")));
        }
        add(Item::new(key.then(Step::Own("as_str")), Kind::Method, format!("{path}::as_str")).typed("() -> &'static str"));
    }
}

/// What a variable is unless the caller sets it.
fn default<'c>(variable: &'c ServerVariable, choice: &'c ServerChoice) -> Option<&'c str> {
    if let Some(values) = &variable.values {
        return values.variants.iter().find(|(name, _)| *name == values.default).map(|(_, value)| value.as_str());
    }
    choice.parts.iter().find_map(|part| match part {
        ServerPiece::Text { wire_name, default, .. } if *wire_name == variable.wire_name => Some(default.as_str()),
        _ => None,
    })
}

/// Adds the methods of a security scheme.
pub(super) fn add_scheme(scheme: &SecurityScheme, add: &mut dyn FnMut(Item)) {
    let method = |key, name, ty: &str| Item::new(key, Kind::Setter, format!("ClientBuilder::{name}")).typed(ty);
    let ty = match &scheme.credential {
        Credential::Header(_) | Credential::Query(_) | Credential::Cookie(_) => "impl Into<String>",
        Credential::Basic => "impl Into<String>, impl Into<String>",
        Credential::Tokens(_) => "impl Into<runtime::Tokens>",
    };
    add(method(scheme.key.clone(), &scheme.name, ty).with_facts(scheme.facts.clone()));
    if let Credential::Tokens(grants) = &scheme.credential {
        for grant in grants {
            let key = scheme.key.then(Step::Grant(grant.kind.words()));
            let ty = match grant.kind {
                GrantKind::ClientCredentials => "impl Into<String>, impl Into<String>",
                GrantKind::RefreshToken => "impl Into<runtime::OAuthClient>, impl Into<String>",
            };
            let from = match &grant.token_url {
                TokenUrl::Known(url) => Fact::new(FactName::TokenUrl, url.as_str()),
                TokenUrl::Discovered(url) => Fact::new(FactName::Discovery, url.as_str()),
            };
            add(method(key, &grant.name, ty).with_facts([from]));
        }
    }
}
