//! Security schemes that have another name.

use std::collections::BTreeSet;

use super::renames::Renames;
use crate::api::{Api, Credential};
use crate::record::{Key, Kind, Record};

/// Finds the schemes that are gone, where exactly one new scheme takes the same credentials.
pub(super) fn find(record: &Record, api: &Api, renames: &mut Renames) {
    let present: BTreeSet<Key> = api.security_schemes.keys().map(|name| Key::security_scheme(name)).collect();
    let recorded =
        || record.of_kind(Kind::Setter).filter(|item| item.path.starts_with("ClientBuilder::") && item.key == item.key.root());
    let gone: Vec<(&Key, &str)> =
        recorded().filter(|item| !present.contains(&item.key)).map(|item| (&item.key, item.ty.as_str())).collect();
    if gone.is_empty() {
        return;
    }
    let needed = api.security_schemes.iter().filter(|(name, scheme)| api.needs(name, scheme));
    let new: Vec<(Key, &str)> = needed
        .map(|(name, scheme)| (Key::security_scheme(name), taken(&scheme.credential)))
        .filter(|(key, _)| record.get(key, Kind::Setter).is_none())
        .collect();
    for (from, ty) in &gone {
        let mut same = new.iter().filter(|(_, other)| other == ty);
        let is_only = gone.iter().filter(|(_, other)| other == ty).count() == 1;
        if let Some((to, _)) = same.next().filter(|_| is_only && same.next().is_none()) {
            renames.item((*from).clone(), to.clone());
        }
    }
}

/// What the method of a scheme takes.
fn taken(credential: &Credential) -> &'static str {
    match credential {
        Credential::ApiKey { .. } | Credential::Authorization { .. } => "impl Into<String>",
        Credential::Basic => "impl Into<String>, impl Into<String>",
        Credential::Bearer { .. } | Credential::OAuth2 { .. } | Credential::OpenIdConnect { .. } | Credential::MutualTls => {
            "impl Into<runtime::Tokens>"
        }
    }
}
