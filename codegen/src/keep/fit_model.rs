//! Whether a recorded model can hold the values of another one, and the schema that gives this model.

use super::Keeper;
use super::values::recorded_values;
use crate::api::{Direction, Object, Property, SchemaId, Shape, Type, Values};
use crate::record::recorded_type::RecordedType;
use crate::record::{Item, Key, Kind};

impl Keeper<'_, '_> {
    /// The schema whose values are those of a recorded model.
    pub(super) fn fit_model(
        &mut self,
        id: SchemaId,
        ty: &Type,
        recorded: RecordedType<'_>,
        direction: Direction,
    ) -> Option<SchemaId> {
        let model = self.record.model_at(recorded.as_str())?;
        let is_place = |key: &Key| self.record.model_of_place(key).is_some_and(|known| known.key == model.key);
        let is_there = matches!(ty, Type::Model(new) if self.keys.get(new).is_some_and(is_place));
        if is_there {
            return Some(id);
        }
        if let Some(union) = self.recorded_union(id, model, direction) {
            return Some(union);
        }
        if let Type::Model(new) = ty {
            let Some(kept) = self.ids.get(&model.key).copied() else {
                return Some(self.restored(id, *new, model).unwrap_or(id));
            };
            let is_held = self.restored.get(&kept) == Some(new) || self.holds(kept, *new, direction);
            return Some(if is_held { self.api.add_like(id, Shape::Reference(kept)) } else { id });
        }
        if model.kind != Kind::Enum {
            return None;
        }
        let values = recorded_values(model, self.record)?;
        match (&values, ty) {
            (Values::Strings(_), Type::Text(_)) | (Values::Integers(_), Type::Integer(_)) => {}
            _ => return None,
        }
        let named = self.ids.get(&model.key).filter(|named| matches!(self.api.schemas[**named].shape, Shape::Enumeration(_)));
        Some(match named {
            Some(named) => self.api.add_like(id, Shape::Reference(*named)),
            None => self.api.add_like(id, Shape::Enumeration(values)),
        })
    }

    /// A separate schema for the place of a recorded model that now refers to one with all of the model's properties or values.
    fn restored(&mut self, id: SchemaId, new: SchemaId, model: &Item) -> Option<SchemaId> {
        let shape = self.recorded_object(new, model).or_else(|| self.recorded_enumeration(new, model));
        let shape = shape.filter(|_| model.key.is_inline())?;
        let restored = self.api.add_like(id, shape);
        self.ids.insert(model.key.clone(), restored);
        self.keys.insert(restored, model.key.clone());
        self.restored.insert(restored, new);
        Some(restored)
    }

    /// The shape of an enumeration that has a value of a recorded one.
    pub(super) fn recorded_enumeration(&self, id: SchemaId, model: &Item) -> Option<Shape> {
        let shape = &self.api.schemas[id].shape;
        let Shape::Enumeration(values) = shape else { return None };
        let recorded = recorded_values(model, self.record).filter(|_| model.kind == Kind::Enum)?;
        values.has_common(&recorded).then(|| shape.clone())
    }

    /// The shape of an object that has all properties of a recorded struct, and that no discriminator selects.
    pub(super) fn recorded_object(&self, id: SchemaId, model: &Item) -> Option<Shape> {
        let schemas = &self.api.schemas;
        let object =
            schemas.object(id).filter(|_| model.kind == Kind::Struct && schemas.tagged_properties(id).next().is_none())?;
        let kinds = [Kind::Field, Kind::Constant].into_iter();
        let mut parts = kinds.flat_map(|kind| self.record.parts(&model.key, kind)).peekable();
        let has_parts = parts.peek().is_some();
        let has_all = parts.all(|part| object.property(&part.key.last_word()).is_some());
        let properties = object.properties.iter().map(|property| Property { kept: None, ..property.clone() });
        (has_parts && has_all).then(|| Shape::Object(Object { properties: properties.collect(), ..object.clone() }))
    }

    /// Whether one model can stay where the description now says another one: each value that is received has what the struct
    /// asks for, or each value of the struct that is sent is one of the other object. Enumerations are open.
    fn holds(&self, kept: SchemaId, new: SchemaId, direction: Direction) -> bool {
        let api = &*self.api;
        if let (Shape::Enumeration(kept), Shape::Enumeration(new)) = (&api.schemas[kept].shape, &api.schemas[new].shape) {
            return kept.has_common(new);
        }
        let part = |wide: SchemaId, narrow: SchemaId| {
            let (Shape::Object(all), Shape::Object(some)) = (&api.schemas[wide].shape, &api.schemas[narrow].shape) else {
                return false;
            };
            let ty = |property: &Property| api.schemas.type_of(property.schema, &mut Vec::new());
            let is_demanded = |property: &Property| api.presence(narrow, property).is_required();
            let is_in = |(place, property): (usize, &Property)| {
                let other = all.properties.iter().position(|other| other.name == property.name);
                other.is_some_and(|other| {
                    let same = &all.properties[other];
                    let is_there = !is_demanded(property) || api.presence(wide, same).is_required();
                    is_there && ty(same) == ty(property) && api.is_constant(wide, other) == api.is_constant(narrow, place)
                })
            };
            all.additional.is_none() && some.additional.is_none() && some.properties.iter().enumerate().all(is_in)
        };
        let has_demanded = || match (&api.schemas[kept].shape, &api.schemas[new].shape) {
            (Shape::Object(object), Shape::Object(other)) => other
                .properties
                .iter()
                .all(|property| object.property(&property.name).is_some() || !api.presence(new, property).is_required()),
            _ => false,
        };
        match direction {
            Direction::Received => part(new, kept),
            Direction::Sent => part(new, kept) && has_demanded(),
            Direction::Both => part(new, kept) && part(kept, new),
        }
    }
}
