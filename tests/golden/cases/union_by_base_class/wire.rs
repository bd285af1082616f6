//! Unions of schemas that extend a base class: its discriminator decides wherever they are alternatives.

use union_by_base_class_case::generated::models::{
    Both, Change, Closed, Deep, Down, Event, Levels, Mixed, Moved, Opened, Outer, WithBase, WithLevel,
};
use union_by_base_class_case::probe::{encoded, json, round_trip, unrecognized};

#[test]
fn the_discriminator_of_the_base_class_decides() {
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), Change::Opened(_)));
    assert!(matches!(round_trip(json!({"type": "e2", "v": "a"})), Change::Closed(_)));
    assert!(matches!(unrecognized(json!({"type": "e3", "v": "a"})), Change::Unknown(_)));
    assert_eq!(encoded(&Change::from(Closed::new())), json!({"type": "e2"}));
}

#[test]
fn the_base_class_may_be_an_alternative() {
    assert!(matches!(round_trip(json!({"type": "e2", "v": "a"})), WithBase::Closed(_)));
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), WithBase::Event(Event::Opened(_))));
    assert!(matches!(round_trip(json!({"type": "e0"})), WithBase::Event(Event::Base(_))));
    let down: WithBase = round_trip(json!({"type": "e3", "direction": -1}));
    assert!(matches!(down, WithBase::Event(Event::Moved(Moved::Down(_)))), "{down:?}");
}

#[test]
fn each_level_decides_where_it_can() {
    let down: WithLevel = round_trip(json!({"type": "e3", "direction": -1, "v": "a"}));
    assert!(matches!(down, WithLevel::Moved(Moved::Down(_))), "{down:?}");
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), WithLevel::Opened(_)));
    assert!(matches!(round_trip(json!({"type": "e3", "direction": -1, "v": "a"})), Deep::Down(_)));
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), Deep::Opened(_)));
    assert!(matches!(round_trip(json!({"type": "e3", "direction": 1, "v": "a"})), Both::Up(_)));
    assert!(matches!(round_trip(json!({"type": "e3", "direction": -1, "v": "a"})), Both::Down(_)));
    assert!(matches!(round_trip(json!({"type": "e3", "direction": -1, "v": "a"})), Levels::Down(_)));
    assert!(matches!(round_trip(json!({"type": "e3", "direction": 1, "v": "a"})), Levels::Up(_)));
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), Levels::Opened(_)));
    assert_eq!(encoded(&Both::from(Down::new().v("a"))), json!({"type": "e3", "direction": -1, "v": "a"}));
}

#[test]
fn others_beside_them_are_told_apart_by_what_they_are() {
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), Mixed::Opened(_)));
    assert!(matches!(round_trip(json!({"type": "e2", "v": "a"})), Mixed::Closed(_)));
    assert!(matches!(round_trip(json!({"text": "a"})), Mixed::Note(_)));
    assert!(matches!(round_trip(json!("a")), Mixed::String(_)));
    let list: Mixed = round_trip(json!([{"type": "e2", "v": "a"}, {"type": "e1"}]));
    let Mixed::ChangeList(list) = list else { panic!("{list:?}") };
    assert!(matches!(list.as_slice(), [Change::Closed(_), Change::Opened(_)]), "{list:?}");
    assert!(matches!(round_trip(json!({"type": "fault", "v": "a"})), Outer::Fault(_)));
    assert!(matches!(round_trip(json!({"type": "e1", "v": "a"})), Outer::Event(Event::Opened(_))));
    assert_eq!(encoded(&Outer::from(Event::from(Opened::new()))), json!({"type": "e1"}));
}
