//! `ShapeTest`: what a value of a union's variant looks like, where no property names the variant.

use super::Ty;
use super::ty;
use crate::api::{Api, Object, SchemaId, Shape, TextFormat, Union, Values};

/// What a value of a variant looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum ShapeTest {
    /// An object with a property that has one of these values: `json.has_tag("kind", &["a", "b"])`.
    Tag {
        /// Name of the property.
        wire_name: String,
        /// Its values.
        values: Vec<String>,
    },
    /// The same, of integers: `json.has_integer_tag("kind", &[1, 2])`.
    IntegerTag {
        /// Name of the property.
        wire_name: String,
        /// Its values.
        values: Vec<i64>,
    },
    /// An object that has all these keys: `json.has_keys(&["a", "b"])`.
    Keys(Vec<String>),
    /// An object that has one of these keys: `json.has_any_key(&["a", "b"])`.
    AnyKey(Vec<String>),
    /// `json.is_object()`.
    Object,
    /// A list of which each item passes: `json.all_items(|json| ..)`.
    Items(Box<Self>),
    /// `json.is_array()`.
    Array,
    /// `json.is_string()`.
    String,
    /// A text that can be read as this type: `json.is::<uuid::Uuid>()`.
    Text(Ty),
    /// A string that is one of these: `json.is_one_of(&["a", "b"])`.
    OneOf(Vec<String>),
    /// An integer that is one of these: `json.is_one_of_integers(&[1, 2])`.
    OneOfIntegers(Vec<i64>),
    /// `json.is_integer()`.
    Integer,
    /// `json.is_number()`.
    Number,
    /// `json.is_boolean()`.
    Boolean,
    /// One of several: a union within the union.
    Any(Vec<Self>),
}

impl ShapeTest {
    /// How much passes the test: narrow tests come first, and among keys those that ask for more.
    fn breadth(&self) -> (u8, usize) {
        match self {
            Self::OneOf(_) | Self::OneOfIntegers(_) | Self::Tag { .. } | Self::IntegerTag { .. } => (0, 0),
            Self::Keys(keys) => (1, usize::MAX - keys.len()),
            Self::AnyKey(_) | Self::Text(_) => (2, 0),
            Self::Items(item) => (2, usize::from(item.breadth().0)),
            Self::Integer => (2, 0),
            Self::Any(tests) => tests.iter().map(Self::breadth).max().unwrap_or((3, 0)),
            Self::Boolean | Self::Number | Self::String | Self::Array | Self::Object => (3, 0),
        }
    }
}

/// What tells each variant from the others, and how early it is to be tried; no test where it can be anything.
pub(super) fn tests(variants: &[SchemaId], api: &Api) -> Vec<Vec<(ShapeTest, Rank)>> {
    let all: Vec<Alternative> = variants.iter().map(|id| Alternative::of(*id, api)).collect();
    let tests: Vec<Vec<ShapeTest>> = (0..all.len()).map(|index| distinguish(index, &all, api)).collect();
    let named_by_a_key = |tests: &[ShapeTest]| tests.iter().any(|test| matches!(test, ShapeTest::AnyKey(_)));
    // An object without any of the telling keys may be each of those that look alike otherwise: then it is none of them.
    let is_shared = |test: &ShapeTest| tests.iter().filter(|tests| tests.contains(test)).count() > 1;
    let one = |(own, alternative): (&Vec<ShapeTest>, &Alternative<'_>)| {
        let kept = own.iter().filter(|test| !named_by_a_key(own) || matches!(test, ShapeTest::AnyKey(_)) || !is_shared(test));
        kept.map(|test| (test.clone(), rank(test, alternative, &all))).collect()
    };
    tests.iter().zip(&all).map(one).collect()
}

/// How early a test is to be tried: by how much passes it, then variants that ask for more keys first.
pub(super) type Rank = ((u8, usize), usize);

fn rank(test: &ShapeTest, own: &Alternative<'_>, all: &[Alternative<'_>]) -> Rank {
    let demands = |object: &Object, key: &str| object.property(key).is_some_and(|property| property.required);
    let by_all = |key: &String| all.iter().filter_map(Alternative::object).all(|object| demands(object, key));
    let breadth = match test {
        // It tells the variant from none of the objects, and so comes after what does.
        ShapeTest::Keys(keys) if keys.iter().all(by_all) => (3, 0),
        ShapeTest::Object => (4, 0),
        test => test.breadth(),
    };
    let demanded = own.object().map_or(0, |object| object.properties.iter().filter(|property| property.required).count());
    (breadth, usize::MAX - demanded)
}

/// A variant: its schema behind references, and that of its items if it is a list.
struct Alternative<'a> {
    id: SchemaId,
    shape: &'a Shape,
}

impl<'a> Alternative<'a> {
    fn of(id: SchemaId, api: &'a Api) -> Self {
        let id = api.schemas.target(id).0;
        Self { id, shape: &api.schemas[id].shape }
    }

    fn object(&self) -> Option<&'a Object> {
        match self.shape {
            Shape::Object(object) => Some(object),
            _ => None,
        }
    }

    fn items(&self) -> Option<SchemaId> {
        match self.shape {
            Shape::Array(items) => Some(*items),
            _ => None,
        }
    }
}

fn distinguish(index: usize, all: &[Alternative<'_>], api: &Api) -> Vec<ShapeTest> {
    let own = &all[index];
    let others = || all.iter().enumerate().filter(move |(other, _)| *other != index).map(|(_, other)| other);
    let test = match own.shape {
        Shape::Object(object) => {
            let others: Vec<&Object> = others().filter(|other| other.id != own.id).filter_map(Alternative::object).collect();
            return of_object(object, &others, api);
        }
        Shape::Array(items) => {
            let mut item_types = vec![*items];
            item_types.extend(others().filter_map(Alternative::items));
            if item_types.len() == 1 {
                return vec![ShapeTest::Array];
            }
            let items: Vec<Alternative<'_>> = item_types.iter().map(|items| Alternative::of(*items, api)).collect();
            let tests = distinguish(0, &items, api);
            return match tests.into_iter().next() {
                Some(test) => vec![ShapeTest::Items(Box::new(test))],
                None => vec![ShapeTest::Array],
            };
        }
        Shape::Union(union) => return nested(union, api).into_iter().collect(),
        // Where no other variant is an integer, those that are not listed are of this one as well.
        Shape::Enumeration(Values::Integers(values)) if others().any(|other| matches!(other.shape, Shape::Integer(_))) => {
            Some(ShapeTest::OneOfIntegers(values.clone()))
        }
        shape => simple(shape, api),
    };
    test.into_iter().collect()
}

/// The test of a shape that no other variant shares.
fn simple(shape: &Shape, api: &Api) -> Option<ShapeTest> {
    Some(match shape {
        Shape::Any | Shape::Reference(_) => return None,
        Shape::Boolean => ShapeTest::Boolean,
        Shape::Integer(_) | Shape::Enumeration(Values::Integers(_)) => ShapeTest::Integer,
        Shape::Number(_) => ShapeTest::Number,
        Shape::String(format) => match TextFormat::of(format.as_deref()) {
            Some(format @ (TextFormat::DateTime | TextFormat::Date | TextFormat::Uuid)) => {
                ShapeTest::Text(ty::text(Some(format)))
            }
            Some(TextFormat::Byte) | None => ShapeTest::String,
        },
        Shape::Enumeration(Values::Strings(values)) => ShapeTest::OneOf(values.clone()),
        Shape::Array(_) => ShapeTest::Array,
        Shape::Map(_) | Shape::Object(_) => ShapeTest::Object,
        Shape::Union(union) => return nested(union, api),
    })
}

/// What a union within the union looks like.
fn nested(union: &Union, api: &Api) -> Option<ShapeTest> {
    if let Some(tags) = &union.tags {
        return Some(ShapeTest::Tag { wire_name: tags.property.clone(), values: tags.values.concat() });
    }
    let shapes: Vec<&Shape> = union.variants.iter().map(|id| &api.schemas[api.schemas.target(*id).0].shape).collect();
    // A union in a union in a union can be anything; it is not worth a ring.
    if shapes.iter().any(|shape| matches!(shape, Shape::Union(Union { tags: None, .. }))) {
        return None;
    }
    let mut tests: Vec<ShapeTest> = shapes.into_iter().map(|shape| simple(shape, api)).collect::<Option<_>>()?;
    tests.dedup();
    Some(ShapeTest::Any(tests))
}

/// What tells an object from others: a property's fixed value, else required keys, else keys that only it can have.
fn of_object(object: &Object, others: &[&Object], api: &Api) -> Vec<ShapeTest> {
    if others.is_empty() {
        return vec![ShapeTest::Object];
    }
    if let Some(tag) = tag(object, others, api) {
        return vec![tag];
    }
    let names = |keys: Vec<&crate::api::Property>| keys.into_iter().map(|property| property.name.clone()).collect::<Vec<_>>();
    let required: Vec<_> = object
        .properties
        .iter()
        .filter(|property| property.required)
        .filter(|property| !others.iter().all(|other| other.property(&property.name).is_some_and(|other| other.required)))
        .collect();
    let is_known = |name: &str| others.iter().any(|other| other.property(name).is_some());
    let exclusive: Vec<_> = required.iter().copied().filter(|property| !is_known(&property.name)).collect();
    if !exclusive.is_empty() {
        return vec![ShapeTest::Keys(names(exclusive))];
    }
    if !required.is_empty() {
        return vec![ShapeTest::Keys(names(required))];
    }
    // What the others ask for as well, if they are told by something else.
    let shared: Vec<_> = object.properties.iter().filter(|property| property.required).collect();
    let rest = if shared.is_empty() { ShapeTest::Object } else { ShapeTest::Keys(names(shared)) };
    let optional: Vec<_> = object.properties.iter().filter(|property| !is_known(&property.name)).collect();
    if optional.is_empty() { vec![rest] } else { vec![ShapeTest::AnyKey(names(optional)), rest] }
}

/// A property with fixed values of which no other object can have one.
fn tag(object: &Object, others: &[&Object], api: &Api) -> Option<ShapeTest> {
    let fixed = |object: &Object, name: &str| {
        let property = object.property(name)?;
        match &api.schemas[api.schemas.target(property.schema).0].shape {
            Shape::Enumeration(values) => Some(values.clone()),
            _ => None,
        }
    };
    object.properties.iter().filter(|property| property.required).find_map(|property| {
        let values = fixed(object, &property.name)?;
        let differs = |other: &&Object| match fixed(other, &property.name) {
            Some(theirs) => theirs.are_apart_from(&values),
            None => other.property(&property.name).is_none(),
        };
        let is_apart = others.iter().all(differs);
        let wire_name = property.name.clone();
        let test = match values {
            Values::Strings(values) => ShapeTest::Tag { wire_name, values },
            Values::Integers(values) => ShapeTest::IntegerTag { wire_name, values },
        };
        is_apart.then_some(test)
    })
}
