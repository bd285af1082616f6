//! What formats do to values: widths of integers, dates, bytes.

use formats_case::generated::models::Formats;
use formats_case::probe::*;

/// Each of these values stays as it is.
fn kept(property: &str, values: &[Value]) {
    for value in values {
        round_trip::<Formats>(json!({property: value}));
    }
}

fn refused(property: &str, values: &[&str]) {
    for value in values {
        let message = mistake::<Formats>(&format!("{{{property:?}:{value}}}"));
        assert!(message.starts_with(&format!("{property}: expected ")), "{message}");
    }
}

#[test]
fn integers_have_their_width() {
    kept("integer", &[json!(i64::MIN), json!(i64::MAX)]);
    kept("int32", &[json!(i32::MIN), json!(i32::MAX)]);
    kept("int8", &[json!(i8::MIN), json!(i8::MAX)]);
    kept("int16", &[json!(i16::MIN), json!(i16::MAX)]);
    kept("int64", &[json!(i64::MIN), json!(i64::MAX)]);
    kept("uint8", &[json!(0), json!(u8::MAX)]);
    kept("uint16", &[json!(0), json!(u16::MAX)]);
    kept("uint32", &[json!(0), json!(u32::MAX)]);
    kept("uint64", &[json!(0), json!(u64::MAX)]);
    kept("unknownInteger", &[json!(-1)]);
    refused("integer", &["9223372036854775808", "1.5", "\"1\"", "true", "[]"]);
    refused("int32", &["2147483648", "-2147483649"]);
    refused("int8", &["128", "-129"]);
    refused("int16", &["32768"]);
    refused("uint8", &["256", "-1"]);
    refused("uint16", &["65536"]);
    refused("uint32", &["4294967296"]);
    refused("uint64", &["-1", "18446744073709551616"]);
    // An integer in JSON Schema is any number without a fraction (Validation, section 6.1.1).
    for text in ["1.0", "1e0", "10E-1"] {
        assert_eq!(decoded::<Formats>(&format!("{{\"integer\":{text}}}")).integer, Some(1));
    }
}

#[test]
fn numbers_are_floats() {
    kept("number", &[json!(0.1), json!(-1e300), json!(5e-324)]);
    kept("double", &[json!(f64::MAX)]);
    kept("float", &[json!(0.5), json!(-2.25)]);
    assert_eq!(decoded::<Formats>(r#"{"number":3}"#).number, Some(3.0));
    refused("number", &["\"1\"", "false"]);
    assert_eq!(decoded::<Formats>(r#"{"float":0.1}"#).float, Some(0.1));
    assert_eq!(to_json(&Formats::new().float(0.1)).expect("it is a number"), br#"{"float":0.1}"#);
}

#[test]
fn dates_keep_their_offset() {
    // RFC 3339, section 5.8.
    for text in ["1996-12-19T16:39:57-08:00", "1990-12-31T15:59:59.520+01:30", "2026-01-02T03:04:05Z"] {
        let formats = decoded::<Formats>(&json!({"dateTime": text}).to_string());
        assert_eq!(encoded(&formats), json!({"dateTime": text}));
    }
    kept("date", &[json!("2024-02-29")]);
    refused("dateTime", &["\"2024-02-30T00:00:00Z\"", "\"yesterday\"", "0"]);
    refused("date", &["\"2023-02-29\"", "\"2023-02-01T00:00:00Z\""]);
}

#[test]
fn bytes_are_base64() {
    // RFC 4648, section 10.
    for (plain, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
        assert_eq!(encoded(&Formats::new().byte(plain.as_bytes().to_vec())), json!({"byte": text}));
        kept("byte", &[json!(text)]);
        kept("encoded", &[json!(text)]);
    }
    refused("byte", &["\"*\"", "1"]);
}

#[test]
fn identifiers_and_other_texts() {
    kept("uuid", &[json!("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")]);
    refused("uuid", &["\"f81d4fae\""]);
    for property in ["unknownText", "time", "duration", "decimal", "uri", "binary"] {
        kept(property, &[json!("12.50"), json!("anything")]);
    }
}

#[test]
fn a_union_takes_the_format_that_fits() {
    kept("when", &[json!("2026-01-02T03:04:05Z"), json!("tomorrow"), json!(7)]);
    let when = |text| format!("{:?}", decoded::<Formats>(text).when);
    assert!(when(r#"{"when":"2026-01-02T03:04:05Z"}"#).contains("DateTime"));
    assert!(when(r#"{"when":"tomorrow"}"#).contains("String"));
}

#[test]
fn the_crates_that_formats_need_are_handed_on() {
    use formats_case::runtime::exports::{chrono, uuid};

    let day: chrono::NaiveDate = decoded(r#""2026-01-31""#);
    assert_eq!(day.to_string(), "2026-01-31");
    assert!(decoded::<uuid::Uuid>(r#""00000000-0000-0000-0000-000000000000""#).is_nil());
}
