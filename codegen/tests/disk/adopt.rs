//! What is held back, and `generate --adopt`, which takes it.

use std::collections::BTreeMap;
use std::fs;

use crate::place::Place;

const SETTINGS: &str = "client/clientsmith.toml";
const GENERATE: [&str; 3] = ["generate", "--settings", SETTINGS];
const API: &str = "client/generated.api";

/// A description of one call and its model.
fn described(id: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://pets.example'}}]\npaths:\n  /pets:\n    \
         get:\n      tags: [pets]\n      operationId: {id}\n      responses:\n        '200':\n          description: Pets.\n          \
         content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}\ncomponents:\n  schemas:\n{schemas}"
    )
}

const PET: &str = "    Pet: {type: object, properties: {name: {type: string}, status: {type: string}}}\n";
const LISTED: &str =
    "    Pet: {type: object, required: [name], properties: {name: {type: string}, status: {type: string, enum: [a, b]}}}\n";

/// Runs `generate` after a description was changed; returns what it says without its first line.
#[track_caller]
fn generate(place: &Place, description: &str, adopt: &[&str]) -> String {
    place.put("openapi.yaml", description);
    let (code, said, complained) = place.run(&[&GENERATE[..], adopt].concat());
    assert!(code == 0 && !complained.contains("error"), "{said}{complained}");
    let (code, said_by_check, _) = place.run(&["check", "--settings", SETTINGS, "--quiet"]);
    assert_eq!((code, said_by_check.as_str()), (0, ""));
    let start = said.find(" held back").and_then(|at| said[..at].rfind('\n'));
    start.map_or_else(String::new, |start| said[start + 1..].to_owned())
}

/// The generated sources of a client, by their paths.
fn sources(place: &Place, client: &str) -> BTreeMap<String, String> {
    let root = place.path(client).join("src/generated");
    let (mut files, mut folders) = (BTreeMap::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(&root).unwrap().display().to_string(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn decisions_that_are_held_back_are_named_with_both_sides() {
    let place = Place::begun(&described("list_pets", PET));
    assert_eq!(generate(&place, &described("list_pets", PET), &[]), "");
    let expected = "2 decisions held back, so that the crates that use this client keep compiling:\n  \
         #/components/schemas/Pet .name\n    keeps  models::Pet::name: Option<String>\n    gives  models::Pet::name: String\n  \
         #/components/schemas/Pet .status\n    keeps  models::Pet::status: Option<String>\n    gives  models::Pet::status: \
         Option<models::PetStatus>\ntake what the description gives with `generate --adopt '#/components/schemas/Pet .name'`, or \
         `--adopt all`: a breaking change\n";
    let changed = described("list_pets", LISTED);
    assert_eq!(generate(&place, &changed, &[]), expected);
    // The next run says the same without generating.
    assert_eq!(generate(&place, &changed, &[]), expected);
}

#[test]
fn what_follows_from_a_decision_is_no_other() {
    let place = Place::begun(&described("list_pets", PET));
    let said = generate(&place, &described("find_pets", PET), &[]);
    let expected = "1 decision held back, so that the crates that use this client keep compiling:\n  GET /pets\n    \
         keeps  operations::pets::Pets::list_pets\n    gives  operations::pets::Pets::find_pets\n";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn a_model_and_what_is_named_after_it_are_one_decision() {
    // A component takes the name that an inline model had, whose values are named after it.
    let inline = "    Pet: {type: object, properties: {home: {oneOf: [{title: Barn, type: object, required: [cows], properties: {cows: {type: integer}}}, \
                  {type: string}]}}}\n";
    let place = Place::begun(&described("list_pets", inline));
    let said = generate(&place, &described("list_pets", &format!("{inline}    PetHome: {{type: object}}\n")), &[]);
    let expected = "1 decision held back, so that the crates that use this client keep compiling:\n  \
         #/components/schemas/Pet .home\n    keeps  models::PetHome\n    gives  models::PetHomeUnion\n";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn a_model_of_several_places_is_one_decision() {
    let size = "{type: string, enum: [small, large]}";
    let schemas = |size: &str| {
        format!(
            "    Pet: {{type: object, properties: {{size: {size}}}}}\n    Toy: {{type: object, properties: {{size: {size}}}}}\n    \
             Bed: {{type: object, properties: {{size: {size}}}}}\n"
        )
    };
    let place = Place::begun(&described("list_pets", &schemas(size)));
    let said = generate(&place, &described("list_pets", &schemas("{type: string}")), &[]);
    assert!(said.starts_with("1 decision held back"), "{said}");
    assert!(said.contains("    keeps  models::") && said.contains("Size"), "{said}");
}

#[test]
fn an_item_is_adopted_by_its_key_or_path() {
    let place = Place::begun(&described("list_pets", PET));
    let changed = described("find_pets", LISTED);
    let all = generate(&place, &changed, &[]);
    assert!(all.starts_with("3 decisions held back"), "{all}");
    let rest = generate(&place, &changed, &["--adopt", "#/components/schemas/Pet .name", "pets_client::models::Pet::status"]);
    assert!(rest.starts_with("1 decision held back"), "{rest}");
    let text = place.public_api();
    assert!(text.contains("field models::Pet::name: String\n") && text.contains("Option<models::PetStatus>"), "{text}");
    assert_eq!(generate(&place, &changed, &["--adopt", "operations::pets::Pets::list_pets"]), "");
    assert!(place.text(API).contains("fn operations::pets::Pets::find_pets: "), "{}", place.text(API));
}

#[test]
fn an_unknown_address_is_an_error_with_the_nearest() {
    let place = Place::begun(&described("list_pets", PET));
    let before = place.text(API);
    let (code, said, complained) = place.run(&[&GENERATE[..], &["--adopt", "models::Pet::nam"]].concat());
    assert_eq!((code, said.as_str()), (1, ""));
    assert!(
        complained.contains("error[nothing-to-adopt]: `models::Pet::nam` is neither a key nor a Rust path in"),
        "{complained}"
    );
    assert!(complained.contains("did you mean `models::Pet::name`"), "{complained}");
    let (_, _, complained) = place.run(&[&GENERATE[..], &["--adopt", "GET /pet"]].concat());
    assert!(complained.contains("did you mean `GET /pets`"), "{complained}");
    assert_eq!(place.text(API), before);
}

#[test]
fn to_adopt_all_gives_what_a_new_client_is() {
    let place = Place::begun(&described("list_pets", PET));
    let changed = described("find_pets", &format!("{LISTED}    Animal: {{type: object}}\n"));
    assert!(!generate(&place, &changed, &[]).is_empty());
    assert_eq!(generate(&place, &changed, &["--adopt", "all"]), "");
    // What is left of the old names is aliases only, which go next.
    assert_eq!(generate(&place, &changed, &["--adopt", "all"]), "");
    let (code, _, complained) = place.run(&["new", "openapi.yaml", "--out", "fresh", "--name", "client", "--quiet"]);
    assert_eq!((code, complained.as_str()), (0, ""));
    assert_eq!(sources(&place, "client"), sources(&place, "fresh"));
    let items =
        |path: &str| place.text(path).lines().filter(|line| !line.starts_with("//")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(items(API), items("fresh/generated.api"));
}
