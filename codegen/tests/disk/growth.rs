//! Places that had one model and no longer say the same: the model grows, or the place that it cannot hold gets another one.

use crate::place::Place;
use crate::record::generate;

const ADDRESS: &str = "{type: object, required: [city], properties: {city: {type: string}}}";

/// A description of two calls: the first receives an order with an address, and the second receives or sends a person with one.
fn described(order: &str, person: &str, is_sent: bool) -> String {
    let content = |of: &str, address: &str| {
        let schema = format!("{{type: object, properties: {{{of}: {{type: string}}, address: {address}}}}}");
        format!("content: {{application/json: {{schema: {schema}}}}}")
    };
    let received = |of, address| format!("responses: {{'200': {{description: It., {}}}}}", content(of, address));
    let sent = |of, address| format!("requestBody: {{{}}}, responses: {{'204': {{description: Done.}}}}", content(of, address));
    let person = if is_sent { sent("name", person) } else { received("name", person) };
    format!(
        "openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\npaths:\n  \
         /order: {{get: {{operationId: order, {}}}}}\n  /person: {{put: {{operationId: person, {person}}}}}\n",
        received("number", order)
    )
}

/// A client that was generated when both places said the same.
fn begun(address: &str, is_sent: bool) -> Place {
    let place = Place::begun(&described(address, address, is_sent));
    assert!(model(&place, "mod").contains("pub use address::Address;"), "{}", model(&place, "mod"));
    place
}

fn model(place: &Place, name: &str) -> String {
    place.text(&format!("client/src/generated/models/{name}.rs"))
}

#[test]
fn a_received_model_grows() {
    let grown = "{type: object, required: [city, geo], properties: {geo: {type: object, properties: {lat: {type: number}}}, city: {type: string}}}";
    for is_first in [true, false] {
        let place = begun(ADDRESS, false);
        let (order, person) = if is_first { (grown, ADDRESS) } else { (ADDRESS, grown) };
        assert_eq!(generate(&place, &described(order, person, false)), "");
        let address = model(&place, "address");
        assert!(address.contains("pub city: String"), "{address}");
        assert!(address.contains("pub geo: Option<models::"), "{address}");
        let place = if is_first { "~1order/get" } else { "~1person/put" };
        let only = format!("/// Only in `#/paths/{place}/responses/200/content/application~1json/schema/properties/address`.");
        assert_eq!(address.matches("/// Only in").count(), 1, "{address}");
        assert!(address.contains(&only), "{address}");
    }
}

#[test]
fn a_received_enumeration_grows() {
    let place = begun("{type: string, enum: [home, work]}", false);
    let grown = "{type: string, enum: [home, harbour]}";
    assert_eq!(generate(&place, &described("{type: string, enum: [home, work]}", grown, false)), "");
    let address = model(&place, "address");
    for variant in ["Home,", "Work,", "Harbour,"] {
        assert!(address.contains(variant), "{address}");
    }
}

#[test]
fn a_model_inside_grows_with_the_one_around_it() {
    let around = |geo: &str| format!("{{type: object, properties: {{geo: {{type: object, properties: {{{geo}}}}}}}}}");
    let (before, after) = (around("lat: {type: number}"), around("lat: {type: number}, alt: {type: number}"));
    let place = begun(&before, false);
    assert_eq!(generate(&place, &described(&before, &after, false)), "");
    assert!(model(&place, "geo").contains("pub alt: Option<f64>"));
}

#[test]
fn what_the_model_cannot_hold_gets_another_one() {
    let optional = "{type: object, properties: {city: {type: string}}}";
    let number = "{type: object, required: [city], properties: {city: {type: integer}}}";
    for other in [optional, number, "{type: string, enum: [home]}"] {
        for is_first in [true, false] {
            let place = begun(ADDRESS, false);
            let (order, person) = if is_first { (other, ADDRESS) } else { (ADDRESS, other) };
            let said = generate(&place, &described(order, person, false));
            assert!(said.contains("warning[model-split]"), "{said}");
            let lost = if is_first { "order_address" } else { "person_address" };
            assert!(place.path(&format!("client/src/generated/models/{lost}.rs")).exists(), "{said}");
            assert!(model(&place, "address").contains("pub city: String"));
        }
    }
}

#[test]
fn a_model_that_is_sent_does_not_grow() {
    let grown = "{type: object, required: [city], properties: {city: {type: string}, zip: {type: string}}}";
    let place = begun(ADDRESS, true);
    let said = generate(&place, &described(ADDRESS, grown, true));
    assert!(said.contains("warning[model-split]: `Address`"), "{said}");
    assert!(!model(&place, "address").contains("zip"));
    assert!(model(&place, "person_address").contains("pub fn zip("));
}

#[test]
fn a_model_that_is_sent_stays_where_the_values_are_the_same() {
    let address =
        "{type: object, required: [city, kind], properties: {city: {type: string}, kind: {type: string, enum: [a, b]}}}";
    for same in [
        "{title: Home, type: object, required: [kind, city], properties: {city: {type: string}, kind: {type: string, enum: [a, b]}}}",
        "{type: object, required: [city, kind], properties: {kind: {type: string, enum: [b, a]}, city: {type: string}}}",
        "{type: object, required: [city, kind], properties: {city: {type: string, format: hostname}, kind: {enum: [a, b]}}}",
        "{type: object, additionalProperties: false, required: [city, kind], \
         properties: {city: {type: string}, kind: {type: string, enum: [a, b]}}}",
    ] {
        let place = begun(address, true);
        assert_eq!(generate(&place, &described(address, same, true)), "", "{same}");
        assert_eq!(generate(&place, &described(same, address, true)), "", "{same}");
        assert!(!model(&place, "mod").contains("Home"), "{same}");
    }
}

#[test]
fn an_explicit_name_leaves_the_recorded_one_to_the_other_place() {
    let place = begun(ADDRESS, true);
    let named = ADDRESS.replace("{type: object,", "{x-clientsmith: {name: Home}, type: object,");
    assert_eq!(generate(&place, &described(&named, ADDRESS, true)), "");
    let models = model(&place, "mod");
    assert!(models.contains("::Home;") && models.contains("::Address;"), "{models}");
}

#[test]
fn a_model_that_is_gone_since_another_says_the_same_is_reported() {
    let number = "{type: object, required: [city], properties: {city: {type: integer}}}";
    let place = Place::begun(&described(ADDRESS, number, false));
    let said = generate(&place, &described(ADDRESS, ADDRESS, false));
    assert!(said.contains("warning[model-merged]: `PersonAddress` now says the same as `OrderAddress`"), "{said}");
}

#[test]
fn models_that_a_merge_gave_one_name_stay_apart() {
    let (address, number) = (ADDRESS, "{type: object, properties: {zip: {type: integer}}}");
    let place = Place::begun(&described(address, number, false));
    let record = place.text("client/generated.api").replace("OrderAddress", "Address").replace("PersonAddress", "Address");
    place.put("client/generated.api", &record);
    let said = generate(&place, &described(address, number, false));
    assert!(said.contains("warning[recorded-name]"), "{said}");
    assert!(!model(&place, "address").contains("zip"), "{said}");
    assert!(model(&place, "person_address").contains("zip"), "{said}");
}

#[test]
fn texts_and_integers_are_no_one_enumeration() {
    let (texts, integers) = ("{type: string, enum: [a, b]}", "{type: integer, enum: [1, 2]}");
    let place = begun(texts, true);
    let said = generate(&place, &described(texts, integers, true));
    assert!(said.contains("warning[model-split]: `Address`"), "{said}");
    assert!(model(&place, "person_address").contains("as_i64"));
}
