//! Keeps recorded structs: constructors, the types of fields, and which properties are constants.

use super::Keeper;
use super::fit::MAP;
use crate::api::{Direction, KeptForm, Object, Presence, Property, SchemaId, Shape};
use crate::record::recorded_type::{RecordedType, arguments};
use crate::record::{Item, Kind, Step};

impl<'r> Keeper<'_, 'r> {
    /// Keeps the constructors of models that are no longer sent.
    pub(super) fn constructors(&mut self) {
        for (id, key) in &self.keys {
            let model = self.record.model_of_place(key);
            let constructor = model.and_then(|model| self.record.get(&model.key, Kind::Constructor));
            let is_kept = constructor.is_some_and(|constructor| !constructor.is_only_for_tests());
            if is_kept && self.api.directions.of(*id) == Direction::Received {
                self.api.keep_constructor(*id);
                self.only_received.insert(*id);
                self.is_changed = true;
            }
        }
        self.settle();
    }

    /// Keeps what the properties of objects are.
    pub(super) fn objects(&mut self) {
        // Restored structs are added on the way.
        let mut next = 0;
        while let Some((id, key)) = self.keys.get_index(next).map(|(id, key)| (*id, key)) {
            next += 1;
            let Some(model) = self.record.model_of_place(key).filter(|model| model.kind == Kind::Struct) else { continue };
            let Shape::Object(object) = &self.api.schemas[id].shape else { continue };
            let object = object.clone();
            for (place, property) in object.properties.iter().enumerate() {
                self.property((id, place), property, model);
            }
            self.additional(id, &object, model);
        }
        self.settle();
    }

    /// Keeps the type of the properties that have no name, also where the description no longer says anything of them.
    fn additional(&mut self, id: SchemaId, object: &Object, model: &Item) {
        let Some(field) = self.record.get(&model.key.then(Step::Values), Kind::Field) else { return };
        let direction = self.direction(id);
        let recorded = RecordedType::new(&field.ty).inside(MAP);
        let kept = match object.additional {
            Some(schema) => recorded.and_then(|ty| self.fit_inside(schema, ty, direction)).filter(|kept| *kept != schema),
            None if object.is_closed && direction != Direction::Received => None,
            None => recorded.and_then(|ty| self.schema_of(ty, self.api.schemas[id].at)),
        };
        if let Some(kept) = kept {
            self.api.set_additional(id, kept);
            self.is_changed = true;
        }
    }

    fn property(&mut self, at: (SchemaId, usize), property: &Property, model: &Item) {
        let key = model.key.then(Step::Property(&property.name));
        let recorded = |kind| self.record.get(&key, kind);
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
        let presence = self.recorded(&property, options, model).presence(new, self.direction(at.0));
        if is_constant || presence != new {
            self.keep_form(at, KeptForm::Field(presence));
        }
    }

    fn keep_form(&mut self, (object, place): (SchemaId, usize), form: KeptForm) {
        self.api.keep_form(object, place, form);
        self.is_changed = true;
    }

    /// The direction in which the values of a model travel, whatever callers can make.
    pub(super) fn direction(&self, id: SchemaId) -> Direction {
        match self.only_received.contains(&id) {
            true => Direction::Received,
            false => self.api.directions.of(id),
        }
    }

    /// The recorded field of a property, given the number of options around its type.
    fn recorded(&self, property: &Property, options: usize, model: &Item) -> Recorded {
        let constructor = self.record.get(&model.key, Kind::Constructor);
        let of_argument = |constructor: &'r Item| {
            let place = constructor.order.iter().position(|name| *name == property.name)?;
            arguments(&constructor.ty).get(place).copied()
        };
        let of_field = self.record.required_field(&model.key, &property.name).map(|field| RecordedType::new(&field.ty));
        let asked = of_field.or_else(|| constructor.and_then(of_argument));
        Recorded {
            options,
            is_sendable: constructor.is_some_and(|constructor| !constructor.is_only_for_tests()),
            is_asked_for: asked.is_some(),
            takes_null: asked.is_some_and(|ty| ty.options().0 > 0),
            is_always_received: property.is_always_received(),
        }
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

/// A recorded field.
struct Recorded {
    /// How many options are around its type.
    options: usize,
    /// Whether callers could make values of its model.
    is_sendable: bool,
    /// Whether the constructor asks for it.
    is_asked_for: bool,
    /// Whether the constructor takes null.
    takes_null: bool,
    /// Whether each object that is received has its property by now.
    is_always_received: bool,
}

impl Recorded {
    /// Whether the field may be absent or null, where the description now says something: as recorded if that holds every value that
    /// is received, and all that could be sent is still valid.
    fn presence(&self, new: Presence, direction: Direction) -> Presence {
        use Presence::{Nullable, Optional, OptionalNullable, Required, Sent};
        match (direction, self.options, new) {
            (Direction::Received, 1, Required) if self.is_asked_for => Nullable,
            (Direction::Received, 1, Required | OptionalNullable) => Optional,
            (Direction::Received, 1, Nullable) if self.is_sendable && !self.is_asked_for => Optional,
            (Direction::Received, 0, Optional) if self.is_asked_for => Sent,
            (Direction::Received, 1, Optional) if self.is_asked_for && !self.takes_null => Sent,
            (Direction::Received, 2, _) => OptionalNullable,
            (Direction::Received, ..) => new,
            // No caller made values of it: the type that is read stays, and writing follows the description.
            (_, 1, Required | Sent) if !self.is_sendable => Nullable,
            (_, 1, OptionalNullable) if !self.is_sendable => Optional,
            (Direction::Both, 0, Optional) if self.is_asked_for && self.is_always_received => Required,
            (Direction::Both, 0, Optional) if self.is_asked_for => Sent,
            (Direction::Both | Direction::Sent, 1, Required | Optional) if self.is_asked_for && !self.takes_null => Sent,
            (Direction::Both, 2, OptionalNullable) if self.takes_null => Sent,
            (Direction::Both, ..) => new,
            (Direction::Sent, 0, Optional | Nullable | OptionalNullable) => Required,
            (Direction::Sent, 1, OptionalNullable) if self.is_asked_for => Nullable,
            (Direction::Sent, 1, OptionalNullable) => Optional,
            (Direction::Sent, ..) => new,
        }
    }
}
