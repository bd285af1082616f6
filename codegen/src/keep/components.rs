//! Keeps what schemas with a name are: aliases, enumerations and structs.

use super::Keeper;
use super::values::recorded_values;
use crate::api::{SchemaId, Shape};
use crate::record::Kind;
use crate::record::recorded_type::RecordedType;

impl Keeper<'_, '_> {
    /// Keeps what schemas with a name are: aliases of a type, enumerations.
    pub(super) fn components(&mut self) {
        let components: Vec<SchemaId> = self.api.components.values().copied().collect();
        for id in components {
            let Some(model) = self.keys.get(&id).and_then(|key| self.record.model(key)) else { continue };
            let direction = self.api.directions.of(id);
            let shape = match model.kind {
                Kind::Alias => {
                    let kept = self.fit(id, RecordedType::new(&model.ty).options().1, direction);
                    kept.filter(|kept| *kept != id).map(|kept| self.api.schemas[kept].shape.clone())
                }
                Kind::Enum => match self.api.schemas[id].shape {
                    Shape::String(_) | Shape::Integer(_) => recorded_values(model, self.record).map(Shape::Enumeration),
                    Shape::Reference(target) => self.recorded_enumeration(target, model),
                    _ => None,
                },
                Kind::Struct => match self.api.schemas[id].shape {
                    Shape::Reference(target) => self.recorded_object(target, model),
                    _ => None,
                },
                _ => None,
            };
            if let Some(shape) = shape {
                self.api.set_shape(id, shape);
                self.is_changed = true;
            }
        }
        self.settle();
    }

    /// Keeps the aliases of schemas that the description no longer has.
    pub(super) fn dropped_aliases(&mut self) {
        for alias in self.record.of_kind(Kind::Alias) {
            let Some(name) = alias.key.component_name().filter(|name| !self.api.components.contains_key(name)) else { continue };
            let Some(at) = self.api.operations.first().map(|operation| operation.at) else { continue };
            if let Some(schema) = self.schema_of(RecordedType::new(&alias.ty), at) {
                self.api.add_dropped_component(name, schema);
                self.is_changed = true;
            }
        }
        self.settle();
    }
}
