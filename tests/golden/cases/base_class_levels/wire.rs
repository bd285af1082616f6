//! Base classes on several levels: each decides by its property, and what is sent has the values of all.

use base_class_levels_case::generated::models::{
    Animal, Ape, Beast, BigCat, Bird, Canine, Car, CarBase, Device, DeviceBase, Feline, Fish, Frame, Limousine, Lion, Manta,
    Owner, OwnerDog, Part, Ray, Rodent, Sensor, Shark, Slick, Studded, Taxi, Thermometer, Van, Vehicle, VehicleBase, Wheel,
};
use base_class_levels_case::probe::{encoded, json, round_trip, unrecognized};

#[test]
fn what_is_sent_has_the_value_of_each_level() {
    assert_eq!(encoded(&Beast::from(Fish::from(Shark::new()))), json!({"kind": "fish", "fishtype": "shark"}));
    assert_eq!(encoded(&Ray::new().width(2.5)), json!({"kind": "fish", "fishtype": "ray", "width": 2.5}));
    assert_eq!(encoded(&Bird::new().wings(2)), json!({"kind": "bird", "wings": 2}));
    assert_eq!(encoded(&Sensor::from(Thermometer::new())), json!({"class": 1, "model": 7}));
    assert_eq!(encoded(&Part::from(Wheel::from(Slick::new()))), json!({"level": "wheel", "tyre": "slick"}));
    assert_eq!(encoded(&Studded::new()), json!({"level": "wheel", "tyre": "studded"}));
    assert_eq!(encoded(&Frame::new().size(3)), json!({"level": "frame", "size": 3}));
}

#[test]
fn reading_goes_down_level_by_level() {
    let shark: Beast = round_trip(json!({"kind": "fish", "fishtype": "shark", "name": "a", "teeth": 300}));
    let Beast::Fish(Fish::Shark(shark)) = shark else { panic!("{shark:?}") };
    assert_eq!((shark.teeth, shark.name.as_deref()), (Some(300), Some("a")));
    // What extends a schema that is no base class is decided on where that is.
    let manta: Beast = round_trip(json!({"kind": "fish", "fishtype": "Manta", "horns": 2}));
    assert!(matches!(&manta, Beast::Fish(Fish::Manta(manta)) if manta.horns == Some(2)), "{manta:?}");
    assert_eq!(encoded(&Manta::new()), json!({"kind": "fish", "fishtype": "Manta"}));
    let other: Beast = unrecognized(json!({"kind": "fish", "fishtype": "eel"}));
    assert!(matches!(other, Beast::Fish(Fish::Unknown(_))), "{other:?}");
    assert!(matches!(unrecognized(json!({"kind": "Shark"})), Beast::Unknown(_)));
    let slick: Part = round_trip(json!({"level": "wheel", "tyre": "slick", "soft": true}));
    assert!(matches!(slick, Part::Wheel(Wheel::Slick(_))), "{slick:?}");
}

#[test]
fn levels_may_decide_by_the_same_property() {
    let taxi: Vehicle = round_trip(json!({"type": "taxi", "doors": 4, "number": 12}));
    assert!(matches!(&taxi, Vehicle::Car(Car::Taxi(taxi)) if taxi.number == Some(12)), "{taxi:?}");
    let car: Vehicle = round_trip(json!({"type": "car", "doors": 4}));
    assert!(matches!(&car, Vehicle::Car(Car::Base(car)) if car.doors == Some(4)), "{car:?}");
    let limousine: Vehicle = round_trip(json!({"type": "Limousine", "length": 9.5}));
    assert!(matches!(&limousine, Vehicle::Car(Car::Limousine(_))), "{limousine:?}");
    assert!(matches!(round_trip(json!({"type": "van"})), Vehicle::Van(_)));
    assert_eq!(encoded(&Vehicle::from(Car::from(Taxi::new()))), json!({"type": "taxi"}));
    assert_eq!(encoded(&CarBase::new().doors(3)), json!({"type": "car", "doors": 3}));
    assert_eq!(encoded(&Limousine::new()), json!({"type": "Limousine"}));
    assert_eq!(encoded(&Van::new()), json!({"type": "van"}));
}

#[test]
fn a_base_class_may_be_mapped_to_itself() {
    assert!(matches!(round_trip(json!({"type": "any"})), Vehicle::Base(_)));
    assert_eq!(encoded(&Vehicle::from(VehicleBase::new())), json!({"type": "any"}));
    assert!(matches!(round_trip(json!({"class": 0})), Device::Base(_)));
    assert_eq!(encoded(&Device::from(DeviceBase::new())), json!({"class": 0}));
    let thermometer: Device = round_trip(json!({"class": 1, "model": 7, "celsius": 20.5}));
    assert!(matches!(thermometer, Device::Sensor(Sensor::Thermometer(_))), "{thermometer:?}");
}

#[test]
fn a_schema_that_others_extend_keeps_their_tags() {
    let owner: Owner = round_trip(json!({"pet": {"kind": "lion", "claws": 18}}));
    assert_eq!((owner.pet.kind.as_str(), owner.pet.claws), ("lion", Some(18)));
    assert_eq!(encoded(&Feline::new("feline").claws(18)), json!({"kind": "feline", "claws": 18}));
    let gorilla: Ape = round_trip(json!({"kind": "Gorilla"}));
    assert_eq!(gorilla.kind, "Gorilla");
    assert!(matches!(round_trip(json!({"kind": "feline"})), Animal::Feline(_)));
    assert!(matches!(round_trip(json!({"kind": "lion", "mane": true})), Animal::Lion(_)));
}

#[test]
fn where_only_its_own_tag_can_arrive_it_stays_a_constant() {
    // Nothing extends a lion, whatever refers to it.
    assert_eq!((Lion::KIND, encoded(&Lion::new().mane(true))), ("lion", json!({"kind": "lion", "mane": true})));
    assert_eq!((BigCat::KIND, encoded(&BigCat::new())), ("BigCat", json!({"kind": "BigCat"})));
    assert_eq!((Rodent::KIND, encoded(&Rodent::new())), ("Rodent", json!({"kind": "Rodent"})));
    assert_eq!((Canine::KIND, encoded(&Canine::new())), ("Canine", json!({"kind": "Canine"})));
    let owner: Owner = round_trip(json!({"pet": {"kind": "feline"}, "dog": {"kind": "Wolf", "pack": 7}}));
    assert!(matches!(&owner.dog, Some(OwnerDog::Wolf(wolf)) if wolf.pack == Some(7)), "{owner:?}");
}
