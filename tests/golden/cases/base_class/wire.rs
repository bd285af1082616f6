//! A base class: its children are told by their names or by the mapping.

use base_class_case::generated::models::{Circle, Home, Kitten, Pet, PetBase, Shape};
use base_class_case::probe::*;

#[test]
fn each_child_is_told_by_its_name() {
    let dog: Pet = round_trip(json!({"kind": "dog", "name": "a", "bark": "wow"}));
    assert!(matches!(&dog, Pet::Dog(dog) if dog.bark.as_deref() == Some("wow")), "{dog:?}");
    let cat: Pet = round_trip(json!({"kind": "Cat", "name": "a", "lives": 9}));
    assert!(matches!(&cat, Pet::Cat(cat) if cat.lives == Some(9)), "{cat:?}");
    let kitten: Pet = round_trip(json!({"kind": "Kitten", "name": "a", "lives": 9, "weeks": 3}));
    assert!(matches!(&kitten, Pet::Kitten(kitten) if kitten.weeks == Some(3)), "{kitten:?}");
}

#[test]
fn the_base_class_itself_goes_by_its_name() {
    let pet: Pet = round_trip(json!({"kind": "Pet", "name": "a"}));
    assert_eq!(pet, Pet::from(PetBase::new("a")));
}

#[test]
fn another_name_or_none_is_kept() {
    let bird: Pet = unrecognized(json!({"kind": "bird", "name": "a", "wings": 2}));
    assert!(matches!(bird, Pet::Unknown(_)), "{bird:?}");
    let nothing: Pet = unrecognized(json!({"name": "a"}));
    assert!(matches!(nothing, Pet::Unknown(_)), "{nothing:?}");
}

#[test]
fn a_child_without_properties_is_the_base_class_under_its_name() {
    let stray: Pet = round_trip(json!({"kind": "Stray", "name": "a"}));
    assert!(matches!(&stray, Pet::Stray(stray) if stray.name == "a"), "{stray:?}");
}

#[test]
fn a_child_by_itself_is_a_plain_model() {
    let home: Home = round_trip(json!({"pet": {"kind": "dog", "name": "a"}, "kitten": {"kind": "Kitten", "name": "b"}}));
    assert_eq!(home.kitten, Some(Kitten::new("b")));
    let strange: Home = unrecognized(json!({"pet": {"kind": "dog", "name": 1}}));
    let Some(Pet::Unknown(pet)) = strange.pet else { panic!("{:?}", strange.pet) };
    assert_eq!(pet.reason().map(ToString::to_string).as_deref(), Some("(Dog).name: expected a string, found 1"));
}

#[test]
fn a_base_class_may_list_its_children() {
    let circle: Shape = round_trip(json!({"kind": "Circle", "radius": 1.5}));
    assert_eq!(circle, Shape::Circle(Box::new(Circle::new().kind("Circle").radius(1.5))));
}
