//! Alternatives that parts of a value tell apart.

use union_by_form_case::generated::models::{Amount, Entry, Field, Kind, Length, Measure, Outer, Overlap, Range, Table, Tool};
use union_by_form_case::probe::*;

#[test]
fn the_type_of_an_optional_property_decides() {
    assert!(matches!(round_trip(json!({"value": true})), Field::Switch(_)));
    assert!(matches!(round_trip(json!({"value": "on"})), Field::Label(_)));
    assert!(matches!(round_trip(json!({"value": [1, 2]})), Field::Marks(_)));
    assert!(matches!(round_trip(json!({})), Field::Switch(_)));
    assert!(matches!(unrecognized(json!({"value": 1})), Field::Unknown(_)));
}

#[test]
fn a_type_one_level_down_decides() {
    assert!(matches!(round_trip(json!({"bounds": {"from": 1.5, "to": 2.0}})), Range::Numbers(_)));
    assert!(matches!(
        round_trip(json!({"bounds": {"from": "2026-01-02T03:04:05Z", "to": "2026-01-03T03:04:05Z"}})),
        Range::Times(_)
    ));
    assert!(matches!(round_trip(json!({"rows": [{"cell": "a"}], "names": {}})), Table::TextTable(_)));
    assert!(matches!(round_trip(json!({"rows": [{"cell": true}], "names": {}})), Table::FlagTable(_)));
    assert!(matches!(round_trip(json!({"rows": [], "names": {"a": 1}})), Table::FlagTable(_)));
}

#[test]
fn a_constant_one_level_down_decides() {
    assert!(matches!(round_trip(json!({"type": "door", "event": {"type": "opened", "at": "noon"}})), Entry::Opened(_)));
    assert!(matches!(round_trip(json!({"type": "door", "event": {"type": "shut", "why": "wind"}})), Entry::Shut(_)));
    assert!(matches!(unrecognized(json!({"type": "door", "event": {"type": "locked"}})), Entry::Unknown(_)));
}

#[test]
fn values_and_the_number_of_known_properties_decide() {
    assert!(matches!(round_trip(json!({"side": "left"})), Overlap::Left(_)));
    assert!(matches!(round_trip(json!({"side": "right"})), Overlap::Right(_)));
    assert!(matches!(round_trip(json!({"side": "middle", "y": 1})), Overlap::Right(_)));
    assert!(matches!(round_trip(json!({"side": "middle", "x": 1})), Overlap::Left(_)));
    // An enum is open: the other properties decide.
    assert!(matches!(round_trip(json!({"side": "top", "y": 1})), Overlap::Right(_)));
    assert!(matches!(round_trip(json!({"kind": "custom"})), Kind::Custom(_)));
    assert!(matches!(round_trip(json!({"kind": "custom", "detail": "a"})), Kind::AnyKind(_)));
    assert!(matches!(round_trip(json!({"kind": "plain"})), Kind::AnyKind(_)));
    assert!(matches!(round_trip(json!({"a": "x"})), Length::Short(_)));
    assert!(matches!(round_trip(json!({"a": "x", "b": "y"})), Length::Long(_)));
}

#[test]
fn an_integer_is_the_narrower_alternative() {
    assert!(matches!(round_trip(json!({"value": 2})), Measure::Counted(_)));
    assert!(matches!(round_trip(json!({"value": 2.5})), Measure::Rough(_)));
    assert!(matches!(round_trip(json!({"value": 2.0, "unit": "m"})), Measure::Rough(_)));
}

#[test]
fn null_and_missing_lists_decide() {
    assert!(matches!(round_trip(json!({"amount": 1})), Amount::Exactly(_)));
    assert!(matches!(round_trip(json!({"amount": 1, "reasons": []})), Amount::Open(_)));
    assert!(matches!(round_trip(json!({"amount": null, "reasons": ["a"]})), Amount::Open(_)));
    assert!(matches!(unrecognized(json!({"amount": null})), Amount::Unknown(_)));
}

#[test]
fn without_its_tag_an_object_is_known_by_its_properties() {
    assert!(matches!(round_trip(json!({"tool": "Brush", "hair": "soft"})), Tool::Brush(_)));
    assert!(matches!(round_trip(json!({"tip": "hard"})), Tool::Pencil(_)));
    assert!(matches!(round_trip(json!({"hair": "soft"})), Tool::Brush(_)));
    assert!(matches!(unrecognized(json!({"tool": "Pen", "tip": "hard"})), Tool::Unknown(_)));
    assert!(matches!(unrecognized(json!({"ink": "blue"})), Tool::Unknown(_)));
}

#[test]
fn unions_nest() {
    let outer: Outer = round_trip(json!([{"other": {"kind": "custom"}}, {"kind": "plain"}]));
    let Outer::List(list) = &outer else { panic!("{outer:?}") };
    assert!(matches!((&list[0], &list[1]), (Outer::Other(_), Outer::Kind(Kind::AnyKind(_)))), "{outer:?}");
}
