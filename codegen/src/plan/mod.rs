//! What Rust to write: every name, type and file is decided here, as plain data.

pub mod docs;
pub mod model;
pub mod name;
pub mod operation;
pub mod ty;

pub use docs::Docs;
pub use model::{
    Additional, Alias, ConstructorStyle, Field, IntegerEnum, IntegerVariant, Model, ModelItem, Presence, ShapeArm, ShapeTest,
    StringEnum, StringVariant, Struct, TagArm, Union, UnionDecoding, UnionVariant,
};
pub use name::Name;
pub use operation::{
    Arm, BodyField, ErrorVariant, Fallback, FixedValue, Group, GroupHandle, Member, Method, More, Operation, Outcome, Pagination,
    Parameter, ParameterPlace, PathStyle, QueryStyle, Reading, RequestBody, Segment, Status, VariantPath,
};
pub use ty::{Argument, Integer, Ty};

/// The whole client crate: `src/generated`, item by item.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Crate documentation of `generated/mod.rs`.
    pub docs: Docs,
    /// The description's path, as the file headers show it.
    pub source: String,
    /// The servers; the first is the default.
    pub servers: Vec<Server>,
    /// One file each below `models/`, in the order of their modules.
    pub models: Vec<Model>,
    /// One folder each below `operations/`, in the order of their modules.
    pub groups: Vec<Group>,
}

/// A base URL as a constant of `servers.rs`:
///
/// ```text
/// pub const DEFAULT: &str = "https://api.example.com/v1";
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Docs of the constant.
    pub docs: Docs,
    /// `DEFAULT` for the first server.
    pub name: Name,
    /// The URL without a trailing slash.
    pub url: String,
}
