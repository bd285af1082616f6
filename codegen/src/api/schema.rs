//! `Schema`: the shape of a value and what is said of it.

use super::constraint::{Constraint, ConstraintKind};
use super::format::{Float, Integer};
use super::kept::KeptForm;
use super::scalar::Scalar;
use crate::document::object::Text;
use crate::document::{Annotations, ValueLabels};
use crate::node::{Node, Origin};

/// A schema's place in [`Schemas`](super::Schemas).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(pub(super) u32);

impl SchemaId {
    /// The schema's place in the arena.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A place that becomes free JSON although the description says something about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Untyped {
    /// Where the schema was written.
    pub at: Origin,
    /// Why it has no type.
    pub reason: &'static str,
}

/// The shape of a value and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Where it was written.
    pub at: Origin,
    /// Its name, if it is one of the named schemas.
    pub component: Option<String>,
    /// The name of what it extends, if it is an alternative together with what stands beside all of them.
    pub extends: Option<String>,
    /// What describes it.
    pub annotations: Annotations,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// The names and annotations of single values.
    pub labels: ValueLabels,
    /// What restricts its values beyond their shape.
    pub constraints: Vec<Constraint>,
    /// The shape.
    pub shape: Shape,
    /// Whether its values can be made by the caller even if none is sent, as in an earlier client.
    pub keeps_constructor: bool,
    /// Whether the description no longer has it, which an earlier client named.
    pub is_dropped: bool,
}

impl Schema {
    /// A schema that allows anything.
    pub(super) fn any(at: Origin) -> Self {
        Self {
            at,
            component: None,
            extends: None,
            annotations: Annotations::default(),
            nullable: false,
            labels: ValueLabels::default(),
            constraints: Vec::new(),
            shape: Shape::Any,
            keeps_constructor: false,
            is_dropped: false,
        }
    }

    /// A schema of a shape of which nothing else is said.
    pub(super) fn of_shape(at: Origin, shape: Shape) -> Self {
        Self { shape, ..Self::any(at) }
    }

    /// The description, or else the title.
    pub fn description(&self) -> Option<&str> {
        self.annotations.description.as_deref().or(self.annotations.title.as_deref())
    }

    /// The values that `enum` or `const` allows, where the shape does not list them.
    pub fn allowed_values(&self) -> Option<&[Node]> {
        self.constraints.iter().find_map(|constraint| match &constraint.kind {
            ConstraintKind::Enum(values) => Some(values.as_slice()),
            _ => None,
        })
    }
}

/// The shape of a value that is not null, unless null is the only value.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Anything.
    Any,
    /// Null and nothing else.
    Null,
    /// The same as another schema.
    Reference(SchemaId),
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(Integer),
    /// A number.
    Number(Float),
    /// A number of another schema, or its text.
    Numeric(SchemaId),
    /// A text, with its `format`.
    String(Option<String>),
    /// An integer or a text.
    IntOrString,
    /// One of several values.
    Enumeration(Values),
    /// A list.
    Array(SchemaId),
    /// A list with a schema for each of its first items.
    Tuple(Tuple),
    /// An object whose keys are data; `None` where its values can be anything.
    Map(Option<SchemaId>),
    /// An object with known properties.
    Object(Object),
    /// One of several shapes.
    Union(Union),
}

impl Shape {
    /// The schemas inside, in their order.
    pub fn inner(&self) -> Vec<SchemaId> {
        match self {
            Self::Numeric(inner) | Self::Array(inner) | Self::Map(Some(inner)) => vec![*inner],
            Self::Object(object) => object.properties.iter().map(|property| property.schema).chain(object.additional).collect(),
            Self::Tuple(tuple) => tuple.schemas().collect(),
            Self::Union(union) => union.variants.clone(),
            _ => Vec::new(),
        }
    }
}

/// A list with a schema for each of its first items.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuple {
    /// The schemas of the first items.
    pub items: Vec<SchemaId>,
    /// The schema of the items after them; `None` if each list has the first ones and no others.
    pub rest: Option<SchemaId>,
}

impl Tuple {
    /// The schemas of all its items.
    pub fn schemas(&self) -> impl Iterator<Item = SchemaId> {
        self.items.iter().copied().chain(self.rest)
    }
}

/// An object with known properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    /// The properties, in the description's order.
    pub properties: Vec<Property>,
    /// The schema of properties that are not named, if the description types them.
    pub additional: Option<SchemaId>,
    /// Whether the description allows no other properties.
    pub is_closed: bool,
}

impl Object {
    /// The property of a name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    /// Where its schema was written.
    pub at: Origin,
    /// Its name on the network.
    pub name: String,
    /// Whether it is always there.
    pub required: bool,
    /// Whether the description says more of it than that it is required.
    pub is_described: bool,
    /// What describes it, said at the property itself.
    pub annotations: Annotations,
    /// Its value's schema.
    pub schema: SchemaId,
    /// The form in Rust that is kept from an earlier client, if any.
    pub kept: Option<KeptForm>,
}

impl Property {
    /// Whether each object that is received has it: what only the client sets is never received, and a name that is only required is
    /// often a mistake.
    pub fn is_always_received(&self) -> bool {
        self.required && self.is_described && !self.annotations.write_only
    }

    /// Whether each object that is sent has it: what only the server sets is never the caller's to give.
    pub fn is_always_sent(&self) -> bool {
        self.required && !self.annotations.read_only
    }
}

/// The values of an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Texts.
    Strings(Vec<String>),
    /// Whole numbers.
    Integers(Vec<i64>),
}

impl Values {
    /// Whether some value is in both.
    pub fn has_common(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Strings(one), Self::Strings(other)) => one.iter().any(|value| other.contains(value)),
            (Self::Integers(one), Self::Integers(other)) => one.iter().any(|value| other.contains(value)),
            _ => false,
        }
    }
}

/// One of several shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The shapes, in the description's order.
    pub variants: Vec<SchemaId>,
    /// Whether a value may have several of the shapes at once.
    pub any_of: bool,
    /// Whether the last shape is not in the description: that of an object with properties of several others.
    pub has_combined: bool,
    /// The property whose value names the shape, if the description has one.
    pub tags: Option<Tags>,
}

impl Union {
    /// Alternatives of which a value is exactly one.
    pub fn one_of(variants: Vec<SchemaId>, tags: Option<Tags>) -> Self {
        Self { variants, any_of: false, has_combined: false, tags }
    }

    /// The alternatives that the description lists.
    pub fn described(&self) -> &[SchemaId] {
        &self.variants[..self.variants.len() - usize::from(self.has_combined)]
    }

    /// The place of the alternative that is several others at once.
    pub fn combined(&self) -> Option<usize> {
        self.has_combined.then(|| self.variants.len() - 1)
    }
}

/// A property's values, and the schema that each stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Tags {
    /// Name of the property.
    pub property: String,
    /// The values of each variant, in the order of the variants.
    pub values: Vec<Vec<Scalar>>,
    /// The variant of any other value, and of none, if the description names it.
    pub default: Option<usize>,
    /// The keys of the mapping that lead to each variant.
    pub(super) mapped: Vec<Vec<Text>>,
    /// The name of each variant, which is its value if nothing else says one.
    pub(super) names: Vec<Option<String>>,
}
