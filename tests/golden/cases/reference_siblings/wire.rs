//! What stands beside a reference and changes nothing makes no other type.

use reference_siblings_case::generated::models::{Kind, Pet, Visit, VisitExtended};
use reference_siblings_case::probe::*;

#[test]
fn they_are_the_target() {
    let pet = || Some(Pet::new("Bo"));
    let visit = Visit::new()
        .described(Pet::new("Bo"))
        .typed(Pet::new("Bo"))
        .typed_value(Kind::Cat)
        .typed_list(vec![Pet::new("Bo")])
        .combined_words(Pet::new("Bo"))
        .combined_type(Pet::new("Bo"))
        .combined_value(Kind::Dog)
        .combined_twice(Pet::new("Bo"))
        .chosen(Pet::new("Bo"))
        .list(vec![Pet::new("Bo")]);
    assert_eq!((visit.described, visit.typed, visit.combined_type, visit.chosen), (pet(), pet(), pet(), pet()));
    let read: Visit =
        round_trip(json!({"combined_typed": null, "chosen_or_null": {"name": "Bo"}, "typed_or_null": {"name": "Bo"}}));
    assert_eq!((read.combined_typed, read.chosen_or_null, read.typed_or_null), (Some(None), Some(pet()), pet()));
}

#[test]
fn another_property_is_another_type() {
    let read: Visit = round_trip(json!({"extended": {"name": "Bo", "age": 3}}));
    let extended: Option<VisitExtended> = read.extended;
    assert_eq!(extended.and_then(|pet| pet.age), Some(3));
}
