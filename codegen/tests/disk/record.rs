//! The record: what it names keeps its name, whatever else the description says by then.

use std::collections::BTreeMap;
use std::fs;

use clientsmith::record::{Key, Kind, Record};

use crate::place::Place;

const API: &str = "client/generated.api";
const LOCK: &str = "client/generated.lock";
const GENERATE: [&str; 4] = ["generate", "--settings", "client/clientsmith.toml", "--quiet"];
const CHECK: [&str; 4] = ["check", "--settings", "client/clientsmith.toml", "--quiet"];

const STREET: &str = "{type: object, required: [street, city], properties: {street: {type: string}, city: {type: string}}}";

/// A description of components, each given by its name and schema.
fn described(components: &[(&str, &str)]) -> String {
    let components: String = components.iter().map(|(name, schema)| format!("    {name}: {schema}\n")).collect();
    format!(
        "openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\n\
         components:\n  schemas:\n{components}"
    )
}

/// An object with a property `address`.
fn with_address(schema: &str) -> String {
    format!("{{type: object, properties: {{address: {schema}}}}}")
}

/// Brings the client up to date, and says what it warned of.
pub(crate) fn generate(place: &Place, description: &str) -> String {
    place.put("openapi.yaml", description);
    let (code, said, complained) = place.run(&GENERATE[..3]);
    assert_eq!(code, 0, "{complained}");
    assert!(said.contains(" written, "), "{said}");
    assert_eq!(place.run(&CHECK), (0, String::new(), String::new()));
    let record = place.text(API);
    assert!(place.run(&GENERATE[..3]).1.contains("(0 written, "), "the second run writes nothing");
    assert_eq!(place.text(API), record);
    complained
}

fn record(place: &Place) -> Record {
    Record::parse(&place.text(API)).unwrap()
}

/// The names of the models, by the last words of their keys.
fn models(place: &Place) -> BTreeMap<String, String> {
    let record = record(place);
    let kinds = Kind::MODELS.iter().chain([&Kind::Place]);
    let items = kinds.flat_map(|kind| record.of_kind(*kind)).filter(|item| item.key.before_former().is_none());
    items.map(|item| (item.key.to_string().replace("#/components/schemas/", ""), item.path.replace("models::", ""))).collect()
}

/// Fails unless the models are these: `Order .address: OrderAddress`.
#[track_caller]
fn assert_models(place: &Place, expected: &[&str]) {
    let found: Vec<String> = models(place).into_iter().map(|(key, name)| format!("{key}: {name}")).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_model_keeps_its_name_when_another_one_would_be_derived() {
    let order = with_address(STREET);
    let place = Place::begun(&described(&[("Order", &order)]));
    assert_models(&place, &["Order: Order", "Order .address: OrderAddress"]);
    let titled = with_address(&STREET.replace("{type: object,", "{title: Home address, type: object,"));
    for (components, expected) in [
        // A second place, after and before the recorded one.
        (&[("Order", &*order), ("Person", &*order)][..], &["Order .address: OrderAddress", "Person .address: OrderAddress"][..]),
        (&[("Client", &*order), ("Order", &*order)], &["Client .address: OrderAddress", "Order .address: OrderAddress"]),
        // A title.
        (&[("Order", &*titled)], &["Order .address: OrderAddress"]),
        // A component that would have had the name.
        (
            &[("OrderAddress", "{type: object}"), ("Order", &*order)],
            &["Order .address: OrderAddress", "OrderAddress: OrderAddress2"],
        ),
    ] {
        generate(&place, &described(&[("Order", &order)]));
        generate(&place, &described(components));
        let models = models(&place);
        for expected in expected {
            let (key, name) = expected.split_once(": ").unwrap();
            assert_eq!(models.get(key).map(String::as_str), Some(name), "{models:?}");
        }
    }
}

#[test]
fn a_shared_model_outlives_each_of_its_places() {
    let address = with_address(STREET);
    let (order, person, shop) = (("Order", &*address), ("Person", &*address), ("Shop", &*address));
    let place = Place::begun(&described(&[order, person]));
    assert_models(&place, &["Order: Order", "Order .address: Address", "Person: Person", "Person .address: Address"]);
    let text = place.text(API);
    assert!(text.contains("\n#/components/schemas/Order .address = struct models::Address\n"), "{text}");
    assert!(text.contains("\n#/components/schemas/Person .address = place models::Address\n"), "{text}");
    // The order of what the constructor takes goes with the name.
    let turned = with_address(
        &STREET
            .replace("[street, city]", "[city, street]")
            .replace("street: {type: string}, ", "")
            .replace("}}}", "}, street: {type: string}}}"),
    );
    generate(&place, &described(&[("Order", "{type: object}"), ("Person", &turned), ("Shop", &turned)]));
    assert_models(
        &place,
        &["Order: Order", "Person: Person", "Person .address: Address", "Shop: Shop", "Shop .address: Address"],
    );
    assert!(place.text(API).contains("= new models::Address::new(street, city): "), "{}", place.text(API));
    generate(&place, &described(&[("Shop", &turned)]));
    assert_models(&place, &["Shop: Shop", "Shop .address: Address"]);
    // The name stays with the place that says what the model can hold.
    generate(&place, &described(&[order, person, shop]));
    let other = with_address(&STREET.replace("city", "zip"));
    generate(&place, &described(&[order, ("Person", &other), ("Shop", &other)]));
    let models = models(&place);
    let of = |key: &str| models[&format!("{key} .address")].as_str();
    assert_eq!((of("Order"), of("Person"), of("Shop")), ("Address", "PersonAddress", "PersonAddress"), "{models:?}");
}

#[test]
fn a_name_that_the_description_gives_goes_first() {
    let place = Place::begun(&described(&[("Order", &with_address(STREET))]));
    let named = with_address(&STREET.replace("{type: object,", "{x-clientsmith: {name: Home}, type: object,"));
    generate(&place, &described(&[("Order", &named)]));
    assert_models(&place, &["Order: Order", "Order .address: Home"]);
    let taken = "{x-clientsmith: {name: Order}, type: object}";
    let warned = generate(&place, &described(&[("Order", &named), ("Person", taken)]));
    assert_models(&place, &["Order: Order2", "Order .address: Home", "Person: Order"]);
    assert!(warned.contains("warning[name-collision]"), "{warned}");
}

#[test]
fn the_struct_that_a_constructor_takes_keeps_its_name() {
    let many = "{type: object, required: [a, b, c, d, e], properties: {a: {type: string}, b: {type: string}, c: {type: string}, d: {type: string}, e: {type: string}}}";
    let place = Place::begun(&described(&[("Pet", many)]));
    generate(&place, &described(&[("Pet", many), ("PetRequired", "{type: object}")]));
    assert_models(&place, &["Pet: Pet", "Pet own required: PetRequired", "PetRequired: PetRequired2"]);
}

/// A description of paths, each given by its path and operations.
fn with_paths(paths: &[(&str, &str)]) -> String {
    let paths: String = paths.iter().map(|(path, item)| format!("  {path}: {item}\n")).collect();
    format!("openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\npaths:\n{paths}")
}

/// An operation that receives an object with one property.
fn receiving(property: &str) -> String {
    let content = format!("content: {{application/json: {{schema: {{type: object, properties: {{{property}: {{}}}}}}}}}}");
    format!("{{requestBody: {{{content}}}, responses: {{'204': {{description: Done.}}}}}}")
}

#[test]
fn each_address_of_a_callback_has_a_model() {
    let subscribe = |callback: &str| {
        let post = format!(
            "{{operationId: subscribe, responses: {{'204': {{description: Done.}}}}, callbacks: {{onData: {callback}}}}}"
        );
        with_paths(&[("/s", &format!("{{post: {post}}}"))])
    };
    let (a, b) = (receiving("a"), receiving("b"));
    let first = format!("'{{$request.query.first}}': {{post: {a}}}");
    let second = format!("'{{$request.query.second}}/b c': {{post: {b}}}");
    let place = Place::begun(&subscribe(&format!("{{{first}}}")));
    let key = "POST /s callback onData {$request.query.first} POST as application/json";
    assert_eq!(models(&place)[key], "SubscribeOnDataCallbackBody");
    generate(&place, &subscribe(&format!("{{{second}, {first}}}")));
    let models = models(&place);
    assert_eq!(models[key], "SubscribeOnDataCallbackBody");
    let other = "POST /s callback onData {$request.query.second}/b\\u{20}c POST as application/json";
    assert!(models.contains_key(other), "{models:?}");
}

#[test]
fn the_model_of_a_webhook_keeps_its_name_when_it_gets_another_method() {
    let webhook = |item: &str| format!("{}webhooks: {{pet: {{{item}}}}}\n", described(&[("Pet", "{type: object}")]));
    let (post, put) = (format!("post: {}", receiving("a")), format!("put: {}", receiving("b")));
    let place = Place::begun(&webhook(&post));
    generate(&place, &webhook(&format!("{put}, {post}")));
    assert_models(
        &place,
        &[
            "Pet: Pet",
            "webhook pet POST as application/json: PetWebhookBody",
            "webhook pet PUT as application/json: PetWebhookPutBody",
        ],
    );
}

#[test]
fn a_method_without_an_id_keeps_its_name_when_the_prefix_of_all_paths_changes() {
    let done = "responses: {'204': {description: Done.}}";
    let (get, tagged) = (format!("{{get: {{{done}}}}}"), format!("{{get: {{tags: [pets], {done}}}}}"));
    let recorded = |place: &Place| {
        let record = record(place);
        let methods = record
            .of_kind(Kind::Method)
            .filter(|item| item.key.to_string().starts_with("GET ") && !item.path.contains("Request"));
        methods.map(|item| format!("{} {}", item.key, item.path.rsplit(':').next().unwrap())).collect::<Vec<_>>()
    };
    let begun = [("/api/v1/pets", &*tagged), ("/api/v1/pets/{id}", &*tagged), ("/api/v1/orders", &*get)];
    let place = Place::begun(&with_paths(&begun));
    let names = recorded(&place);
    assert_eq!(names, ["GET /api/v1/orders get_orders", "GET /api/v1/pets get", "GET /api/v1/pets/{id} get_id"]);
    for added in [&["/api/v2/pets"][..], &["/health"], &["/a", "/b", "/c", "/d"]] {
        let added: Vec<_> = added.iter().map(|path| (*path, &*tagged)).collect();
        generate(&place, &with_paths(&[&added, &begun[..]].concat()));
        let found = recorded(&place);
        assert!(names.iter().all(|name| found.contains(name)), "{found:?}");
        generate(&place, &with_paths(&begun));
        assert_eq!(recorded(&place), names);
    }
    let named = tagged.replace("tags", "x-clientsmith: {name: all}, tags");
    generate(&place, &with_paths(&[("/api/v1/pets", &*named), begun[1], begun[2]]));
    assert_eq!(recorded(&place)[1], "GET /api/v1/pets all");
}

#[test]
fn without_a_record_names_are_derived_anew() {
    let order = with_address(STREET);
    let place = Place::begun(&described(&[("Order", &order)]));
    let two = described(&[("Order", &order), ("Person", &order)]);
    generate(&place, &two);
    fs::remove_file(place.path(API)).unwrap();
    let (code, _, complained) = place.run(&CHECK);
    assert!(code == 1 && complained.contains("missing     client/generated.api\n"), "{complained}");
    generate(&place, &two);
    assert_models(&place, &["Order: Order", "Order .address: Address", "Person: Person", "Person .address: Address"]);
}

#[test]
fn damage_is_an_error_with_its_line_and_a_remedy() {
    let place = Place::begun(&described(&[("Order", &with_address(STREET))]));
    let sound = place.text(API);
    let line = sound.lines().position(|line| line.ends_with("struct models::Order")).unwrap() + 1;
    place.put(API, &sound.replace("struct models::Order\n", "strukt models::Order\n"));
    let remedy = "restore it from version control, or delete it, and what it named is named anew";
    let error = format!(
        "error: {API}:{line}: `#/components/schemas/Order = strukt models::Order` is not an item of a record: {remedy}\n"
    );
    for command in [&GENERATE, &CHECK] {
        assert_eq!(place.run(command), (2, String::new(), error.clone()));
    }
    place.put(API, "");
    assert!(place.run(&GENERATE).2.contains("generated.api:1: there is no line `format 2`"));
    place.put(API, &format!("{sound}<<<<<<< ours\n"));
    assert!(place.run(&GENERATE).2.contains("an unresolved merge conflict: keep both sides"));
    // A line that is gone is no damage, and neither are other line ends.
    let without: String =
        sound.lines().filter(|line| !line.ends_with("models::Order")).map(|line| format!("{line}\r\n")).collect();
    place.put(API, &without);
    assert_eq!(place.run(&GENERATE), (0, String::new(), String::new()));
    assert_eq!(place.text(API), sound);
}

#[test]
fn a_textual_merge_of_two_branches_is_read_and_resolved() {
    let place = Place::begun(&described(&[("Base", "{type: object}")]));
    let base = (place.text(API), place.text(LOCK));
    let branch = |components: &[(&str, &str)]| {
        place.put(API, &base.0);
        place.put(LOCK, &base.1);
        generate(&place, &described(&[&[("Base", "{type: object}")], components].concat()));
        place.text(API)
    };
    let address = with_address(STREET);
    let (one, other) = (("First", &*address), ("Second", &*address));
    // Each branch names a model `Address`, as it has two places there.
    let ours = branch(&[("A", &address), one]);
    let theirs =
        branch(&[("B", &with_address(&STREET.replace("city", "zip"))), ("C", &with_address(&STREET.replace("city", "zip")))]);
    let merged: String =
        ours.lines().chain(theirs.lines().filter(|line| !ours.contains(line))).map(|line| format!("{line}\n")).collect();
    place.put(API, &merged);
    let zip = with_address(&STREET.replace("city", "zip"));
    let all = described(&[("Base", "{type: object}"), ("A", &address), one, ("B", &zip), ("C", &zip), other]);
    let warned = generate(&place, &all);
    let lines: Vec<usize> = (1..)
        .zip(merged.lines())
        .filter(|(_, line)| line.ends_with("struct models::Address"))
        .map(|(number, _)| number)
        .collect();
    let message = format!(
        "warning[recorded-name]: `generated.api` has the name `models::Address` twice: for `#/components/schemas/A .address` in line {} \
         and for `#/components/schemas/B .address` in line {}\n",
        lines[0], lines[1]
    );
    assert!(warned.contains(&message), "{warned}");
    let models = models(&place);
    let of = |key: &str| models[&format!("{key} .address")].as_str();
    assert_eq!((of("A"), of("First"), of("Second")), ("Address", "Address", "Address"));
    assert_eq!((of("B"), of("C")), ("BAddress", "BAddress"));
    // It is resolved: the next run has nothing to say.
    assert_eq!(place.run(&GENERATE).2, "");
}

#[test]
fn of_two_lines_for_one_item_the_first_holds() {
    let order = described(&[("Order", &with_address(STREET))]);
    let place = Place::begun(&order);
    let line = "#/components/schemas/Order .address = struct models::OrderAddress\n";
    let merged = place.text(API).replace(line, &format!("{}{line}", line.replace("OrderAddress", "Home")));
    place.put(API, &merged);
    let warned = generate(&place, &order);
    let lines = (1..).zip(merged.lines()).find(|(_, line)| line.ends_with("models::Home")).unwrap().0;
    let message = format!("different things of `#/components/schemas/Order .address`, in lines {lines} and {}\n", lines + 1);
    assert!(warned.contains(&format!("warning[recorded-twice]: `generated.api` says {message}")), "{warned}");
    assert_models(&place, &["Order: Order", "Order .address: Home"]);
}

/// The description of a client that was generated before the record was a file of its own.
const FORMER: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets/{id}:
    get:
      tags: [zoo]
      operationId: find
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: kind, in: query, required: true, schema: {type: string}}
      responses: {'204': {description: Done.}}
  /owners: {get: {tags: [owners], operationId: list, responses: {'204': {description: Done.}}}}
components:
  schemas:
    Pet: {type: object, required: [name, owner], properties: {name: {type: string}, owner: {type: string}}}
";

#[test]
fn a_lock_that_held_the_record_is_read_once_more() {
    let place = Place::begun(FORMER);
    let lock = place.text(LOCK).replace("format 2", "format 1");
    let former = "\nconstructor Pet(owner, name)\n\noperation GET /owners = owners.list()\noperation GET /pets/{id} = zoo.find_2(query:kind, path:id)\n";
    place.put(LOCK, &(lock + former));
    fs::remove_file(place.path(API)).unwrap();
    generate(&place, FORMER);
    let record = record(&place);
    let call = record.get(&Key::call("GET", "/pets/{id}", None), Kind::Method).unwrap();
    assert_eq!(
        (call.path.as_str(), &call.order[..]),
        ("operations::zoo::Zoo::find_2", &["query:kind".to_owned(), "path:id".to_owned()][..])
    );
    assert_eq!(record.at_path("models::Pet::new", Kind::Constructor).unwrap().order, ["owner", "name"]);
    let pet = place.text("client/src/generated/models/pet.rs");
    assert!(pet.contains("pub fn new(owner: impl Into<String>, name: impl Into<String>)"), "{pet}");
    let lock = place.text(LOCK);
    assert!(lock.contains("\nformat 2\n") && !lock.contains("operation ") && !lock.contains("constructor "), "{lock}");
}

#[test]
fn new_clients_let_git_merge_it_line_by_line() {
    let place = Place::begun(&described(&[("Order", "{type: object}")]));
    assert_eq!(place.text("client/.gitattributes"), "/generated.api merge=union\n");
    assert!(place.text("client/Cargo.toml").contains("\"/generated.api\""), "it is not packaged");
}
