//! `Call`: the call that a part of an operation is planned for.

use crate::api::{Answers, Operation, VariantCall};
use crate::names::CallNames;

/// The call that a part of an operation is planned for.
pub(super) struct Call<'a> {
    /// The operation.
    pub(super) operation: &'a Operation,
    /// The variant of it, if it is one.
    pub(super) variant: Option<&'a VariantCall>,
    /// Its names.
    pub(super) names: &'a CallNames,
    /// `GET /pets`, in backticks.
    pub(super) origin: &'a str,
    /// The bodies of its successes.
    pub(super) answers: &'a Answers<'a>,
}
