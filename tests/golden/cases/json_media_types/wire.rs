//! Bodies of JSON in several media types: what is sent by default, and what the caller chooses.

use json_media_types_case::generated::models::{Pet, Step};
use json_media_types_case::generated::operations::untagged::{ChangeBody, ChangeTypedBody, CreateListedBody, CreateVersionBody};
use json_media_types_case::probe::*;

/// What a call sends: its media type and its body.
fn body_of<O: Operation>(call: impl FnOnce(&Client) -> O) -> (String, String) {
    let (media_type, body) = body(call);
    (media_type.unwrap_or_default(), body)
}

fn pair(media_type: &str, body: &str) -> (String, String) {
    (media_type.to_owned(), body.to_owned())
}

fn change() -> JsonObject {
    json!({"name": null}).as_object().cloned().unwrap_or_default().into()
}

#[test]
fn media_types_that_mean_different_things_are_a_choice() {
    let sent = |choice: ChangeBody| body_of(|client| client.change(choice));
    let text = r#"{"name":null}"#;
    assert_eq!(sent(ChangeBody::MergePatch(change())), pair("application/merge-patch+json", text));
    let strategic = ChangeBody::StrategicMergePatch(change());
    assert_eq!(sent(strategic), pair("application/strategic-merge-patch+json", text));
    // JSON is YAML.
    assert_eq!(sent(ChangeBody::ApplyPatchYaml(change())), pair("application/apply-patch+yaml", text));
    let version = |choice: CreateVersionBody| body_of(|client| client.create_version(choice)).0;
    assert_eq!(version(CreateVersionBody::VndPetsV1(Pet::new())), "application/vnd.pets.v1+json");
    assert_eq!(version(CreateVersionBody::VndPetsV2(Pet::new())), "application/vnd.pets.v2+json; charset=utf-8");
}

#[test]
fn plain_json_goes_before_its_other_names() {
    assert_eq!(body_of(|client| client.create(Pet::new().name("Rex"))), pair("application/json", r#"{"name":"Rex"}"#));
}

#[test]
fn plain_json_is_the_default_beside_media_types_that_say_more() {
    assert_eq!(body_of(|client| client.replace().body(Pet::new())), pair("application/json", "{}"));
    let merge = body_of(|client| client.replace().body(Pet::new()).content_type("application/merge-patch+json"));
    assert_eq!(merge, pair("application/merge-patch+json", "{}"));
    let nothing = body(|client| client.replace().content_type("application/merge-patch+json"));
    assert_eq!(nothing, (None, String::new()), "without a body there is no media type");
}

#[test]
fn each_media_type_has_the_type_of_its_schema() {
    let sent = |choice: ChangeTypedBody| body_of(|client| client.change_typed(choice));
    let steps = vec![Step::new("remove", "/name")];
    let text = r#"[{"op":"remove","path":"/name"}]"#;
    assert_eq!(sent(steps.into()), pair("application/json-patch+json", text));
    assert_eq!(sent(Pet::new().into()), pair("application/json", "{}"), "of several, plain JSON is meant");
    assert_eq!(sent(ChangeTypedBody::MergePatch(Pet::new())), pair("application/merge-patch+json", "{}"));
}

#[test]
fn yaml_with_a_schema_is_sent_as_json() {
    assert_eq!(body_of(|client| client.create_yaml(Pet::new().name("Rex"))), pair("application/yaml", r#"{"name":"Rex"}"#));
    assert_eq!(body_of(|client| client.replace_yaml("name: Rex\n")), pair("application/yaml", "name: Rex\n"));
    let answer = answered(reply(200, "application/openapi+yaml", "name: Rex\n"), |client| client.create_yaml(Pet::new()));
    assert_eq!(answer.ok().as_deref(), Some("name: Rex\n"), "YAML that arrives is text");
}

#[test]
fn a_key_may_list_media_types() {
    let sent = |choice: CreateListedBody| body_of(|client| client.create_listed(choice));
    assert_eq!(sent(Pet::new().into()), pair("application/json", "{}"));
    assert_eq!(sent("a\n".to_owned().into()), pair("text/csv; header=\"a,b\"", "a\n"));
}
