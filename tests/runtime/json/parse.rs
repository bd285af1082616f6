//! The parser against serde_json, and what it says about texts that are not JSON.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::random::{Random, is_same};
use crate::runtime::{Decode, Json, SyntaxError, Tape, from_json};

/// What both parsers make of a text must be the same, or both must refuse it.
fn assert_agrees(bytes: &[u8]) -> bool {
    let expected = serde_json::from_slice::<Value>(bytes);
    let parsed = from_json::<Value>(bytes);
    let text = String::from_utf8_lossy(bytes);
    match (&expected, &parsed) {
        (Ok(expected), Ok(parsed)) => assert!(is_same(parsed, expected), "{text}: {parsed} is not {expected}"),
        // A number of any size has a place on the tape.
        (Err(error), Err(_)) => assert!(Tape::parse(bytes).is_err() || error.to_string().contains("out of range"), "{text}"),
        _ => panic!("{text}: serde_json says {expected:?}, the tape says {parsed:?}"),
    }
    expected.is_ok()
}

fn syntax_error(text: &str) -> SyntaxError {
    match Tape::parse(text.as_bytes()) {
        Ok(_) => panic!("{text} was parsed"),
        Err(error) => error,
    }
}

#[test]
fn valid_texts_give_what_serde_json_gives() {
    let texts = [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "7",
        "-7",
        "10",
        "1.5",
        "-0.0",
        "1e3",
        "1E+3",
        "1e-3",
        "0.1e1",
        "1e308",
        "5e-324",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "1e-400",
        "123456789012345678901234567890",
        r#""""#,
        r#""a""#,
        r#""é测试😀""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u00e9\u6d4b\ud83d\ude00""#,
        r#""\u0000\u001f\uFFFF""#,
        r#""eight by eight by eight""#,
        r#""sevenby\n""#,
        "\"\u{7f}\u{2028}\"",
        "[]",
        "[ ]",
        "[1]",
        "[1,2]",
        "[[],{},[{}]]",
        "{}",
        "{ }",
        r#"{"a":1}"#,
        r#"{"a":1,"b":[{"c":null}]}"#,
        r#"{"":""}"#,
        r#"{"\u0061":1}"#,
        " \t\r\n { \"a\" : [ 1 , 2 ] } \n",
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"b":2,"a":{"a":3,"a":4}}"#,
        r#"{"a":1,"\u0061":2}"#,
    ];
    for text in texts {
        assert!(assert_agrees(text.as_bytes()), "{text} is valid");
    }
}

#[test]
fn invalid_texts_are_refused() {
    let texts = [
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "tru",
        "falsey",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1.e1",
        "1e",
        "1e+",
        "0x1",
        "1 2",
        "NaN",
        "Infinity",
        "\"",
        "\"a",
        "\"\\",
        "\"\\\"",
        r#""\x""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\ud800""#,
        r#""\ud800\u0041""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud83d\n""#,
        "\"\n\"",
        "\"\u{1}\"",
        "\"long enough, then \u{1}\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "]",
        "[}",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":1]",
        "{1:2}",
        "}",
        "null,",
        "[]]",
        "{}{}",
        "\u{a0}1",
        "// a\n1",
        "'a'",
    ];
    for text in texts {
        assert!(!assert_agrees(text.as_bytes()), "{text} is not valid");
    }
    for bytes in [&b"\"\xff\""[..], b"\"\xc3\"", b"\xed\xa0\x80", b"\"\xf8\x88\x80\x80\x80\""] {
        assert!(!assert_agrees(bytes));
    }
}

#[test]
fn documents_by_chance_give_what_serde_json_gives() {
    let mut random = Random(2026);
    let (mut valid, mut invalid) = (0, 0);
    for _ in 0..3000 {
        let value = random.value(4);
        let text = if random.below(2) == 0 { serde_json::to_vec(&value) } else { serde_json::to_vec_pretty(&value) };
        let text = text.expect("a value has a text");
        assert!(assert_agrees(&text));
        assert_eq!(from_json::<Value>(&text).expect("it is valid"), value, "not even a bit may differ");
        for _ in 0..4 {
            if assert_agrees(&random.damaged(&text)) { valid += 1 } else { invalid += 1 }
        }
    }
    assert!(valid > 500 && invalid > 5000, "the damage is too mild or too strong: {valid} valid, {invalid} invalid");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(from_json::<Vec<i64>>("\u{feff}[1]".as_bytes()), Ok(vec![1]));
    assert!(Tape::parse("[\u{feff}1]".as_bytes()).is_err());
    assert_eq!(syntax_error("\u{feff}").offset(), 3);
}

#[test]
fn errors_name_the_place() {
    let error = syntax_error("{\n  \"é\": 1,\n  \"b\" 2\n}");
    assert_eq!((error.line(), error.column(), error.offset()), (3, 7, 19));
    assert_eq!(error.to_string(), "not JSON: expected `:` after a key at line 3, column 7 (byte 19)");
    assert_eq!(syntax_error("[1, 2").to_string(), "not JSON: the text ends inside an array at line 1, column 6 (byte 5)");
    let error = Tape::parse(b"[\"\xff\"]").expect_err("the text is not UTF-8");
    assert_eq!(error.to_string(), "not JSON: the text is not UTF-8 at line 1, column 3 (byte 2)");
}

#[test]
fn the_depth_is_limited_to_128_levels() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(Tape::parse(nested(128).as_bytes()).is_ok());
    assert!(Tape::parse(nested(129).as_bytes()).is_err());
    let objects = |levels: usize| format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    assert!(from_json::<Value>(objects(128).as_bytes()).is_ok());
    assert_eq!(syntax_error(&objects(129)).offset(), 128 * 5);
    // A million open brackets neither overflow the stack nor take long.
    assert!(Tape::parse("[".repeat(1_000_000).as_bytes()).is_err());
}

#[test]
fn of_repeated_keys_the_last_wins_everywhere() {
    let many: String = (0..100).map(|key| format!("\"k{key}\":{key},")).collect();
    for more in ["", &many] {
        let text = format!(r#"{{"tag":"a",{more}"tag":"b","x":1,"x":null,"t\u0061g":"c"}}"#);
        let tape = Tape::parse(text.as_bytes()).expect("it is valid");
        let json = tape.root();
        assert_eq!(json.tag("tag"), Some("c"));
        let mut fields = json.fields().expect("it is an object");
        assert_eq!(fields.optional::<i64>("x"), None);
        assert_eq!(fields.required::<String>("tag"), "c");
        assert_eq!(json.entries().expect("it is an object").filter(|(key, _)| *key == "tag").count(), 1);
    }
}

#[test]
fn keys_of_any_length_are_found() {
    for length in [0, 7, 8, 65_533, 65_534, 65_535, 65_536, 200_000] {
        let key = "k".repeat(length);
        for written in [key.clone(), format!("\\u006b{}", key.get(1..).unwrap_or_default())] {
            let found = if length == 0 && !written.is_empty() { "k" } else { &key };
            let text = format!(r#"{{"a":0,"{written}":1,"b":{{"{written}":2}},"{written}x":3,"{written}":4}}"#);
            let tape = Tape::parse(text.as_bytes()).expect("it is valid");
            let json = tape.root();
            assert_eq!(json.get(found).map(|value| value.integer()), Some(Ok(4)), "{length}");
            assert_eq!(json.get("b").and_then(|inner| inner.get(found)).map(|value| value.integer()), Some(Ok(2)), "{length}");
            assert_eq!(json.entries().expect("it is an object").count(), 4, "{length}");
            assert!(json.get(&format!("{found}y")).is_none());
        }
    }
}

/// Names that are easily taken for each other: as long, with the same ends.
const NAMES: [&str; 12] = ["a", "b", "ab", "aab", "acb", "aa_b", "abcb", "abbb", "a_long_name_b", "a_lone_name_b", "", "zz"];

#[test]
fn properties_are_found_in_any_order_among_repeated_and_missing_ones() {
    let mut random = Random(5);
    for _ in 0..2000 {
        let filler = if random.below(8) == 0 { 90 } else { 0 };
        let keys = (0..random.below(14)).map(|_| NAMES[random.below(NAMES.len())].to_owned());
        let mut keys: Vec<String> = keys.chain((0..filler).map(|number| format!("filler{number}"))).collect();
        keys.rotate_left(filler / 2);
        let entries: Vec<String> =
            keys.iter().enumerate().map(|(value, key)| format!(r#""{key}":[{value},{{"a":1}}]"#)).collect();
        let text = format!("{{{}}}", entries.join(","));
        let tape = Tape::parse(text.as_bytes()).expect("it is valid");
        let mut fields = tape.root().fields().expect("it is an object");
        let mut left: std::collections::BTreeSet<&str> = keys.iter().map(String::as_str).collect();
        for _ in 0..random.below(30) {
            let name = NAMES[random.below(NAMES.len())];
            let last = keys.iter().rposition(|key| key == name).map(|value| serde_json::json!([value, {"a": 1}]));
            assert_eq!(fields.optional::<Value>(name), last, "{name} of {text}");
            left.remove(name);
        }
        let additional = fields.additional::<Value>();
        assert!(additional.keys().map(String::as_str).eq(left), "{text}");
    }
}

/// Decodes many optional fields that are not there.
struct Absent;

impl Decode for Absent {
    fn decode(json: Json<'_>) -> Result<Self, crate::runtime::DecodeError> {
        let mut fields = json.fields()?;
        for name in ["a", "b", "c", "d", "e", "f", "g", "h"].repeat(500) {
            fields.optional::<i64>(name);
        }
        Ok(Self)
    }
}

#[test]
fn wide_objects_take_linear_time() {
    // 4000 searches among 200 000 keys would look at 800 million of them.
    let keys: Vec<String> = (0..200_000).map(|key| format!("\"key{key}\":0")).collect();
    let text = format!("{{{}}}", keys.join(","));
    let start = Instant::now();
    assert!(from_json::<Absent>(text.as_bytes()).is_ok());
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}
