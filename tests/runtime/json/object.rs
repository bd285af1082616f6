//! `JsonObject`: an object of any properties, and what is handed in instead of one.

use serde_json::{Map, Value, json};

use crate::runtime::{JsonObject, to_json};

fn object(value: impl Into<JsonObject>) -> JsonObject {
    value.into()
}

#[test]
fn it_is_made_from_what_callers_have() {
    let expected = object(json!({"a": 1, "b": "c"}));
    let map: Map<String, Value> = Map::from_iter([("a".to_owned(), 1.into()), ("b".to_owned(), "c".into())]);
    assert_eq!(object(map), expected);
    assert_eq!(JsonObject::from_iter([("a", Value::from(1)), ("b", "c".into())]), expected);
    let mut built = JsonObject::new();
    assert!(built.is_empty());
    built.insert("a", 1);
    assert_eq!(built.insert("b", true), None);
    assert_eq!(built.insert("b", "c"), Some(true.into()));
    assert_eq!(built, expected);
}

#[test]
fn it_gives_what_it_holds() {
    let object = object(json!({"a": 1, "b": 2}));
    assert_eq!(object.get("b"), Some(&2.into()));
    assert_eq!(object.get("c"), None);
    assert_eq!(object.len(), 2);
    assert_eq!(object.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!((&object).into_iter().count(), object.as_map().len());
    assert_eq!(format!("{object:?}"), "JsonObject { a: 1, b: 2 }");
    assert_eq!(object.clone().into_map().len(), object.into_iter().count());
    assert_eq!(JsonObject::default(), JsonObject::new());
}

#[test]
fn a_value_that_is_no_object_is_kept_and_named_when_it_is_sent() {
    for (value, found) in
        [(json!(null), "null"), (json!([1]), "an array"), (json!("a\n"), r#""a\n""#), (json!(7), "7"), (json!(true), "true")]
    {
        let object = object(value.clone());
        assert!(object.is_empty() && format!("{object:?}").starts_with("JsonObject(expected an object, found "));
        assert_ne!(object, JsonObject::new());
        let error = to_json(&object).expect_err("it is no object");
        assert_eq!(error.to_string(), format!("expected an object, found {found}"));
        assert_eq!(Value::from(object), value);
    }
}
