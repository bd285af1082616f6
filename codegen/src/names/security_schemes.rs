//! The names of security schemes: methods of the client's builder.

use super::claim::{Candidates, Claim};
use super::recorded::Recorded;
use super::reserved::Space;
use super::scope::Scope;
use super::spelling;
use crate::api::Api;
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Kind, Step};

/// The names of a security scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeNames {
    /// Where it comes from.
    pub key: Key,
    /// The method that takes the credentials.
    pub method: Claim,
    /// The methods of each way to be granted tokens.
    pub grants: Vec<(Key, Claim)>,
}

/// Names the schemes that operations need, each in its place among all schemes.
pub(super) fn claim(api: &Api, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<Option<SchemeNames>> {
    let recorded = recorded.inside("ClientBuilder", &[Kind::Setter]);
    let mut methods = Vec::new();
    for (name, scheme) in api.security_schemes.iter().filter(|(name, scheme)| api.needs(name, scheme)) {
        let key = Key::security_scheme(name);
        let words = scheme.rust_name.clone().unwrap_or_else(|| words(name));
        let grant = |kind: &str| (key.then(Step::Grant(kind)), format!("{words} {kind}"));
        let grants = scheme.credential.grants().into_iter().map(|(kind, _)| grant(kind.words()));
        methods.extend([(key.clone(), words.clone())].into_iter().chain(grants).map(|(key, words)| (name, scheme, key, words)));
    }
    let items = methods.iter().map(|(name, scheme, key, words)| {
        let explicit = scheme.rust_name.as_deref().filter(|explicit| explicit == words);
        let candidates = Candidates::of(name, scheme.at).derived_from(words).or_explicit(explicit);
        candidates.or_recorded(recorded.name(|| key.clone()))
    });
    let mut scope = Scope::new(spelling::method).without(Space::BuilderMethod);
    let claims = scope.claim_all(items.collect(), &recorded, diagnostics);
    let mut named = methods.iter().map(|(_, _, key, _)| key.clone()).zip(claims);
    let names = api.security_schemes.iter().map(|(name, scheme)| {
        let (key, method) = if api.needs(name, scheme) { named.next()? } else { return None };
        let grants = named.by_ref().take(scheme.credential.grants().len()).collect();
        Some(SchemeNames { key, method, grants })
    });
    names.collect()
}

/// The scheme's name with its parts apart: `OAuth` is one word.
fn words(name: &str) -> String {
    name.replace("OAuth", "Oauth").replace("oAuth", "oauth").replace("OpenID", "OpenId")
}
