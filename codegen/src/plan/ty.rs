//! `Ty`: the Rust type of a field, parameter, body or response.

use std::cmp::Ordering;
use std::fmt;

pub use crate::api::Integer;
use crate::api::{SchemaId, TextFormat};
use crate::names::Name;

/// A Rust type, written out in full: no choice is left to the emitter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ty {
    /// `()`: a response without a body.
    Unit,
    /// `bool`.
    Bool,
    /// `i8` to `i128`, by its Rust name.
    Integer(Integer),
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// `chrono::DateTime<chrono::FixedOffset>`.
    DateTime,
    /// `runtime::HttpDate`: a point in time in the form of HTTP.
    HttpDate,
    /// `chrono::NaiveDate`.
    Date,
    /// `uuid::Uuid`.
    Uuid,
    /// `runtime::Base64`: bytes, which JSON holds as text.
    Base64,
    /// `runtime::Quoted<i64>`: an integer, which JSON holds as text.
    Quoted(Integer),
    /// `runtime::Numeric<T>`: a number, which may arrive as text.
    Numeric(Box<Ty>),
    /// `runtime::IntOrString`: an integer or a text.
    IntOrString,
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
    /// `runtime::JsonLines<T>`: a request's body of values in lines.
    Lines(Box<Ty>),
    /// `runtime::Event<T>`: an event of an event stream.
    Event(Box<Ty>),
    /// An enum of the operation's own file.
    Local(Name),
    /// The same, of several bodies, into which each of them can be turned.
    Choice(Name),
    /// `models::Pet`.
    Model(ModelRef),
    /// `Vec<T>`.
    Vec(Box<Ty>),
    /// `(A, B)`, or `runtime::Tuple<(A, B), R>` with the type of the items after them.
    Tuple(Vec<Ty>, Option<Box<Ty>>),
    /// `std::collections::BTreeMap<String, T>`.
    Map(Box<Ty>),
    /// `Option<T>`.
    Option(Box<Ty>),
    /// `Box<T>`: breaks a recursion or shrinks a union's variant.
    Box(Box<Ty>),
    /// `runtime::Deep<T>`: ends a long chain of types.
    Deep(Box<Ty>),
}

impl fmt::Display for Ty {
    /// The type as Rust source, below `generated`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit => formatter.write_str("()"),
            Self::Bool => formatter.write_str("bool"),
            Self::Integer(integer) => formatter.write_str(integer.name()),
            Self::F32 => formatter.write_str("f32"),
            Self::F64 => formatter.write_str("f64"),
            Self::String => formatter.write_str("String"),
            Self::DateTime => formatter.write_str("chrono::DateTime<chrono::FixedOffset>"),
            Self::Date => formatter.write_str("chrono::NaiveDate"),
            Self::Uuid => formatter.write_str("uuid::Uuid"),
            Self::Base64 => formatter.write_str("runtime::Base64"),
            Self::HttpDate => formatter.write_str("runtime::HttpDate"),
            Self::Quoted(integer) => write!(formatter, "runtime::Quoted<{}>", integer.name()),
            Self::Numeric(number) => write!(formatter, "runtime::Numeric<{number}>"),
            Self::IntOrString => formatter.write_str("runtime::IntOrString"),
            Self::Json => formatter.write_str("runtime::Value"),
            Self::JsonObject => formatter.write_str("runtime::JsonObject"),
            Self::Bytes => formatter.write_str("runtime::Bytes"),
            Self::Body => formatter.write_str("runtime::Body"),
            Self::FilePart => formatter.write_str("runtime::FilePart"),
            Self::MultipartForm => formatter.write_str("runtime::MultipartForm"),
            Self::Lines(item) => write!(formatter, "runtime::JsonLines<{item}>"),
            Self::Event(data) => write!(formatter, "runtime::Event<{data}>"),
            Self::Local(name) | Self::Choice(name) => write!(formatter, "{name}"),
            Self::Model(model) => write!(formatter, "models::{}", model.name),
            Self::Vec(item) => write!(formatter, "Vec<{item}>"),
            Self::Tuple(items, rest) => {
                let types: String = items.iter().map(|item| format!("{item}, ")).collect();
                let types = if items.len() == 1 { types.trim_end() } else { types.trim_end_matches(", ") };
                match rest {
                    None => write!(formatter, "({types})"),
                    Some(rest) => write!(formatter, "runtime::Tuple<({types}), {rest}>"),
                }
            }
            Self::Map(value) => write!(formatter, "std::collections::BTreeMap<String, {value}>"),
            Self::Option(value) => write!(formatter, "Option<{value}>"),
            Self::Box(value) => write!(formatter, "Box<{value}>"),
            Self::Deep(value) => write!(formatter, "runtime::Deep<{value}>"),
        }
    }
}

/// A model as types refer to it: by its schema. The name is there so that a type can be written down by itself.
#[derive(Clone, Debug)]
pub struct ModelRef {
    /// The schema that it is made from.
    pub id: SchemaId,
    /// Its name.
    pub name: Name,
    /// Whether it is deprecated.
    pub is_deprecated: bool,
    /// Whether it is an enum of alternatives, each of which can be turned into it.
    pub is_union: bool,
}

impl PartialEq for ModelRef {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for ModelRef {}

impl PartialOrd for ModelRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ModelRef {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id.cmp(&other.id)
    }
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
    /// The type of a text in a format: the one place that decides it.
    pub fn text(format: Option<TextFormat>) -> Self {
        match format {
            Some(TextFormat::DateTime) => Self::DateTime,
            Some(TextFormat::Date) => Self::Date,
            Some(TextFormat::Uuid) => Self::Uuid,
            Some(TextFormat::Byte) => Self::Base64,
            Some(TextFormat::HttpDate) => Self::HttpDate,
            Some(TextFormat::Integer(integer)) => Self::Quoted(integer),
            None => Self::String,
        }
    }

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
            Self::HttpDate | Self::Quoted(_) | Self::Numeric(_) | Self::IntOrString | Self::Tuple(_, Some(_)) => Argument::Into,
            Self::Bytes | Self::Body | Self::FilePart | Self::Lines(_) | Self::Choice(_) => Argument::Into,
            Self::Model(model) if model.is_union => Argument::Into,
            _ => Argument::Plain,
        }
    }

    /// The type itself, or those inside its lists, tuples, maps, options and boxes.
    fn innermost(&self) -> Vec<&Self> {
        match self {
            Self::Vec(inner) | Self::Map(inner) | Self::Option(inner) => inner.innermost(),
            Self::Lines(inner) | Self::Event(inner) => inner.innermost(),
            Self::Box(inner) | Self::Deep(inner) => inner.innermost(),
            Self::Tuple(items, rest) => items.iter().chain(rest.as_deref()).flat_map(Self::innermost).collect(),
            _ => vec![self],
        }
    }

    /// The models that it mentions.
    pub fn models(&self) -> impl Iterator<Item = &ModelRef> {
        self.innermost().into_iter().filter_map(|ty| if let Self::Model(model) = ty { Some(model) } else { None })
    }

    /// The model that it is, or that is in its list, map, option or box.
    pub fn model(&self) -> Option<&ModelRef> {
        let mut models = self.models();
        models.next().filter(|_| models.next().is_none())
    }

    /// Whether it mentions a model.
    pub fn mentions_model(&self) -> bool {
        self.models().next().is_some()
    }

    /// Whether it mentions a type of the runtime.
    pub fn mentions_runtime(&self) -> bool {
        let is_of_runtime = |ty: &Self| {
            matches!(ty, Self::Json | Self::JsonObject | Self::Base64 | Self::Bytes)
                || matches!(ty, Self::HttpDate | Self::Quoted(_) | Self::Numeric(_) | Self::IntOrString)
        };
        self.has_open_tuple() || self.innermost().into_iter().any(is_of_runtime)
    }

    /// Whether there is a tuple in it that may have further items.
    fn has_open_tuple(&self) -> bool {
        match self {
            Self::Vec(inner) | Self::Map(inner) | Self::Option(inner) | Self::Event(inner) => inner.has_open_tuple(),
            Self::Box(inner) | Self::Deep(inner) => inner.has_open_tuple(),
            Self::Tuple(items, rest) => rest.is_some() || items.iter().any(Self::has_open_tuple),
            _ => false,
        }
    }

    /// Whether it has a value to go on with after an error: `Default::default()`.
    pub fn has_default(&self) -> bool {
        match self {
            Self::Model(_) | Self::Box(_) | Self::Deep(_) => false,
            Self::Tuple(items, None) => items.iter().all(Self::has_default),
            _ => true,
        }
    }

    /// Whether it is a box that hides what is in it, or an option of one.
    pub fn is_hidden(&self) -> bool {
        match self {
            Self::Option(inner) => inner.is_hidden(),
            _ => matches!(self, Self::Deep(_)),
        }
    }

    /// Whether it mentions a model that is deprecated.
    pub fn mentions_deprecated(&self) -> bool {
        self.models().any(|model| model.is_deprecated)
    }
}
