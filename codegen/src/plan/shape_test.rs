//! `ShapeTest`: what a value of a union's variant looks like, where no property names the variant.

use std::collections::BTreeMap;

use super::ty;
use super::ty::Ty;
use crate::api::evidence::Candidates;
use crate::api::{Api, Integer, Object, Scalar, SchemaId, Shape, TextFormat, Union, Values};

/// How many lists within one another are looked into to tell two lists apart.
const DEEPEST: usize = 16;

/// What a value of a variant looks like.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShapeTest {
    /// An object with a property that has one of these values: `json.has_tag("kind", &["a", "b"])`.
    Tag {
        /// Name of the property.
        wire_name: String,
        /// Its values.
        values: Vec<Scalar>,
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
    /// A text or number in exactly the form in which this type is written: `json.is::<uuid::Uuid>()`.
    Exact(Ty),
    /// A text in another form that this type has as well: `json.fits::<uuid::Uuid>()`.
    Fits(Ty),
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
            Self::OneOf(_) | Self::OneOfIntegers(_) | Self::Tag { .. } => (0, 0),
            Self::Keys(keys) => (1, usize::MAX - keys.len()),
            Self::AnyKey(_) | Self::Exact(_) => (2, 0),
            Self::Items(item) => (2, usize::from(item.breadth().0)),
            Self::Integer => (2, 0),
            Self::Any(tests) => tests.iter().map(Self::breadth).max().unwrap_or((3, 0)),
            Self::Fits(_) | Self::Boolean | Self::Number | Self::String | Self::Array | Self::Object => (3, 0),
        }
    }
}

/// What tells each variant from the others, and how early it is to be tried; no test where it can be anything.
pub(super) fn tests(variants: &[SchemaId], api: &Api) -> Vec<Vec<(ShapeTest, Rank)>> {
    let all: Vec<Alternative> = variants.iter().map(|id| Alternative::of(*id, api)).collect();
    let candidates = candidates(&all, api);
    let tests = distinguish(&all, &candidates, api, &mut Vec::new());
    let mut counts: BTreeMap<&ShapeTest, usize> = BTreeMap::new();
    for test in tests.iter().flatten() {
        *counts.entry(test).or_default() += 1;
    }
    let named_by_a_key = |tests: &[ShapeTest]| tests.iter().any(|test| matches!(test, ShapeTest::AnyKey(_)));
    // An object without any of the telling keys may be each of those that look alike otherwise: then it is none of them.
    let is_shared = |test: &ShapeTest| counts.get(test).is_some_and(|count| *count > 1);
    let one = |(own, alternative): (&Vec<ShapeTest>, &Alternative<'_>)| {
        let kept = own.iter().filter(|test| !named_by_a_key(own) || matches!(test, ShapeTest::AnyKey(_)) || !is_shared(test));
        kept.map(|test| (test.clone(), rank(test, alternative, &candidates))).collect()
    };
    tests.iter().zip(&all).map(one).collect()
}

/// How early a test is to be tried: by how much passes it, then variants that ask for more keys first.
pub(super) type Rank = ((u8, usize), usize);

fn rank(test: &ShapeTest, own: &Alternative<'_>, candidates: &Candidates<'_>) -> Rank {
    let breadth = match test {
        // It tells the variant from none of the objects, and so comes after what does.
        ShapeTest::Keys(keys) if keys.iter().all(|key| candidates.all_require(key)) => (3, 0),
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

fn candidates<'a>(all: &[Alternative<'a>], api: &'a Api) -> Candidates<'a> {
    Candidates::of(all.iter().map(|alternative| alternative.id), &api.schemas)
}

/// What tells each of some schemas from the others, where they are the items of these lists around them.
fn distinguish(
    all: &[Alternative<'_>],
    candidates: &Candidates<'_>,
    api: &Api,
    around: &mut Vec<Vec<SchemaId>>,
) -> Vec<Vec<ShapeTest>> {
    let mut lists = of_lists(all, api, around).into_iter();
    let has_integers = all.iter().any(|alternative| matches!(alternative.shape, Shape::Integer(_)));
    let has_numbers = all.iter().any(|alternative| matches!(alternative.shape, Shape::Number(_)));
    let one = |own: &Alternative<'_>| match own.shape {
        Shape::Object(object) => of_object(object, candidates),
        Shape::Array(_) => lists.next().into_iter().collect(),
        Shape::Union(union) => nested(union, api).into_iter().collect(),
        // Where no other variant is an integer, those that are not listed are of this one as well.
        Shape::Enumeration(Values::Integers(values)) if has_integers => vec![ShapeTest::OneOfIntegers(values.clone())],
        Shape::Enumeration(Values::Integers(_)) if has_numbers => vec![ShapeTest::Exact(Ty::Integer(Integer::I64))],
        // `2.0` is the number, and so is an integer that the type cannot hold.
        Shape::Integer(integer) if has_numbers => vec![ShapeTest::Exact(Ty::Integer(*integer))],
        Shape::String(format) => of_text(TextFormat::of(format.as_deref()), all),
        shape => simple(shape, api).into_iter().collect(),
    };
    all.iter().map(one).collect()
}

/// What tells a text from other alternatives.
fn of_text(format: Option<TextFormat>, all: &[Alternative<'_>]) -> Vec<ShapeTest> {
    let takes_texts =
        |shape: &Shape| matches!(shape, Shape::String(_) | Shape::Enumeration(Values::Strings(_)) | Shape::Union(_));
    let takes_any_text =
        |shape: &Shape| matches!(shape, Shape::String(format) if exact(TextFormat::of(format.as_deref())).is_none());
    match exact(format) {
        Some(ty) if all.iter().any(|alternative| takes_any_text(alternative.shape)) => vec![ShapeTest::Exact(ty)],
        Some(ty) if all.iter().filter(|alternative| takes_texts(alternative.shape)).count() > 1 => {
            vec![ShapeTest::Exact(ty.clone()), ShapeTest::Fits(ty)]
        }
        _ => vec![ShapeTest::String],
    }
}

/// The type of a format, if not each text could be of it: one that can be read as Base64 is mostly something else.
fn exact(format: Option<TextFormat>) -> Option<Ty> {
    format.filter(|format| *format != TextFormat::Byte).map(|format| ty::text(Some(format)))
}

/// What tells the lists from one another: their items, unless they are lists of themselves, and so on.
fn of_lists(all: &[Alternative<'_>], api: &Api, around: &mut Vec<Vec<SchemaId>>) -> Vec<ShapeTest> {
    let items: Vec<Alternative<'_>> =
        all.iter().filter_map(Alternative::items).map(|items| Alternative::of(items, api)).collect();
    let ids: Vec<SchemaId> = items.iter().map(|items| items.id).collect();
    if items.len() < 2 || around.len() == DEEPEST || around.contains(&ids) {
        return vec![ShapeTest::Array; items.len()];
    }
    around.push(ids);
    let tests = distinguish(&items, &candidates(&items, api), api, around);
    around.pop();
    let of_items = |test: ShapeTest| ShapeTest::Items(Box::new(test));
    tests.into_iter().map(|tests| tests.into_iter().next().map_or(ShapeTest::Array, of_items)).collect()
}

/// The test of a shape that no other variant shares.
fn simple(shape: &Shape, api: &Api) -> Option<ShapeTest> {
    Some(match shape {
        Shape::Any | Shape::Reference(_) => return None,
        Shape::Boolean => ShapeTest::Boolean,
        Shape::Integer(_) | Shape::Enumeration(Values::Integers(_)) => ShapeTest::Integer,
        Shape::Number(_) => ShapeTest::Number,
        Shape::Numeric(_) | Shape::IntOrString => ShapeTest::Any(vec![ShapeTest::Number, ShapeTest::String]),
        Shape::String(format) => exact(TextFormat::of(format.as_deref())).map_or(ShapeTest::String, ShapeTest::Exact),
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
fn of_object(object: &Object, candidates: &Candidates<'_>) -> Vec<ShapeTest> {
    if candidates.count() == 1 {
        return vec![ShapeTest::Object];
    }
    if let Some(tag) = tag(object, candidates) {
        return vec![tag];
    }
    let names = |keys: Vec<&crate::api::Property>| keys.into_iter().map(|property| property.name.clone()).collect::<Vec<_>>();
    let demanded: Vec<_> = object.properties.iter().filter(|property| property.required).collect();
    let required: Vec<_> = demanded.iter().copied().filter(|property| !candidates.all_require(&property.name)).collect();
    let exclusive: Vec<_> = required.iter().copied().filter(|property| candidates.is_exclusive(&property.name)).collect();
    if !exclusive.is_empty() {
        return vec![ShapeTest::Keys(names(exclusive))];
    }
    if !required.is_empty() {
        return vec![ShapeTest::Keys(names(required))];
    }
    // What the others ask for as well, if they are told by something else.
    let rest = if demanded.is_empty() { ShapeTest::Object } else { ShapeTest::Keys(names(demanded)) };
    let optional: Vec<_> = object.properties.iter().filter(|property| candidates.is_exclusive(&property.name)).collect();
    if optional.is_empty() { vec![rest] } else { vec![ShapeTest::AnyKey(names(optional)), rest] }
}

/// A property with fixed values of which no other object can have one.
fn tag(object: &Object, candidates: &Candidates<'_>) -> Option<ShapeTest> {
    object.properties.iter().filter(|property| property.required).find_map(|property| {
        let values = candidates.distinguishing_values(property)?.to_vec();
        Some(ShapeTest::Tag { wire_name: property.name.clone(), values })
    })
}
