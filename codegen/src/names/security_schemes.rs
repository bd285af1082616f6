//! The names of security schemes: methods of the client's builder.

use super::claim::{Candidates, Claim};
use super::reserved::Space;
use super::scope::Scope;
use super::spelling;
use crate::api::Api;
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Step};

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
pub(super) fn claim(api: &Api, diagnostics: &mut Diagnostics) -> Vec<Option<SchemeNames>> {
    let mut scope = Scope::new(spelling::method).without(Space::BuilderMethod);
    let mut schemes = Vec::new();
    for (name, scheme) in &api.security_schemes {
        let names = api.needs(name, scheme).then(|| {
            let key = Key::security_scheme(name);
            let words = scheme.rust_name.clone().unwrap_or_else(|| words(name));
            let candidates = Candidates::of(name, scheme.at);
            let explicit = scheme.rust_name.as_deref();
            let method = scope.claim(candidates.clone().derived_from(&words).or_explicit(explicit), diagnostics);
            let mut grants = Vec::new();
            for (kind, _) in scheme.credential.grants() {
                let derived = format!("{words} {}", kind.words());
                let claim = scope.claim(candidates.clone().derived_from(&derived), diagnostics);
                grants.push((key.then(Step::Grant(kind.words())), claim));
            }
            SchemeNames { key, method, grants }
        });
        schemes.push(names);
    }
    schemes
}

/// The scheme's name with its parts apart: `OAuth` is one word.
fn words(name: &str) -> String {
    name.replace("OAuth", "Oauth").replace("oAuth", "oauth").replace("OpenID", "OpenId")
}
