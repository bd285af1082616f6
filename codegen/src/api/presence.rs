//! `Presence`: whether a property may be absent or null.

use super::Api;
use super::direction::Direction;
use super::kept::KeptForm;
use super::schema::{Property, SchemaId};

/// Whether a property may be absent or null.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// Always there and never null.
    Required,
    /// Always sent, but may be absent when received.
    Sent,
    /// Always there, possibly null.
    Nullable,
    /// Possibly absent. If it may be null as well, the two need not be told apart, since it is only received.
    Optional,
    /// Possibly absent and possibly null, which are two things to whoever it is sent to.
    OptionalNullable,
}

impl Presence {
    /// Whether each object that is made has the property.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::Sent | Self::Nullable)
    }
}

impl Api {
    /// Whether a property of an object may be absent or null, in the directions in which the object travels. Read-only properties
    /// are never sent, and write-only ones are never received. A required property that is not described any further may be
    /// absent when received.
    pub fn presence(&self, object: SchemaId, property: &Property) -> Presence {
        if let Some(KeptForm::Field(presence)) = property.kept {
            return presence;
        }
        let direction = self.directions.of(object);
        let nullable = self.schemas.type_of(property.schema, &mut Vec::new()).1;
        match (self.directions.is_always_there(object, property), nullable) {
            (true, _) if direction == Direction::Both && !property.is_always_received() => Presence::Sent,
            (true, false) => Presence::Required,
            (true, true) => Presence::Nullable,
            (false, true) if direction != Direction::Received => Presence::OptionalNullable,
            (false, _) => Presence::Optional,
        }
    }
}
