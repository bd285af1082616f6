//! What Swagger 2.0 says, on the wire.

use swagger_case::generated::models::{ListPetsKindsItem, Pair, Pet, PetBody, Search, TenantParameter};
use swagger_case::generated::operations::untagged::{ListPetsError, ListSealsError, ListsRequest, MovedError};
use swagger_case::probe::*;

#[test]
fn each_collection_format_has_its_separator() {
    let texts = || vec!["a".to_owned(), "b,c".to_owned()];
    let call = |client: &Client| {
        let kinds = vec![ListPetsKindsItem::Cat, ListPetsKindsItem::Dog];
        client.list_pets().tags(texts()).kinds(kinds).names(texts()).ids(vec![1, 2]).sizes(vec![3, 4]).limit(10)
    };
    let query = "tags=a,b%2Cc&kinds=cat&kinds=dog&names=a%7Cb%2Cc&ids=1%202&sizes=3%094&limit=10";
    assert_eq!(sent(call).uri.to_string(), format!("https://api.example.com/v1/pets?{query}"));
    assert_eq!(target(|client| client.list_pets()), "/v1/pets");
}

#[test]
fn a_list_has_its_separator_in_paths_and_headers() {
    let texts = |second: &str| vec!["a".to_owned(), second.to_owned()];
    let call = |client: &Client| client.lists(texts("b c"), texts("b|c"), vec![1, 2]);
    assert_eq!(target(call), "/v1/lists/a%20b%20c/a%7Cb%7Cc/1%092");
    let call = |client: &Client| call(client).x_spaces(texts("b,c")).x_pipes(vec![1, 2]).x_tabs(vec![3, 4]);
    let headers = ["x-spaces", "x-pipes", "x-tabs"].map(|name| header(name, call));
    assert_eq!(headers.each_ref().map(Option::as_deref), [Some("a b,c"), Some("1|2"), Some("3\t4")]);
    assert_eq!(
        refusal(|client| call(client).x_spaces(texts("b c"))),
        "GET https://api.example.com/lists/{spaces}/{pipes}/{tabs}: header `X-Spaces`: an item holds the character that separates items"
    );
}

#[test]
fn a_header_whose_list_has_no_commas_is_text() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(empty_reply(204).header("x-words", "a b,c").header("x-commas", "a,b c"));
    let response = block_on(client.lists(Vec::new(), Vec::new(), Vec::new()).send());
    assert!(response.is_err(), "an empty list is no part of a path");
    let response = block_on(client.lists(vec!["a".to_owned()], vec!["b".to_owned()], vec![1]).send()).expect("it is a success");
    assert_eq!(response.header(ListsRequest::X_WORDS).ok().flatten().as_deref(), Some("a b,c"));
    let commas = response.header(ListsRequest::X_COMMAS).ok().flatten();
    assert_eq!(commas, Some(vec!["a".to_owned(), "b c".to_owned()]));
}

#[test]
fn a_parameter_of_the_path_is_one_of_each_operation() {
    let tenant = header("x-tenant", |client| client.replace_pet(PetBody::new("a")).x_tenant(TenantParameter::Two));
    assert_eq!(tenant.as_deref(), Some("two"));
}

#[test]
fn a_discriminator_names_the_definition() {
    let cat: Pet = round_trip(json!({"kind": "Cat", "owner": null, "lives": 9}));
    assert!(matches!(&cat, Pet::Cat(cat) if cat.owner == Some(None) && cat.lives == Some(9)), "{cat:?}");
    let (media_type, _) = body(|client| client.add_pet(cat));
    assert_eq!(media_type.as_deref(), Some("application/json"));
    assert!(matches!(unrecognized(json!({"kind": "Bird", "wings": 2})), Pet::Unknown(_)));
    assert!(matches!(round_trip(json!({"kind": "Pet"})), Pet::Base(_)));
}

#[test]
fn items_in_places_are_a_tuple() {
    let pair: Pair = round_trip(json!([null, 1]));
    assert_eq!(pair, (None, 1));
}

#[test]
fn the_default_response_is_the_error() {
    let failed = error(reply(500, "application/json", r#"{"message":"why"}"#), |client| client.list_pets());
    assert!(matches!(&failed, Some(ListPetsError::Default(problem)) if problem.message == "why"), "{failed:?}");
}

#[test]
fn references_into_responses_and_bodies_lead_to_their_schemas() {
    let problem =
        answered(reply(200, "application/json", r#"{"message":"why"}"#), |client| client.moved(1)).expect("it is a success");
    assert_eq!(problem.message, "why");
    let failed = error(reply(400, "application/json", "[true]"), |client| client.moved(1));
    assert!(matches!(&failed, Some(MovedError::BadRequest(body)) if *body == [true]), "{failed:?}");
    let failed = error(reply(404, "application/json", r#"{"message":"why"}"#), |client| client.moved(1));
    assert!(matches!(&failed, Some(MovedError::NotFound(problem)) if problem.message == "why"), "{failed:?}");
    let failed = error(reply(400, "application/json", r#"["red",null]"#), |client| client.list_seals());
    let expected = [Some("red".to_owned()), None];
    assert!(matches!(&failed, Some(ListSealsError::BadRequest(seals)) if *seals == expected), "{failed:?}");
    let failed = error(reply(404, "application/json", r#"{"message":"why"}"#), |client| client.list_seals());
    assert!(matches!(&failed, Some(ListSealsError::NotFound(problem)) if problem.message == "why"), "{failed:?}");
}

#[test]
fn an_overlay_may_add_a_response_and_refer_to_its_schema() {
    let failed = error(reply(409, "application/json", r#"{"place":null}"#), |client| client.list_seals());
    assert!(matches!(&failed, Some(ListSealsError::Conflict(lost)) if lost.place.is_none()), "{failed:?}");
    let search: Search = round_trip(json!({"lost": {"place": "under the bed"}}));
    assert_eq!(search.lost.and_then(|lost| lost.place).as_deref(), Some("under the bed"));
}
