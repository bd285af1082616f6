//! `SecurityScheme`: how a client is given a credential.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::docs::{self, Docs};
use crate::api::{self, Api};
use crate::diagnostic::{Diagnostics, Problem};
use crate::document::ApiKeyLocation;
use crate::names::reserved::{self, Space};
use crate::names::{Name, Scope, spelling};

/// A method of `runtime::ClientBuilder`:
///
/// ```text
/// pub fn api_key(self, key: impl Into<String>) -> Self {
///     self.credential("api_key", runtime::ApiKey::header("x-api-key", key))
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Docs of the method.
    pub docs: Docs,
    /// `api_key`: the method, and what operations call the scheme.
    pub name: Name,
    /// Whether the method bears `#[deprecated]`.
    pub deprecated: bool,
    /// What the caller hands in.
    pub credential: Credential,
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

/// Where tokens are asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenUrl {
    /// At this address.
    Known(String),
    /// Where the OpenID Connect configuration at this address says.
    Discovered(String),
}

/// The grants that need no user while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantKind {
    /// By the program's own name and secret.
    ClientCredentials,
    /// By a token that a user's consent gave.
    RefreshToken,
}

/// A credential that an operation needs: `("oauth", &["read"])`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The method of the scheme.
    pub scheme: Name,
    /// The scopes that it needs to have.
    pub scopes: Vec<String>,
}

/// The schemes, and the name of each by what the description calls it.
#[derive(Clone, Debug, Default)]
pub struct SecuritySchemes {
    /// The schemes that operations need, in the description's order.
    pub planned: Vec<SecurityScheme>,
    names: BTreeMap<String, Name>,
}

/// Decides the methods of the builder. A scheme that no operation needs gets none: what is handed to it would never be sent.
pub fn plan(api: &Api, diagnostics: &mut Diagnostics) -> SecuritySchemes {
    let mut scope = Scope::default();
    reserved::names(Space::BuilderMethod).for_each(|method| scope.reserve(method));
    let mut schemes = SecuritySchemes::default();
    for (wire_name, scheme) in &api.security_schemes {
        if scheme.credential == api::Credential::MutualTls {
            continue;
        }
        let mut needed = api.operations.iter().flat_map(|operation| &operation.security).flatten();
        if !needed.any(|requirement| requirement.scheme == *wire_name) {
            diagnostics.report(scheme.at, Problem::UnusedSecurityScheme { name: wire_name.clone() });
            continue;
        }
        let wanted = scheme.rust_name.clone().unwrap_or_else(|| words(wire_name));
        let name = scope.claim(spelling::method(&wanted), wire_name, scheme.at, diagnostics);
        let mut grant = |kind, token_url: TokenUrl| {
            let (suffix, what) = match kind {
                GrantKind::ClientCredentials => ("client credentials", "Hands in tokens for a program that acts for itself"),
                GrantKind::RefreshToken => ("refresh token", "Hands in tokens for a program that a user has agreed to"),
            };
            let from = match &token_url {
                TokenUrl::Known(url) => format!("{what}, from {}.", docs::code(url)),
                TokenUrl::Discovered(url) => format!("{what}, from where {} says.", docs::code(url)),
            };
            let name = scope.claim(spelling::method(&format!("{wanted} {suffix}")), wire_name, scheme.at, diagnostics);
            Grant { docs: Docs::sentence(from).then(origin(wire_name)), name, kind, token_url }
        };
        let credential = credential(&scheme.credential, &mut grant);
        schemes.names.insert(wire_name.clone(), name.clone());
        schemes.planned.push(SecurityScheme {
            docs: described(wire_name, scheme),
            name,
            deprecated: scheme.deprecated,
            credential,
        });
    }
    schemes
}

impl SecuritySchemes {
    /// What an operation needs.
    pub fn requirements(&self, operation: &api::Operation) -> Vec<Vec<Requirement>> {
        let requirement = |requirement: &api::Requirement| {
            let scheme = self.names.get(&requirement.scheme)?.clone();
            Some(Requirement { scheme, scopes: requirement.scopes.clone() })
        };
        operation.security.iter().map(|alternative| alternative.iter().filter_map(requirement).collect()).collect()
    }
}

/// The scheme's name with its parts apart: `OAuth` is one word.
fn words(wire_name: &str) -> String {
    wire_name.replace("OAuth", "Oauth").replace("oAuth", "oauth").replace("OpenID", "OpenId")
}

fn credential(credential: &api::Credential, grant: &mut dyn FnMut(GrantKind, TokenUrl) -> Grant) -> Credential {
    match credential {
        api::Credential::ApiKey { name, location: ApiKeyLocation::Header } => Credential::Header(name.to_ascii_lowercase()),
        api::Credential::ApiKey { name, location: ApiKeyLocation::Query } => Credential::Query(name.clone()),
        api::Credential::ApiKey { name, location: ApiKeyLocation::Cookie } => Credential::Cookie(name.clone()),
        api::Credential::Basic => Credential::Basic,
        api::Credential::Authorization { .. } => Credential::Header("authorization".to_owned()),
        api::Credential::OAuth2 { client_credentials, refresh, .. } => {
            let own = client_credentials.iter().map(|url| (GrantKind::ClientCredentials, url));
            let of_users = refresh.iter().map(|url| (GrantKind::RefreshToken, url));
            Credential::Tokens(own.chain(of_users).map(|(kind, url)| grant(kind, TokenUrl::Known(url.clone()))).collect())
        }
        api::Credential::OpenIdConnect { url } => {
            let kinds = [GrantKind::ClientCredentials, GrantKind::RefreshToken];
            Credential::Tokens(kinds.map(|kind| grant(kind, TokenUrl::Discovered(url.clone()))).into())
        }
        api::Credential::Bearer { .. } | api::Credential::MutualTls => Credential::Tokens(Vec::new()),
    }
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
