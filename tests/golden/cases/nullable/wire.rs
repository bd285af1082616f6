//! Null in the words of OpenAPI 3.0.

use nullable_case::generated::models::Person;
use nullable_case::probe::*;

#[test]
fn each_place_may_be_null() {
    let nulls: Person = round_trip(json!({
        "name": null, "age": null, "mood": null, "address": null, "numbers": [1, null], "extras": {"a": null}, "work": null,
        "home": null,
    }));
    assert_eq!(nulls.work, Some(None));
    assert_eq!((nulls.age, nulls.mood, nulls.address, nulls.home), (Some(None), Some(None), Some(None), Some(None)));
    assert_eq!(nulls.numbers, Some(vec![Some(1), None]));
    let values: Person = round_trip(json!({
        "name": "a", "age": 1, "mood": "good", "address": {"street": "b"}, "numbers": [], "extras": {"a": "c"}, "home": {},
    }));
    assert_eq!(values.age, Some(Some(1)));
    assert_eq!(round_trip::<Person>(json!({"name": null})), Person::new(None));
}

#[test]
fn an_answer_may_be_null() {
    let people = |text| answered(reply(200, "application/json", text), |client| client.people());
    assert_eq!(people("null").expect("null is allowed"), None);
    assert_eq!(people(r#"[{"name":null}]"#).expect("it is a list"), Some(vec![Person::new(None)]));
}
