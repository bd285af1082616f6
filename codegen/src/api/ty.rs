//! `Type`: the values of a schema as data, by id where they are a model's.

use super::format::{Float, Integer, TextFormat};
use super::schema::{SchemaId, Shape, Untyped};
use super::schemas::Schemas;

/// The values of a schema as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Any JSON.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(Integer),
    /// A number.
    Number(Float),
    /// A number, which may arrive as text.
    Numeric(Box<Self>),
    /// An integer or a text.
    IntOrString,
    /// A text, with the format that has a type.
    Text(Option<TextFormat>),
    /// An object whose keys are data and whose values are any JSON.
    AnyObject,
    /// An object, an enumeration or a union: what becomes a model.
    Model(SchemaId),
    /// A list.
    List(Box<Self>),
    /// A list with a type for each of its first items, and the type of the items after them if its length may differ.
    Tuple(Vec<Self>, Option<Box<Self>>),
    /// An object whose keys are data.
    Map(Box<Self>),
    /// A value or null.
    Nullable(Box<Self>),
}

/// How many lists and maps a type may have in one another: each refers to the next, so that a chain has the square of its length.
pub const DEEPEST: usize = 64;

/// How many tuples a type may have in one another: each can refer to the next a dozen times.
const DEEPEST_TUPLE: usize = 3;

impl Schemas {
    /// The type of the values of a schema that are not null, and whether null is a value, too. Places without a type although
    /// the description says something about them are added to `untyped`.
    pub fn type_of(&self, id: SchemaId, untyped: &mut Vec<Untyped>) -> (Type, bool) {
        self.type_below(id, &mut Vec::new(), untyped)
    }

    /// The type of the values of a schema, null included.
    pub fn type_with_null(&self, id: SchemaId, untyped: &mut Vec<Untyped>) -> Type {
        match self.type_of(id, untyped) {
            (ty, true) => Type::Nullable(Box::new(ty)),
            (ty, false) => ty,
        }
    }

    /// Whether the values of a schema are a model's.
    pub fn is_model(&self, id: SchemaId) -> bool {
        matches!(self[id].shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_))
    }

    /// Whether a type would have too many lists, maps and tuples in one another, which are those of these schemas.
    pub fn is_too_deep(&self, passed: &[SchemaId]) -> bool {
        let tuples = || passed.iter().filter(|id| matches!(self[**id].shape, Shape::Tuple(_))).count();
        passed.len() >= DEEPEST || tuples() > DEEPEST_TUPLE
    }

    fn type_below(&self, id: SchemaId, passed: &mut Vec<SchemaId>, untyped: &mut Vec<Untyped>) -> (Type, bool) {
        let (target, nullable) = self.target(id);
        let mut without_type = |reason| {
            untyped.push(Untyped { at: self[id].at, reason });
            (Type::Any, false)
        };
        // A list of itself has no finite type unless a model stands in between.
        if passed.contains(&target) {
            return without_type("a list or map of itself has no finite type");
        }
        if self.is_too_deep(passed) {
            return without_type("lists or maps are nested too deep");
        }
        if self[target].shape == Shape::Null {
            return without_type("`null` is its only value");
        }
        passed.push(target);
        let mut inside = |id| {
            let (ty, nullable) = self.type_below(id, passed, untyped);
            Box::new(if nullable { Type::Nullable(Box::new(ty)) } else { ty })
        };
        let ty = match &self[target].shape {
            Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_) => Type::Model(target),
            Shape::Any | Shape::Null | Shape::Reference(_) => Type::Any,
            Shape::Boolean => Type::Boolean,
            Shape::Integer(integer) => Type::Integer(*integer),
            Shape::Number(float) => Type::Number(*float),
            Shape::Numeric(number) => Type::Numeric(inside(*number)),
            Shape::IntOrString => Type::IntOrString,
            Shape::String(format) => Type::Text(TextFormat::of(format.as_deref())),
            Shape::Array(items) => Type::List(inside(*items)),
            Shape::Tuple(tuple) => {
                let items = tuple.items.iter().map(|item| *inside(*item)).collect();
                Type::Tuple(items, tuple.rest.map(inside))
            }
            Shape::Map(None) => Type::AnyObject,
            Shape::Map(Some(values)) => Type::Map(inside(*values)),
        };
        passed.pop();
        let nullable = nullable && ty != Type::Any;
        (ty, nullable)
    }
}
