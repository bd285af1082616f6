//! Values that are read and written again without a change.

use exact_values_case::generated::models::{Record, RecordAmount, RecordIdOrText, RecordLevel, RecordSmall};
use exact_values_case::probe::*;

/// The body that is written after `{property: value}` was read without a deviation.
fn again(property: &str, value: &str) -> String {
    let (body, deviations) = rewritten(property, value);
    assert_eq!(deviations, Vec::<String>::new(), "{property}: {value}");
    body
}

/// The value that is written after another one was read, and the deviations.
fn rewritten(property: &str, value: &str) -> (String, Vec<String>) {
    let (text, deviations) = read_and_written::<Record>(&format!("{{\"{property}\":{value}}}"));
    let value = text.strip_prefix(&format!("{{\"{property}\":")).and_then(|value| value.strip_suffix('}'));
    (value.expect("the record has one property").to_owned(), deviations)
}

fn kept(property: &str, values: &[&str]) {
    for value in values {
        assert_eq!(again(property, value), *value, "{property}");
    }
}

const ID: &str = r#""67e55044-10b1-426f-9247-bb680e5fe0c8""#;
const DIGITS: &str = r#""67e5504410b1426f9247bb680e5fe0c8""#;
const UPPER_CASE: &str = r#""67E55044-10B1-426F-9247-BB680E5FE0C8""#;

#[test]
fn a_format_beside_a_text_takes_only_its_own_form() {
    kept("idOrText", &[ID, DIGITS, UPPER_CASE, r#""urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8""#, r#""""#]);
    let id = |text: &str| decoded::<Record>(&format!("{{\"idOrText\":{text}}}")).id_or_text;
    assert!(matches!(id(ID), Some(RecordIdOrText::Uuid(_))));
    assert!(matches!(id(DIGITS), Some(RecordIdOrText::String(_))));
    assert!(matches!(id(UPPER_CASE), Some(RecordIdOrText::String(_))));
    kept(
        "timeOrText",
        &[
            r#""2024-01-02T03:04:05Z""#,
            r#""2024-01-02T03:04:05.100Z""#,
            r#""2024-01-02T03:04:05.1Z""#,
            r#""2024-01-02T03:04:05+00:00""#,
            r#""2024-01-02T03:04:05-08:00""#,
            r#""2024-01-02 03:04:05Z""#,
            r#""2024-01-02T03:04:05""#,
            r#""2024-01-02""#,
            r#""Tue, 02 Jan 2024 03:04:05 GMT""#,
            r#""soon""#,
        ],
    );
    kept("dayOrText", &[r#""2024-01-02""#, r#""2024-1-2""#, r#""+2024-01-02""#, r#""2024-01-02T00:00:00Z""#, r#""today""#]);
    kept("dayOrTime", &[r#""2024-01-02""#, r#""2024-01-02T00:00:00Z""#]);
    kept("timesOrTexts", &[r#"["2024-01-02T03:04:05Z"]"#, r#"["2024-01-02"]"#, r#"["2024-01-02T03:04:05Z","x"]"#]);
}

#[test]
fn a_format_without_a_text_beside_it_takes_each_of_its_forms() {
    kept("timeOrNumber", &["7", r#""2024-01-02T03:04:05Z""#]);
    assert_eq!(again("timeOrNumber", r#""2024-01-02T03:04:05.1Z""#), r#""2024-01-02T03:04:05.100Z""#);
    let (written, deviations) = rewritten("timeOrNumber", r#""2024-01-02""#);
    assert_eq!((written.as_str(), deviations.len()), (r#""2024-01-02T00:00:00Z""#, 1));
    assert_eq!(again("dayOrTime", r#""2024-01-02t03:04:05.1z""#), r#""2024-01-02T03:04:05.100Z""#);
    assert_eq!(again("idOrTime", UPPER_CASE), ID);
    kept("idOrTime", &[ID, r#""2024-01-02T03:04:05Z""#]);
}

#[test]
fn a_text_is_not_bytes_because_it_could_be() {
    let texts = [r#""hello world""#, r#""test""#, r#""aGVsbG8=""#, r#""aGVsbG8""#, r#""-_8B""#];
    kept("bytesOrText", &texts);
    kept("bytesOrTextOrNumber", &texts);
    kept("bytesOrTextOrNumber", &["7"]);
    assert_eq!(decoded::<Record>(r#"{"bytesOrText":"test"}"#).bytes_or_text.as_deref(), Some("test"));
    kept("bytesOrDay", &[r#""2024-01-02""#, r#""aGVsbG8=""#]);
}

#[test]
fn a_number_with_a_fraction_or_exponent_is_no_integer_beside_numbers() {
    let amount = |text: &str| decoded::<Record>(&format!("{{\"amount\":{text}}}")).amount;
    assert_eq!(amount("2"), Some(RecordAmount::Integer(2)));
    assert_eq!(amount("2.0"), Some(RecordAmount::Number(2.0)));
    assert_eq!(amount("1e3"), Some(RecordAmount::Number(1000.0)));
    assert_eq!(amount("9223372036854775807"), Some(RecordAmount::Integer(i64::MAX)));
    assert_eq!(amount("9223372036854775808"), Some(RecordAmount::Number(9_223_372_036_854_775_808.0)));
    kept("amount", &["2", "2.0", "-7", "0.5"]);
    let small = |text: &str| decoded::<Record>(&format!("{{\"small\":{text}}}")).small;
    assert_eq!(small("2147483647"), Some(RecordSmall::Integer(i32::MAX)));
    assert_eq!(small("2147483648"), Some(RecordSmall::Number(2_147_483_648.0)));
    kept("small", &["3", "3.0", r#""3""#]);
    kept("amounts", &["[1,2]", "[1.0,2.0]", "[0.5]"]);
    assert_eq!(decoded::<Record>(r#"{"level":1.0}"#).level, Some(RecordLevel::Number(1.0)));
    kept("level", &["1", "2", "1.0", "1.5"]);
    assert_eq!(again("count", "2.0"), "2");
}

/// A value that is changed by being read and written is a deviation.
#[test]
fn another_form_than_that_of_the_format_is_noted() {
    let cases = [
        ("id", DIGITS, ID, "a UUID"),
        ("at", r#""2024-01-02""#, r#""2024-01-02T00:00:00Z""#, "a date and time such as 2024-12-31T23:59:59Z"),
        ("at", r#""2024-01-02 03:04:05Z""#, r#""2024-01-02T03:04:05Z""#, "a date and time such as 2024-12-31T23:59:59Z"),
        ("day", r#""2024-1-2""#, r#""2024-01-02""#, "a date such as 2024-12-31"),
        ("content", r#""-_8B""#, r#""+/8B""#, "Base64"),
        ("content", r#""AA""#, r#""AA==""#, "Base64"),
    ];
    for (property, value, written, expected) in cases {
        let deviation = format!("{property}: expected {expected}, found {value}");
        assert_eq!(rewritten(property, value), (written.to_owned(), vec![deviation]));
    }
}

#[test]
fn what_satisfies_its_format_is_not_noted() {
    kept("id", &[ID]);
    kept("day", &[r#""2024-02-29""#, r#""0001-01-01""#]);
    kept("content", &[r#""""#, r#""Zm9vYg==""#]);
    kept(
        "at",
        &[
            r#""2024-01-02T03:04:05Z""#,
            r#""2024-01-02T03:04:05.100Z""#,
            r#""2024-01-02T03:04:05.123456+02:00""#,
            r#""2024-01-02T03:04:05.123456789-08:00""#,
            r#""2016-12-31T23:59:60Z""#,
        ],
    );
    // The same point in time; RFC 3339 allows lower case and a fraction of any length.
    assert_eq!(again("at", r#""2024-01-02t03:04:05.1z""#), r#""2024-01-02T03:04:05.100Z""#);
    assert_eq!(again("at", r#""2024-01-02T03:04:05+00:00""#), r#""2024-01-02T03:04:05Z""#);
    assert_eq!(again("id", UPPER_CASE), ID);
}
