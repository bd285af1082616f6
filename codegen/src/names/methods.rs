//! The names of methods.

use super::claim::{Candidates, Claim};
use super::method_words::MethodWords;
use super::recorded::RecordedScope;
use super::scope::Scope;
use crate::api::{Answers, Api, VariantCall};
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::Key;

/// A call whose method is to be named.
pub(super) struct Call<'a> {
    pub(super) key: Key,
    pub(super) operation: usize,
    pub(super) variant: Option<usize>,
    pub(super) words: MethodWords,
    pub(super) explicit: Option<&'a str>,
    pub(super) at: Origin,
}

impl Call<'_> {
    /// What the method is named after.
    pub(super) fn label(&self) -> &str {
        self.explicit.unwrap_or(&self.words.derived)
    }

    /// The variant of the operation that it is, if it is one.
    pub(super) fn variant<'a>(&self, api: &'a Api) -> Option<&'a VariantCall> {
        let operation = &api.operations[self.operation];
        self.variant.and_then(|place| operation.variants.as_ref()?.calls.get(place))
    }

    /// What it can return.
    pub(super) fn answers<'a>(&self, api: &'a Api) -> Answers<'a> {
        let response = self.variant(api).and_then(|variant| variant.response);
        Answers::of(&api.operations[self.operation], response, &api.schemas)
    }

    fn candidates(&self) -> Candidates<'_> {
        Candidates {
            longer: self.words.others.first().cloned(),
            ..Candidates::of(self.label(), self.at).or_explicit(self.explicit)
        }
    }
}

/// Names the methods of a group. A derived name is never that of another call that was recorded: old code would call another endpoint by it.
pub(super) fn claim(
    calls: &[Call<'_>],
    recorded: &RecordedScope<'_>,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    calls.iter().for_each(|call| scope.recognize(call.label()));
    scope.prefer(calls.iter().filter(|call| call.explicit.is_none()).map(Call::label));
    let items = calls.iter().map(|call| call.candidates().or_recorded(recorded.name(|| call.key.clone())));
    scope.claim_all(items.collect(), recorded, diagnostics)
}
