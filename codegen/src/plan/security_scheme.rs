//! `SecurityScheme`: how a client is given a credential.

use indexmap::IndexMap;

use super::docs::{self, Docs};
use super::facts;
use super::inputs::PlanInputs;
use crate::api;
pub use crate::api::{GrantKind, TokenUrl};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::ApiKeyLocation;
use crate::names::{Claim, Name, SchemeNames};
use crate::node::Origin;
use crate::record::{Fact, Key};

/// A method of `runtime::ClientBuilder`:
///
/// ```text
/// pub fn api_key(self, key: impl Into<String>) -> Self {
///     self.credential("api_key", runtime::ApiKey::header("x-api-key", key))
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Where it comes from.
    pub key: Key,
    /// Where it was written.
    pub at: Origin,
    /// Docs of the method.
    pub docs: Docs,
    /// `api_key`: the method, and what operations call the scheme.
    pub name: Name,
    /// Whether the method bears `#[deprecated]`.
    pub deprecated: bool,
    /// What the caller hands in.
    pub credential: Credential,
    /// What the record says of it beyond its type.
    pub facts: Vec<Fact>,
}

/// What a caller hands in, and what is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Credential {
    /// `key: impl Into<String>`, the whole value of a header of this name.
    Header(String),
    /// `key: impl Into<String>`, in a query parameter of this name.
    Query(String),
    /// `key: impl Into<String>`, in a cookie of this name.
    Cookie(String),
    /// `user: impl Into<String>, password: impl Into<String>`.
    Basic,
    /// `token: impl Into<runtime::Tokens>`.
    Tokens(Vec<Grant>),
}

/// A method that makes tokens by a grant whose server the description names.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// Docs of the method.
    pub docs: Docs,
    /// `oauth_client_credentials`.
    pub name: Name,
    /// How tokens are had.
    pub kind: GrantKind,
    /// The server of tokens.
    pub token_url: TokenUrl,
}

/// A credential that an operation needs: `("oauth", &["read"])`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The method of the scheme.
    pub scheme: Name,
    /// The scopes that it needs to have.
    pub scopes: Vec<String>,
}

/// Decides the methods of the builder. A scheme that no operation needs gets none: what is handed to it would never be sent.
pub(super) fn plan(inputs: &PlanInputs<'_>, diagnostics: &mut Diagnostics) -> Vec<SecurityScheme> {
    let PlanInputs { api, names, .. } = inputs;
    let mut schemes = Vec::new();
    for ((wire_name, scheme), names) in api.security_schemes.iter().zip(&names.security_schemes) {
        match names {
            Some(names) => schemes.push(SecurityScheme {
                key: names.key.clone(),
                at: scheme.at,
                docs: described(wire_name, scheme),
                name: names.method.name.clone(),
                deprecated: scheme.deprecated,
                credential: credential(wire_name, &scheme.credential, names),
                facts: facts::of_security_scheme(scheme),
            }),
            None if scheme.credential == api::Credential::MutualTls => {}
            None => diagnostics.report(scheme.at, Problem::UnusedSecurityScheme { name: wire_name.clone() }),
        }
    }
    schemes
}

/// What an operation needs.
pub(super) fn requirements(operation: &api::Operation, inputs: &PlanInputs<'_>) -> Vec<Vec<Requirement>> {
    let PlanInputs { api, names, .. } = inputs;
    let requirement = |requirement: &api::Requirement| {
        let place = api.security_schemes.get_index_of(&requirement.scheme)?;
        let scheme = names.security_schemes.get(place)?.as_ref()?.method.name.clone();
        Some(Requirement { scheme, scopes: requirement.scopes.clone() })
    };
    operation.security.iter().map(|alternative| alternative.iter().filter_map(requirement).collect()).collect()
}

fn credential(wire_name: &str, credential: &api::Credential, names: &SchemeNames) -> Credential {
    match credential {
        api::Credential::ApiKey { name, location: ApiKeyLocation::Header } => Credential::Header(name.to_ascii_lowercase()),
        api::Credential::ApiKey { name, location: ApiKeyLocation::Query } => Credential::Query(name.clone()),
        api::Credential::ApiKey { name, location: ApiKeyLocation::Cookie } => Credential::Cookie(name.clone()),
        api::Credential::Basic => Credential::Basic,
        api::Credential::Authorization { .. } => Credential::Header("authorization".to_owned()),
        api::Credential::OAuth2 { .. }
        | api::Credential::OpenIdConnect { .. }
        | api::Credential::Bearer { .. }
        | api::Credential::MutualTls => {
            let grants = credential.grants().into_iter().zip(&names.grants);
            Credential::Tokens(grants.map(|((kind, token_url), (_, claim))| grant(wire_name, kind, token_url, claim)).collect())
        }
    }
}

fn grant(wire_name: &str, kind: GrantKind, token_url: TokenUrl, claim: &Claim) -> Grant {
    let what = match kind {
        GrantKind::ClientCredentials => "Hands in tokens for a program that acts for itself",
        GrantKind::RefreshToken => "Hands in tokens for a program that a user has agreed to",
    };
    let from = match &token_url {
        TokenUrl::Known(url) => format!("{what}, from {}.", docs::code(url)),
        TokenUrl::Discovered(url) => format!("{what}, from where {} says.", docs::code(url)),
    };
    Grant { docs: Docs::sentence(from).then(origin(wire_name)), name: claim.name.clone(), kind, token_url }
}

fn described(wire_name: &str, scheme: &api::SecurityScheme) -> Docs {
    let words = scheme.description.as_deref().map(Docs::text).unwrap_or_default();
    words.then(handed_in(&scheme.credential)).then(scopes(&scheme.credential)).then(origin(wire_name))
}

/// What is handed in, and where it goes.
fn handed_in(credential: &api::Credential) -> Docs {
    let source = "a text, or a `TokenSource`";
    Docs::sentence(match credential {
        api::Credential::ApiKey { name, location } => {
            let place = match location {
                ApiKeyLocation::Header => "the header",
                ApiKeyLocation::Query => "the query parameter",
                ApiKeyLocation::Cookie => "the cookie",
            };
            format!("Hands in a key, the whole value of {place} {}.", docs::code(name))
        }
        api::Credential::Basic => "Hands in a user name and a password.".to_owned(),
        api::Credential::Bearer { format: None } => format!("Hands in a bearer token: {source}."),
        api::Credential::Bearer { format: Some(format) } => {
            format!("Hands in a bearer token of the format {}: {source}.", docs::code(format))
        }
        api::Credential::OAuth2 { .. } => format!("Hands in access tokens of OAuth 2: {source}."),
        api::Credential::OpenIdConnect { url } => {
            format!("Hands in access tokens of OpenID Connect, as {} describes it: {source}.", docs::code(url))
        }
        api::Credential::Authorization { scheme } => {
            format!("Hands in the whole value of the header `Authorization`, by the scheme {}.", docs::code(scheme))
        }
        api::Credential::MutualTls => String::new(),
    })
}

/// What each scope means.
fn scopes(credential: &api::Credential) -> Docs {
    let none = IndexMap::new();
    let scopes = if let api::Credential::OAuth2 { scopes, .. } = credential { scopes } else { &none };
    let line = |(scope, meaning): (&String, &String)| {
        let meaning = Docs::text(meaning).0.join(" ");
        let colon = if meaning.is_empty() { "" } else { ": " };
        format!("- {}{colon}{meaning}", docs::code(scope))
    };
    let list = Docs(scopes.iter().map(line).collect());
    if list.0.is_empty() { list } else { Docs::sentence("Scopes:").then(list) }
}

fn origin(wire_name: &str) -> Docs {
    Docs::sentence(format!("Security scheme: {}.", docs::code(wire_name)))
}
