//! `Constraint`: a keyword that restricts the values of a schema beyond their type.

use indexmap::IndexMap;

use super::rule::Rule;
use crate::document::SchemaType;
use crate::node::{Node, Origin, Value};

/// A keyword that restricts the values of a schema, and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// Where its bound was written.
    pub at: Origin,
    /// The keyword and its bound.
    pub kind: ConstraintKind,
}

/// A keyword and its bound.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstraintKind {
    /// `minLength`.
    MinLength(u128),
    /// `maxLength`.
    MaxLength(u128),
    /// `pattern`.
    Pattern(String),
    /// `minimum`.
    Minimum(Number),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(Number),
    /// `maximum`.
    Maximum(Number),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(Number),
    /// `multipleOf`.
    MultipleOf(Number),
    /// `minItems`.
    MinItems(u128),
    /// `maxItems`.
    MaxItems(u128),
    /// `uniqueItems: true`.
    UniqueItems,
    /// `minProperties`.
    MinProperties(u128),
    /// `maxProperties`.
    MaxProperties(u128),
    /// `contentEncoding`.
    ContentEncoding(String),
    /// `contentMediaType`.
    ContentMediaType(String),
    /// A `format` whose values stay text.
    Format(String),
    /// `enum` or `const`, where the shape does not list the values.
    Enum(Vec<Node>),
    /// The keys of `patternProperties`.
    PatternProperties(Vec<String>),
    /// A keyword such as `not` or `dependentRequired`, and its rule.
    Rule(&'static str, Rule),
}

/// A bound that is a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A number without fraction and exponent.
    Integer(i128),
    /// Any other number.
    Float(f64),
}

impl Number {
    fn of(node: &Node) -> Option<Self> {
        match node.value {
            Value::Integer(integer) => Some(Self::Integer(integer)),
            Value::Float(float) => Some(Self::Float(float)),
            _ => None,
        }
    }

    fn value(self) -> f64 {
        match self {
            Self::Integer(integer) => integer as f64,
            Self::Float(float) => float,
        }
    }
}

impl ConstraintKind {
    /// The keyword with its bound; `None` where that restricts nothing.
    fn of(keyword: &str, bound: &Node) -> Option<Self> {
        let count = || u128::try_from(bound.as_integer()?).ok();
        let text = || bound.as_str().map(str::to_owned);
        let number = || Number::of(bound);
        match keyword {
            "minLength" => count().map(Self::MinLength),
            "maxLength" => count().map(Self::MaxLength),
            "pattern" => text().map(Self::Pattern),
            "minimum" => number().map(Self::Minimum),
            "exclusiveMinimum" => number().map(Self::ExclusiveMinimum),
            "maximum" => number().map(Self::Maximum),
            "exclusiveMaximum" => number().map(Self::ExclusiveMaximum),
            "multipleOf" => number().map(Self::MultipleOf),
            "minItems" => count().map(Self::MinItems),
            "maxItems" => count().map(Self::MaxItems),
            "uniqueItems" => (bound.as_bool() == Some(true)).then_some(Self::UniqueItems),
            "minProperties" => count().map(Self::MinProperties),
            "maxProperties" => count().map(Self::MaxProperties),
            "contentEncoding" => text().map(Self::ContentEncoding),
            "contentMediaType" => text().map(Self::ContentMediaType),
            _ => None,
        }
    }

    /// The keyword.
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern(_) => "pattern",
            Self::Minimum(_) => "minimum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::UniqueItems => "uniqueItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
            Self::ContentEncoding(_) => "contentEncoding",
            Self::ContentMediaType(_) => "contentMediaType",
            Self::Format(_) => "format",
            Self::Enum(_) => "enum",
            Self::PatternProperties(_) => "patternProperties",
            Self::Rule(keyword, _) => keyword,
        }
    }

    /// Whether a later bound of the same keyword is at least as strict; an error if neither includes the other.
    fn allows_all_of(&self, later: &Self) -> Result<bool, &'static str> {
        match (self, later) {
            (earlier, later) if earlier == later => Ok(true),
            (Self::MinLength(earlier), Self::MinLength(later))
            | (Self::MinItems(earlier), Self::MinItems(later))
            | (Self::MinProperties(earlier), Self::MinProperties(later)) => Ok(later >= earlier),
            (Self::MaxLength(earlier), Self::MaxLength(later))
            | (Self::MaxItems(earlier), Self::MaxItems(later))
            | (Self::MaxProperties(earlier), Self::MaxProperties(later)) => Ok(later <= earlier),
            (Self::Minimum(earlier), Self::Minimum(later)) | (Self::ExclusiveMinimum(earlier), Self::ExclusiveMinimum(later)) => {
                Ok(later.value() >= earlier.value())
            }
            (Self::Maximum(earlier), Self::Maximum(later)) | (Self::ExclusiveMaximum(earlier), Self::ExclusiveMaximum(later)) => {
                Ok(later.value() <= earlier.value())
            }
            (Self::MultipleOf(earlier), Self::MultipleOf(later)) if later.value() % earlier.value() == 0.0 => Ok(true),
            (Self::MultipleOf(earlier), Self::MultipleOf(later)) if earlier.value() % later.value() == 0.0 => Ok(false),
            _ => Err(later.keyword()),
        }
    }
}

/// The constraints that keywords express.
pub(super) fn of(keywords: &IndexMap<String, Node>) -> Vec<Constraint> {
    let constraint =
        |(keyword, bound): (&String, &Node)| Some(Constraint { at: bound.at, kind: ConstraintKind::of(keyword, bound)? });
    keywords.iter().filter_map(constraint).collect()
}

/// Bounds that do not go together with further ones.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    /// Those that hold as well, although a keyword can be there only once.
    pub(super) also: IndexMap<String, Node>,
    /// Those that are dropped, each with the one that is kept.
    pub(super) dropped: Vec<(&'static str, Node, Node)>,
}

/// Adds keywords to those that hold already; of two that say different things the later is kept.
pub(super) fn add(keywords: &mut IndexMap<String, Node>, further: IndexMap<String, Node>) -> Conflicts {
    let mut conflicts = Conflicts::default();
    for (keyword, bound) in further {
        let Some(later) = ConstraintKind::of(&keyword, &bound) else { continue };
        let known = keywords.get(&keyword).and_then(|node| Some((node.clone(), ConstraintKind::of(&keyword, node)?)));
        if let Some((node, earlier)) = known {
            match earlier.allows_all_of(&later) {
                Ok(true) => {}
                Ok(false) => continue,
                Err(_) if matches!(later, ConstraintKind::Pattern(_) | ConstraintKind::MultipleOf(_)) => {
                    conflicts.also.insert(keyword.clone(), node);
                }
                Err(keyword) => conflicts.dropped.push((keyword, node, bound.clone())),
            }
        }
        keywords.insert(keyword, bound);
    }
    conflicts
}

/// Whether a keyword restricts values of a type.
pub(super) fn applies_to(keyword: &str, kind: SchemaType) -> bool {
    match keyword {
        "minLength" | "maxLength" | "pattern" | "contentEncoding" | "contentMediaType" => kind == SchemaType::String,
        "minItems" | "maxItems" | "uniqueItems" => kind == SchemaType::Array,
        "minProperties" | "maxProperties" => kind == SchemaType::Object,
        _ => matches!(kind, SchemaType::Integer | SchemaType::Number),
    }
}
