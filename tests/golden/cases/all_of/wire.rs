//! Schemas that hold at once are one object.

use all_of_case::generated::models::{Dog, Owner, Pet, Puppy, Renamed};
use all_of_case::probe::*;

#[test]
fn the_properties_of_all_parts_are_those_of_one_object() {
    assert_eq!(round_trip::<Pet>(json!({"name": "a"})), Pet::new("a"));
    assert_eq!(round_trip::<Dog>(json!({"name": "a", "age": 3, "bark": "wow"})), Dog::new("a", 3, "wow"));
    assert_eq!(round_trip::<Renamed>(json!({"name": "a", "age": 3, "bark": "wow"})).age, 3);
    let owner: Owner = round_trip(json!({"dog": {"name": "a", "age": 3, "bark": "wow"}}));
    assert_eq!(owner.dog, Some(Dog::new("a", 3, "wow")));
}

#[test]
fn what_one_part_requires_is_required() {
    assert_eq!(mistake::<Dog>(r#"{"name":"a","bark":"wow"}"#), "age: expected an integer, the property is missing");
    assert_eq!(mistake::<Owner>(r#"{"dog":{"age":1,"bark":"b"}}"#), "dog.name: expected a string, the property is missing");
}

#[test]
fn what_one_part_narrows_is_narrow() {
    let puppy: Puppy = round_trip(json!({"name": "a", "age": 1, "bark": "w"}));
    assert_eq!(puppy.age, 1_i32);
    mistake::<Puppy>(r#"{"name":"a","age":2147483648,"bark":"w"}"#);
}
