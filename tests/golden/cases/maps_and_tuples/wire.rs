//! Maps by the pattern of their keys, and lists whose items have places.

use maps_and_tuples_case::generated::models::Values;
use maps_and_tuples_case::probe::*;

#[test]
fn keys_of_a_pattern_are_typed() {
    for value in [
        json!({"byPattern": {"x-a": 1}}),
        json!({"byPatterns": {"x-a": 1, "y-b": "c"}}),
        json!({"named": {"name": "a", "x-b": "c"}}),
    ] {
        round_trip::<Values>(value);
    }
    mistake::<Values>(r#"{"byPattern":{"x-a":"b"}}"#);
}

#[test]
fn places_of_a_list_are_typed() {
    round_trip::<Values>(json!({"point": [1.5, -2.0]}));
    round_trip::<Values>(json!({"row": ["a", 1]}));
    mistake::<Values>(r#"{"point":[1,"b"]}"#);
}

#[test]
fn a_type_may_be_implied() {
    round_trip::<Values>(json!({"implied": "abc", "impliedItems": [1, 2]}));
}
