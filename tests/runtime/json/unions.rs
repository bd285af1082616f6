//! Unions: how often alternatives are tried, and what becomes of a value that is none of them.

use std::cell::Cell;

use serde_json::{Value, json};

use crate::runtime::{Decode, DecodeError, Form, Json, Reading, Tape, Unrecognized, no_alternative, read_union};

thread_local! {
    /// How many alternatives were decoded.
    static DECODED: Cell<usize> = const { Cell::new(0) };
}

/// `oneOf` two objects that hold the union again and differ in a property that may be missing.
#[derive(Debug)]
enum Tree {
    Left(Box<Left>),
    Right(Box<Right>),
    Unknown(Unrecognized),
}

#[derive(Debug)]
struct Left {
    inner: Option<Tree>,
}

#[derive(Debug)]
struct Right {
    inner: Option<Tree>,
}

impl Decode for Tree {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        read_union(json, Self::Unknown, |json| {
            match json.closest(&[Form::Keys(&[], &["left"], &[]), Form::Keys(&[], &["right"], &[])]) {
                Some(0) => Left::decode(json).map(|left| Self::Left(Box::new(left))),
                Some(1) => Right::decode(json).map(|right| Self::Right(Box::new(right))),
                _ => no_alternative(json),
            }
        })
    }
}

impl Decode for Left {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        DECODED.set(DECODED.get() + 1);
        let mut fields = json.fields()?;
        let value = Self { inner: fields.optional("inner") };
        _ = fields.optional::<bool>("left");
        fields.finish(value)
    }
}

impl Decode for Right {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        DECODED.set(DECODED.get() + 1);
        let mut fields = json.fields()?;
        let value = Self { inner: fields.optional("inner") };
        _ = fields.optional::<i64>("right");
        fields.finish(value)
    }
}

impl Tree {
    /// How many unions are in one another, and the innermost one if it is unknown.
    fn descend(&self) -> (usize, Option<&Unrecognized>) {
        let inner = match self {
            Self::Left(left) => left.inner.as_ref(),
            Self::Right(right) => right.inner.as_ref(),
            Self::Unknown(value) => return (1, Some(value)),
        };
        let (depth, unknown) = inner.map_or((0, None), Self::descend);
        (depth + 1, unknown)
    }
}

/// Objects in one another, around a value.
fn nested(depth: usize, innermost: Value) -> String {
    let around = |inner: Value, level: usize| {
        if level.is_multiple_of(2) { json!({"inner": inner, "left": true}) } else { json!({"inner": inner}) }
    };
    (0..depth).fold(innermost, around).to_string()
}

/// The tree of a text, and how many alternatives were decoded for it.
fn decoded(text: &str) -> (Tree, usize) {
    DECODED.set(0);
    let tape = Tape::parse(text.as_bytes()).expect("the text is JSON").reading(Reading::Tolerant);
    (Tree::decode(tape.root()).expect("a union never fails"), DECODED.get())
}

/// How deep a document may be nested.
const DEEPEST: usize = 127;

#[test]
fn each_value_of_nested_unions_is_decoded_once() {
    let known = [json!({}), json!({"right": 1}), json!({"right": "a", "left": true})];
    let unknown = [json!({"left": 1}), json!(7)];
    for innermost in known.iter().chain(&unknown) {
        let (tree, count) = decoded(&nested(DEEPEST, innermost.clone()));
        let (depth, kept) = tree.descend();
        assert_eq!(depth, DEEPEST + 1, "{innermost}");
        assert_eq!(kept.map(Unrecognized::value), unknown.contains(innermost).then_some(innermost));
        assert!(count <= DEEPEST + 1, "{innermost}: {count} alternatives were decoded");
    }
}
