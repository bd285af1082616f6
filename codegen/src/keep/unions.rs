//! Keeps the types of alternatives of recorded unions, and unions of which one alternative is left.

use super::Keeper;
use super::values::recorded_values;
use crate::api::{Direction, SchemaId, Shape, Union};
use crate::record::recorded_type::RecordedType;
use crate::record::{Item, Kind};

impl<'r> Keeper<'_, 'r> {
    /// Keeps the types of the alternatives of recorded unions.
    pub(super) fn unions(&mut self) {
        for (id, key) in self.keys.clone() {
            if let Some(model) = self.record.model_of_place(&key).filter(|model| model.kind == Kind::Enum) {
                self.alternatives(id, model);
            }
        }
        self.settle();
    }

    /// Keeps the types of alternatives that are neither objects nor unions. Of those that are no longer the same, only one may have a
    /// recorded type, and only this one. Whether an alternative may be null does not show in its type.
    fn alternatives(&mut self, id: SchemaId, model: &'r Item) {
        let Shape::Union(union) = &self.api.schemas[id].shape else { return };
        let described = union.described().to_vec();
        let direction = self.direction(id);
        let variants = self.record.parts(&model.key, Kind::Variant).map(|variant| RecordedType::new(&variant.ty));
        let mut recorded: Vec<RecordedType<'_>> = variants.filter(|ty| self.is_simple(*ty)).collect();
        let mut places: Vec<usize> = (0..described.len()).filter(|place| self.is_simple_schema(described[*place])).collect();
        recorded.retain(|ty| {
            let is_same = |place: &usize| self.fit(described[*place], *ty, direction) == Some(described[*place]);
            let same = places.iter().position(is_same);
            same.map(|same| places.remove(same)).is_none()
        });
        let mut fits = Vec::new();
        for (ty, place) in recorded.iter().flat_map(|ty| places.iter().map(move |place| (*ty, *place))) {
            fits.extend(self.fit(described[place], ty, direction).map(|kept| (ty, place, kept)));
        }
        for (ty, place, kept) in &fits {
            if fits.iter().filter(|(other, at, _)| other == ty || at == place).count() == 1 {
                self.api.set_alternative(id, *place, *kept);
                self.is_changed = true;
            }
        }
    }

    fn is_simple(&self, recorded: RecordedType<'_>) -> bool {
        let model = self.record.model_at(recorded.unboxed().as_str());
        model.map_or(!recorded.unboxed().is_model(), |model| recorded_values(model, self.record).is_some())
    }

    fn is_simple_schema(&self, id: SchemaId) -> bool {
        !matches!(self.api.schemas[self.api.schemas.target(id).0].shape, Shape::Object(_) | Shape::Union(_))
    }

    /// The recorded union of a received value that is always one of its alternatives by now.
    pub(super) fn recorded_union(&mut self, id: SchemaId, model: &'r Item, direction: Direction) -> Option<SchemaId> {
        if direction != Direction::Received || model.kind != Kind::Enum || recorded_values(model, self.record).is_some() {
            return None;
        }
        let target = self.api.schemas.target(id).0;
        let variants: Vec<&Item> = self.record.parts(&model.key, Kind::Variant).collect();
        if let Some(kept) = self.ids.get(&model.key).copied() {
            let Shape::Union(union) = &self.api.schemas[kept].shape else { return None };
            let is_alternative = union.described().iter().any(|variant| self.api.schemas.target(*variant).0 == target);
            return is_alternative.then(|| self.api.add_like(id, Shape::Reference(kept)));
        }
        let at = self.api.schemas[id].at;
        let mut schemas = Vec::new();
        for variant in variants {
            schemas.push(self.schema_of(RecordedType::new(&variant.ty), at)?);
        }
        let ty = |id: SchemaId| self.api.schemas.type_of(id, &mut Vec::new()).0;
        let same = schemas.iter().position(|variant| ty(*variant) == ty(target))?;
        schemas[same] = target;
        let union = self.api.add_like(id, Shape::Union(Union::one_of(schemas, None)));
        self.ids.insert(model.key.clone(), union);
        self.keys.insert(union, model.key.clone());
        Some(union)
    }
}
