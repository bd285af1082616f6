//! What has a name of its own on the wire, though not in Rust.

use collisions_case::generated::models::{Many, UserName, UserName2};
use collisions_case::probe::*;

#[test]
fn each_goes_by_its_own_name() {
    let request = sent(|client| client.get_pet_2().pet_id_2("a").pet_id("b"));
    assert_eq!(request.uri.path_and_query().map(ToString::to_string).as_deref(), Some("/get-pet?petId=a"));
    assert_eq!(header_of(&request, "pet_id").as_deref(), Some("b"));
    assert_eq!(target(|client| client.get_pet()), "/getpet");
    assert_eq!(sent(|client| client.pets().all()).method, Method::GET);
    assert_eq!(sent(|client| client.pets_2()).method, Method::POST);
}

#[test]
fn properties_and_values_too() {
    let name: UserName2 = round_trip(json!({"a-b": "x", "a_b": "y"}));
    assert_eq!((name.a_b_2.as_deref(), name.a_b.as_deref()), (Some("x"), Some("y")));
    for (text, value) in
        [("a b", UserName::AB), ("A_B", UserName::AB2), ("unknown", UserName::Unknown_), ("Unknown", UserName::Unknown2)]
    {
        assert_eq!(round_trip::<UserName>(json!(text)), value);
    }
    round_trip::<Many>(json!({"a": 1, "b": null, "c": [], "d": "", "e": {}}));
}
