//! The names of methods.

use std::collections::BTreeMap;

use super::claim::{Candidates, Claim};
use super::groups::{Group, Methods};
use super::scope::Scope;
use super::{Name, spelling};
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::Key;

/// A call whose method is to be named.
pub(super) struct Call<'a> {
    pub(super) key: Key,
    pub(super) operation: usize,
    pub(super) variant: Option<usize>,
    pub(super) derived: String,
    pub(super) explicit: Option<&'a str>,
    pub(super) at: Origin,
}

impl Call<'_> {
    /// What the method is named after.
    pub(super) fn label(&self) -> &str {
        self.explicit.unwrap_or(&self.derived)
    }
}

/// Names the methods of a group.
///
/// A recorded method keeps its name as long as the description gives it that name or derives it, with a number or without. Names
/// that the description gives are next, then derived ones. A derived name is never the recorded name of another existing call:
/// old code would call another endpoint by it.
pub(super) fn claim(
    calls: &[Call<'_>],
    group: &Group,
    recorded: &Methods,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    let module = group.handle.as_ref().map(|_| group.module.to_string());
    let none = BTreeMap::new();
    let recorded = recorded.get(&module).unwrap_or(&none);
    let mut claims: Vec<Option<Claim>> = vec![None; calls.len()];
    for (call, claim) in calls.iter().zip(&mut claims) {
        let derived = spelling::method(call.label());
        let earlier = recorded.get(&call.key).cloned();
        let is_kept = |name: &Name| if call.explicit.is_some() { *name == derived } else { derived.is_or_was_numbered(name) };
        let kept = earlier.filter(is_kept);
        *claim = kept.and_then(|name| scope.keep(name, &Candidates::of(call.label(), call.at)));
    }
    for is_explicit in [true, false] {
        if !is_explicit {
            recorded.values().for_each(|name| scope.reserve(name.as_str()));
        }
        let open =
            calls.iter().zip(&mut claims).filter(|(call, claim)| claim.is_none() && call.explicit.is_some() == is_explicit);
        for (call, claim) in open {
            *claim = Some(scope.claim(Candidates::of(call.label(), call.at).or_explicit(call.explicit), diagnostics));
        }
    }
    claims.into_iter().flatten().collect()
}
