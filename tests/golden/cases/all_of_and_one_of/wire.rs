//! Alternatives, and what stands beside them.

use all_of_and_one_of_case::generated::models::{Animal, Contact, Owned};
use all_of_and_one_of_case::probe::*;

#[test]
fn properties_beside_alternatives_belong_to_each() {
    let dog: Animal = round_trip(json!({"name": "a", "bark": "wow"}));
    assert!(matches!(&dog, Animal::Dog(dog) if dog.name == "a" && dog.bark == "wow"), "{dog:?}");
    let cat: Animal = round_trip(json!({"name": "a", "lives": 9}));
    assert!(matches!(&cat, Animal::Lives(cat) if cat.lives == 9), "{cat:?}");
    let dog: Owned = round_trip(json!({"owner": "me", "bark": "wow"}));
    assert!(matches!(&dog, Owned::Dog(dog) if dog.owner.as_deref() == Some("me")), "{dog:?}");
    let car: Owned = round_trip(json!({"wheels": 4}));
    assert!(matches!(&car, Owned::Wheels(car) if car.wheels == 4), "{car:?}");
}

#[test]
fn another_shape_is_kept() {
    let other: Animal = unrecognized(json!({"name": "a", "wings": 2}));
    assert!(matches!(other, Animal::Unknown(_)), "{other:?}");
}

#[test]
fn alternatives_that_only_bound_the_rest_are_no_variants() {
    assert_eq!(round_trip::<Contact>(json!({"mail": "a"})), Contact::new().mail("a"));
}
