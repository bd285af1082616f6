//! Alternatives that an integer, a number or a boolean identifies.

use union_by_scalar_case::generated::models::{
    Answer, Auto, Button, Change, Component, Deleted, Either, Found, Half, Limit, Missing, Off, On, Quarter, Row, Scale, Second,
    Switch, Two, Version, Whole,
};
use union_by_scalar_case::probe::{decoded, encoded, json, round_trip, unrecognized};

#[test]
fn an_integer_of_the_mapping_is_compared_by_value() {
    let row: Component = round_trip(json!({"type": 1, "parts": [{"type": 2, "label": "a"}]}));
    let Component::Row(row) = row else { panic!("{row:?}") };
    assert!(matches!(row.parts.as_deref(), Some([Component::Button(_)])), "{row:?}");
    assert!(matches!(decoded(r#"{"type":1.0}"#), Component::Row(_)));
    assert!(matches!(decoded(r#"{"type":2e0}"#), Component::Button(_)));
    assert!(matches!(round_trip(json!({"type": 5, "label": "a"})), Component::Select(_)));
    for other in [json!({"type": 4}), json!({"type": "1"}), json!({"type": 1.5}), json!({"type": true}), json!({})] {
        assert!(matches!(unrecognized(other), Component::Unknown(_)));
    }
}

#[test]
fn what_is_sent_has_the_json_type_of_the_property() {
    assert_eq!(encoded(&Component::from(Row::new())), json!({"type": 1}));
    assert_eq!(encoded(&Component::from(Button::new())), json!({"type": 2}));
    assert_eq!(encoded(&Change::from(Deleted::new("a"))), json!({"action": -1, "name": "a"}));
    assert_eq!(encoded(&Answer::from(Found::new())), json!({"found": true}));
    assert_eq!(encoded(&Answer::from(Missing::new())), json!({"found": false}));
    assert_eq!(encoded(&Scale::from(Half::new())), json!({"factor": 0.5}));
    assert_eq!(encoded(&Scale::from(Whole::new())).to_string(), r#"{"factor":1.0}"#);
    assert_eq!(encoded(&Version::from(Second::new())), json!({"version": "2"}));
}

#[test]
fn a_mapping_alone_identifies_integers_booleans_and_numbers() {
    assert!(matches!(round_trip(json!({"action": -1, "name": "a"})), Change::Deleted(_)));
    assert!(matches!(round_trip(json!({"action": 10, "name": "a"})), Change::Created(_)));
    assert!(matches!(unrecognized(json!({"action": "1", "name": "a"})), Change::Unknown(_)));
    assert!(matches!(round_trip(json!({"found": false, "text": "a"})), Answer::Missing(_)));
    assert!(matches!(unrecognized(json!({"found": "true"})), Answer::Unknown(_)));
    assert!(matches!(round_trip(json!({"factor": 0.5})), Scale::Half(_)));
    assert!(matches!(decoded(r#"{"factor":1}"#), Scale::Whole(_)));
    assert!(matches!(decoded(r#"{"factor":5e-1}"#), Scale::Half(_)));
}

#[test]
fn a_text_that_looks_like_a_number_is_a_text() {
    assert!(matches!(round_trip(json!({"version": "2"})), Version::Second(_)));
    assert!(matches!(unrecognized(json!({"version": 2})), Version::Unknown(_)));
}

#[test]
fn a_property_of_several_types_allows_each_meaning() {
    assert!(matches!(round_trip(json!({"side": 1, "left": "a"})), Either::Left(_)));
    assert!(matches!(round_trip(json!({"side": "1", "left": "a"})), Either::Left(_)));
    assert!(matches!(round_trip(json!({"side": 2})), Either::Right(_)));
    assert!(matches!(round_trip(json!({"side": "2"})), Either::Right(_)));
}

#[test]
fn constants_of_any_scalar_type_identify_alternatives() {
    assert!(matches!(round_trip(json!({"on": false, "note": "a"})), Switch::Off(_)));
    assert!(matches!(round_trip(json!({"on": true, "note": "a"})), Switch::On(_)));
    assert!(matches!(unrecognized(json!({"on": "true"})), Switch::Unknown(_)));
    assert_eq!(encoded(&Switch::from(On::new())), json!({"on": true}));
    assert_eq!(encoded(&Switch::from(Off::new())), json!({"on": false}));
    assert!(matches!(round_trip(json!({"limit": 0.25})), Limit::Quarter(_)));
    assert!(matches!(round_trip(json!({"limit": 2})), Limit::Two(_)));
    assert!(matches!(round_trip(json!({"limit": "auto"})), Limit::Auto(_)));
    assert!(matches!(round_trip(json!({"limit": false})), Limit::Never(_)));
    assert!(matches!(round_trip(json!({"limit": "never"})), Limit::Never(_)));
    assert!(matches!(unrecognized(json!({"limit": 3})), Limit::Unknown(_)));
    assert_eq!(encoded(&Limit::from(Quarter::new())), json!({"limit": 0.25}));
    assert_eq!(encoded(&Limit::from(Two::new())), json!({"limit": 2}));
    assert_eq!(encoded(&Limit::from(Auto::new())), json!({"limit": "auto"}));
}

#[test]
fn an_integer_beyond_64_bits_identifies_as_well() {
    assert!(matches!(decoded(r#"{"limit":18446744073709551615}"#), Limit::Huge(_)));
    assert!(matches!(decoded(r#"{"limit":18446744073709551614}"#), Limit::Unknown(_)));
}
