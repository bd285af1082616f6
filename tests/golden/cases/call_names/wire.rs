//! Methods and types without what frameworks and paths repeat.

use call_names_case::generated::models::{PostPetsBody, ReadFlowsBody};
use call_names_case::probe::*;

#[test]
fn methods_and_paths_lose_what_all_have_and_what_the_tag_says() {
    assert_eq!(target(|client| client.pets().get()), "/api/v2/pets");
    assert_eq!(target(|client| client.pets().get_id(7)), "/api/v2/pets/7");
    assert_eq!(target(|client| client.get_status()), "/api/v2/status");
    assert_eq!(target(|client| client.get_ping()), "/ping");
    assert_eq!(target(|client| client.pet_shops().get_id(7)), "/api/v2/petShops/7");
    assert_eq!(sent(|client| client.pets().post(PostPetsBody::new("Rex"))).json(), json!({"name": "Rex"}));
}

#[test]
fn ids_lose_their_paths_and_methods() {
    assert_eq!(target(|client| client.flows().read_flow_by_name("a")), "/api/v2/flows/name/a");
    assert_eq!(sent(|client| client.flows().read_flows(ReadFlowsBody::new(3))).json(), json!({"limit": 3}));
}

#[test]
fn ids_that_would_be_the_same_keep_them() {
    assert_eq!(target(|client| client.flows().remove_api_v2_flows_id_delete(7)), "/api/v2/flows/7");
    assert_eq!(target(|client| client.flows().remove_api_v2_flows_all_delete()), "/api/v2/flows/all");
}
