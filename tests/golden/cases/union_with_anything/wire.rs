//! Any JSON, or any object, is an alternative like the others, and takes what they cannot hold.

use union_with_anything_case::generated::models::{
    AnyOrNumber, ClosedOrAny, ClosedOrObject, FaultAndAny, FaultOrAny, FaultOrLabels, FaultOrObject, HintOrObject, Never,
    TextOrAny,
};
use union_with_anything_case::probe::*;

#[test]
fn any_json_takes_what_the_others_cannot_hold() {
    assert_eq!(round_trip::<TextOrAny>(json!("a")), TextOrAny::String("a".to_owned()));
    assert_eq!(round_trip::<TextOrAny>(json!(3)), TextOrAny::Json(json!(3)));
    assert_eq!(round_trip::<AnyOrNumber>(json!(3)), AnyOrNumber::Integer(3));
    for value in [json!(3.5), json!("a"), json!([1]), json!(null)] {
        assert_eq!(round_trip::<AnyOrNumber>(value.clone()), AnyOrNumber::Whatever(value));
    }
    assert!(matches!(round_trip(json!({"code": "E1"})), FaultOrAny::Fault(_)));
    for value in [json!({"code": 1}), json!({"zz": 1}), json!([])] {
        assert_eq!(round_trip::<FaultOrAny>(value.clone()), FaultOrAny::Whatever(value));
    }
}

#[test]
fn a_required_property_decides_beside_any_object() {
    assert!(matches!(round_trip(json!({"code": "E1"})), FaultOrObject::Fault(_)));
    assert!(matches!(round_trip(json!({"zz": 1})), FaultOrObject::Object(_)));
    assert!(matches!(round_trip(json!({"code": 1})), FaultOrObject::Object(_)));
    assert!(matches!(round_trip(json!("a")), FaultOrObject::String(_)));
    assert!(matches!(unrecognized(json!(1)), FaultOrObject::Unknown(_)));
    assert!(matches!(round_trip(json!({"code": "E1"})), FaultOrLabels::Fault(_)));
    assert!(matches!(round_trip(json!({"zz": "a"})), FaultOrLabels::StringMap(_)));
    assert!(matches!(unrecognized(json!({"zz": 1})), FaultOrLabels::Unknown(_)));
}

#[test]
fn no_property_of_a_value_of_several_alternatives_is_lost() {
    assert!(matches!(round_trip(json!({"code": "E1"})), FaultAndAny::Fault(_)));
    assert!(matches!(round_trip(json!({"code": "E1", "zz": 1})), FaultAndAny::Json(_)));
    assert!(matches!(round_trip(json!({"code": "E1", "zz": "a"})), FaultOrLabels::StringMap(_)));
    assert!(matches!(round_trip(json!({"hint": "a"})), HintOrObject::Hint(_)));
    assert!(matches!(round_trip(json!({"zz": 1})), HintOrObject::Object(_)));
}

#[test]
fn what_an_object_forbids_makes_it_another_object() {
    assert!(matches!(round_trip(json!({"code": "E1", "hint": "a"})), ClosedOrObject::Closed(_)));
    assert!(matches!(round_trip(json!({"code": "E1", "zz": 1})), ClosedOrObject::Object(_)));
    assert!(matches!(round_trip(json!({"code": "E1"})), ClosedOrAny::Closed(_)));
    assert!(matches!(round_trip(json!({"code": "E1", "zz": 1})), ClosedOrAny::Json(_)));
}

#[test]
fn false_is_no_alternative() {
    assert!(matches!(unrecognized(json!({})), Never::Unknown(_)));
    assert!(matches!(round_trip(json!("a")), Never::String(_)));
}
