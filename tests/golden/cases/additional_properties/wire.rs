//! Properties that are not named: typed, free, forbidden.

use additional_properties_case::generated::models::{Closed, Nothing, Open, Typed};
use additional_properties_case::probe::*;

#[test]
fn typed_ones_stand_beside_the_named_ones() {
    let typed: Typed = round_trip(json!({"name": "a", "additional": "b", "x": 1, "y z": -2, "additional_2": 3}));
    assert_eq!((typed.name.as_str(), typed.additional.as_deref()), ("a", Some("b")));
    assert_eq!(typed.additional_2, [("x".to_owned(), 1), ("y z".to_owned(), -2), ("additional_2".to_owned(), 3)].into());
    assert_eq!(mistake::<Typed>(r#"{"name":"a","x":"1"}"#), r#"x: expected an integer, found "1""#);
    assert_eq!(encoded(&Typed::new("a").additional_2([("z".to_owned(), 1)].into())), json!({"name": "a", "z": 1}));
}

#[test]
fn free_ones_keep_their_json() {
    let open: Open = round_trip(json!({"name": "a", "x": [1, null], "y": {"z": 1.5}, "w": null}));
    assert_eq!(open.additional.len(), 3);
    assert_eq!(round_trip::<Open>(json!({})), Open::new());
}

#[test]
fn forbidden_ones_are_ignored_like_those_of_a_later_version() {
    assert_eq!(decoded::<Closed>(r#"{"name":"a","x":1}"#), Closed::new().name("a"));
    assert_eq!(encoded(&decoded::<Nothing>(r#"{"x":1}"#)), json!({}));
    assert_eq!(mistake::<Nothing>("[]"), "expected an object, found an array");
}
