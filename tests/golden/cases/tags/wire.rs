//! Operations in groups, with and without a tag.

use tags_case::probe::*;

#[test]
fn a_group_changes_names_and_nothing_that_is_sent() {
    assert_eq!(target(|client| client.cloud_functions().list()), "/functions");
    assert_eq!(sent(|client| client.cloud_functions().create()).method, Method::POST);
    assert_eq!(target(|client| client.users().get_id("7")), "/users/7");
    assert_eq!(target(|client| client.health()), "/health");
}
