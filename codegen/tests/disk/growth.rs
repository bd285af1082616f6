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
