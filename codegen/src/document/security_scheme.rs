//! `SecurityScheme` and `SecurityRequirement`: the kinds of credentials, and which of them an operation needs.
//!
//! Mirrors the [Security Scheme](https://spec.openapis.org/oas/v3.1.1#security-scheme-object),
//! [OAuth Flows](https://spec.openapis.org/oas/v3.1.1#oauth-flows-object),
//! [OAuth Flow](https://spec.openapis.org/oas/v3.1.1#oauth-flow-object) and
//! [Security Requirement](https://spec.openapis.org/oas/v3.1.1#security-requirement-object) Objects.

use indexmap::IndexMap;

use super::Extension;
use super::RefOr;
use super::component::ComponentKind;
use super::hint;
use super::object::{Object, Read};
use super::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};

/// The named security schemes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecuritySchemes(pub IndexMap<String, RefOr<SecurityScheme>>);

/// One kind of credential.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Whether callers should stop using it (3.2).
    pub deprecated: bool,
    /// What it is.
    pub kind: SecuritySchemeKind,
    /// `name` of `x-clientsmith`: replaces the derived name of the builder's method.
    pub rust_name: Option<String>,
}

/// The kinds of security schemes.
#[derive(Clone, Debug, PartialEq)]
pub enum SecuritySchemeKind {
    /// `apiKey`: a secret text.
    ApiKey {
        /// Name of the header, query parameter or cookie.
        name: String,
        /// Where the name was written.
        name_at: Origin,
        /// `in`: where it is sent.
        location: ApiKeyLocation,
    },
    /// `http`: a value of the header `Authorization`.
    Http {
        /// Name of the scheme, such as `basic`.
        scheme: String,
        /// How a bearer token is formatted.
        bearer_format: Option<String>,
    },
    /// `mutualTLS`: a certificate.
    MutualTls,
    /// `oauth2`: a token from a server of tokens.
    OAuth2(Box<OAuthFlows>),
    /// `openIdConnect`: a token from a server that says so itself.
    OpenIdConnect {
        /// Where the server says it.
        url: String,
    },
}

/// Where an API key is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyLocation {
    /// In a header.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

/// The ways to get a token.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OAuthFlows {
    /// Over the user's browser, without a secret.
    pub implicit: Option<OAuthFlow>,
    /// By the user's name and password.
    pub password: Option<OAuthFlow>,
    /// By the program's own name and secret.
    pub client_credentials: Option<OAuthFlow>,
    /// Over the user's browser.
    pub authorization_code: Option<OAuthFlow>,
    /// Over another device of the user (3.2).
    pub device_authorization: Option<OAuthFlow>,
}

/// One way to get a token.
#[derive(Clone, Debug, PartialEq)]
pub struct OAuthFlow {
    /// Where the server of tokens is.
    pub token_url: Option<String>,
    /// Where it renews them, if elsewhere.
    pub refresh_url: Option<String>,
    /// What each scope means.
    pub scopes: IndexMap<String, String>,
}

/// Schemes that are needed together, and the scopes of each.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityRequirement {
    /// Where it was written.
    pub at: Origin,
    /// The scopes by the name of the scheme.
    pub schemes: IndexMap<String, Scopes>,
}

/// The scopes that are needed of a scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Scopes {
    /// Where they were written.
    pub at: Origin,
    /// Their names.
    pub names: Vec<String>,
}

impl Read for SecuritySchemes {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        IndexMap::read(node, reading).map(Self)
    }
}

impl Read for SecurityRequirement {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        if let Some(name) = node.as_str() {
            let hint = Some(format!("write `{{{name}: []}}`"));
            reading.report(node.at, Problem::WrongType { expected: "a mapping", found: node.kind(), hint });
            return None;
        }
        Some(Self { at: node.at, schemes: IndexMap::read(node, reading)? })
    }
}

impl Read for Scopes {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        Some(Self { at: node.at, names: Vec::read(node, reading)? })
    }
}

impl Read for SecurityScheme {
    const KIND: Option<ComponentKind> = Some(ComponentKind::SecurityScheme);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let kind: String = object.required("type", reading)?;
        let kind = match kind.as_str() {
            "apiKey" => SecuritySchemeKind::ApiKey {
                name: object.required("name", reading)?,
                name_at: node.get("name").map_or(node.at, |name| name.at),
                location: object.required("in", reading)?,
            },
            "http" => SecuritySchemeKind::Http {
                scheme: object.required("scheme", reading)?,
                bearer_format: object.field("bearerFormat", reading),
            },
            "mutualTLS" => SecuritySchemeKind::MutualTls,
            "oauth2" => {
                object.node("oauth2MetadataUrl");
                SecuritySchemeKind::OAuth2(object.required("flows", reading)?)
            }
            "openIdConnect" => SecuritySchemeKind::OpenIdConnect { url: object.required("openIdConnectUrl", reading)? },
            _ => {
                let at = node.get("type").map_or(node.at, |kind| kind.at);
                let expected = &["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];
                reading.report(at, Problem::UnknownValue { hint: hint::of_security_type(&kind), value: kind, expected });
                return None;
            }
        };
        let scheme = Self {
            at: node.at,
            description: object.field("description", reading),
            deprecated: object.field_or_default("deprecated", reading),
            kind,
            rust_name: Extension::name(&mut object, reading),
        };
        object.close(reading);
        Some(scheme)
    }
}

impl Read for ApiKeyLocation {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let location = String::read(node, reading)?;
        match location.as_str() {
            "header" => Some(Self::Header),
            "query" => Some(Self::Query),
            "cookie" => Some(Self::Cookie),
            _ => {
                let expected = &["header", "query", "cookie"];
                reading.report(node.at, Problem::UnknownValue { value: location, expected, hint: None });
                None
            }
        }
    }
}

impl Read for OAuthFlows {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let flows = Self {
            implicit: object.field("implicit", reading),
            password: object.field("password", reading),
            client_credentials: object.field("clientCredentials", reading),
            authorization_code: object.field("authorizationCode", reading),
            device_authorization: object.field("deviceAuthorization", reading),
        };
        object.close(reading);
        Some(flows)
    }
}

impl Read for OAuthFlow {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        for key in ["authorizationUrl", "deviceAuthorizationUrl"] {
            object.node(key);
        }
        let flow = Self {
            token_url: object.field("tokenUrl", reading),
            refresh_url: object.field("refreshUrl", reading),
            scopes: object.field_or_default("scopes", reading),
        };
        object.close(reading);
        Some(flow)
    }
}
