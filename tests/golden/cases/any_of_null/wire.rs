//! What may be null, in every spelling.

use any_of_null_case::generated::models::{Person, PersonNumber};
use any_of_null_case::probe::*;

#[test]
fn null_and_absent_are_two_things() {
    let nothing: Person = round_trip(json!({"name": null}));
    assert_eq!((nothing.name, nothing.partner, nothing.address, nothing.number), (None, None, None, None));
    let nulls: Person = round_trip(json!({"name": "a", "partner": null, "address": null, "number": null}));
    assert_eq!((nulls.partner, nulls.address, nulls.number), (Some(None), Some(None), Some(None)));
}

#[test]
fn a_value_is_its_variant() {
    let person: Person = round_trip(json!({
        "name": "a", "partner": {"name": "b", "number": "1a"}, "address": {"street": "c"}, "number": 1,
    }));
    assert_eq!(person.number, Some(Some(PersonNumber::Integer(1))));
    let partner = person.partner.flatten().expect("there is a partner");
    assert_eq!(partner.number, Some(Some(PersonNumber::String("1a".to_owned()))));
}

#[test]
fn mistakes_name_their_place() {
    assert_eq!(mistake::<Person>("{}"), "name: the property is missing");
    assert_eq!(mistake::<Person>(r#"{"name":"a","partner":{"name":1}}"#), "partner.name: expected a string, found 1");
}
