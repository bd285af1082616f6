//! Facts of security schemes.

use super::{flag, word};
use crate::api::{Credential, SecurityScheme};
use crate::document::ApiKeyLocation;
use crate::record::{Fact, FactName};

/// Facts of a security scheme: what it sends, and where.
pub(in crate::plan) fn of_security_scheme(scheme: &SecurityScheme) -> Vec<Fact> {
    let mut further = None;
    let credential = match &scheme.credential {
        Credential::ApiKey { name, location } => match location {
            ApiKeyLocation::Header => format!("header {}", word(&name.to_ascii_lowercase())),
            ApiKeyLocation::Query => format!("query {}", word(name)),
            ApiKeyLocation::Cookie => format!("cookie {}", word(name)),
        },
        Credential::Basic => "basic".to_owned(),
        Credential::Bearer { format } => {
            further = format.as_ref().map(|format| Fact::new(FactName::Format, format.as_str()));
            "bearer".to_owned()
        }
        Credential::OpenIdConnect { url } => {
            further = Some(Fact::new(FactName::Discovery, url.as_str()));
            "bearer".to_owned()
        }
        Credential::OAuth2 { .. } => "bearer".to_owned(),
        Credential::Authorization { scheme } => format!("authorization {}", word(scheme)),
        Credential::MutualTls => "certificate".to_owned(),
    };
    let deprecated = flag(FactName::Deprecated, scheme.deprecated);
    [Fact::new(FactName::Credential, credential)].into_iter().chain(further).chain(deprecated).collect()
}
