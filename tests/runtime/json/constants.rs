//! Properties with only one value: how they are compared, and what is said of another one.

use std::collections::BTreeMap;

use crate::runtime::{Decode, DecodeError, HeaderMap, Json, Reading, Received, Scalar, StatusCode, Tape};

/// An object with a constant of each kind between other properties.
#[derive(Debug, PartialEq)]
struct Card {
    tags: Vec<String>,
    number: Option<i64>,
    additional: BTreeMap<String, i64>,
}

impl Decode for Card {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut fields = json.fields()?;
        let value = Self {
            tags: fields.constant("type", "card").constant("version", 2_i64).required("tags"),
            number: fields.constant("ratio", -1.5).optional_constant("live", true).optional("number"),
            additional: fields.constant("wide", i128::MAX).additional(),
        };
        fields.finish(value)
    }
}

const CARD: &str = r#"{"type":"card","version":2,"tags":["a"],"ratio":-1.5,"live":true,"number":7,
    "wide":170141183460469231731687303715884105727,"rest":1}"#;

/// What a text is read as, and the deviations.
fn read<T: Decode>(text: &str) -> (T, Vec<String>) {
    let received = Received::new(StatusCode::OK, HeaderMap::new(), text.to_owned());
    let Ok(value) = received.json::<T, ()>() else { panic!("{text} is refused") };
    (value, received.deviations().iter().map(ToString::to_string).collect())
}

/// Why a text is refused in a mode of reading.
fn refused<T: Decode>(reading: Reading, text: &str) -> Option<String> {
    let tape = Tape::parse(text.as_bytes()).expect("it is JSON").reading(reading);
    T::decode(tape.root()).err().map(|error| error.to_string())
}

/// The deviation of a property `a` with only this value.
fn deviation(value: impl Into<Scalar<'static>>, text: &str) -> Option<String> {
    let document = format!(r#"{{"a":{text}}}"#);
    let tape = Tape::parse(document.as_bytes()).expect("it is JSON").reading(Reading::Strict);
    let mut fields = tape.root().fields().expect("it is an object");
    fields.constant("a", value);
    fields.finish(()).err().map(|error| error.to_string())
}

#[test]
fn scalars_are_compared_by_value() {
    for same in ["1", "1.0", "1e0", "10e-1"] {
        assert_eq!((deviation(1_i64, same), deviation(1.0, same)), (None, None), "{same}");
    }
    assert_eq!((deviation(0_i64, "-0"), deviation(0.0, "-0.0"), deviation(0.1, "1e-1")), (None, None, None));
    assert_eq!(deviation(1e300, "1e300"), None);
    assert_eq!(deviation("a/b\n", r#""\u0061\/b\n""#), None);
    assert_eq!((deviation("", "\"\""), deviation(false, "false")), (None, None));
    assert_eq!(deviation(1_i64, "\"1\"").as_deref(), Some("a: expected 1, found \"1\""));
    assert_eq!(deviation("1", "1").as_deref(), Some("a: expected \"1\", found 1"));
    assert_eq!(deviation(true, "\"true\"").as_deref(), Some("a: expected true, found \"true\""));
    assert_eq!(deviation(1.5, "1.25").as_deref(), Some("a: expected 1.5, found 1.25"));
    assert_eq!(deviation("a", "\"A\"").as_deref(), Some("a: expected \"a\", found \"A\""));
    assert_eq!(deviation("a\nb", "null").as_deref(), Some("a: expected \"a\\nb\", found null"));
}

#[test]
fn the_only_value_is_no_deviation_and_no_additional_property() {
    let (card, deviations) = read::<Card>(CARD);
    let additional = BTreeMap::from([("rest".to_owned(), 1)]);
    assert_eq!((card, deviations), (Card { tags: vec!["a".to_owned()], number: Some(7), additional }, vec![]));
}

#[test]
fn properties_may_come_in_any_order() {
    let (card, _) = read::<Card>(CARD);
    let inner = CARD.trim_start_matches('{').trim_end_matches('}');
    let mut properties: Vec<&str> = inner.split(',').map(str::trim).collect();
    for _ in 0..properties.len() {
        properties.rotate_left(1);
        for properties in [properties.clone(), properties.iter().rev().copied().collect()] {
            assert_eq!(read::<Card>(&format!("{{{}}}", properties.join(","))), (read::<Card>(CARD).0, vec![]));
        }
    }
    // Of a repeated key the last one counts, and further keys than 64 are told apart as well.
    let many: Vec<String> = (0..100).map(|number| format!(r#""k{number}":{number}"#)).collect();
    let (wide, deviations) = read::<Card>(&format!(r#"{{"type":"other",{},{inner}}}"#, many.join(",")));
    assert_eq!((wide.number, wide.additional.len(), deviations), (card.number, 101, vec![]));
}

#[test]
fn deviations_are_listed_in_the_order_of_the_document() {
    let text = r#"[{"tags":[],"ratio":2,"type":"bank","live":false,"wide":1}]"#;
    let (cards, deviations) = read::<Vec<Card>>(text);
    let expected = [
        "[0].version: expected 2, found nothing",
        "[0].ratio: expected -1.5, found 2",
        "[0].type: expected \"card\", found \"bank\"",
        "[0].live: expected true, found false",
        "[0].wide: expected 170141183460469231731687303715884105727, found 1",
    ];
    assert_eq!((cards.len(), deviations), (1, expected.map(str::to_owned).to_vec()));
}

#[test]
fn the_first_deviation_is_the_error_of_strict_reading() {
    let text = r#"{"type":"bank","version":3,"tags":7}"#;
    assert_eq!(refused::<Card>(Reading::Strict, text).as_deref(), Some("type: expected \"card\", found \"bank\""));
    let missing = "version: expected 2, the property is missing";
    assert_eq!(refused::<Card>(Reading::Strict, r#"{"type":"card","tags":[]}"#).as_deref(), Some(missing));
    // An error of another property stays one in every mode.
    for reading in [Reading::Tolerant, Reading::Lenient] {
        assert_eq!(refused::<Card>(reading, text).as_deref(), Some("tags: expected an array, found 7"));
        assert_eq!(refused::<Card>(reading, r#"{"type":"bank","tags":[]}"#), None);
    }
}

#[test]
fn an_object_without_any_of_the_properties_is_another_one() {
    assert_eq!(refused::<Card>(Reading::Tolerant, "{}").as_deref(), Some("tags: expected an array, the property is missing"));
    assert_eq!(refused::<Card>(Reading::Tolerant, r#"{"type":"bank"}"#), None);
}
