//! Several unions that hold at once: a value is an alternative of each.

use unions_in_all_of_case::generated::models::{
    Amount, Contact, Contract, ContractFixedSealed, ContractOpenSigned, Folder, Letter, LetterSealed, Lidded, Parcel, Setting,
    SettingSince4, Vehicle, VehicleElectricVan, VehiclePetrolBus,
};
use unions_in_all_of_case::probe::{encoded, json, round_trip, unrecognized};

#[test]
fn a_value_is_an_alternative_of_each_union() {
    let contract: Contract = round_trip(json!({"id": "a", "until": "b", "seal": "c"}));
    assert_eq!(contract, Contract::FixedSealed(Box::new(ContractFixedSealed::new("a", "b", "c"))));
    let contract: Contract = round_trip(json!({"id": "a", "since": "b", "signature": "c"}));
    assert_eq!(contract, Contract::from(ContractOpenSigned::new("a", "b", "c")));
    for half in [json!({"id": "a", "until": "b"}), json!({"id": "a", "seal": "c"}), json!({"id": "a"})] {
        assert!(matches!(unrecognized(half), Contract::Unknown(_)));
    }
    let letter: Letter = round_trip(json!({"to": "a", "seal": "b"}));
    assert_eq!(letter, Letter::Sealed(Box::new(LetterSealed::new("b").to("a"))));
}

#[test]
fn each_discriminator_decides() {
    let vehicle: Vehicle = round_trip(json!({"drive": "Petrol", "body": 2, "seats": 40}));
    assert_eq!(vehicle, Vehicle::from(VehiclePetrolBus::new().seats(40)));
    let vehicle: Vehicle = round_trip(json!({"drive": "electric", "body": 1, "load": 2.5}));
    assert_eq!(vehicle, Vehicle::from(VehicleElectricVan::new().load(2.5)));
    assert_eq!(encoded(&VehicleElectricVan::new()), json!({"drive": "electric", "body": 1}));
    assert_eq!(encoded(&VehiclePetrolBus::new()), json!({"drive": "Petrol", "body": 2}));
    assert!(matches!(unrecognized(json!({"drive": "steam", "body": 1})), Vehicle::Unknown(_)));
}

#[test]
fn three_unions_hold_at_once() {
    let setting: Setting = round_trip(json!({"since": "a", "seal": "b", "on": false}));
    assert_eq!(setting, Setting::from(SettingSince4::new("a", "b")));
    assert!(matches!(round_trip(json!({"since": "a", "seal": "b", "on": true})), Setting::Since3(_)));
}

#[test]
fn alternatives_that_contradict_each_other_are_no_combination() {
    let parcel: Parcel = round_trip(json!({"state": "closed", "size": "big", "lid": "a"}));
    assert_eq!(parcel, Parcel::from(Lidded::new().lid("a")));
    assert!(matches!(round_trip(json!({"state": "open", "size": "big"})), Parcel::Bare(_)));
    assert!(matches!(round_trip(json!({"state": "open", "size": "small"})), Parcel::Small(_)));
}

#[test]
fn types_and_null_are_those_that_each_list_allows() {
    assert_eq!(round_trip::<Amount>(json!("a")), Amount::String("a".to_owned()));
    assert_eq!(round_trip::<Amount>(json!(1)), Amount::Integer(1));
    assert!(matches!(unrecognized(json!(true)), Amount::Unknown(_)));
    assert_eq!(round_trip::<Folder>(json!({"amount": null})).amount, Some(None));
}

#[test]
fn lists_that_only_bound_properties_are_no_alternatives() {
    let contact: Contact = round_trip(json!({"mail": "a", "town": "b"}));
    assert_eq!(contact, Contact::new().mail("a").town("b"));
}
