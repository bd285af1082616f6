//! `Ty`: the Rust type of a field, parameter, body or response.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::constraint::{self, Unchecked};
use crate::api::{SchemaId, Schemas, Shape, TextFormat, Untyped};
use crate::diagnostic::Diagnostics;
use crate::names::Name;

/// A Rust type, written out in full: no choice is left to the emitter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ty {
    /// `()`: a response without a body.
    Unit,
    /// `bool`.
    Bool,
    /// `i8` to `u64`, by its Rust name.
    Integer(Integer),
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// `chrono::DateTime<chrono::FixedOffset>`.
    DateTime,
    /// `chrono::NaiveDate`.
    Date,
    /// `uuid::Uuid`.
    Uuid,
    /// `runtime::Base64`: bytes, which JSON holds as text.
    Base64,
    /// `runtime::Value`: any JSON.
    Json,
    /// `runtime::JsonObject`: any JSON object.
    JsonObject,
    /// `runtime::Bytes`.
    Bytes,
    /// `runtime::Body`: a request's body, in memory or streamed.
    Body,
    /// `runtime::FilePart`: a file in a form.
    FilePart,
    /// `runtime::MultipartForm`: a form that the caller puts together.
    MultipartForm,
    /// `runtime::Event<T>`: an event of an event stream.
    Event(Box<Ty>),
    /// An enum of the operation's own file.
    Local(Name),
    /// The same, of several bodies, into which each of them can be turned.
    Choice(Name),
    /// `models::Pet`.
    Model(Name),
    /// `Vec<T>`.
    Vec(Box<Ty>),
    /// `std::collections::BTreeMap<String, T>`.
    Map(Box<Ty>),
    /// `Option<T>`.
    Option(Box<Ty>),
    /// `Box<T>`: breaks a recursion or shrinks a union's variant.
    Box(Box<Ty>),
    /// `runtime::Deep<T>`: ends a long chain of types.
    Deep(Box<Ty>),
}

/// The integer types a schema's `format` can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Integer {
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`, also where there is no format.
    I64,
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
}

/// How a value of a type is handed to a constructor or setter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    /// `value: T`, stored as it is.
    Plain,
    /// `value: impl Into<T>`, stored as `value.into()`.
    Into,
}

impl Ty {
    /// `Option<Self>`.
    pub fn optional(self) -> Self {
        Self::Option(Box::new(self))
    }

    /// How a value of this type is taken from the caller.
    pub fn argument(&self) -> Argument {
        match self {
            Self::String | Self::DateTime | Self::Base64 | Self::Json | Self::JsonObject | Self::Box(_) | Self::Deep(_) => {
                Argument::Into
            }
            Self::Bytes | Self::Body | Self::FilePart | Self::Choice(_) => Argument::Into,
            _ => Argument::Plain,
        }
    }

    /// The type itself, or the one inside its lists, maps, options and boxes.
    fn innermost(&self) -> &Self {
        match self {
            Self::Vec(inner) | Self::Map(inner) | Self::Option(inner) | Self::Event(inner) => inner.innermost(),
            Self::Box(inner) | Self::Deep(inner) => inner.innermost(),
            _ => self,
        }
    }

    /// The model that it mentions.
    pub fn model(&self) -> Option<&Name> {
        match self.innermost() {
            Self::Model(name) => Some(name),
            _ => None,
        }
    }

    /// Whether it mentions a model.
    pub fn mentions_model(&self) -> bool {
        matches!(self.innermost(), Self::Model(_))
    }

    /// Whether it mentions a type of the runtime.
    pub fn mentions_runtime(&self) -> bool {
        matches!(self.innermost(), Self::Json | Self::JsonObject | Self::Base64 | Self::Bytes)
    }

    /// Whether it has a value to go on with after an error: `Default::default()`.
    pub fn has_default(&self) -> bool {
        !matches!(self, Self::Model(_) | Self::Box(_) | Self::Deep(_))
    }

    /// Whether it is a box that hides what is in it, or an option of one.
    pub fn is_hidden(&self) -> bool {
        match self {
            Self::Option(inner) => inner.is_hidden(),
            _ => matches!(self, Self::Deep(_)),
        }
    }

    /// Whether it mentions one model.
    pub fn mentions(&self, name: &Name) -> bool {
        matches!(self.innermost(), Self::Model(model) if model == name)
    }
}

/// How many lists and maps a type may have in one another: each refers to the next, so that a chain has the square of its length.
pub(super) const DEEPEST: usize = 64;

/// The type of each schema.
pub struct Types<'a> {
    pub(super) schemas: &'a Schemas,
    names: &'a BTreeMap<SchemaId, Name>,
    formats: RefCell<BTreeSet<TextFormat>>,
    untyped: RefCell<Vec<Untyped>>,
    /// Whether constraints are checked before values are sent.
    pub(super) checks_constraints: bool,
    pub(super) unchecked: RefCell<Vec<Unchecked>>,
    /// The schemas whose values are sent unchecked somewhere.
    pub(super) left_unchecked: RefCell<BTreeSet<SchemaId>>,
}

impl<'a> Types<'a> {
    /// The types of schemas whose models have these names.
    pub fn new(schemas: &'a Schemas, names: &'a BTreeMap<SchemaId, Name>, checks_constraints: bool) -> Self {
        Self {
            schemas,
            names,
            formats: RefCell::default(),
            untyped: RefCell::default(),
            checks_constraints,
            unchecked: RefCell::default(),
            left_unchecked: RefCell::default(),
        }
    }

    /// The type of a value that is not null, and whether it may be null.
    pub fn of(&self, id: SchemaId) -> (Ty, bool) {
        self.below(id, &mut Vec::new())
    }

    /// The type of a value, null included.
    pub fn with_null(&self, id: SchemaId) -> Ty {
        nullable(self.of(id))
    }

    /// The type of a value in an enum of ours, where a struct would make all other variants as large as itself.
    pub fn in_variant(&self, id: SchemaId) -> Ty {
        let is_struct = self.schemas.object(id).is_some();
        match self.with_null(id) {
            ty @ Ty::Model(_) if is_struct => Ty::Box(Box::new(ty)),
            ty => ty,
        }
    }

    /// The formats of the types that were asked for, and the places that got none although they have a shape.
    pub(super) fn noticed(self, diagnostics: &mut Diagnostics) -> (BTreeSet<TextFormat>, Vec<Untyped>) {
        constraint::report(self.unchecked.into_inner(), diagnostics);
        (self.formats.into_inner(), self.untyped.into_inner())
    }

    fn below(&self, id: SchemaId, passed: &mut Vec<SchemaId>) -> (Ty, bool) {
        let (target, nullable) = self.schemas.target(id);
        // A list of itself has no finite type unless a model stands in between.
        if passed.contains(&target) {
            self.untyped
                .borrow_mut()
                .push(Untyped { at: self.schemas[id].at, reason: "a list or map of itself has no finite type" });
            return (Ty::Json, false);
        }
        if passed.len() == DEEPEST {
            self.untyped.borrow_mut().push(Untyped { at: self.schemas[id].at, reason: "lists or maps are nested too deep" });
            return (Ty::Json, false);
        }
        passed.push(target);
        let ty = match &self.schemas[target].shape {
            Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_) => self.model(target),
            Shape::Any | Shape::Reference(_) => Ty::Json,
            Shape::Boolean => Ty::Bool,
            Shape::Integer(format) => Ty::Integer(integer(format.as_deref())),
            Shape::Number(format) => {
                if format.as_deref() == Some("float") {
                    Ty::F32
                } else {
                    Ty::F64
                }
            }
            Shape::String(format) => {
                let format = TextFormat::of(format.as_deref());
                self.formats.borrow_mut().extend(format);
                text(format)
            }
            Shape::Array(items) => Ty::Vec(Box::new(self.inside(*items, passed))),
            Shape::Map(None) => Ty::JsonObject,
            Shape::Map(Some(values)) => Ty::Map(Box::new(self.inside(*values, passed))),
        };
        passed.pop();
        let nullable = nullable && ty != Ty::Json;
        (ty, nullable)
    }

    fn inside(&self, id: SchemaId, passed: &mut Vec<SchemaId>) -> Ty {
        nullable(self.below(id, passed))
    }

    fn model(&self, id: SchemaId) -> Ty {
        match self.names.get(&id) {
            Some(name) => Ty::Model(name.clone()),
            None => Ty::Json,
        }
    }
}

fn nullable((ty, nullable): (Ty, bool)) -> Ty {
    if nullable { ty.optional() } else { ty }
}

/// The type of a text in a format: the one place that decides it.
pub(super) fn text(format: Option<TextFormat>) -> Ty {
    match format {
        Some(TextFormat::DateTime) => Ty::DateTime,
        Some(TextFormat::Date) => Ty::Date,
        Some(TextFormat::Uuid) => Ty::Uuid,
        Some(TextFormat::Byte) => Ty::Base64,
        None => Ty::String,
    }
}

/// The integer type of a format; 64 bits where it says nothing.
fn integer(format: Option<&str>) -> Integer {
    match format {
        Some("int8") => Integer::I8,
        Some("int16") => Integer::I16,
        Some("int32") => Integer::I32,
        Some("uint8") => Integer::U8,
        Some("uint16") => Integer::U16,
        Some("uint32") => Integer::U32,
        Some("uint64") => Integer::U64,
        _ => Integer::I64,
    }
}
