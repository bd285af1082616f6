//! What has only one value is sent although nobody gave it.

use constructors_case::generated::models::{Bike, Car, Fixed, FixedMaybe, Many, ManyRequired, Truck, Vehicle, VehicleType};
use constructors_case::runtime::{Encode, from_json, to_json};

fn written(value: &dyn Encode) -> String {
    String::from_utf8(to_json(value).expect("it has a form in JSON")).expect("JSON is text")
}

#[test]
fn values_without_a_choice_are_not_asked_for() {
    let expected = r#"{"kind":"fixed","agreed":true,"version":3,"ratio":1.5,"secret":"x","maybe":"only","name":"a"}"#;
    assert_eq!(written(&Fixed::new(Some(FixedMaybe::Only), "a")), expected);
    assert!(written(&Fixed::new(None, "a")).contains(r#""maybe":null"#), "null is another value");
    let required = ManyRequired { a: "1".into(), b: "2".into(), c: "3".into(), d: "4".into(), e: "5".into() };
    assert_eq!(written(&Many::new(required)), r#"{"kind":"many","a":"1","b":"2","c":"3","d":"4","e":"5"}"#);
}

#[test]
fn a_value_that_names_the_alternative_is_known() {
    assert_eq!(written(&Car::new()), r#"{"type":"car"}"#);
    let car = Vehicle::from(Car::default());
    assert_eq!(from_json::<Vehicle>(written(&car).as_bytes()).ok(), Some(car));
    // Two values stand for a truck, and the unions do not agree on that of a bike.
    assert_eq!(written(&Truck::new(VehicleType::Lorry)), r#"{"type":"lorry"}"#);
    assert_eq!(written(&Bike::new("velo")), r#"{"type":"velo"}"#);
}
