//! References that start from the address of a schema.

use schema_ids_case::generated::models::{Owner, Pet};
use schema_ids_case::probe::*;

#[test]
fn references_start_from_the_address_of_their_schema() {
    let pet: Pet = round_trip(json!({
        "tag": {"text": "a"}, "owner": {"name": "b", "home": {"city": "c"}}, "home": {"city": "d"},
        "friends": [{"tag": {"text": "e"}, "owner": {"name": "f"}}], "other": {"tag": {"text": "g"}},
    }));
    assert_eq!(pet.owner.home.map(|home| home.city).as_deref(), Some("c"));
    assert_eq!(pet.home.map(|home| home.city).as_deref(), Some("d"));
    assert_eq!(pet.other.map(|other| other.tag.text).as_deref(), Some("g"));
    let owner: Owner = round_trip(json!({"name": "a", "pet": {"tag": {"text": "b"}, "owner": {"name": "c"}}}));
    assert_eq!(owner.pet.map(|pet| pet.owner.name).as_deref(), Some("c"));
}
