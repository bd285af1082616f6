//! Encoding: every value comes back as it was, and what JSON cannot hold is an error with its place.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde_json::{Value, json};

use super::random::{Random, is_same};
use crate::generated::models::{CloudFunction, Meta, Patch, Shape};
use crate::runtime::{Decode, Encode, JsonObject, JsonWriter, from_json, to_json};

fn text(value: &dyn Encode) -> String {
    String::from_utf8(to_json(value).expect("the value has a form in JSON")).expect("JSON is UTF-8")
}

fn message(value: &dyn Encode) -> String {
    to_json(value).expect_err("the value has no form in JSON").to_string()
}

fn assert_returns<T: Encode + Decode + PartialEq + Debug>(value: T) {
    assert_eq!(from_json::<T>(text(&value).as_bytes()), Ok(value));
}

#[test]
fn values_come_back() {
    assert_returns(true);
    assert_returns(());
    assert_returns((i8::MIN, "x").0);
    assert_returns(i64::MIN);
    assert_returns(u64::MAX);
    assert_returns(usize::MAX);
    assert_returns(vec![Some(1_i32), None]);
    assert_returns(Box::new("é测试😀\u{0}\u{1f}\"\\/".to_owned()));
    assert_returns(BTreeMap::from([("a\n".to_owned(), vec![1.5_f32])]));
    for float in [0.0, -0.0, 0.1, 1e300, 5e-324, f64::MAX, f64::MIN_POSITIVE, 1e16, 123_456_789.125] {
        assert_returns(float);
    }
    for float in [0.1_f32, f32::MAX, f32::MIN_POSITIVE, 16_777_217.0] {
        assert_returns(float);
    }
    assert_returns(CloudFunction::new(1, "测试").remark(""));
}

#[test]
fn the_text_is_compact_and_plain() {
    assert_eq!(text(&CloudFunction::new(1, "a")), r#"{"id":1,"name":"a"}"#);
    assert_eq!(text(&0.1_f32), "0.1");
    assert_eq!(text(&1.0), "1.0");
    assert_eq!(text(&1e300), "1e300");
    assert_eq!(text(&"a\u{8}\u{c}\n\r\t\u{1}\u{7f}é"), "\"a\\b\\f\\n\\r\\t\\u0001\u{7f}é\"");
    assert_eq!(text(&Vec::<i64>::new()), "[]");
    assert_eq!(text(&Some(&1)), "1");
}

#[test]
fn numbers_are_written_as_the_standard_library_does() {
    let mut random = Random(11);
    for _ in 0..20_000 {
        let float = (random.below(usize::MAX) as f64) * 10_f64.powi(random.below(50) as i32 - 40);
        let (text, expected) = (text(&float), format!("{float:?}"));
        // Of two texts that are as short and as near, either will do.
        assert_eq!((text.parse(), text.len(), text.contains('e')), (Ok(float), expected.len(), expected.contains('e')), "{text}");
    }
    for float in [1e-4, 9.999e-5, 1e15, 9_999_999_999_999_998.0, 1e16, -0.0, 0.5] {
        assert_eq!(text(&float), format!("{float:?}"));
        assert_eq!(text(&(-float as f32)), format!("{:?}", -float as f32));
    }
    for integer in [0, 7, -7, 10, 99, 100, i64::MAX, i64::MIN] {
        assert_eq!(text(&integer), integer.to_string());
    }
    assert_eq!(text(&u64::MAX), u64::MAX.to_string());
}

#[test]
fn what_is_written_is_what_serde_json_reads() {
    let mut random = Random(7);
    for _ in 0..500 {
        let value = random.value(4);
        assert!(is_same(&serde_json::from_str::<Value>(&text(&value)).expect("it is valid"), &value));
        assert_eq!(from_json::<Value>(text(&value).as_bytes()), Ok(value));
        let string = random.text();
        assert_eq!(serde_json::from_str::<String>(&text(&string)).expect("it is valid"), string);
    }
}

#[test]
fn presence_is_written_apart() {
    assert_eq!(text(&Patch::new()), "{}");
    assert_eq!(text(&Patch::new().remark_null()), r#"{"remark":null}"#);
    assert_eq!(text(&Patch::new().remark("a").weight(0.5)), r#"{"remark":"a","weight":0.5}"#);
    let meta: Meta = from_json(br#"{"next":null,"a":1}"#).expect("it is valid");
    assert_eq!(text(&meta), r#"{"next":null,"a":1}"#);
}

#[test]
fn what_json_cannot_hold_is_an_error_with_its_place() {
    assert_eq!(message(&Patch::new().weight(f64::NAN)), "weight: NaN is not a number in JSON");
    assert_eq!(message(&f32::INFINITY), "inf is not a number in JSON");
    assert_eq!(message(&vec![0.0, f64::NEG_INFINITY]), "[1]: -inf is not a number in JSON");
    let deep = BTreeMap::from([("a".to_owned(), vec![JsonObject::new(), json!([1]).into()])]);
    assert_eq!(message(&deep), "a[1]: expected an object, found an array");
    // The first error stays, and does not pick up the place of later ones.
    let two = BTreeMap::from([("a".to_owned(), f64::NAN), ("b".to_owned(), f64::NAN)]);
    assert_eq!(message(&vec![two]), "[0].a: NaN is not a number in JSON");
}

#[test]
fn an_additional_property_cannot_stand_for_a_declared_one() {
    let mut meta: Meta = from_json(br#"{"next":null}"#).expect("it is valid");
    meta.additional.insert("next".to_owned(), 1);
    assert_eq!(message(&vec![meta]), "[0]: the property \"next\" is described by name");
    // Nor for one that is absent here, and the names of an inner object do not count for the outer one.
    let mut json = JsonWriter::new();
    let mut outer = json.object();
    outer.required("inner", &Patch::new().remark("a"));
    outer.optional("absent", &None::<i64>);
    outer.additional(&BTreeMap::from([("remark".to_owned(), 1)]));
    outer.end();
    assert!(json.finish().is_ok());
    let mut json = JsonWriter::new();
    let mut object = json.object();
    object.optional("absent", &None::<i64>);
    object.additional(&BTreeMap::from([("absent".to_owned(), 1)]));
    object.end();
    assert!(json.finish().is_err());
}

#[test]
fn values_behind_references_are_absent_as_they_are() {
    assert!(None::<i64>.is_absent());
    assert!(Encode::is_absent(&&None::<i64>) && Box::new(None::<i64>).is_absent());
    assert!(!Some(None::<i64>).is_absent() && !().is_absent() && !"".is_absent());
}

#[test]
fn unions_write_their_payload() {
    let shape: Shape = from_json(br#"{"kind":"circle","radius":1}"#).expect("it is valid");
    assert_eq!(text(&shape), r#"{"radius":1.0,"kind":"circle"}"#);
    assert_eq!(text(&Shape::Text("a".to_owned())), "\"a\"");
}

#[test]
fn what_only_the_server_sets_is_written_for_other_purposes_than_sending() {
    struct Link;

    impl Encode for Link {
        fn encode(&self, json: &mut JsonWriter) {
            let mut fields = json.object();
            fields.required("a", &1_i64);
            fields.read_only("url", &"/a");
            fields.additional(&BTreeMap::from([("b".to_owned(), 2)]));
            fields.end();
        }
    }

    assert_eq!(text(&Link), r#"{"a":1,"url":"/a","b":2}"#);
}
