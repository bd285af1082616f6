//! `Model`: a struct, enum, union or alias made from a schema.

use super::{Argument, Docs, Name, Ty};

/// One file of `models/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// `cloud_function`: the module and the file's stem.
    pub module: Name,
    /// Whether the file mentions `models::...`.
    pub uses_models: bool,
    /// Whether the file mentions something deprecated: its own type, a field of it, or another model.
    pub mentions_deprecated: bool,
    /// What the type is.
    pub item: ModelItem,
}

impl Model {
    /// The public type's name.
    pub fn name(&self) -> &Name {
        match &self.item {
            ModelItem::Struct(item) => &item.name,
            ModelItem::StringEnum(item) => &item.name,
            ModelItem::IntegerEnum(item) => &item.name,
            ModelItem::Union(item) => &item.name,
            ModelItem::Alias(item) => &item.name,
        }
    }

    /// The public types of the file: the model, and the literal that its constructor takes.
    pub fn types(&self) -> Vec<&Name> {
        match &self.item {
            ModelItem::Struct(Struct { name, constructor: ConstructorStyle::Literal(required), .. }) => vec![name, required],
            _ => vec![self.name()],
        }
    }
}

/// The kinds of model.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelItem {
    /// An object with known properties.
    Struct(Struct),
    /// Strings that the description lists, open to new ones.
    StringEnum(StringEnum),
    /// Integers that the description lists, open to new ones.
    IntegerEnum(IntegerEnum),
    /// `oneOf` or `anyOf`.
    Union(Union),
    /// A name for another type.
    Alias(Alias),
}

/// `pub struct Pet { pub name: String, .. }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
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
    /// `new()`, and `Default` with it: nothing is required.
    Empty,
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
pub struct StringEnum {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed values.
    pub variants: Vec<StringVariant>,
    /// The variant for values that the description does not list.
    pub unknown: Name,
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

/// `pub enum Level { Low, High, Unknown(..) }`, of integers.
#[derive(Clone, Debug, PartialEq)]
pub struct IntegerEnum {
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed values.
    pub variants: Vec<IntegerVariant>,
    /// The variant for values that the description does not list.
    pub unknown: Name,
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
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// The listed shapes.
    pub variants: Vec<UnionVariant>,
    /// The variant for shapes that the description does not list.
    pub unknown: Name,
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
    /// Whether `From<ty>` is emitted, for a boxed payload from what is in the box: no other variant has the same payload, and
    /// it is not the union itself.
    pub convertible: bool,
}

/// How decoding chooses a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionDecoding {
    /// By the value of a property: a discriminator or a distinguishing `const`.
    Tag {
        /// Name of the property.
        wire_name: String,
        /// Its values, and the variants that they mean.
        arms: Vec<TagArm>,
    },
    /// By required keys and JSON type: the first test that holds decides.
    Shape(Vec<ShapeArm>),
}

/// `Some("circle" | "disc") => runtime::variant(json, Self::Circle)`.
#[derive(Clone, Debug, PartialEq)]
pub struct TagArm {
    /// The property's values; at least one.
    pub values: Vec<String>,
    /// The variant that they mean.
    pub variant: Name,
}

/// `if json.is_string() { return runtime::variant(json, Self::Text); }`.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapeArm {
    /// What a value of the variant looks like.
    pub test: ShapeTest,
    /// The variant.
    pub variant: Name,
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
    /// Docs of the type.
    pub docs: Docs,
    /// The type.
    pub name: Name,
    /// Whether the type bears `#[deprecated]`.
    pub deprecated: bool,
    /// Whether the file mentions `runtime::...`.
    pub uses_runtime: bool,
    /// The type it stands for.
    pub ty: Ty,
}
