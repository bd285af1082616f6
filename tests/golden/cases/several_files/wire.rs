//! What several files describe together.

use several_files_case::generated::models::{Kind, Owner, Pet};
use several_files_case::generated::operations::untagged::ShowPetError;
use several_files_case::probe::*;

#[test]
fn parameters_and_responses_of_other_files_hold() {
    assert_eq!(target(|client| client.list_pets().limit(2)), "/pets?limit=2");
    assert_eq!(target(|client| client.show_pet(Kind::Dog)), "/pets/dog");
    let pets = answered(reply(200, "application/json", r#"{"items":[{"id":1}]}"#), |client| client.list_pets());
    assert_eq!(pets.expect("it is a success").items[0].id, 1);
    let missing = error(reply(404, "application/json", r#"{"message":"none"}"#), |client| client.show_pet(Kind::Cat));
    assert!(matches!(&missing, Some(ShowPetError::NotFound(found)) if found.message == "none"), "{missing:?}");
}

#[test]
fn models_refer_to_each_other_across_files() {
    let pet: Pet = round_trip(json!({
        "id": 1, "tag": {"text": "a"}, "mother": {"id": 2}, "kind": "cat",
        "friends": [{"pet": {"id": 3}, "owner": {"name": "b", "best": {"pet": {"id": 4}}}}],
    }));
    assert_eq!(pet.mother.map(|mother| mother.id), Some(2));
    round_trip::<Owner>(json!({"name": "a", "tag": {"text": "b"}}));
}
