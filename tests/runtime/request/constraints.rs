//! Constraints: what JSON Schema says of a value that is sent.

use serde_json::{Value, json};

use super::request;
use crate::runtime::{Constrained, Constraint, Encode, to_json};

/// What is said of a value that is to be sent.
fn broken(value: &dyn Encode, constraints: &'static [Constraint]) -> Option<String> {
    request(|request| request.json(&Constrained::new(value, constraints))).err().map(|error| error.to_string())
}

#[test]
fn whole_numbers_are_compared_exactly() {
    const MOST: &[Constraint] = &[Constraint::Maximum("9223372036854775806")];
    assert_eq!(broken(&(i64::MAX - 1), MOST), None);
    assert_eq!(broken(&i64::MAX, MOST).as_deref(), Some("body: expected a number not more than 9223372036854775806"));
    const UNIT: &[Constraint] = &[Constraint::MultipleOf("2")];
    assert_eq!(broken(&i64::MAX, UNIT).as_deref(), Some("body: expected a multiple of 2"));
    assert_eq!(broken(&i64::MIN, UNIT), None);
}

#[test]
fn fractions_are_multiples_up_to_their_precision() {
    const UNIT: &[Constraint] = &[Constraint::MultipleOf("0.01")];
    for number in [0.0, 0.07, 1.1, 4.35, 19.99, 123_456.78, -0.29] {
        assert_eq!(broken(&number, UNIT), None, "{number}");
    }
    for number in [0.005, 4.355, 19.991] {
        assert_eq!(broken(&number, UNIT).as_deref(), Some("body: expected a multiple of 0.01"), "{number}");
    }
}

#[test]
fn equal_values_may_look_different() {
    const UNIQUE: &[Constraint] = &[Constraint::UniqueItems];
    let repeated = Some("body: expected items of which none is repeated, but item 1 is");
    assert_eq!(broken(&json!([1, 1.0]), UNIQUE).as_deref(), repeated);
    assert_eq!(broken(&json!([{"a": [1], "b": 2}, {"b": 2.0, "a": [1e0]}]), UNIQUE).as_deref(), repeated);
    assert_eq!(broken(&json!([1, "1", true, "true", null, "null", [1], {"a": 1}]), UNIQUE), None);
    const LISTED: &[Constraint] = &[Constraint::OneOf(&["1", r#"{"b":[2],"a":1}"#, r#""\u00e9""#])];
    for value in [json!(1.0), json!({"a": 1.0, "b": [2]}), json!("é")] {
        assert_eq!(broken(&value, LISTED), None, "{value}");
    }
    assert!(broken(&json!("1"), LISTED).is_some());
}

#[test]
fn a_constraint_is_about_values_of_its_type() {
    const ALL: &[Constraint] = &[
        Constraint::MinLength(9),
        Constraint::Pattern("^x$"),
        Constraint::Minimum("9"),
        Constraint::MultipleOf("7"),
        Constraint::MinItems(9),
        Constraint::MinProperties(9),
    ];
    assert_eq!(broken(&Value::Null, ALL), None);
    assert_eq!(broken(&true, ALL), None);
    assert_eq!(broken(&json!([1]), ALL).as_deref(), Some("body: expected at least 9 items, found 1"));
    assert_eq!(broken(&json!({"a": 1}), ALL).as_deref(), Some("body: expected at least 9 properties, found 1"));
    assert_eq!(broken(&json!("a"), ALL).as_deref(), Some("body: expected at least 9 characters, found 1"));
}

#[test]
fn only_what_is_sent_has_to_keep_to_them() {
    const EMPTY: &[Constraint] = &[Constraint::MaxLength(0)];
    assert_eq!(to_json(&Constrained::new(&"secret", EMPTY)).as_deref(), Ok(br#""secret""#.as_slice()));
    assert_eq!(broken(&Some("secret"), EMPTY).as_deref(), Some("body: expected at most 0 characters, found 6"));
    assert_eq!(format!("{:?}", Constrained::new(&"secret", EMPTY)), "Constrained([MaxLength(0)])");
    assert_eq!(broken(&None::<String>, EMPTY), None);
}
