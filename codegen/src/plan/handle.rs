//! `GroupHandle`: the type whose methods make the requests of a group.

use crate::names::{GroupNames, Name};

/// The type whose methods make a group's requests.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupHandle {
    /// `pub struct CloudFunctions { client: runtime::Client }`, reached by `client.cloud_functions()`.
    Tag(Name),
    /// The client itself, for operations without a tag.
    Client,
}

impl GroupHandle {
    /// The type whose methods make the requests of a group.
    pub(super) fn of(names: &GroupNames) -> Self {
        names.handle.clone().map_or(Self::Client, Self::Tag)
    }
}
