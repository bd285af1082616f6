//! Null is a value wherever the description lists it: as `enum: [null]`, as `const: null`, as a type and by reference.

use null_values_case::generated::models::{Pet, Role, User, UserLevel, UserSeveral, UserTexts};
use null_values_case::probe::*;

fn user() -> User {
    User::new(None, None)
}

#[test]
fn null_that_is_the_only_value_is_sent_by_itself() {
    let (_, sent) = body(|client| client.update(user()));
    assert_eq!(sent, r#"{"never":null,"nobody":null,"level":null,"owner":null}"#);
}

#[test]
fn an_alternative_that_is_null_makes_the_others_nullable() {
    let user = User::new(Some(UserLevel::High), Some(Default::default())).role_null().group_null().by_const_null().pet_null();
    let user = user.several_null().mixed_null().texts_null().nested_null().by_all_of_null().by_reference_null();
    let (_, sent) = body(|client| client.update(user.clone()));
    let expected = json!({
        "never": null, "nobody": null, "level": "high", "owner": {}, "role": null, "group": null, "byConst": null,
        "byReference": null, "pet": null, "several": null, "mixed": null, "texts": null, "nested": null, "byAllOf": null,
    });
    assert_eq!(serde_json::from_str::<Value>(&sent).expect("it is JSON"), expected);
    assert_eq!(round_trip::<User>(expected), user);
    let sent = encoded(&self::user().role(Role::Admin).several(UserSeveral::from("a".to_owned())));
    assert_eq!((&sent["role"], &sent["several"]), (&json!("admin"), &json!("a")));
}

#[test]
fn null_is_read_wherever_it_is_described() {
    let text = r#"{"never":null,"nobody":null,"level":null,"owner":null,"pet":null,"always":null,"text":null,"list":[null],"map":{"a":null}}"#;
    let read = answered(reply(200, "application/json", text), |client| client.update(user())).expect("a user");
    assert_eq!((read.level, &read.owner, &read.pet), (None, &None, &Some(None)));
    assert_eq!((&read.always, &read.list), (&Some(Value::Null), &Some(vec![Value::Null])));
    let read: User = round_trip(json!({"never": null, "nobody": null, "level": null, "owner": null, "pet": {"kind": "Dog"}}));
    assert!(matches!(read.pet, Some(Some(Pet::Dog(_)))));
}

#[test]
fn null_is_not_the_text() {
    let of = |text: &str| decoded::<User>(&format!(r#"{{"never":null,"nobody":null,"level":null,"owner":null,"texts":{text}}}"#));
    assert_eq!(of("null").texts, Some(None));
    assert_eq!(of("\"null\"").texts, Some(Some(UserTexts::Null)));
    round_trip::<User>(json!({"never": null, "nobody": null, "level": null, "owner": null, "listOfSome": ["a", null, "null"]}));
}

#[test]
fn a_parameter_that_is_null_is_left_out() {
    assert_eq!(target(|client| client.users().none(Value::Null)), "/users");
    assert_eq!(target(|client| client.users().role(Role::Admin)), "/users?role=admin");
}
