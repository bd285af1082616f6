//! What Swagger 2.0 says, on the wire.

use swagger_case::generated::models::{ListPetsKindsItem, Pet, PetBody, TenantParameter};
use swagger_case::generated::operations::untagged::ListPetsError;
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
    round_trip::<Pet>(json!({"kind": "Bird", "wings": 2}));
}

#[test]
fn the_default_response_is_the_error() {
    let failed = error(reply(500, "application/json", r#"{"message":"why"}"#), |client| client.list_pets());
    assert!(matches!(&failed, Some(ListPetsError::Default(problem)) if problem.message == "why"), "{failed:?}");
}
