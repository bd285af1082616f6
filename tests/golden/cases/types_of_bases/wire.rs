//! What is written inside a base class is named after it, whatever extends it.

use types_of_bases_case::generated::models::{
    Ant, Attic, Cat, CatCoat, Kitten, Pet, PetAddress, PetOwner, PetSize, PetToysItem, RoomLight,
};
use types_of_bases_case::probe::*;

#[test]
fn types_of_a_base_with_a_discriminator_are_named_after_it() {
    let owner = PetOwner::new().address(PetAddress::new().street("a"));
    let cat = Cat::new(PetSize::Big).owner(owner).coat(CatCoat::Long);
    let written = json!({"species": "Cat", "size": "big", "owner": {"address": {"street": "a"}}, "coat": "long"});
    assert_eq!(round_trip::<Pet>(written), Pet::from(cat));
    let ant = Ant::new(PetSize::Small).toys(vec![PetToysItem::new().color("red")]).legs(6);
    let written = json!({"species": "Ant", "size": "small", "toys": [{"color": "red"}], "legs": 6});
    assert_eq!(round_trip::<Pet>(written), Pet::from(ant));
    let kitten = Kitten::new(PetSize::Small).coat(CatCoat::Short).weeks(3);
    let written = json!({"species": "Kitten", "size": "small", "coat": "short", "weeks": 3});
    assert_eq!(round_trip::<Pet>(written), Pet::from(kitten));
}

#[test]
fn so_are_those_of_a_base_without_one() {
    let (_, sent) = body(|client| client.add_room(Attic::new(RoomLight::On).dust(true)));
    assert_eq!(sent, r#"{"light":"on","dust":true}"#);
}
