//! `clientsmith rename` and `[names]`, and the aliases that earlier names leave.

use crate::place::Place;

const SETTINGS: &str = "client/clientsmith.toml";
const GENERATE: [&str; 3] = ["generate", "--settings", SETTINGS];
const API: &str = "client/generated.api";

const DESCRIPTION: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets/{id}:
    get:
      tags: [pets]
      operationId: list_pets
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
      responses: {'200': {description: Pets., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties:
        kind: {type: string, enum: [cat, dog]}
        status: {type: object, properties: {since: {type: integer}}}
        owner: {oneOf: [{$ref: '#/components/schemas/Person'}, {type: string}]}
    Person: {type: object, properties: {name: {type: string}}}
";

/// What downstream code calls and names.
const OLD: &str = "\
#![allow(deprecated)]
use client::{models::{Pet, PetKind, PetStatus}, operations::pets::{ListPetsError, ListPetsRequest, Pets}};
pub async fn old(client: &client::Client) -> Result<Pet, client::runtime::Error<ListPetsError>> {
    let pets: Pets = client.pets();
    let request: ListPetsRequest = pets.list_pets(\"1\").limit(2);
    let pet = request.await?;
    let status: Option<PetStatus> = pet.status.clone();
    assert!(status.is_none() && pet.kind == PetKind::Cat);
    Ok(pet)
}
fn main() {}
";

#[track_caller]
fn rename(place: &Place, item: &str, name: &str) -> String {
    let (code, said, complained) = place.run(&["rename", item, name, "--settings", SETTINGS]);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    settled(place);
    said
}

/// Fails unless the client is what its settings and record say.
#[track_caller]
fn settled(place: &Place) {
    assert_eq!(place.run(&["check", "--settings", SETTINGS, "--quiet"]), (0, String::new(), String::new()));
    let record = place.text(API);
    let (code, said, complained) = place.run(&GENERATE);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert!(said.contains("(0 written, "), "{said}");
    assert_eq!(place.text(API), record);
}

#[track_caller]
fn assert_recorded(place: &Place, lines: &[&str]) {
    let text = place.text(API);
    for line in lines {
        assert!(text.lines().any(|other| other.starts_with(line)), "{line}\n{text}");
    }
}

#[test]
fn a_renamed_item_keeps_its_earlier_name_where_rust_allows_it() {
    let place = Place::begun(DESCRIPTION);
    place.put("client/examples/old.rs", OLD);
    let said = rename(&place, "models::Pet", "Animal");
    assert!(said.starts_with("models::Pet is models::Animal now; see `names` in client/clientsmith.toml\n"), "{said}");
    rename(&place, "client::models::PetStatus", "State");
    rename(&place, "#/components/schemas/Pet .kind =cat", "Kitten");
    rename(&place, "models::Animal::owner", "keeper");
    rename(&place, "GET /pets/{id}", "find");
    rename(&place, "GET /pets/{id} query limit", "most");
    rename(&place, "tag pets", "animals");
    assert_recorded(
        &place,
        &[
            "#/components/schemas/Pet = struct models::Animal",
            "#/components/schemas/Pet former Pet = type models::Pet: Animal",
            "#/components/schemas/Pet .status former PetStatus = type models::PetStatus: State",
            "#/components/schemas/Pet .status = field models::Animal::status: ",
            "#/components/schemas/Pet .kind =cat = variant models::PetKind::Kitten",
            "#/components/schemas/Pet .owner = field models::Animal::keeper",
            "GET /pets/{id} = fn operations::animals::Pets::find",
            "GET /pets/{id} former list_pets = fn operations::animals::Pets::list_pets",
            "GET /pets/{id} query limit = set operations::animals::ListPetsRequest::most",
            "tag pets = fn Client::animals",
            "tag pets former pets = fn Client::pets",
            "tag pets former pets = mod operations::pets",
        ],
    );
    let settings = place.text(SETTINGS);
    assert!(
        settings.contains("\n[names]\n\"#/components/schemas/Pet\" = \"Animal\"\n\"models::PetStatus\" = \"State\"\n"),
        "{settings}"
    );
    place.put("client/examples/old.rs", &OLD.replace("PetKind::Cat", "PetKind::Kitten").replace(".limit(2)", ".most(2)"));
    place.cargo("client", &["clippy", "--quiet", "--examples", "--all-features"]);
    // Without the allowance, each use of an earlier name is a warning with the present one.
    place.put("client/examples/old.rs", &place.text("client/examples/old.rs").replace("#![allow(deprecated)]\n", ""));
    let (code, _, complained) = place.try_cargo("client", &["check", "--quiet", "--examples"]);
    assert_eq!(code, 0, "{complained}");
    for note in ["renamed to `Animal`", "renamed to `State`", "renamed to `find`", "renamed to `animals`"] {
        assert!(complained.contains(note), "{complained}");
    }
    // An alias goes when it is adopted itself.
    let (code, _, complained) =
        place.run(&[&GENERATE[..], &["--adopt", "models::Pet", "GET /pets/{id} former list_pets"]].concat());
    assert_eq!((code, complained.as_str()), (0, ""));
    assert!(!place.text(API).contains("former Pet ") && !place.text(API).contains("former list_pets"));
    assert_recorded(&place, &["#/components/schemas/Pet = struct models::Animal", "tag pets former pets = mod"]);
    settled(&place);
}

#[test]
fn an_adopted_type_or_method_leaves_an_alias() {
    let place = Place::begun(DESCRIPTION);
    place.put("client/examples/old.rs", OLD);
    place.put("openapi.yaml", &DESCRIPTION.replace("operationId: list_pets", "operationId: find_pets"));
    let adopt = ["--adopt", "GET /pets/{id}"];
    let (code, said, complained) = place.run(&[&GENERATE[..], &adopt].concat());
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert_recorded(
        &place,
        &[
            "GET /pets/{id} = fn operations::pets::Pets::find_pets",
            "GET /pets/{id} former list_pets = fn operations::pets::Pets::list_pets",
            "GET /pets/{id} own request former ListPetsRequest = type operations::pets::ListPetsRequest: FindPetsRequest",
            "GET /pets/{id} own error former ListPetsError = type operations::pets::ListPetsError: FindPetsError",
        ],
    );
    settled(&place);
    place.cargo("client", &["clippy", "--quiet", "--examples", "--all-features"]);
}

#[test]
fn a_name_that_is_given_to_another_item_leaves_no_alias() {
    let place = Place::begun(DESCRIPTION);
    rename(&place, "models::Pet", "Animal");
    rename(&place, "models::Person", "Pet");
    assert_recorded(
        &place,
        &["#/components/schemas/Person = struct models::Pet", "#/components/schemas/Person former Person = "],
    );
    assert!(!place.text(API).contains("former Pet "), "{}", place.text(API));
}

#[test]
fn what_cannot_be_renamed_is_an_error_and_changes_nothing() {
    let place = Place::begun(DESCRIPTION);
    let before = (place.text(SETTINGS), place.text(API));
    let failure = |item: &str, name: &str| {
        let (code, said, complained) = place.run(&["rename", item, name, "--settings", SETTINGS]);
        assert_eq!((code, said.as_str()), (2, ""), "{complained}");
        assert_eq!((place.text(SETTINGS), place.text(API)), before);
        complained
    };
    let unknown = failure("models::Pets", "Animal");
    assert!(
        unknown.contains("`models::Pets` is neither a key nor a Rust path of the client; did you mean\n  models::Pet\n"),
        "{unknown}"
    );
    assert!(failure("models::Pet", "1st").contains("`1st` cannot be a name in Rust"));
    assert!(failure("models::Pet", "Pet").contains("`models::Pet` cannot have that name"));
    assert!(failure("operations::pets::Pets", "Animals").contains("`operations::pets::Pets` cannot have that name"));
    assert!(failure("Client::builder", "build").contains("`Client::builder` cannot have that name"));
}
