//! What is made of paths that hold more than a path.

use repaired_case::generated::models::猫;
use repaired_case::probe::*;

#[test]
fn a_query_in_a_path_is_sent_with_each_call() {
    assert_eq!(target(|client| client.pets().pets()), "/pets?beta=true&all=");
    assert_eq!(target(|client| client.pets().get_id_one("7")), "/pets/7");
    assert_eq!(target(|client| client.pets().get_cats()), "/cats");
}

#[test]
fn names_without_a_letter_of_rust_keep_their_own() {
    round_trip::<猫>(json!({"名": "a", "": "b", "大": -1}));
}
