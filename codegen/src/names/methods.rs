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
    /// The other text that it may be named after, if it shares its id with other operations.
    pub(super) other: Option<String>,
    pub(super) explicit: Option<&'a str>,
    pub(super) at: Origin,
}

impl Call<'_> {
    /// What the method is named after.
    pub(super) fn label(&self) -> &str {
        self.explicit.unwrap_or(&self.derived)
    }

    /// Whether a recorded name is one that the description gives or derives.
    fn may_keep(&self, name: &Name) -> bool {
        let is_derived_from = |text: &String| spelling::method(text).is_or_was_numbered(name);
        match self.explicit {
            Some(explicit) => *name == spelling::method(explicit),
            None => is_derived_from(&self.derived) || self.other.as_ref().is_some_and(is_derived_from),
        }
    }

    fn candidates(&self) -> Candidates<'_> {
        Candidates { longer: self.other.clone(), ..Candidates::of(self.label(), self.at).or_explicit(self.explicit) }
    }
}

/// Names the methods of a group.
///
/// A recorded method keeps its name as long as the description gives it that name or derives it, with a number or without; of
/// several operations with one id, whether the id or the method and path were the origin of the name. Names that the description gives are next, then derived ones. A derived name is never the recorded name of another existing call:
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
        let kept = recorded.get(&call.key).filter(|name| call.may_keep(name));
        *claim = kept.and_then(|name| scope.keep(name.clone(), &call.candidates()));
    }
    for is_explicit in [true, false] {
        if !is_explicit {
            recorded.values().for_each(|name| scope.reserve(name.as_str()));
        }
        let open =
            calls.iter().zip(&mut claims).filter(|(call, claim)| claim.is_none() && call.explicit.is_some() == is_explicit);
        for (call, claim) in open {
            *claim = Some(scope.claim(call.candidates(), diagnostics));
        }
    }
    claims.into_iter().flatten().collect()
}
