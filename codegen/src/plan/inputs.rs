//! `PlanInputs`: what planning any part of the client reads.

use super::boxes::Boxes;
use super::types::Types;
use crate::api::Api;
use crate::names::Names;
use crate::record::Record;
use crate::source::Sources;

/// What planning any part of the client reads.
pub(super) struct PlanInputs<'a> {
    /// The API.
    pub(super) api: &'a Api,
    /// The files of the description.
    pub(super) sources: &'a Sources,
    /// The names of all items.
    pub(super) names: &'a Names,
    /// The types of schemas.
    pub(super) types: Types<'a>,
    /// The values of models that are boxed.
    pub(super) boxes: Boxes,
    /// What was decided when the client was last generated.
    pub(super) record: &'a Record,
}
