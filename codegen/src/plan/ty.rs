//! `Ty`: the Rust type of a field, parameter, body or response.

use super::name::Name;

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
    /// `runtime::Value`: any JSON.
    Json,
    /// `runtime::JsonObject`: any JSON object.
    JsonObject,
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
            Self::String | Self::Json | Self::JsonObject => Argument::Into,
            _ => Argument::Plain,
        }
    }

    /// Whether the type, or one inside it, is a model.
    pub fn mentions_model(&self) -> bool {
        match self {
            Self::Model(_) => true,
            Self::Vec(inner) | Self::Map(inner) | Self::Option(inner) | Self::Box(inner) => inner.mentions_model(),
            _ => false,
        }
    }
}
