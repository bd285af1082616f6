//! Heirs of base classes go by the values that they name themselves.

use base_class_values_case::generated::models::*;
use base_class_values_case::probe::*;

#[test]
fn heirs_go_by_the_values_that_they_name() {
    let salmon = Salmon::new(1.5).wild(true);
    assert_eq!(encoded(&salmon), json!({"fishtype": "the.salmon", "length": 1.5, "wild": true}));
    assert_eq!(round_trip::<Fish>(json!({"fishtype": "the.salmon", "length": 1.5, "wild": true})), Fish::from(salmon));
    for (kind, more) in [("the.shark", json!({"age": 3})), ("the.saw", json!({"age": 3, "teeth": 40})), ("the.trout", json!({}))]
    {
        let mut value = json!({"fishtype": kind, "length": 2.5});
        value.as_object_mut().expect("it is an object").extend(more.as_object().cloned().unwrap_or_default());
        let fish = round_trip::<Fish>(value);
        match kind {
            "the.shark" => assert!(matches!(fish, Fish::Shark(_)), "{fish:?}"),
            "the.saw" => assert!(matches!(fish, Fish::SawShark(_)), "{fish:?}"),
            _ => assert!(matches!(fish, Fish::Trout(_)), "{fish:?}"),
        }
    }
    assert!(matches!(decoded::<Fish>(r#"{"fishtype":"Salmon","length":1.0}"#), Fish::Unknown(_)));
}

#[test]
fn the_base_class_may_name_its_own() {
    assert!(matches!(round_trip::<Thing>(json!({"kind": "thing"})), Thing::Base(_)));
    assert!(matches!(round_trip::<Thing>(json!({"kind": "4", "legs": 4})), Thing::Chair(_)));
    assert!(matches!(round_trip::<Thing>(json!({"kind": "Table", "legs": 4})), Thing::Table(_)));
}
