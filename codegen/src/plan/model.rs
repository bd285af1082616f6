//! `Model`: a struct, enum, union or alias made from a schema.

use super::{Argument, Docs, Name, Ty};

/// One file of `models/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// `cloud_function`: the module and the file's stem.
    pub module: Name,
    /// The public type's name.
    pub name: Name,
    /// Docs of the type.
    pub docs: Docs,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// Whether the file mentions `models::...`.
    pub uses_models: bool,
    /// What the type is.
    pub item: ModelItem,
}

/// The kinds of model.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelItem {
    /// An object with known properties.
    Struct(Struct),
    /// A closed set of values, open to new ones.
    Enum(Enum),
    /// `oneOf` or `anyOf`.
    Union(Union),
    /// A name for another type.
    Alias(Alias),
}

/// `pub struct Pet { pub name: String, .. }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// The properties in the description's order.
    pub fields: Vec<Field>,
    /// The field that takes properties the description does not name, if it types them.
    pub additional: Option<Additional>,
    /// How `new` takes the required fields.
    pub constructor: ConstructorStyle,
}

/// How `new` takes the required fields.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstructorStyle {
    /// `new(name: impl Into<String>, age: i64)`: up to four.
    Arguments,
    /// `new(required: PetRequired)`, with that struct beside the model.
    Literal(Name),
}

/// One property as a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Docs of the field.
    pub docs: Docs,
    /// Name of the field and of its setter.
    pub name: Name,
    /// Name of the setter that sends `null`, where the property is optional and nullable.
    pub null_setter: Option<Name>,
    /// Name of the property.
    pub wire_name: String,
    /// The type of a value: without the `Option`s of absence and, if `presence` says so, of null.
    pub ty: Ty,
    /// How absence and null show in the field's type.
    pub presence: Presence,
    /// How `new` and the setter take a value.
    pub argument: Argument,
    /// Whether the field and its setter bear `#[deprecated]`.
    pub deprecated: bool,
}

/// How absence and null show in a field's type; `T` is [`Field::ty`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `T`.
    Required,
    /// `Option<T>`, `None` is null; the property is always there.
    Nullable,
    /// `Option<T>`, `None` is absent.
    Optional,
    /// `Option<Option<T>>`: `None` is absent, `Some(None)` is null.
    OptionalNullable,
}

/// The field for properties that the description types but does not name: `pub additional: BTreeMap<String, T>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Additional {
    /// Docs of the field.
    pub docs: Docs,
    /// Name of the field and of its setter.
    pub name: Name,
    /// `T`.
    pub ty: Ty,
}

/// `pub enum Status { Open, Closed, Unknown(..) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// The variant for values that the description does not list.
    pub unknown: Name,
    /// The listed values.
    pub values: EnumValues,
}

/// The listed values of an [`Enum`], by their JSON type.
#[derive(Clone, Debug, PartialEq)]
pub enum EnumValues {
    /// Strings.
    Strings(Vec<StringVariant>),
    /// Integers.
    Integers(Vec<IntegerVariant>),
}

/// A string value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct StringVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub value: String,
}

/// An integer value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct IntegerVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The value on the wire.
    pub value: i64,
}

/// `pub enum Shape { Circle(models::Circle), Unknown(..) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The variant for shapes that the description does not list.
    pub unknown: Name,
    /// The listed shapes, in the order in which decoding looks for them.
    pub variants: Vec<UnionVariant>,
    /// How decoding chooses a variant.
    pub decoding: UnionDecoding,
}

/// A shape of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionVariant {
    /// Docs of the variant.
    pub docs: Docs,
    /// Name of the variant.
    pub name: Name,
    /// The payload.
    pub ty: Ty,
    /// Whether `From<ty>` is emitted: no other variant has the same payload, and the payload is not a `Box`.
    pub convertible: bool,
    /// By [`UnionDecoding::Tag`]: the property's values that mean this variant. Empty otherwise.
    pub tags: Vec<String>,
    /// By [`UnionDecoding::Shape`]: what a value of this variant looks like. `None` otherwise.
    pub test: Option<ShapeTest>,
}

/// How decoding chooses a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionDecoding {
    /// By the value of a property: a discriminator or a distinguishing `const`.
    Tag(String),
    /// By required keys and JSON type.
    Shape,
}

/// What a value of a variant looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeTest {
    /// An object that has all these keys: `json.has_keys(&["a", "b"])`.
    Keys(Vec<String>),
    /// `json.is_object()`.
    Object,
    /// `json.is_array()`.
    Array,
    /// `json.is_string()`.
    String,
    /// A string that is one of these: `json.is_one_of(&["a", "b"])`.
    OneOf(Vec<String>),
    /// `json.is_integer()`.
    Integer,
    /// `json.is_number()`.
    Number,
    /// `json.is_boolean()`.
    Boolean,
}

/// `pub type Labels = BTreeMap<String, String>;`.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// The type it stands for.
    pub ty: Ty,
}
