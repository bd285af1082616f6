//! The names of methods.

use std::collections::BTreeMap;

use super::Name;
use super::claim::{Candidates, Claim};
use super::groups::{Group, Methods};
use super::method_words::MethodWords;
use super::scope::Scope;
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::Key;

/// A call whose method is to be named.
pub(super) struct Call<'a> {
    pub(super) key: Key,
    pub(super) operation: usize,
    pub(super) variant: Option<usize>,
    pub(super) words: MethodWords,
    /// Whether it has no name in the description but its method and path.
    pub(super) is_unnamed: bool,
    pub(super) explicit: Option<&'a str>,
    pub(super) at: Origin,
}

impl Call<'_> {
    /// What the method is named after.
    pub(super) fn label(&self) -> &str {
        self.explicit.unwrap_or(&self.words.derived)
    }

    /// Whether a recorded name is one that the description gives or derives. What is derived from a method and path depends on all other
    /// paths, and says nothing that the key does not.
    fn may_keep(&self, name: &Name, scope: &Scope) -> bool {
        let is_derived_from = |text: &String| scope.spelled(text).is_or_was_numbered(name);
        match self.explicit {
            Some(explicit) => *name == scope.spelled(explicit),
            None => self.is_unnamed || is_derived_from(&self.words.derived) || self.words.others.iter().any(is_derived_from),
        }
    }

    fn candidates(&self) -> Candidates<'_> {
        Candidates {
            longer: self.words.others.first().cloned(),
            ..Candidates::of(self.label(), self.at).or_explicit(self.explicit)
        }
    }
}

/// Names the methods of a group.
///
/// A recorded method keeps its name as long as the description gives it that name or one can be derived so, with a number or
/// without; that of an operation without an id keeps it anyway. Names that the description gives are next, then derived ones.
/// A derived name is never the recorded name of another existing call: old code would call another endpoint by it.
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
    calls.iter().for_each(|call| scope.recognize(call.label()));
    let mut claims: Vec<Option<Claim>> = vec![None; calls.len()];
    for (call, claim) in calls.iter().zip(&mut claims) {
        let kept = recorded.get(&call.key).filter(|name| call.may_keep(name, scope));
        *claim = kept.and_then(|name| scope.keep(name.clone(), &call.candidates()));
    }
    for is_explicit in [true, false] {
        if !is_explicit {
            scope.prefer(calls.iter().filter(|call| call.explicit.is_none()).map(Call::label));
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
