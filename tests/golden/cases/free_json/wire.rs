//! What the description leaves open stays as it came.

use free_json_case::generated::models::Free;
use free_json_case::probe::*;

#[test]
fn any_json_stays_itself() {
    let values =
        [json!(null), json!(true), json!(-1), json!(u64::MAX), json!(1.5), json!("é"), json!([[], {}]), json!({"a": null})];
    for value in values {
        assert_eq!(round_trip::<Free>(json!({"anything": value})).anything, value);
        round_trip::<Free>(json!({"anything": 1, "always": value, "described": value}));
    }
    round_trip::<Free>(json!({"anything": 1, "object": {"a": {"b": []}}}));
}

#[test]
fn an_object_is_one() {
    assert_eq!(mistake::<Free>(r#"{"anything":1,"object":[]}"#), "object: expected an object, found an array");
    assert_eq!(mistake::<Free>("{}"), "anything: the property is missing");
}
