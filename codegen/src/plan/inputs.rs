//! `PlanInputs`: what planning any part of the client reads.

use super::boxes::Boxes;
use super::former::Former;
use super::types::Types;
use crate::api::{Api, SchemaId};
use crate::names::Names;
use crate::record::{Item, Record};
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
    /// The names that items had.
    pub(super) former: Former<'a>,
}

impl PlanInputs<'_> {
    /// The record of a model.
    pub(super) fn recorded_model(&self, id: SchemaId) -> Option<&Item> {
        self.record.model_of_place(&self.names.models.get(&id)?.key)
    }
}
