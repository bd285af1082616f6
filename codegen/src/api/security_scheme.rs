//! `SecurityScheme` and `Requirement`: the credentials of the API, and those that an operation needs.

use indexmap::IndexMap;

use super::header_name::{is_forbidden_header, is_token};
use super::reference::Resolver;
use crate::diagnostic::Problem;
use crate::document::{ApiKeyLocation, OAuthFlows, Scopes, SecurityRequirement, SecuritySchemeKind, SecuritySchemes};
use crate::node::Origin;

/// One kind of credential.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// `name` of `x-clientsmith`.
    pub rust_name: Option<String>,
    /// What it is.
    pub credential: Credential,
}

/// What a caller hands in, and where it is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Credential {
    /// A secret text, in a header, the query or a cookie of a name.
    ApiKey {
        /// The name.
        name: String,
        /// Where it is sent.
        location: ApiKeyLocation,
    },
    /// A user name and a password.
    Basic,
    /// A token, as it is.
    Bearer {
        /// How it is formatted.
        format: Option<String>,
    },
    /// A token by OAuth 2.
    OAuth2 {
        /// The server of tokens for a program that acts for itself.
        client_credentials: Option<String>,
        /// The server that takes refresh tokens.
        refresh: Option<String>,
        /// What each scope means.
        scopes: IndexMap<String, String>,
    },
    /// A token by OpenID Connect.
    OpenIdConnect {
        /// Where the server of tokens says how it is used.
        url: String,
    },
    /// A whole value of the header `Authorization`, by another scheme of HTTP.
    Authorization {
        /// The scheme.
        scheme: String,
    },
    /// A certificate that the transport shows.
    MutualTls,
}

/// Where tokens are requested.
#[derive(Clone, Debug, PartialEq)]
pub enum TokenUrl {
    /// At this URL.
    Known(String),
    /// Where the OpenID Connect configuration at this URL says.
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

impl GrantKind {
    /// What the grant is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::ClientCredentials => "client credentials",
            Self::RefreshToken => "refresh token",
        }
    }
}

impl Credential {
    /// The ways to be granted tokens, and where they are requested.
    pub fn grants(&self) -> Vec<(GrantKind, TokenUrl)> {
        match self {
            Self::OAuth2 { client_credentials, refresh, .. } => {
                let own = client_credentials.iter().map(|url| (GrantKind::ClientCredentials, TokenUrl::Known(url.clone())));
                own.chain(refresh.iter().map(|url| (GrantKind::RefreshToken, TokenUrl::Known(url.clone())))).collect()
            }
            Self::OpenIdConnect { url } => {
                let kinds = [GrantKind::ClientCredentials, GrantKind::RefreshToken];
                kinds.map(|kind| (kind, TokenUrl::Discovered(url.clone()))).into()
            }
            _ => Vec::new(),
        }
    }
}

/// A credential that an operation needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The name of its scheme.
    pub scheme: String,
    /// The scopes that it needs to have.
    pub scopes: Vec<String>,
}

/// The security schemes by name.
pub(super) fn resolve(schemes: SecuritySchemes, resolver: &mut Resolver<'_>) -> IndexMap<String, SecurityScheme> {
    let mut resolved = IndexMap::new();
    for (name, scheme) in schemes.0 {
        let Some(scheme) = resolver.resolve(scheme) else { continue };
        let Some(credential) = credential(scheme.kind, resolver) else { continue };
        if credential == Credential::MutualTls {
            resolver.report(scheme.at, Problem::MutualTls { name: name.clone() });
        }
        let (description, deprecated, rust_name) = (scheme.description, scheme.deprecated, scheme.rust_name);
        resolved.insert(name, SecurityScheme { at: scheme.at, description, deprecated, rust_name, credential });
    }
    resolved
}

fn credential(kind: SecuritySchemeKind, resolver: &mut Resolver<'_>) -> Option<Credential> {
    Some(match kind {
        SecuritySchemeKind::ApiKey { name, name_at, location } => {
            let is_refused = location == ApiKeyLocation::Header && is_forbidden_header(&name);
            let is_invalid = location != ApiKeyLocation::Query && !is_token(&name);
            if is_refused || is_invalid {
                let problem = if is_refused { Problem::ForbiddenHeader { name } } else { Problem::InvalidHeader { name } };
                resolver.report(name_at, problem);
                return None;
            }
            Credential::ApiKey { name, location }
        }
        SecuritySchemeKind::Http { scheme, bearer_format } => match scheme.to_ascii_lowercase().as_str() {
            "basic" => Credential::Basic,
            "bearer" => Credential::Bearer { format: bearer_format },
            _ => Credential::Authorization { scheme },
        },
        SecuritySchemeKind::OAuth2(flows) => oauth2(*flows),
        SecuritySchemeKind::OpenIdConnect { url } => Credential::OpenIdConnect { url },
        SecuritySchemeKind::MutualTls => Credential::MutualTls,
    })
}

fn oauth2(flows: OAuthFlows) -> Credential {
    let client_credentials = flows.client_credentials.as_ref().and_then(|flow| flow.token_url.clone());
    let of_users = [&flows.authorization_code, &flows.device_authorization, &flows.password];
    let refresh = of_users.into_iter().flatten().find_map(|flow| flow.refresh_url.clone().or_else(|| flow.token_url.clone()));
    let all = [flows.client_credentials, flows.authorization_code, flows.device_authorization, flows.password, flows.implicit];
    let mut scopes = IndexMap::new();
    for (scope, meaning) in all.into_iter().flatten().flat_map(|flow| flow.scopes) {
        scopes.entry(scope).or_insert(meaning);
    }
    Credential::OAuth2 { client_credentials, refresh, scopes }
}

/// Notes the schemes of a description in which at least half of the operations say nothing of credentials: that is often an
/// omission. Where some operation says that it needs none, the others are taken at their word.
pub(super) fn note_partial(
    declared: &[Option<&[SecurityRequirement]>],
    schemes: &IndexMap<String, SecurityScheme>,
    resolver: &mut Resolver<'_>,
) {
    let declaring = || declared.iter().copied().flatten();
    let needs_none = |needed: &[SecurityRequirement]| needed.iter().all(|requirement| requirement.schemes.is_empty());
    if declaring().any(needs_none) || declaring().count() * 2 > declared.len() {
        return;
    }
    for (name, scheme) in schemes {
        let count = declaring().filter(|needed| needed.iter().any(|one| one.schemes.contains_key(name))).count();
        if count > 0 && scheme.credential != Credential::MutualTls {
            let problem = Problem::PartialSecurity { name: name.clone(), count, operations: declared.len() };
            resolver.report(scheme.at, problem);
        }
    }
}

/// The combinations of credentials with which an operation can be called; none if it needs none.
///
/// What needs nothing of the client goes last, so that credentials are sent where they are optional.
pub(super) fn alternatives(
    requirements: &[SecurityRequirement],
    schemes: &IndexMap<String, SecurityScheme>,
    resolver: &mut Resolver<'_>,
) -> Vec<Vec<Requirement>> {
    let mut alternatives: Vec<Vec<Requirement>> = Vec::new();
    for requirement in requirements {
        let Some(alternative) = combination(requirement, schemes, resolver) else { continue };
        if !alternatives.contains(&alternative) {
            alternatives.push(alternative);
        }
    }
    alternatives.sort_by_key(Vec::is_empty);
    if alternatives.iter().all(Vec::is_empty) {
        alternatives.clear();
    }
    alternatives
}

/// The credentials that are needed together, without those that the transport has; none if one of them is not described.
fn combination(
    requirement: &SecurityRequirement,
    schemes: &IndexMap<String, SecurityScheme>,
    resolver: &mut Resolver<'_>,
) -> Option<Vec<Requirement>> {
    let mut combination = Vec::new();
    let mut is_whole = true;
    for (name, Scopes { at, names }) in &requirement.schemes {
        match schemes.get(name) {
            Some(SecurityScheme { credential: Credential::MutualTls, .. }) => {}
            Some(_) => combination.push(Requirement { scheme: name.clone(), scopes: names.clone() }),
            None => {
                let diagnostics = &mut *resolver.reading.diagnostics;
                let suggestion = diagnostics.suggest(name, schemes.keys().map(String::as_str)).map(str::to_owned);
                let problem = Problem::UnknownSecurityScheme { name: name.clone(), suggestion };
                diagnostics.report_key(*at, problem);
                is_whole = false;
            }
        }
    }
    is_whole.then_some(combination)
}
