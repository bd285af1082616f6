//! Whether a recorded type can hold the values of a schema, and the schema that gives this type.

use super::Keeper;
use super::recorded_type::RecordedType;
use super::values::recorded_values;
use crate::api::{Direction, Float, Integer, Object, Property, SchemaId, Shape, TextFormat, Type, Values};
use crate::node::Origin;
use crate::record::{Item, Key, Kind};

const MAP: &str = "std::collections::BTreeMap";

impl Keeper<'_, '_> {
    /// The schema whose values, other than null, have a recorded type: the same one if they have it already; none if the type cannot
    /// hold them.
    pub(super) fn fit(&mut self, id: SchemaId, recorded: RecordedType<'_>, direction: Direction) -> Option<SchemaId> {
        let recorded = recorded.unboxed();
        let (ty, _) = self.api.schemas.type_of(id, &mut Vec::new());
        if is_free(&ty, recorded) {
            return Some(id);
        }
        let target = self.api.schemas.target(id).0;
        if recorded.is_model() {
            return self.fit_model(id, &ty, recorded, direction);
        }
        if let Some(item) = recorded.inside("Vec") {
            let Shape::Array(items) = self.api.schemas[target].shape else { return None };
            let kept = self.fit_inside(items, item, direction)?;
            return Some(if kept == items { id } else { self.api.add_like(id, Shape::Array(kept)) });
        }
        if let Some(value) = recorded.inside(MAP) {
            let Shape::Map(Some(values)) = self.api.schemas[target].shape else { return None };
            let kept = self.fit_inside(values, value, direction)?;
            return Some(if kept == values { id } else { self.api.add_like(id, Shape::Map(Some(kept))) });
        }
        let shape = match (recorded.as_str(), &ty) {
            ("runtime::Value", _) => Shape::Any,
            ("runtime::JsonObject", Type::Map(_)) => Shape::Map(None),
            ("runtime::JsonObject", Type::Model(model)) => self.is_object(*model).then_some(Shape::Map(None))?,
            ("String", Type::Text(None)) => return Some(id),
            // An enumeration is open, so that text allows no more than it does.
            ("String", Type::Text(Some(_))) => Shape::String(None),
            ("String", Type::Model(model)) => self.is_texts(*model).then_some(Shape::String(None))?,
            (_, Type::Text(None)) if direction == Direction::Sent => Shape::String(Some(text_format(recorded)?.to_owned())),
            (number, _) => self.number(number, &ty, direction)?,
        };
        if self.api.schemas[target].shape == shape {
            return Some(id);
        }
        Some(self.api.add_like(id, shape))
    }

    /// The same where null is part of the type: in bodies, lists and maps.
    pub(super) fn fit_inside(&mut self, id: SchemaId, recorded: RecordedType<'_>, direction: Direction) -> Option<SchemaId> {
        let (options, inside) = recorded.options();
        let (ty, nullable) = self.api.schemas.type_of(id, &mut Vec::new());
        let kept = self.fit(id, inside, direction)?;
        match (options > 0, nullable) {
            (true, false) if direction == Direction::Received => Some(self.api.add_nullable(kept)),
            (false, true) if ty != Type::Any => None,
            _ => Some(kept),
        }
    }

    fn is_object(&self, id: SchemaId) -> bool {
        let schemas = &self.api.schemas;
        schemas.alternatives(id).iter().all(|id| matches!(schemas[*id].shape, Shape::Object(_) | Shape::Map(_)))
    }

    fn is_texts(&self, id: SchemaId) -> bool {
        let is_text = |shape: &Shape| matches!(shape, Shape::String(_) | Shape::Enumeration(Values::Strings(_)));
        self.api.schemas.alternatives(id).iter().all(|id| is_text(&self.api.schemas[*id].shape))
    }

    /// The schema whose values are those of a recorded model.
    fn fit_model(&mut self, id: SchemaId, ty: &Type, recorded: RecordedType<'_>, direction: Direction) -> Option<SchemaId> {
        let model = self.record.model_at(recorded.as_str())?;
        if let Type::Model(new) = ty {
            let is_place = |key: &Key| self.record.model_of_place(key).is_some_and(|known| known.key == model.key);
            let is_other = !self.keys.get(new).is_some_and(is_place);
            if is_other && !self.ids.contains_key(&model.key) {
                return Some(self.restored(id, *new, model).unwrap_or(id));
            }
            let kept = self.ids.get(&model.key).copied().filter(|kept| is_other && self.holds(*kept, *new, direction));
            return Some(kept.map_or(id, |kept| self.api.add_like(id, Shape::Reference(kept))));
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

    /// A separate schema for the place of a recorded struct that now refers to an object with all of the struct's properties.
    fn restored(&mut self, id: SchemaId, new: SchemaId, model: &Item) -> Option<SchemaId> {
        let shape = self.recorded_object(new, model).filter(|_| model.key.is_inline())?;
        let restored = self.api.add_like(id, shape);
        self.ids.insert(model.key.clone(), restored);
        self.keys.insert(restored, model.key.clone());
        Some(restored)
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

    /// Whether the struct of one object can stay where the description now says another one: each value that is received has what
    /// the struct asks for, or each value of the struct that is sent is one of the other object.
    fn holds(&self, kept: SchemaId, new: SchemaId, direction: Direction) -> bool {
        let api = &*self.api;
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
            Direction::Both => false,
        }
    }

    /// A schema of a recorded type, if the description still has all that it is made of.
    pub(super) fn schema_of(&mut self, recorded: RecordedType<'_>, at: Origin) -> Option<SchemaId> {
        let shape = if recorded.is_model() {
            let model = self.record.model_at(recorded.as_str())?;
            Shape::Reference(*self.ids.get(&model.key)?)
        } else if let Some(item) = recorded.inside("Vec") {
            Shape::Array(self.schema_of(item, at)?)
        } else if let Some(value) = recorded.inside(MAP) {
            Shape::Map(Some(self.schema_of(value, at)?))
        } else {
            match recorded.as_str() {
                "String" => Shape::String(None),
                "bool" => Shape::Boolean,
                "f64" => Shape::Number(Float::Double),
                "runtime::Value" => Shape::Any,
                "runtime::JsonObject" => Shape::Map(None),
                name => Shape::Integer(Integer::ALL.into_iter().find(|integer| integer.name() == name)?),
            }
        };
        Some(self.api.add(at, shape))
    }

    /// The shape of a recorded boolean or number, if that holds the values.
    fn number(&self, recorded: &str, ty: &Type, direction: Direction) -> Option<Shape> {
        let is_sent = direction == Direction::Sent;
        let integer = Integer::ALL.into_iter().find(|integer| integer.name() == recorded);
        match (recorded, integer, ty) {
            ("bool", _, Type::Boolean) => Some(Shape::Boolean),
            ("f64", _, Type::Number(_)) => Some(Shape::Number(Float::Double)),
            // It was a number before, and is read with the same precision.
            ("f64", _, Type::Integer(integer)) if !is_sent && *integer != Integer::I128 => Some(Shape::Number(Float::Double)),
            ("f32", _, Type::Number(float)) if is_sent || *float == Float::Single => Some(Shape::Number(Float::Single)),
            (_, Some(recorded), Type::Integer(new)) if recorded.includes(*new) || (is_sent && new.includes(recorded)) => {
                Some(Shape::Integer(recorded))
            }
            (_, Some(recorded), Type::Number(_)) if is_sent => Some(Shape::Integer(recorded)),
            (_, Some(Integer::I64), Type::Model(model)) if self.is_integers(*model) => Some(Shape::Integer(Integer::I64)),
            _ => None,
        }
    }

    fn is_integers(&self, id: SchemaId) -> bool {
        matches!(self.api.schemas[id].shape, Shape::Enumeration(Values::Integers(_)))
    }
}

/// Whether a type is free JSON, in lists and maps or not, as recorded. A list of itself is.
fn is_free(ty: &Type, recorded: RecordedType<'_>) -> bool {
    let is_inside = |inner: &Type, name: &str| recorded.inside(name).is_some_and(|recorded| is_free(inner, recorded));
    match ty {
        Type::Any => recorded.as_str() == "runtime::Value",
        Type::AnyObject => recorded.as_str() == "runtime::JsonObject",
        Type::List(inner) => is_inside(inner, "Vec"),
        Type::Map(inner) => is_inside(inner, MAP),
        Type::Nullable(inner) => is_inside(inner, "Option"),
        _ => false,
    }
}

/// The format of texts of a recorded type.
fn text_format(recorded: RecordedType<'_>) -> Option<&'static str> {
    let formats = ["date-time", "date", "uuid", "byte", "http-date"];
    let ty = recorded.as_str();
    formats.into_iter().find(|format| match TextFormat::of(Some(*format)) {
        Some(TextFormat::DateTime) => ty.starts_with("chrono::DateTime"),
        Some(TextFormat::Date) => ty == "chrono::NaiveDate",
        Some(TextFormat::Uuid) => ty == "uuid::Uuid",
        Some(TextFormat::Byte) => ty == "runtime::Base64",
        Some(TextFormat::HttpDate) => ty == "runtime::HttpDate",
        _ => false,
    })
}
