//! A value that is several objects at once loses none of its properties.

use any_of_objects_case::generated::models::{Account, Answer, Contact, ContactCombined, Mail, Message, Order, Person};
use any_of_objects_case::probe::*;

#[test]
fn a_value_of_one_alternative_is_that_one() {
    assert_eq!(round_trip::<Contact>(json!({"id": "1", "mail": "a"})), Mail::new("1", "a").into());
    assert!(matches!(round_trip(json!({"id": "1", "phone": "2"})), Contact::Phone(_)));
    assert!(matches!(unrecognized(json!({"id": "1"})), Contact::Unknown(_)));
}

#[test]
fn a_value_of_several_alternatives_keeps_the_properties_of_all() {
    let both = json!({"id": "1", "mail": "a", "phone": "2", "note": "b"});
    assert_eq!(round_trip::<Contact>(both), ContactCombined::new("1").mail("a").phone("2").note("b").into());
}

#[test]
fn nor_does_it_lose_properties_further_down() {
    assert!(matches!(round_trip(json!({"id": "1", "meta": {"sent": "a"}})), Message::Sent(_)));
    assert!(matches!(round_trip(json!({"id": "1", "meta": {"read": "a"}})), Message::Read(_)));
    assert!(matches!(round_trip(json!({"id": "1", "meta": {"sent": "a", "read": "b"}})), Message::Combined(_)));
    assert!(matches!(round_trip(json!({"id": "1", "by": "x", "meta": {"read": "b"}})), Message::Combined(_)));
    assert!(matches!(round_trip(json!({"rows": [{"price": 1}, {}]})), Order::Paid(_)));
    assert!(matches!(round_trip(json!({"rows": [{"box": "a"}]})), Order::Packed(_)));
    assert!(matches!(round_trip(json!({"rows": [{"price": 1}, {"price": 2, "box": "a"}]})), Order::Combined(_)));
    assert!(matches!(round_trip(json!({"rows": [{"price": 1}, {"box": "a"}]})), Order::Combined(_)));
}

#[test]
fn what_cannot_be_combined_is_one_of_them() {
    assert!(matches!(round_trip(json!({"value": 1.5, "unit": "m"})), Answer::Number(_)));
    assert!(matches!(round_trip(json!({"value": "a", "language": "de"})), Answer::Words(_)));
    assert!(matches!(round_trip(json!({"name": "a"})), Person::Named(_)));
    assert!(matches!(round_trip(json!({"name": "a", "employer": "b"})), Person::Employed(_)));
    assert!(matches!(round_trip(json!({"id": "1", "deleted": true})), Account::Deleted(_)));
    assert!(matches!(round_trip(json!({"id": "1", "balance": 1})), Account::Customer(_)));
}
