//! What is left of a description, and added to it, by overlays.

use overlay_case::probe::*;

#[test]
fn added_answers_are_read_and_copied_paths_called() {
    let pets = r#"{"pets":[{"name":"Rex"}],"lives":9}"#;
    let read = answered(reply(200, "application/json", pets), |client| client.pets().get_pets()).expect("it is added");
    assert_eq!(read.pets.map(|pets| pets.len()), Some(1));
    let read = answered(reply(200, "application/json", pets), |client| client.pets().get_cats()).expect("it is a copy");
    assert_eq!(read.lives, Some(9));
    assert_eq!(target(|client| client.pets().get_cats()), "/cats");
}
