//! Items that have another key by now keep their names: renamed components, schemas and calls in another place, and renamed tags.

use std::collections::BTreeSet;

use clientsmith::record::{Kind, Record};

use crate::place::Place;
use crate::record::generate;

const API: &str = "client/generated.api";

const DESCRIPTION: &str = "\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example'}]
paths:
  /animals/{id}:
    get:
      tags: [zoo]
      operationId: get_animal
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: view, in: query, schema: {type: string, enum: [short, long]}}
      responses:
        '200': {description: An animal., content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
        '404': {description: None., content: {application/json: {schema: {type: object, properties: {reason: {type: string}}}}}}
  /animals:
    post:
      tags: [zoo]
      operationId: add_animal
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Animal:
      type: object
      required: [name]
      properties:
        name: {type: string}
        diet: {$ref: '#/components/schemas/Diet'}
        colour: {type: string, enum: [red, green, blue]}
        home: {type: object, properties: {country: {type: string}, city: {type: string}}}
        food: {oneOf: [{$ref: '#/components/schemas/Meat'}, {$ref: '#/components/schemas/Fruit'}]}
    Diet: {type: string, enum: [all, plants]}
    Meat: {type: object, required: [weight], properties: {weight: {type: number}}}
    Fruit: {type: object, required: [sort], properties: {sort: {type: string}}}
";

/// The paths of all that a downstream crate can name.
fn paths(place: &Place) -> BTreeSet<(Kind, String)> {
    let record = Record::parse(&place.text(API)).unwrap();
    record.items().filter(|item| item.kind != Kind::Place).map(|item| (item.kind, item.path.clone())).collect()
}

/// The description with other texts.
fn changed(changes: &[(&str, &str)]) -> String {
    let change = |description: String, (from, to): &(&str, &str)| {
        assert!(description.contains(from), "{from} is not in {description}");
        description.replace(from, to)
    };
    changes.iter().fold(DESCRIPTION.to_owned(), change)
}

/// Generates the client again after changes, and returns the paths that it lost and those that it got.
fn difference(changes: &[(&str, &str)]) -> [Vec<String>; 2] {
    let place = Place::begun(DESCRIPTION);
    let before = paths(&place);
    let description = changed(changes);
    let complained = generate(&place, &description);
    let after = paths(&place);
    let path = |(_, path): &(Kind, String)| path.clone();
    assert!(!complained.contains("error"), "{complained}");
    [before.difference(&after).map(path).collect(), after.difference(&before).map(path).collect()]
}

const NOTHING: [Vec<String>; 2] = [Vec::new(), Vec::new()];

#[test]
fn a_renamed_component_keeps_its_name() {
    assert_eq!(difference(&[("Animal", "Beast")]), NOTHING);
    // A chain of them, with what is inside, and alternatives.
    let all = [("Animal", "Beast"), ("Diet", "Feeding"), ("Meat", "Flesh"), ("Fruit", "Produce")];
    assert_eq!(difference(&all), NOTHING);
    // One that has more by now.
    let more = [("Meat", "Flesh"), ("{weight: {type: number}}", "{weight: {type: number}, kind: {type: string}}")];
    let [lost, _] = difference(&more);
    assert_eq!(lost, NOTHING[0]);
}

#[test]
fn two_names_that_cross_follow_their_places() {
    let place = Place::begun(DESCRIPTION);
    generate(&place, &changed(&[("Meat", "NewFruit"), ("schemas/Fruit", "schemas/NewMeat"), ("    Fruit:", "    NewMeat:")]));
    let text = place.public_api();
    for line in ["#/components/schemas/NewFruit = struct models::Meat\n", "#/components/schemas/NewMeat = struct models::Fruit\n"]
    {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn of_two_names_that_are_swapped_each_is_the_same_component() {
    let place = Place::begun(DESCRIPTION);
    generate(&place, &changed(&[("Meat", "X"), ("Fruit", "Meat"), ("X", "Fruit")]));
    let text = place.public_api();
    for line in ["#/components/schemas/Fruit = struct models::Fruit\n", "#/components/schemas/Meat = struct models::Meat\n"] {
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn of_two_candidates_neither_is_recognised() {
    let unused = "    Diet: {type: string, enum: [all, plants]}\n";
    let place = Place::begun(&changed(&[("        diet: {$ref: '#/components/schemas/Diet'}\n", "")]));
    let two = "    Feeding: {type: string, enum: [all, plants]}\n    Eating: {type: string, enum: [all, plants]}\n";
    generate(&place, &changed(&[("        diet: {$ref: '#/components/schemas/Diet'}\n", ""), (unused, two)]));
    assert!(place.text(API).contains("#/components/schemas/Feeding = enum models::Feeding\n"));
    assert!(place.text(API).contains("#/components/schemas/Eating = enum models::Eating\n"));
}

#[test]
fn inline_schemas_keep_their_names_as_components_and_back() {
    let home = "{type: object, properties: {country: {type: string}, city: {type: string}}}";
    let component = format!("    Place: {home}\n    Diet:");
    assert_eq!(difference(&[(home, "{$ref: '#/components/schemas/Place'}"), ("    Diet:", &component)]), NOTHING);
    let reason = "{type: object, properties: {reason: {type: string}}}";
    let component = format!("    Problem: {reason}\n    Diet:");
    assert_eq!(difference(&[(reason, "{$ref: '#/components/schemas/Problem'}"), ("    Diet:", &component)]), NOTHING);
    let diet = "    Diet: {type: string, enum: [all, plants]}\n";
    let inline = "{type: string, enum: [all, plants]}";
    assert_eq!(difference(&[(diet, ""), ("{$ref: '#/components/schemas/Diet'}", inline)]), NOTHING);
}

#[test]
fn inline_schemas_keep_their_names_in_another_place() {
    let [lost, new] = difference(&[("colour: ", "color: ")]);
    let fields = |name: &str| vec![format!("models::Animal::{name}"); 2];
    assert_eq!([lost, new], [fields("colour"), fields("color")]);
    let colour = "{type: string, enum: [red, green, blue]}";
    assert_eq!(difference(&[(colour, &format!("{{type: array, items: {colour}}}"))]), NOTHING);
}

#[test]
fn a_call_keeps_its_names_under_another_path() {
    assert_eq!(difference(&[("/animals/{id}", "/v2/animals/{id}")]), NOTHING);
    let [lost, new] = difference(&[("/animals/{id}", "/animals/{animal_id}"), ("name: id", "name: animal_id")]);
    assert_eq!([lost, new], NOTHING);
    // Another call has the former path.
    let other = "  /animals/{id}:\n    delete:\n      tags: [zoo]\n      operationId: remove\n      parameters: [{name: id, in: path, \
                 required: true, schema: {type: string}}]\n      responses: {'204': {description: Done.}}\n  /beasts/{id}:";
    let [lost, _] = difference(&[("  /animals/{id}:", other)]);
    assert_eq!(lost, NOTHING[0]);
}

#[test]
fn a_group_keeps_its_names_under_another_tag() {
    assert_eq!(difference(&[("tags: [zoo]", "tags: [Animal park]")]), NOTHING);
    let another = "  /park:\n    get:\n      tags: [Animal park]\n      operationId: park\n      responses: {'204': {description: Done.}}\n\
                   components:";
    let [lost, new] = difference(&[("tags: [zoo]", "tags: [Animal park]"), ("components:\n", &format!("{another}\n"))]);
    assert_eq!(lost, NOTHING[0]);
    assert!(new.contains(&"operations::zoo::Zoo::park".to_owned()), "{new:?}");
}

#[test]
fn a_renamed_component_with_further_properties_is_recognised_where_it_is_a_whole_answer() {
    let place = Place::begun(ANSWER);
    let before = paths(&place);
    generate(&place, &ANSWER.replace("Animal", "Beast").replace("{name:", "{age: {type: integer}, name:"));
    assert_eq!(before.difference(&paths(&place)).next(), None);
}

const ANSWER: &str = "\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example'}]
security: [{key: []}]
paths:
  /animal:
    get:
      operationId: get_animal
      parameters: [{name: view, in: query, schema: {type: string, enum: [short, long]}}, {name: page, in: query, required: true, schema: {type: string}}]
      responses:
        '200': {description: An animal., content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Animal: {type: object, properties: {name: {type: string}, size: {type: integer}}}
";

#[test]
fn a_parameter_keeps_its_names_in_another_location() {
    let place = Place::begun(ANSWER);
    let before = paths(&place);
    generate(&place, &ANSWER.replace("in: query", "in: header"));
    assert_eq!(paths(&place), before);
    // Of two locations, neither is the one that was there.
    let both =
        ANSWER.replace("{name: view, in: query,", "{name: view, in: cookie, schema: {type: string}}, {name: view, in: query,");
    generate(&place, &both);
    assert!(place.text(API).contains("GET /animal cookie view = set "), "{}", place.text(API));
}

#[test]
fn a_security_scheme_keeps_its_method_under_another_name() {
    let place = Place::begun(ANSWER);
    let before = paths(&place);
    let renamed = |from: &str, to: &str| ANSWER.replace(&format!("{{{from}: "), &format!("{{{to}: "));
    generate(&place, &renamed("key", "ApiKeyAuth"));
    assert_eq!(paths(&place), before);
    generate(&place, &renamed("key", "bearer").replace("type: apiKey, in: header, name: X-Key", "type: http, scheme: bearer"));
    // It takes something else.
    assert!(place.text(API).contains("ClientBuilder::bearer: impl Into<runtime::Tokens>"), "{}", place.text(API));
}

#[test]
fn an_enumeration_is_recognised_where_several_places_have_one_of_their_own_by_now() {
    let home = "        home: {type: object, properties: {country: {type: string}, city: {type: string}, diet: {$ref: '#/components/schemas/Diet'}}}\n";
    let old = "        home: {type: object, properties: {country: {type: string}, city: {type: string}}}\n";
    let inline = "{type: string, enum: [all, plants, none]}";
    let place = Place::begun(&changed(&[(old, home)]));
    let before = paths(&place);
    let diet = "    Diet: {type: string, enum: [all, plants]}\n";
    generate(&place, &changed(&[(old, home), (diet, ""), ("{$ref: '#/components/schemas/Diet'}", inline)]));
    let lost: Vec<_> = before.difference(&paths(&place)).cloned().collect();
    assert_eq!(lost, Vec::new());
}

#[test]
fn a_component_stays_where_another_one_with_its_members_is_by_now() {
    let (home, keeper) =
        ("{type: object, required: [city], properties: {city: {type: string}}}", "city: {type: string}, zone: {type: integer}");
    let further = format!("    Home: {home}\n    Place: {{type: object, required: [city], properties: {{{keeper}}}}}\n    Diet:");
    let inline = "{type: object, properties: {country: {type: string}, city: {type: string}}}";
    let both = |home: &str| {
        format!(
            "{{type: object, properties: {{old: {{$ref: '#/components/schemas/{home}'}}, new: {{$ref: '#/components/schemas/Place'}}}}}}"
        )
    };
    let place = Place::begun(&changed(&[(inline, &both("Home")), ("    Diet:", &further)]));
    let before = paths(&place);
    let merged = further.replace(&format!("    Home: {home}\n"), "");
    generate(&place, &changed(&[(inline, &both("Place")), ("    Diet:", &merged)]));
    let lost: Vec<_> = before.difference(&paths(&place)).cloned().collect();
    assert_eq!(lost, Vec::new());
    assert!(place.text(API).contains("models::AnimalHome::old: Option<models::Home>"), "{}", place.text(API));
    // And back.
    generate(&place, &changed(&[(inline, &both("Home")), ("    Diet:", &further)]));
    let lost: Vec<_> = before.difference(&paths(&place)).cloned().collect();
    assert_eq!(lost, Vec::new());
}
