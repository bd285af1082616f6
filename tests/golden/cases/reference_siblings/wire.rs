//! What stands beside a reference and changes nothing makes no other type.

use reference_siblings_case::generated::models::{
    Guest, Id, Kind, Level, Pet, Visit, VisitDemanding, VisitExtended, VisitNarrowed,
};
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
fn constraints_are_said_and_not_checked() {
    let pet = || Pet::new("Bo");
    let visit = Visit::new()
        .bounded(pet())
        .bounded_value(Kind::Dog)
        .bounded_typed(pet())
        .bounded_member(pet())
        .bounded_beside(Kind::Cat)
        .bounded_choice(pet())
        .bounded_twice(pet())
        .bounded_or_null(pet())
        .bounded_number(Level::N3)
        .bounded_union(Id::Integer(0))
        .bounded_list(vec![])
        .bounded_items(vec![pet()])
        .bounded_values([("a".to_owned(), pet())].into())
        .required(pet())
        .required_member(pet());
    assert_eq!(query(|client| client.visits().visit(Kind::Cat, visit)).as_deref(), Some("kind=cat"));
    let (_, body) = body(|client| client.visits().enter(Kind::Cat).body(Pet::new("Bo")));
    assert_eq!(body, r#"{"name":"Bo"}"#);
}

#[test]
fn a_constraint_that_decides_the_type_decides_it_beside_a_reference() {
    let read: Visit = round_trip(json!({"wide": u64::MAX, "pair": ["a", 1], "encoded": "Ym8="}));
    assert_eq!((read.wide, read.pair), (Some(u64::MAX), Some(("a".to_owned(), 1))));
    assert_eq!(read.encoded.map(|bytes| bytes.into_bytes().to_vec()), Some(b"bo".to_vec()));
}

#[test]
fn another_demand_or_name_is_another_type() {
    let read: Visit = round_trip(json!({"demanding": {"name": "Bo", "nick": "B"}, "narrowed": "cat"}));
    assert_eq!((read.demanding, read.narrowed), (Some(VisitDemanding::new("Bo", "B")), Some(VisitNarrowed::Cat)));
    let _: Guest = round_trip(json!({"name": "Bo", "nick": "B"}));
}

#[test]
fn another_property_is_another_type() {
    let read: Visit = round_trip(json!({"extended": {"name": "Bo", "age": 3}}));
    let extended: Option<VisitExtended> = read.extended;
    assert_eq!(extended.and_then(|pet| pet.age), Some(3));
}
