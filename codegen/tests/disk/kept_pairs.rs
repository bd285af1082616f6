//! Clients in which properties of every kind became every other kind compile.

use clientsmith::record::{Kind, Record};

use crate::place::Place;
use crate::record::generate;

/// Types of properties, each of which may become any other one.
const TYPES: [&str; 14] = [
    "{}",
    "{type: 'null'}",
    "{type: string}",
    "{type: [string, 'null']}",
    "{type: string, enum: [red, green]}",
    "{type: [string, 'null'], enum: [red, 'null']}",
    "{type: string, enum: [red]}",
    "{type: integer}",
    "{type: number}",
    "{type: array, items: {type: string}}",
    "{type: [array, 'null'], items: {type: object, properties: {a: {type: string}}}}",
    "{type: object}",
    "{type: object, properties: {a: {type: string}}, required: [a]}",
    "{oneOf: [{type: string}, {$ref: '#/components/schemas/Color'}, {type: integer}]}",
];

/// A description with a model for each pair of types, whose property has the first or the second one. All models are received, sent or
/// both.
fn paired(is_second: bool, is_received: bool, is_sent: bool) -> String {
    let mut models = String::new();
    let mut listed = String::new();
    for (first, one) in TYPES.iter().enumerate() {
        for (second, other) in TYPES.iter().enumerate() {
            let (ty, required) = if is_second { (other, "[later, it, optional]") } else { (one, "[it]") };
            let optional = if is_second { other } else { one };
            let later = if is_second { "later: {type: [integer, 'null']}, " } else { "" };
            models += &format!(
                "    M{first}x{second}: {{type: object, required: {required}, properties: {{{later}it: {ty}, optional: {optional}}}}}\n"
            );
            listed += &format!("m{first}x{second}: {{$ref: '#/components/schemas/M{first}x{second}'}}, ");
        }
    }
    let body = format!("content: {{application/json: {{schema: {{type: object, properties: {{{listed}}}}}}}}}");
    let sent = if is_sent { format!("      requestBody: {{required: true, {body}}}\n") } else { String::new() };
    let received = if is_received { body } else { "headers: {}".to_owned() };
    format!(
        "openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\npaths:\n  /pairs:\n    put:\n      \
         operationId: put\n{sent}      responses: {{'200': {{description: Pairs., {received}}}}}\ncomponents:\n  schemas:\n{models}    \
         Color: {{type: string, enum: [red, green]}}\n"
    )
}

/// Checks that each recorded setter of a model of a pair is a method.
#[track_caller]
fn assert_setters_exist(place: &Place) {
    let record = Record::parse(&place.text("client/generated.api")).unwrap();
    for item in record.of_kind(Kind::Setter) {
        let ["models", model, setter] = item.path.split("::").collect::<Vec<_>>()[..] else { continue };
        if !model.chars().all(|character| character.is_ascii_digit() || matches!(character, 'M' | 'x')) {
            continue;
        }
        let text = place.text(&format!("client/src/generated/models/{}.rs", model.to_lowercase()));
        assert!(text.contains(&format!("pub fn {setter}(mut self")), "{item}");
    }
}

#[test]
fn kept_clients_compile() {
    for (is_received, is_sent) in [(true, false), (false, true), (true, true)] {
        let place = Place::begun(&paired(false, is_received, is_sent));
        let further = [paired(true, true, false), paired(true, !is_received, true)];
        for description in [paired(true, is_received, is_sent)].into_iter().chain(further) {
            generate(&place, &description);
            assert_setters_exist(&place);
            place.cargo("client", &["check", "--quiet", "--all-features"]);
        }
    }
}
