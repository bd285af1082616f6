//! What is recorded stays where it can hold what the description says by then.

use clientsmith::record::{Item, Kind, Record};

use crate::place::Place;
use crate::record::generate;

const API: &str = "client/generated.api";

/// A description of a call that receives a schema, and one that sends a schema.
fn described(received: &str, sent: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\npaths:\n  \
         /got:\n    get:\n      operationId: got\n      responses: {{'200': {{description: It., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Got'}}}}}}}}}}\n  \
         /put:\n    put:\n      operationId: put\n      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Put'}}}}}}}}\n      responses: {{'204': {{description: Done.}}}}\n\
         components:\n  schemas:\n    Got: {received}\n    Put: {sent}\n    Color: {{type: string, enum: [red, green]}}\n"
    )
}

fn record(place: &Place) -> Record {
    Record::parse(&place.text(API)).unwrap()
}

/// The recorded items that are no longer there, or not as they were.
fn broken(before: &Record, after: &Record) -> Vec<String> {
    let stays = |item: &&Item| after.get(&item.key, item.kind).is_some_and(|kept| kept.path == item.path && kept.ty == item.ty);
    let is_public = |item: &&Item| item.kind != Kind::Place && !item.is_only_for_tests();
    before.items().filter(is_public).filter(|item| !stays(item)).map(ToString::to_string).collect()
}

/// What breaks when a description is replaced by another one.
fn breaks(before: &str, after: &str) -> Vec<String> {
    let place = Place::begun(before);
    let recorded = record(&place);
    generate(&place, after);
    broken(&recorded, &record(&place))
}

fn object(property: &str, is_required: bool) -> String {
    let required = if is_required { "required: [it], " } else { "" };
    format!("{{type: object, {required}properties: {{it: {property}}}}}")
}

const OTHER: &str = "{type: object, properties: {name: {type: string}}}";

/// A property before and after, and whether it is required before and after.
type Change = (&'static str, bool, &'static str, bool);

const TEXT: &str = "{type: string}";
const COLOR: &str = "{type: string, enum: [red, green]}";

#[test]
fn what_is_received_keeps_its_type() {
    let changes: [Change; 19] = [
        (TEXT, false, TEXT, true),
        ("{type: [string, 'null']}", true, TEXT, true),
        (TEXT, false, "{type: [string, 'null']}", false),
        (TEXT, true, COLOR, true),
        (TEXT, true, "{$ref: '#/components/schemas/Color'}", true),
        (COLOR, true, TEXT, true),
        ("{$ref: '#/components/schemas/Color'}", true, TEXT, true),
        (COLOR, false, "{type: string, enum: [red]}", false),
        // An enumeration of its own, and then that of others, which has other values as well.
        ("{type: string, enum: [red, blue]}", true, "{$ref: '#/components/schemas/Color'}", true),
        ("{$ref: '#/components/schemas/Color'}", false, "{type: string, enum: [red, blue]}", false),
        (COLOR, true, "{const: red}", true),
        ("{const: red}", true, "{const: red}", false),
        (TEXT, true, "{type: string, format: date-time}", true),
        ("{type: integer}", true, "{type: integer, format: int32}", true),
        ("{type: array, items: {type: string}}", true, "{type: array, items: {type: string, enum: [a, b]}}", true),
        ("{type: array, items: {type: string, enum: [a, b]}}", true, "{type: array, items: {type: string}}", true),
        ("{type: object}", false, "{type: object, properties: {a: {type: string}}}", false),
        ("{}", false, "{type: string}", true),
        (
            "{type: object, additionalProperties: {type: string}}",
            true,
            "{type: object, additionalProperties: {type: string, format: uuid}}",
            true,
        ),
    ];
    for (before, was_required, after, is_required) in changes {
        let breaks = breaks(&described(&object(before, was_required), OTHER), &described(&object(after, is_required), OTHER));
        assert_eq!(breaks, [""; 0], "{before} => {after}");
    }
}

#[test]
fn what_is_sent_keeps_its_type() {
    let changes: [Change; 19] = [
        (TEXT, true, TEXT, false),
        (TEXT, true, "{type: [string, 'null']}", true),
        (TEXT, true, "{type: [string, 'null']}", false),
        (TEXT, false, "{type: [string, 'null']}", false),
        (TEXT, true, COLOR, true),
        (COLOR, true, TEXT, true),
        (COLOR, false, "{type: string, enum: [red]}", false),
        ("{type: string, format: date-time}", true, TEXT, true),
        ("{type: integer, format: int32}", true, "{type: integer}", true),
        ("{type: integer}", true, "{type: number}", true),
        ("{type: array, items: {type: string}}", true, "{type: array, items: {type: string, enum: [a, b]}}", true),
        ("{type: string, enum: [red, blue]}", true, "{$ref: '#/components/schemas/Color'}", true),
        // More may be sent by now.
        ("{type: array, items: {type: string}}", true, "{type: array, items: {type: [string, 'null']}}", true),
        ("{type: array, items: {$ref: '#/components/schemas/Color'}}", true, "{type: array, items: {}}", false),
        ("{type: array, items: {type: array, items: {type: string, format: uuid}}}", true, "{type: array}", true),
        ("{type: object, additionalProperties: {type: integer}}", true, "{type: object}", true),
        ("{type: object}", true, "{}", true),
        ("{type: string, format: date}", false, "{}", false),
        ("{type: boolean}", true, "{}", false),
    ];
    for (before, was_required, after, is_required) in changes {
        let breaks = breaks(&described(OTHER, &object(before, was_required)), &described(OTHER, &object(after, is_required)));
        assert_eq!(breaks, [""; 0], "{before} => {after}");
    }
}

/// A description of a call that sends and receives one schema.
fn both_ways(schema: &str) -> String {
    let put = "responses: {'204': {description: Done.}}";
    let answer =
        "responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Put'}}}}}";
    described(OTHER, schema).replace(put, answer)
}

#[test]
fn what_travels_both_ways_keeps_its_type() {
    let changes: [Change; 7] = [
        (TEXT, true, "{type: string, readOnly: true}", true),
        (TEXT, true, COLOR, true),
        (COLOR, true, TEXT, true),
        ("{type: string, enum: [red, blue]}", true, "{$ref: '#/components/schemas/Color'}", true),
        ("{$ref: '#/components/schemas/Color'}", true, "{type: string, enum: [red, blue]}", true),
        (OTHER, true, "{$ref: '#/components/schemas/Got'}", true),
        ("{$ref: '#/components/schemas/Got'}", false, OTHER, false),
    ];
    for (before, was_required, after, is_required) in changes {
        let breaks = breaks(&both_ways(&object(before, was_required)), &both_ways(&object(after, is_required)));
        assert_eq!(breaks, [""; 0], "{before} => {after}");
    }
}

#[test]
fn what_the_recorded_type_cannot_hold_is_a_break() {
    let received: [(Change, &str); 4] = [
        ((TEXT, true, TEXT, false), "String"),
        (("{type: integer}", true, "{type: number}", true), "i64"),
        (("{type: string, format: date-time}", true, TEXT, true), "chrono"),
        ((TEXT, true, "{oneOf: [{type: string}, {type: object}]}", true), "String"),
    ];
    for ((before, was_required, after, is_required), ty) in received {
        let breaks = breaks(&described(&object(before, was_required), OTHER), &described(&object(after, is_required), OTHER));
        assert_eq!(breaks.len(), 1, "{before} => {after}: {breaks:?}");
        assert!(breaks[0].contains(ty), "{before} => {after}: {breaks:?}");
    }
    // A request that asks for more.
    let breaks = breaks(&described(OTHER, &object(TEXT, false)), &described(OTHER, &object(TEXT, true)));
    assert!(!breaks.is_empty());
}

#[test]
fn a_value_that_is_no_longer_listed_stays_as_a_deprecated_variant() {
    let place = Place::begun(&described(&object(COLOR, false), OTHER));
    generate(&place, &described(&object("{type: string, enum: [green, blue]}", false), OTHER));
    let text = place.text("client/src/generated/models/got_it.rs");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let red = lines.iter().position(|line| *line == "Red,").unwrap_or_else(|| panic!("{text}"));
    assert_eq!(lines[red - 1], "#[deprecated]", "{text}");
    assert!(text.contains("no longer lists this value"), "{text}");
    assert!(text.contains("Blue,"), "{text}");
}

#[test]
fn a_model_that_is_no_longer_sent_keeps_its_constructor() {
    let both = |sent: bool| {
        let pet = if sent { "{$ref: '#/components/schemas/Pet'}" } else { "{type: string}" };
        let properties = "{name: {type: string}, age: {type: [integer, 'null']}}";
        let pets = format!("    Pet: {{type: object, required: [name], properties: {properties}}}\n");
        described(&object("{$ref: '#/components/schemas/Pet'}", false), &object(pet, false)) + &pets
    };
    let breaks: Vec<String> = breaks(&both(true), &both(false)).into_iter().filter(|item| item.contains("Pet::")).collect();
    assert_eq!(breaks, [""; 0]);
}

/// A description of a call with a body of an answer, and further responses.
fn answered(answer: &str, further: &str, parameter: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\npaths:\n  \
         /got:\n    get:\n      operationId: got\n      parameters: [{{name: limit, in: query, {parameter}}}]\n      \
         responses:\n        '200': {{description: It.{answer}}}\n{further}\
         components:\n  schemas:\n    Problem: {{type: object, properties: {{title: {{type: string}}}}}}\n"
    )
}

#[test]
fn calls_keep_what_they_take_and_return() {
    let json = |schema: &str| format!(", content: {{application/json: {{schema: {schema}}}}}");
    let problem = json("{$ref: '#/components/schemas/Problem'}");
    let nullable = json("{anyOf: [{$ref: '#/components/schemas/Problem'}, {type: 'null'}]}");
    let error = |body: &str| format!("        '404': {{description: Gone.{body}}}\n");
    let optional = "schema: {type: integer}";
    let required = "required: true, schema: {type: integer}";
    for (before, after) in [
        // The first body of a success, and of an error.
        (answered("", "", optional), answered(&problem, "", optional)),
        (answered("", &error(""), optional), answered("", &error(&problem), optional)),
        // Errors that are no longer documented.
        (answered("", &error(""), optional), answered("", "", optional)),
        (answered("", &error(&problem), optional), answered("", "", optional)),
        // What is returned.
        (answered(&json("{}"), "", optional), answered(&problem, "", optional)),
        (
            answered(&json("{type: [array, 'null'], items: {type: string}}"), "", optional),
            answered(&json("{type: array, items: {type: string}}"), "", optional),
        ),
        (answered(&nullable, "", optional), answered(&problem, "", optional)),
        (answered(&json("{type: string}"), "", optional), answered(&json("{type: string, enum: [a, b]}"), "", optional)),
        // Parameters.
        (answered("", "", required), answered("", "", optional)),
        (answered("", "", "schema: {type: string}"), answered("", "", "schema: {type: string, enum: [a, b]}")),
        (answered("", "", "schema: {type: string, enum: [a, b]}"), answered("", "", "schema: {type: string}")),
        (answered("", "", "schema: {type: integer, format: int32}"), answered("", "", optional)),
    ] {
        assert_eq!(breaks(&before, &after), [""; 0], "{before}\n=>\n{after}");
    }
}

#[test]
fn alternatives_of_unions_keep_their_types() {
    let union = |alternatives: &str| format!("{{oneOf: [{alternatives}, {{$ref: '#/components/schemas/Pet'}}]}}");
    let pet = "    Pet: {type: object, required: [name], properties: {name: {type: string}}}\n";
    let list = |items: &str| format!("{{type: array, items: {items}}}");
    for (before, after) in [
        (TEXT.to_owned(), COLOR.to_owned()),
        (COLOR.to_owned(), TEXT.to_owned()),
        (TEXT.to_owned(), "{type: string, format: date}".to_owned()),
        (list(TEXT), list(COLOR)),
        (list(COLOR), list(TEXT)),
        (format!("{TEXT}, {{type: integer}}"), format!("{{type: integer, format: int32}}, {COLOR}")),
        ("{type: object}".to_owned(), "{type: object, additionalProperties: {type: string}}".to_owned()),
    ] {
        let described = |alternatives: &str| {
            let object = object(&union(alternatives), true);
            described(&object, &object) + pet
        };
        assert_eq!(breaks(&described(&before), &described(&after)), [""; 0], "{before} => {after}");
    }
    // One alternative is left of what is received.
    let one = format!("{}, {TEXT}", list(TEXT));
    for (before, after) in [
        (union(TEXT), "{$ref: '#/components/schemas/Pet'}".to_owned()),
        (union(&one), list(TEXT)),
        (union(TEXT), TEXT.to_owned()),
        ("{$ref: '#/components/schemas/Either'}".to_owned(), "{$ref: '#/components/schemas/Pet'}".to_owned()),
    ] {
        let either = format!("{pet}    Either: {}\n", union(TEXT));
        let described = |it: &str| described(&object(it, true), OTHER) + &either;
        assert_eq!(breaks(&described(&before), &described(&after)), [""; 0], "{before} => {after}");
    }
}

#[test]
fn alternatives_that_may_be_null_stay_as_they_are() {
    let either = "{oneOf: [{type: [string, 'null']}, {type: array, items: {type: string}}]}";
    for (got, put) in [(either, TEXT), (TEXT, either), (either, either)] {
        let description = described(&object(got, true), &object(put, true));
        let place = Place::begun(&description);
        let before = place.text(API);
        generate(&place, &description);
        assert_eq!(place.text(API), before);
    }
}

#[test]
fn properties_without_a_name_stay() {
    let object = |additional: &str| format!("{{type: object, {additional}properties: {{name: {{type: string}}}}}}");
    let [any, texts, said_nothing, closed] =
        ["additionalProperties: true, ", "additionalProperties: {type: string}, ", "", "additionalProperties: false, "]
            .map(object);
    for (before, after) in [(&any, &texts), (&any, &said_nothing), (&texts, &said_nothing)] {
        assert_eq!(breaks(&described(before, before), &described(after, after)), [""; 0], "{before} => {after}");
    }
    assert_eq!(breaks(&described(&any, OTHER), &described(&closed, OTHER)), [""; 0]);
    // They can no longer be sent.
    assert!(!breaks(&described(OTHER, &any), &described(OTHER, &closed)).is_empty());
}

#[test]
fn an_alias_outlives_its_schema() {
    let got = |pets: &str| object(&format!("{{type: array, items: {pets}}}"), true);
    let aliases = "    Id: {type: string}\n    Pets: {type: array, items: {$ref: '#/components/schemas/Put'}}\n";
    let after = described(&got("{type: string}"), OTHER);
    let place = Place::begun(&(described(&got("{$ref: '#/components/schemas/Id'}"), OTHER) + aliases));
    let recorded = record(&place);
    generate(&place, &after);
    assert_eq!(broken(&recorded, &record(&place)), [""; 0]);
    let text = place.text("client/src/generated/models/pets.rs");
    assert!(text.contains("no longer has this schema") && text.contains("#[deprecated]\npub type Pets = "), "{text}");
    let (code, _, complained) = place.run(&["generate", "--settings", "client/clientsmith.toml", "--adopt", "models::Pets"]);
    assert_eq!(code, 0, "{complained}");
    assert!(!place.text(API).contains("models::Pets") && place.text(API).contains("models::Id"), "{}", place.text(API));
}

#[test]
fn headers_and_what_comes_in_streams_keep_their_types() {
    let header = |schema: &str| format!(", headers: {{X-Rate: {{schema: {schema}}}}}");
    let stream = |media_type: &str, schema: &str| format!(", content: {{{media_type}: {{itemSchema: {schema}}}}}");
    let problem = "{$ref: '#/components/schemas/Problem'}";
    let event = |data: &str| format!("{{oneOf: [{}, {}]}}", named_event("made", data), named_event("done", problem));
    for (before, after) in [
        (header("{type: integer}"), header("{type: integer, format: int32}")),
        (header("{type: string}"), header("{type: string, enum: [a, b]}")),
        (header("{type: string, enum: [a, b]}"), header("{type: string}")),
        (stream("text/event-stream", "{}"), stream("text/event-stream", problem)),
        (stream("text/event-stream", &event("{type: object}")), stream("text/event-stream", &event(problem))),
        (stream("application/jsonl", "{type: object}"), stream("application/jsonl", problem)),
    ] {
        let described = |answer: &str| answered(answer, "", "schema: {type: integer}");
        assert_eq!(breaks(&described(&before), &described(&after)), [""; 0], "{before}\n=>\n{after}");
    }
}

/// A schema of an event in a stream.
fn named_event(name: &str, data: &str) -> String {
    format!("{{type: object, properties: {{event: {{const: {name}}}, data: {data}}}}}")
}

#[test]
fn parts_of_forms_keep_what_they_take() {
    let form = |required: &str, note: &str| {
        let schema = format!(
            "{{type: object, required: [{required}], properties: {{file: {{type: string, format: binary}}, note: {note}}}}}"
        );
        let body = "content: {application/json: {schema: {$ref: '#/components/schemas/Put'}}}";
        described(OTHER, OTHER).replace(body, &format!("content: {{multipart/form-data: {{schema: {schema}}}}}"))
    };
    for (before, after) in [
        (form("file, note", TEXT), form("note", TEXT)),
        (form("file", TEXT), form("", COLOR)),
        (form("file, note", COLOR), form("note, file", TEXT)),
        (form("file, note", "{type: integer, format: int32}"), form("file", "{type: integer}")),
    ] {
        assert_eq!(breaks(&before, &after), [""; 0], "{before}\n=>\n{after}");
    }
}

#[test]
fn a_model_that_only_a_dropped_error_has_keeps_its_constructor() {
    let problem = ", content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}";
    let error = format!("        '404': {{description: Gone.{problem}}}\n");
    let [without, with] = ["", &error].map(|further| answered("", further, "schema: {type: integer}"));
    let place = Place::begun(&without);
    let recorded = record(&place);
    generate(&place, &with);
    generate(&place, &without);
    assert_eq!(broken(&recorded, &record(&place)), [""; 0]);
}

/// A client with another record, as an earlier version of the generator may have written it: each text is replaced by another one.
fn recorded_otherwise(description: &str, changes: &[(&str, &str)]) -> (Record, Record) {
    let place = Place::begun(description);
    let mut text = place.text(API);
    for (now, then) in changes {
        assert!(text.contains(now), "{now}\n{text}");
        text = text.replace(now, then);
    }
    place.put(API, &text);
    generate(&place, description);
    (Record::parse(&text).unwrap(), record(&place))
}

#[test]
fn other_choices_of_an_earlier_version_stay() {
    let got = "{type: object, required: [kind, it], properties: {kind: {const: pet}, it: {type: string}, nick: {type: [string, 'null']}}}";
    let description = described(got, OTHER);
    let of_got = "#/components/schemas/Got";
    for changes in [
        // A constant was a field, of a text or of an enumeration.
        vec![("Got .kind = const models::Got::KIND(pet): &'static str", "Got .kind = field models::Got::kind: String")],
        // A property that may be absent or null had two options.
        vec![("Got::nick: Option<String>", "Got::nick: Option<Option<String>>")],
        // A model that is only received had a constructor, and setters.
        vec![
            (" if test-util", ""),
            ("Got .nick = field", "Got .nick = set models::Got::nick: impl Into<String>\n#/components/schemas/Got .nick = field"),
        ],
        // A required property was optional, and a model had a longer name.
        vec![("Got::it: String", "Got::it: Option<String>")],
        vec![("models::Got", "models::GotOfTheCall")],
    ] {
        let (before, after) = recorded_otherwise(&description, &changes);
        assert_eq!(broken(&before, &after), [""; 0], "{changes:?} of {of_got}");
    }
}

#[test]
fn a_constant_stays_when_its_property_gets_further_values() {
    for (only, further) in
        [("{const: a b}", "{enum: [a b, c]}"), ("{const: 7}", "{enum: [7, 8]}"), ("{const: true}", "{type: boolean}")]
    {
        let place = Place::begun(&described(OTHER, &object(only, true)));
        let recorded = record(&place);
        generate(&place, &described(OTHER, &object(further, true)));
        let of_constant = |item: &&String| item.contains(" = const ");
        assert_eq!(broken(&recorded, &record(&place)).iter().find(of_constant), None, "{only} => {further}");
        let text = place.text("client/src/generated/models/put.rs");
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let constant = lines.iter().position(|line| line.starts_with("pub const IT: ")).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(lines[constant - 1], "#[deprecated]", "{text}");
        assert!(text.contains("pub it: "), "{text}");
    }
}

#[test]
fn a_struct_stays_where_its_place_refers_to_a_component_with_its_properties() {
    let inline = "{type: object, required: [a], properties: {a: {type: string}, b: {type: integer}}}";
    let base = "    Base: {type: object, required: [a, b, c], properties: {a: {type: string}, b: {type: integer}, c: {type: boolean}}}\n";
    let reference = "{$ref: '#/components/schemas/Base'}";
    let used = |own: &str| described(&object(own, true), &object(reference, false)) + base;
    assert_eq!(breaks(&used(inline), &used(reference)), [""; 0]);
    // A component that became another name for one.
    let named =
        |own: &str| described(&object("{$ref: '#/components/schemas/Own'}", true), OTHER) + base + &format!("    Own: {own}\n");
    assert_eq!(breaks(&named(inline), &named(reference)), [""; 0]);
    assert_eq!(breaks(&named("{type: string, enum: [red, blue]}"), &named("{$ref: '#/components/schemas/Color'}")), [""; 0]);
}

#[test]
fn constructors_for_tests_stay_where_they_can() {
    let got = |required: &str| {
        let properties = "a: {type: string}, n: {type: [string, 'null']}, j: {}";
        format!("{{type: object, required: [{required}], properties: {{{properties}}}}}")
    };
    for (before, after) in [("a", "a, n, j"), ("a", "j, a"), ("a, n", "n")] {
        let place = Place::begun(&described(&got(before), OTHER));
        let constructor = |record: &Record| record.items().find(|item| item.path == "models::Got::new").map(ToString::to_string);
        let recorded = constructor(&record(&place));
        generate(&place, &described(&got(after), OTHER));
        assert_eq!(constructor(&record(&place)), recorded, "{before} => {after}");
    }
}
