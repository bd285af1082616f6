//! The items of servers and security schemes.

use crate::plan::{Credential, GrantKind, SecurityScheme, Server, ServerChoice};
use crate::record::{Item, Key, Kind, Step};

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
        add(Item::new(key.clone(), Kind::Setter, format!("{path}::{}", variable.name)).typed(ty));
        let Some(values) = &variable.values else { continue };
        let path = format!("servers::{}", values.name);
        add(Item::new(key.clone(), Kind::Enum, &path));
        for (variant, value) in &values.variants {
            add(Item::new(key.then(Step::Value(value)), Kind::Variant, format!("{path}::{variant}")));
        }
        add(Item::new(key.then(Step::Own("as_str")), Kind::Method, format!("{path}::as_str")).typed("() -> &'static str"));
    }
}

/// Adds the methods of a security scheme.
pub(super) fn add_scheme(scheme: &SecurityScheme, add: &mut dyn FnMut(Item)) {
    let method = |key, name, ty: &str| Item::new(key, Kind::Setter, format!("ClientBuilder::{name}")).typed(ty);
    let ty = match &scheme.credential {
        Credential::Header(_) | Credential::Query(_) | Credential::Cookie(_) => "impl Into<String>",
        Credential::Basic => "impl Into<String>, impl Into<String>",
        Credential::Tokens(_) => "impl Into<runtime::Tokens>",
    };
    add(method(scheme.key.clone(), &scheme.name, ty));
    if let Credential::Tokens(grants) = &scheme.credential {
        for grant in grants {
            let key = scheme.key.then(Step::Grant(grant.kind.words()));
            let ty = match grant.kind {
                GrantKind::ClientCredentials => "impl Into<String>, impl Into<String>",
                GrantKind::RefreshToken => "impl Into<runtime::OAuthClient>, impl Into<String>",
            };
            add(method(key, &grant.name, ty));
        }
    }
}
