//! What is recorded of models: constructors, the types of aliases and fields, and which properties are constants.

use indexmap::IndexMap;

use super::Keeper;
use super::recorded_type::{RecordedType, arguments};
use super::values::recorded_values;
use crate::api::{Direction, KeptForm, Presence, Property, SchemaId, Shape};
use crate::record::{Item, Key, Kind, Step};

impl Keeper<'_, '_> {
    /// Keeps the constructors of models that are no longer sent.
    pub(super) fn constructors(&mut self, keys: &IndexMap<SchemaId, Key>) {
        for (id, key) in keys {
            let model = self.record.model_of_place(key);
            let is_kept = model.is_some_and(|model| self.record.get(&model.key, Kind::Constructor).is_some());
            if is_kept && self.api.directions.of(*id) == Direction::Received {
                self.api.keep_constructor(*id);
                self.only_received.insert(*id);
                self.is_changed = true;
            }
        }
        self.settle();
    }

    /// Keeps what schemas with a name are: aliases of a type, enumerations.
    pub(super) fn components(&mut self, keys: &IndexMap<SchemaId, Key>) {
        let components: Vec<SchemaId> = self.api.components.values().copied().collect();
        for id in components {
            let Some(model) = keys.get(&id).and_then(|key| self.record.model(key)) else { continue };
            let direction = self.api.directions.of(id);
            let shape = match model.kind {
                Kind::Alias => {
                    let kept = self.fit(id, RecordedType::new(&model.ty).options().1, direction);
                    kept.filter(|kept| *kept != id).map(|kept| self.api.schemas[kept].shape.clone())
                }
                Kind::Enum => match self.api.schemas[id].shape {
                    Shape::String(_) | Shape::Integer(_) => recorded_values(model, self.record).map(Shape::Enumeration),
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

    /// Keeps what the properties of objects are.
    pub(super) fn objects(&mut self, keys: &IndexMap<SchemaId, Key>) {
        for (id, key) in keys {
            let Some(model) = self.record.model_of_place(key).filter(|model| model.kind == Kind::Struct) else { continue };
            let Shape::Object(object) = &self.api.schemas[*id].shape else { continue };
            for (place, property) in object.properties.clone().iter().enumerate() {
                self.property((*id, place), property, model);
            }
        }
        self.settle();
    }

    fn property(&mut self, at: (SchemaId, usize), property: &Property, model: &Item) {
        let of_property = |item: &&Item| item.key.last_word() == property.name;
        let recorded = |kind| self.record.parts(&model.key, kind).find(of_property);
        let is_constant = self.api.is_constant(at.0, at.1);
        if let Some(field) = recorded(Kind::Field) {
            self.field(at, property, field, model);
        } else if !is_constant && recorded(Kind::Constant).is_some() && self.api.has_only_value(at.0, property) {
            self.keep_form(at, KeptForm::Constant);
        }
    }

    /// Keeps a field: its type, and whether it is an `Option`.
    fn field(&mut self, at: (SchemaId, usize), property: &Property, field: &Item, model: &Item) {
        let (options, ty) = RecordedType::new(&field.ty).options();
        let direction = direction_of(property, self.direction(at.0));
        let kept = self.fit(property.schema, ty, direction);
        let kept = kept.unwrap_or(property.schema);
        if kept != property.schema {
            self.api.set_property(at.0, at.1, kept);
            self.is_changed = true;
        }
        let property = Property { schema: kept, ..property.clone() };
        let new = self.api.presence(at.0, &property);
        let is_constant = self.api.is_constant(at.0, at.1);
        let is_asked_for = self.is_asked_for(&property, model);
        let recorded = Recorded { options, is_asked_for, takes_null: self.takes_null(&property, model) };
        let presence = recorded.presence(new, self.direction(at.0));
        if is_constant || presence != new {
            self.keep_form(at, KeptForm::Field(presence));
        }
    }

    fn keep_form(&mut self, (object, place): (SchemaId, usize), form: KeptForm) {
        self.api.keep_form(object, place, form);
        self.is_changed = true;
    }

    /// The direction in which the values of a model travel, whatever callers can make.
    fn direction(&self, id: SchemaId) -> Direction {
        match self.only_received.contains(&id) {
            true => Direction::Received,
            false => self.api.directions.of(id),
        }
    }

    /// Whether the recorded constructor of a model asks for a property; none if there is no constructor.
    fn is_asked_for(&self, property: &Property, model: &Item) -> Option<bool> {
        let constructor = self.record.get(&model.key, Kind::Constructor)?;
        let literal = self.required(model, property).is_some();
        Some(literal || constructor.order.contains(&property.name))
    }

    /// Whether the recorded constructor of a model takes null for a property.
    fn takes_null(&self, property: &Property, model: &Item) -> bool {
        let is_option = |ty: RecordedType<'_>| ty.options().0 > 0;
        if let Some(field) = self.required(model, property) {
            return is_option(RecordedType::new(&field.ty));
        }
        let Some(constructor) = self.record.get(&model.key, Kind::Constructor) else { return false };
        let place = constructor.order.iter().position(|name| *name == property.name);
        place.and_then(|place| arguments(&constructor.ty).get(place).copied()).is_some_and(is_option)
    }

    /// The field of the struct that a recorded constructor takes.
    fn required(&self, model: &Item, property: &Property) -> Option<&Item> {
        let key = model.key.then(Step::Own("required")).then(Step::Property(&property.name));
        self.record.get(&key, Kind::Field)
    }
}

/// The directions in which the values of a property travel.
fn direction_of(property: &Property, object: Direction) -> Direction {
    match (property.annotations.read_only, property.annotations.write_only) {
        (true, false) => Direction::Received,
        (false, true) => Direction::Sent,
        _ => object,
    }
}

/// What is recorded of a field.
struct Recorded {
    /// How many options are around its type.
    options: usize,
    /// Whether the constructor asks for it; none if there is no constructor.
    is_asked_for: Option<bool>,
    /// Whether the constructor takes null.
    takes_null: bool,
}

impl Recorded {
    /// Whether the field may be absent or null, where the description now says something: as recorded if that holds every value that
    /// is received, and all that could be sent is still valid.
    fn presence(&self, new: Presence, direction: Direction) -> Presence {
        use Presence::{Nullable, Optional, OptionalNullable, Required, Sent};
        let (is_received, is_sent) = (direction != Direction::Sent, direction != Direction::Received);
        match (self.options, self.is_asked_for, new) {
            // Nobody made values of it: what is read stays, and what is written is what the description demands.
            (1, None, Required | Sent | Nullable) if is_sent => Nullable,
            (1, None, OptionalNullable) => Optional,
            (1, _, OptionalNullable) if !is_sent => Optional,
            (1, _, Required | Nullable) if !is_sent => Optional,
            (2, _, _) if !is_sent => OptionalNullable,
            (1, Some(true), Required) if is_sent && is_received && !self.takes_null => Sent,
            (0, Some(true), Optional | Nullable | OptionalNullable) if !is_received => Required,
            (0, Some(true), Optional) => Sent,
            (1, Some(true), Optional | OptionalNullable) if !is_received && self.takes_null => match new {
                OptionalNullable => Nullable,
                other => other,
            },
            (1, Some(false), OptionalNullable) if !is_received => Optional,
            _ => new,
        }
    }
}
