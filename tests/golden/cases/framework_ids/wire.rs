//! Ids that frameworks derive from names of functions, paths and methods.

use framework_ids_case::generated::models::UploadBody;
use framework_ids_case::probe::*;

#[test]
fn prefixes_of_routers_are_part_of_the_path() {
    assert_eq!(target(|client| client.items().read_items()), "/api/v1/items/");
    assert_eq!(target(|client| client.items().read_item("a")), "/api/v1/items/a");
    assert_eq!(target(|client| client.items().read_parts(1)), "/api/v1/items/1/parts.json");
    let (_, sent) = body(|client| client.items().upload(UploadBody::new("a")));
    assert_eq!(sent, r#"{"name":"a"}"#);
}

#[test]
fn ids_in_camel_case_lose_path_and_method_too() {
    assert_eq!(target(|client| client.users().read_user(1)), "/api/v1/users/1");
}

#[test]
fn a_function_for_several_methods_names_the_first() {
    assert_eq!(target(|client| client.proxy().forward("a")), "/api/v1/proxy/a");
    assert_eq!(target(|client| client.proxy().put_target("a")), "/api/v1/proxy/a");
}

#[test]
fn ids_of_which_nothing_would_be_left_stay() {
    assert_eq!(target(|client| client.users().api_v1_users_get()), "/api/v1/users");
    assert_eq!(target(|client| client.users().all_users_get()), "/api/v1/sers");
}
