//! Decoding: what each type takes, and what its errors say.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde_json::{Value, json};

use crate::generated::models::{CloudFunction, CloudFunctionList, JobStatus, Meta, Patch, Priority, Shape};
use crate::runtime::{Decode, DecodeError, JsonObject, Reading, Tape, from_json};

fn decode<T: Decode>(text: &str) -> Result<T, DecodeError> {
    from_json(text.as_bytes())
}

fn message<T: Decode + Debug>(text: &str) -> String {
    decode::<T>(text).expect_err(text).to_string()
}

#[test]
fn integers_are_exact() {
    assert_eq!(decode("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(decode("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(decode("18446744073709551615"), Ok(u64::MAX));
    assert_eq!(decode("9007199254740993"), Ok(9_007_199_254_740_993_i64));
    for (text, value) in
        [("3.0", 3), ("3e0", 3), ("0.3e1", 3), ("300e-2", 3), ("-0", 0), ("0.0", 0), ("0e99999999999999999999", 0)]
    {
        assert_eq!(decode(text), Ok(value), "{text}");
    }
    assert_eq!(decode("9223372036854775807.0"), Ok(i64::MAX));
    assert_eq!(decode("1.8446744073709551615e19"), Ok(u64::MAX));
    assert_eq!(decode("-0.0"), Ok(0_u8));
}

#[test]
fn what_is_no_integer_of_the_type_is_refused() {
    assert_eq!(message::<i64>("3.5"), "expected an integer, found 3.5");
    assert_eq!(message::<i64>("1e-1"), "expected an integer, found 1e-1");
    assert_eq!(message::<i64>("1e-99999999999999999999"), "expected an integer, found 1e-99999999999999999999");
    assert_eq!(message::<i64>("\"1\""), "expected an integer, found \"1\"");
    assert_eq!(message::<i32>("2147483648"), "expected an integer that fits i32, found 2147483648");
    assert_eq!(message::<u8>("-1"), "expected an integer that fits u8, found -1");
    assert_eq!(message::<i64>("9223372036854775808"), "expected an integer that fits i64, found 9223372036854775808");
    assert_eq!(message::<u64>("1e20"), "expected an integer that fits u64, found 1e20");
    for text in ["1e99999999999999999999", "1e38", "1e40", "1e128", "170141183460469231731687303715884105728"] {
        assert_eq!(message::<i64>(text), format!("expected an integer that fits i64, found {text}"));
    }
}

#[test]
fn floats_take_integers_and_refuse_infinity() {
    assert_eq!(decode("1"), Ok(1.0_f64));
    assert_eq!(decode("1537505171.419368"), Ok(1_537_505_171.419_368_f64));
    assert_eq!(decode("0.1"), Ok(0.1_f32));
    assert_eq!(message::<f64>("1e400"), "expected a number that fits f64, found 1e400");
    assert_eq!(message::<f32>("1e39"), "expected a number that fits f32, found 1e39");
    assert_eq!(message::<f64>("true"), "expected a number, found true");
}

#[test]
fn the_other_types_take_what_they_say() {
    assert_eq!(decode("true"), Ok(true));
    assert_eq!(message::<bool>("0"), "expected true or false, found 0");
    assert_eq!(decode(r#""a\nb""#), Ok("a\nb".to_owned()));
    assert_eq!(decode("null"), Ok(None::<i64>));
    assert_eq!(decode("1"), Ok(Some(1)));
    assert_eq!(decode("{}"), Ok(()));
    assert_eq!(decode("[1,2]"), Ok(vec![Box::new(1_u16), Box::new(2)]));
    assert_eq!(decode(r#"{"b":1,"a":2}"#), Ok(BTreeMap::from([("a".to_owned(), 2), ("b".to_owned(), 1)])));
    assert_eq!(decode(r#"{"a":[1,"b",null,true,{}]}"#), Ok(json!({"a": [1, "b", null, true, {}]})));
    assert_eq!(decode::<JsonObject>(r#"{"a":1}"#).map(Value::from), Ok(json!({"a": 1})));
    assert_eq!(message::<JsonObject>("[]"), "expected an object, found an array");
    assert_eq!(message::<Vec<i64>>("{}"), "expected an array, found an object");
    assert_eq!(message::<String>("null"), "expected a string, found null");
}

#[test]
fn errors_name_the_path() {
    let list = |status: &str| {
        format!(r#"{{"meta":{{"next":null}},"objects":[{{"id":1,"name":"a"}},{{"id":2,"name":"b","status":{status}}}]}}"#)
    };
    assert!(decode::<CloudFunctionList>(&list("\"waiting\"")).is_ok());
    assert_eq!(message::<CloudFunctionList>(&list("7")), "objects[1].status: expected a string, found 7");
    assert_eq!(
        message::<CloudFunctionList>(r#"{"meta":{"next":null},"objects":[{"id":1}]}"#),
        "objects[0].name: expected a string, the property is missing"
    );
    assert_eq!(message::<CloudFunctionList>(r#"{"objects":[]}"#), "meta: expected an object, the property is missing");
    assert_eq!(message::<Meta>(r#"{"next":null,"a b":"x"}"#), r#"["a b"]: expected an integer, found "x""#);
    assert_eq!(
        message::<BTreeMap<String, Vec<i64>>>(r#"{"a":[],"b.c":[1,{}]}"#),
        r#"["b.c"][1]: expected an integer, found an object"#
    );
    let tape = Tape::parse(br#"["a",{"kind":"circle","radius":"r"}]"#).expect("it is JSON").reading(Reading::Strict);
    let error = Vec::<Shape>::decode(tape.root()).expect_err("a radius is a number");
    assert_eq!(error.to_string(), r#"[1] (Circle).radius: expected a number, found "r""#);
    assert_eq!(message::<CloudFunction>("{"), "not JSON: the text ends inside an object at line 1, column 2 (byte 1)");
}

#[test]
fn found_text_is_cut_and_cannot_disturb_a_message() {
    let long = "x".repeat(1000);
    assert_eq!(message::<i64>(&format!("\"{long}\"")), format!("expected an integer, found \"{}\"...", &long[..60]));
    assert_eq!(message::<i64>(r#""a\u001b[31m\nb\"\u202e""#), r#"expected an integer, found "a\u{1b}[31m\nb\"\u{202e}""#);
    let digits = "1".repeat(1000);
    assert_eq!(message::<i64>(&digits), format!("expected an integer that fits i64, found {}...", &digits[..60]));
    let key = format!(r#"{{"{long}\n":"a"}}"#);
    assert!(message::<BTreeMap<String, i64>>(&key).len() < 150);
}

#[test]
fn presence_is_told_apart() {
    assert_eq!(decode("{}"), Ok(Patch::new()));
    assert_eq!(decode(r#"{"remark":null,"weight":null}"#), Ok(Patch::new().remark_null()));
    assert_eq!(decode(r#"{"remark":"a","weight":1}"#), Ok(Patch::new().remark("a").weight(1.0)));
    assert_eq!(decode::<Meta>(r#"{"next":null}"#).map(|meta| meta.next), Ok(None));
    assert_eq!(message::<Meta>("{}"), "next: the property is missing");
}

#[test]
fn fields_are_found_in_any_order_and_unknown_ones_ignored() {
    let text = r#"{"remark":"r","zzz":[{"name":"not this"}],"name":"n","\u0069d":5}"#;
    assert_eq!(decode(text), Ok(CloudFunction::new(5, "n").remark("r")));
    assert_eq!(message::<CloudFunction>("[]"), "expected an object, found an array");
}

#[test]
fn additional_properties_are_those_not_taken() {
    let meta: Meta = decode(r#"{"a":1,"next":"n","b":2,"a":3}"#).expect("it is valid");
    assert_eq!(meta.additional, BTreeMap::from([("a".to_owned(), 3), ("b".to_owned(), 2)]));
    assert_eq!(meta.next.as_deref(), Some("n"));
    // Far behind, and among many.
    let many: Vec<String> = (0..100).map(|key| format!("\"k{key}\":{key}")).collect();
    let meta: Meta = decode(&format!("{{{},\"next\":null,\"last\":1}}", many.join(","))).expect("it is valid");
    assert_eq!(meta.additional.len(), 101);
}

#[test]
fn enums_are_open() {
    assert_eq!(decode(r#""waiting""#), Ok(JobStatus::Waiting));
    let unknown: JobStatus = decode(r#""paused""#).expect("any string is a status");
    assert!(matches!(&unknown, JobStatus::Unknown(value) if value.as_str() == "paused" && value.to_string() == "paused"));
    assert_eq!(unknown, JobStatus::from("paused"));
    assert_eq!(decode("2"), Ok(Priority::High));
    assert!(matches!(decode("9"), Ok(Priority::Unknown(value)) if value.as_i64() == 9 && value.to_string() == "9"));
}

#[test]
fn unions_are_decided_by_tag_or_type() {
    assert!(matches!(decode(r#"{"radius":2,"kind":"circle"}"#), Ok(Shape::Circle(circle)) if circle.radius == 2.0));
    assert!(matches!(decode(r#"{"radius":2,"kind":"c\u0069rcle"}"#), Ok(Shape::Circle(_))));
    assert!(matches!(decode(r#""round""#), Ok(Shape::Text(text)) if text == "round"));
    assert!(matches!(decode(r#"{"kind":"blob"}"#), Ok(Shape::Unknown(value)) if value == json!({"kind": "blob"})));
    assert!(matches!(decode(r#"{"kind":7}"#), Ok(Shape::Unknown(_))));
}

#[test]
fn a_value_says_what_it_is() {
    let text = r#"[null, true, 1, 1.5, 2.0, "a", [], {"x":1,"y":null}]"#;
    let tape = Tape::parse(text.as_bytes()).expect("it is valid");
    let items: Vec<_> = tape.root().elements().expect("it is an array").collect();
    let which =
        |holds: fn(crate::runtime::Json<'_>) -> bool| (0..items.len()).filter(|&index| holds(items[index])).collect::<Vec<_>>();
    assert_eq!(which(|json| json.is_null()), [0]);
    assert_eq!(which(|json| json.is_boolean()), [1]);
    assert_eq!(which(|json| json.is_number()), [2, 3, 4]);
    assert_eq!(which(|json| json.is_integer()), [2, 4]);
    assert_eq!(which(|json| json.is_string()), [5]);
    assert_eq!(which(|json| json.is_array()), [6]);
    assert_eq!(which(|json| json.is_object()), [7]);
    assert_eq!(which(|json| json.is_one_of(&["b", "a"])), [5]);
    assert_eq!(which(|json| json.is_one_of(&["b"])), [0; 0]);
    assert_eq!(which(|json| json.has_keys(&["y", "x"])), [7]);
    assert_eq!(which(|json| json.has_keys(&[])), [7]);
    assert_eq!(which(|json| json.has_keys(&["x", "z"])), [0; 0]);
}
