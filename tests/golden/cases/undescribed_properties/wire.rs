//! Properties that are required, but not described: JSON Schema's `required` names properties that `properties` need not have.

use std::collections::BTreeMap;

use undescribed_properties_case::generated::models::{
    Animal, Cat, Choice, Closed, Dog, Free, Like, Lion, LoginBody, Note, Parts, Pet, Rules, Scores, Typed,
};
use undescribed_properties_case::probe::*;

#[test]
fn what_is_only_required_is_any_json() {
    let note = Note::new("a", json!({"deep": [1, null]})).pinned(true);
    let (media_type, body) = body(|client| client.write(note));
    assert_eq!(media_type.as_deref(), Some("application/json"));
    assert_eq!(body, r#"{"text":"a","pinned":true,"ghost":{"deep":[1,null]}}"#);
    assert_eq!(encoded(&Note::new("a", Value::Null)), json!({"text": "a", "ghost": null}));
}

#[test]
fn it_is_read_and_may_be_missing() {
    let whole = reply(200, "application/json", r#"{"ghost":7,"text":"a"}"#);
    assert_eq!(answered(whole, |client| client.note()).expect("a note").ghost, Some(json!(7)));
    let null = reply(200, "application/json", r#"{"ghost":null,"text":"a"}"#);
    assert_eq!(answered(null, |client| client.note()).expect("a note").ghost, Some(Value::Null));
    let without = reply(200, "application/json", r#"{"text":"a"}"#);
    assert_eq!(answered(without, |client| client.note()).expect("a note").ghost, None);
    round_trip::<Note>(json!({"text": "a", "ghost": null}));
}

#[test]
fn forms_have_it_too() {
    let (_, form) = body(|client| client.login(LoginBody::new("ann", json!(42))));
    assert_eq!(form, "user=ann&code=42");
    let (_, multipart) = body(|client| client.upload("content", json!({"sha": "1"})));
    let part = "Content-Disposition: form-data; name=\"digest\"\r\nContent-Type: application/json\r\n\r\n{\"sha\":\"1\"}\r\n";
    assert!(multipart.contains(part), "{multipart}");
}

#[test]
fn what_another_part_describes_is_no_further_property() {
    assert_eq!(encoded(&Parts::new("a", 1.5)), json!({"title": "a", "weight": 1.5}));
}

#[test]
fn patterns_and_additional_properties_give_it_a_type() {
    let typed = Typed::new("a", 3, None, 2);
    assert_eq!(encoded(&typed), json!({"name": "a", "x-size": 3, "limit": null, "x-n-1": 2}));
    let read: Typed = round_trip(json!({"name": "a", "x-size": 3, "limit": "b", "x-n-1": 2, "x-more": 4}));
    assert_eq!((read.x_size, read.limit), (Some(3), Some(Some("b".to_owned()))));
    assert_eq!(decoded::<Typed>(r#"{"name":"a"}"#).x_size, None);
    assert_eq!(decoded::<Typed>(r#"{"name":"a","limit":null}"#).limit, Some(None));
}

#[test]
fn objects_of_any_keys_hold_it_already() {
    let scores: Scores = BTreeMap::from([("total".to_owned(), 3)]);
    assert_eq!(encoded(&scores), json!({"total": 3}));
    let free: Free = json!({"anything": [1]}).into();
    assert_eq!(encoded(&free), json!({"anything": [1]}));
}

#[test]
fn what_cannot_be_is_no_property() {
    assert_eq!(encoded(&Closed::new("a")), json!({"name": "a"}));
}

#[test]
fn alternatives_that_only_require_are_rules() {
    assert_eq!(encoded(&Rules::new().mail("a")), json!({"mail": "a"}));
}

#[test]
fn described_properties_decide_before_those_that_are_only_required() {
    assert!(matches!(round_trip(json!({"code": 1, "reason": "a"})), Choice::Code(_)));
    assert!(matches!(round_trip(json!({"id": "a", "reason": 1})), Choice::Id(_)));
    assert!(matches!(round_trip(json!({"code": 1})), Choice::Code(_)));
    let marked: Like = round_trip(json!({"size": 1, "mark": "a"}));
    assert_eq!(encoded(&marked), json!({"size": 1, "mark": "a"}));
    round_trip::<Like>(json!({"size": 1}));
}

#[test]
fn the_property_of_a_discriminator_is_sent_without_being_described() {
    let (_, cat) = body(|client| client.adopt(Cat::new().name("Tom")));
    assert_eq!(cat, r#"{"name":"Tom","petType":"Cat"}"#);
    let (_, dog) = body(|client| client.adopt(Pet::from(Dog::new(json!("ann")))));
    assert_eq!(dog, r#"{"petType":"Dog","owner":"ann"}"#);
    let (_, lion) = body(|client| client.visit(Animal::from(Lion::new().mane("long"))));
    assert_eq!(lion, r#"{"mane":"long","kind":"lion"}"#);
    assert!(matches!(round_trip(json!({"kind": "tiger", "stripes": 3})), Animal::Tiger(_)));
    assert!(matches!(round_trip(json!({"petType": "Cat", "claws": 3})), Pet::Cat(_)));
}
