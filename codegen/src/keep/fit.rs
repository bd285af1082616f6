//! Whether a recorded type can hold the values of a schema, and the schema that gives this type.

use super::Keeper;
use crate::api::{Direction, Float, Integer, SchemaId, Shape, TextFormat, Type, Values};
use crate::node::Origin;
use crate::record::Kind;
use crate::record::recorded_type::RecordedType;

pub(super) const MAP: &str = "std::collections::BTreeMap";

impl Keeper<'_, '_> {
    /// The schema whose values, other than null, have a recorded type: the same one if they have it already; none if the type cannot
    /// hold them.
    pub(super) fn fit(&mut self, id: SchemaId, recorded: RecordedType<'_>, direction: Direction) -> Option<SchemaId> {
        let recorded = recorded.unboxed();
        let (ty, _) = self.api.schemas.type_of(id, &mut Vec::new());
        if is_free(&ty, recorded) {
            return Some(id);
        }
        if direction == Direction::Sent && self.takes_any(&ty, recorded) {
            let shape = self.shape_of(recorded, self.api.schemas[id].at)?;
            return Some(self.api.add_like(id, shape));
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
            (false, true) if ty != Type::Any && direction == Direction::Sent => self.without_null(kept),
            (false, true) if ty != Type::Any => None,
            _ => Some(kept),
        }
    }

    /// The same schema without null.
    fn without_null(&mut self, id: SchemaId) -> Option<SchemaId> {
        let kept = self.api.add_without_null(id)?;
        if let Some(key) = self.keys.get(&id).cloned() {
            self.ids.insert(key.clone(), kept);
            self.keys.insert(kept, key);
        }
        Some(kept)
    }

    /// Whether a type is free JSON of which every value of a recorded type is one.
    fn takes_any(&self, ty: &Type, recorded: RecordedType<'_>) -> bool {
        let is_struct = || self.record.model_at(recorded.as_str()).is_some_and(|model| model.kind == Kind::Struct);
        match ty {
            Type::Any => true,
            Type::AnyObject => recorded.inside(MAP).is_some() || is_struct(),
            _ => false,
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

    /// A schema of a recorded type, if the description still has all that it is made of.
    pub(super) fn schema_of(&mut self, recorded: RecordedType<'_>, at: Origin) -> Option<SchemaId> {
        let (options, inside) = recorded.options();
        let shape = self.shape_of(inside, at)?;
        let schema = self.api.add(at, shape);
        Some(if options > 0 { self.api.add_nullable(schema) } else { schema })
    }

    fn shape_of(&mut self, recorded: RecordedType<'_>, at: Origin) -> Option<Shape> {
        Some(if recorded.is_model() {
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
                name => match Integer::ALL.into_iter().find(|integer| integer.name() == name) {
                    Some(integer) => Shape::Integer(integer),
                    None => Shape::String(Some(text_format(recorded)?.to_owned())),
                },
            }
        })
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
