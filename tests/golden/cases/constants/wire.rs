//! Properties with only one value: written at their place, never asked for, and compared when they are read.

use constants_case::generated::models::{
    Bank, Card, Charge, ChargeNullable, ChargeOptional, Entry, Firm, Free, Kind, Marked, Named, Only, Open, Other, Owner, Person,
    Quiet, Shared, SharedFirst, SharedLevel, SharedSecond, Source, State,
};
use constants_case::probe::*;

fn charge() -> Charge {
    Charge::new("ch_1", 5, Card::new("42"))
}

/// The deviations of a response that is read, and the JSON that the model becomes.
fn read(text: &str) -> (Vec<String>, Value) {
    let (written, deviations) = read_and_written::<Charge>(text);
    (deviations, serde_json::from_str(&written).expect("it is JSON"))
}

/// Why a response is refused in a mode of reading; `None` if it is not.
fn refused(reading: Reading, text: &str) -> Option<String> {
    Charge::decode(Tape::parse(text.as_bytes()).expect("it is JSON").reading(reading).root()).err().map(|error| error.to_string())
}

const CHARGE: &str = r#"{"object":"charge","id":"ch_1","version":2,"ratio":-1.5,"whole":2.0,"live":false,"since":"2024-01-02",
    "big":9223372036854775808,"amount":5,"kind":"charge","described":"charge","url":"/v1/charges","nothing":null,
    "source":{"number":"42","type":"card"},"last":"z"}"#;

#[expect(deprecated)]
#[test]
fn constants_have_the_type_of_their_value() {
    let texts = [Charge::OBJECT, Charge::SINCE, Charge::KIND, Charge::DESCRIBED, Charge::URL, Charge::LAST];
    assert_eq!(texts, ["charge", "2024-01-02", "charge", "charge", "/v1/charges", "z"]);
    assert_eq!(Charge::SECRET, "quoted \"é\"");
    let (version, whole, big): (i64, i64, i128) = (Charge::VERSION, Charge::WHOLE, Charge::BIG);
    assert_eq!((version, whole, big), (2, 2, 9_223_372_036_854_775_808));
    let (ratio, live): (f64, bool) = (Charge::RATIO, Charge::LIVE);
    assert_eq!((ratio, live), (-1.5, false));
    assert_eq!((Card::TYPE, Bank::TYPE, Person::OBJECT, Firm::OBJECT), ("card", "bank", "person", "firm"));
    assert_eq!(Kind::from(Charge::KIND), Kind::Charge, "a component stays a model");
}

#[test]
fn names_are_given_or_numbered() {
    assert_eq!((Named::DISCRIMINANT, Named::FIELD_NAME, Named::FIELD_NAME2), ("named", "camel", "snake"));
    assert_eq!((Named::SELF, Named::NEW, Named::EMPTY), ("self", "new", "empty"));
    let written = r#"{"type":"named","fieldName":"camel","field_name":"snake","Self":"self","new":"new","":"empty","a":"b"}"#;
    assert_eq!(to_json(&Named::new("b")).ok(), Some(written.as_bytes().to_vec()));
}

#[test]
fn constants_are_sent_in_the_order_of_properties() {
    let (_, sent) = body(|client| client.charge(charge()));
    let expected = concat!(
        r#"{"object":"charge","id":"ch_1","version":2,"ratio":-1.5,"whole":2,"live":false,"since":"2024-01-02","#,
        r#""big":9223372036854775808,"amount":5,"kind":"charge","described":"charge","secret":"quoted \"é\"","nothing":null,"#,
        r#""source":{"number":"42","type":"card"},"last":"z"}"#,
    );
    assert_eq!(sent, expected, "what only the server sets is not sent");
    let given = charge().optional(ChargeOptional::Sometimes).nullable(ChargeNullable::Only);
    let (_, sent) = body(|client| client.charge(given));
    assert!(sent.contains(r#""optional":"sometimes","nullable":"only""#), "what may be left out is a field: {sent}");
}

#[test]
fn a_value_that_is_read_is_written_again() {
    let (deviations, written) = read(CHARGE);
    assert_eq!(deviations, [""; 0], "what only the client sets is missing");
    let mut expected: Value = serde_json::from_str(CHARGE).expect("it is JSON");
    expected["whole"] = json!(2);
    expected["secret"] = json!("quoted \"é\"");
    assert_eq!(written, expected);
    assert_eq!(refused(Reading::Strict, CHARGE), None);
    let shown = format!("{:?}", charge());
    assert!(shown.contains("/v1/charges") && shown.contains("-1.5"), "{shown}");
}

#[test]
fn another_value_is_a_deviation() {
    let others = [
        ("object", r#""charge""#, r#""refund""#, r#"object: expected "charge", found "refund""#),
        ("version", "2", "3", "version: expected 2, found 3"),
        ("version", "2", r#""2""#, r#"version: expected 2, found "2""#),
        ("ratio", "-1.5", "1", "ratio: expected -1.5, found 1"),
        ("whole", "2.0", "2.5", "whole: expected 2, found 2.5"),
        ("live", "false", "true", "live: expected false, found true"),
        ("live", "false", "null", "live: expected false, found null"),
        ("since", r#""2024-01-02""#, r#""2024-01-03""#, r#"since: expected "2024-01-02", found "2024-01-03""#),
        ("big", "9223372036854775808", "9223372036854775809", "big: expected 9223372036854775808, found 9223372036854775809"),
        ("described", r#""charge""#, "[]", r#"described: expected "charge", found an array"#),
        ("url", r#""/v1/charges""#, "{}", r#"url: expected "/v1/charges", found an object"#),
        ("last", r#""z""#, r#""y""#, r#"last: expected "z", found "y""#),
    ];
    for (name, only, other, deviation) in others {
        let text = CHARGE.replacen(&format!(r#""{name}":{only}"#), &format!(r#""{name}":{other}"#), 1);
        let (deviations, written) = read(&text);
        assert_eq!(deviations, [deviation]);
        assert_eq!(written, read(CHARGE).1, "the only value is written again");
        assert_eq!(refused(Reading::Strict, &text).as_deref(), Some(deviation));
        assert_eq!(refused(Reading::Lenient, &text), None);
    }
    let text = CHARGE.replacen(r#""amount":5"#, r#""amount":5,"secret":"x""#, 1);
    assert_eq!(read(&text).0, [r#"secret: expected "quoted \"é\"", found "x""#]);
}

#[test]
fn a_missing_one_is_a_deviation() {
    let text = CHARGE.replacen(r#""version":2,"#, "", 1).replacen(r#","last":"z""#, "", 1);
    let (deviations, written) = read(&text);
    assert_eq!(deviations, ["version: expected 2, found nothing", r#"last: expected "z", found nothing"#]);
    assert_eq!(written, read(CHARGE).1);
    assert_eq!(refused(Reading::Strict, &text).as_deref(), Some("version: expected 2, the property is missing"));
    assert_eq!(refused(Reading::Lenient, &text), None);
    let (written, deviations) = read_and_written::<Only>("{}");
    assert_eq!((written.as_str(), deviations.len()), (r#"{"object":"only","since":1}"#, 2));
    assert_eq!(read_and_written::<Only>(&written), (written, vec![]));
}

#[test]
fn the_response_is_not_lost() {
    let text = CHARGE.replacen(r#""charge""#, r#""refund""#, 1);
    let read = answered(reply(200, "application/json", text), |client| client.charge(charge())).expect("a charge");
    assert_eq!((read.id.as_str(), read.amount), ("ch_1", 5));
}

#[test]
fn the_key_is_none_of_the_additional_properties() {
    let (written, deviations) = read_and_written::<Open>(r#"{"a":"b","object":"shut"}"#);
    assert_eq!(
        (written.as_str(), deviations.as_slice()),
        (r#"{"object":"open","a":"b"}"#, [r#"object: expected "open", found "shut""#.to_owned()].as_slice())
    );
    let open: Open = round_trip(json!({"object": "open", "a": "b"}));
    assert_eq!(open.additional, [("a".to_owned(), "b".to_owned())].into());
    let twice = Open::new().additional([("object".to_owned(), "shut".to_owned())].into());
    assert!(to_json(&twice).is_err(), "the key is taken");
}

#[test]
fn alternatives_are_selected_by_constants() {
    assert!(matches!(round_trip(json!({"object": "person", "name": "a"})), Owner::Person(_)));
    assert!(matches!(round_trip(json!({"object": "firm", "tags": ["a"]})), Owner::Firm(_)));
    assert!(matches!(unrecognized(json!({"object": "club", "name": "a"})), Owner::Unknown(_)));
    assert_eq!(encoded(&Owner::from(Person::new("a"))), json!({"object": "person", "name": "a"}));
}

#[test]
fn a_tag_is_a_constant_unless_others_select_the_same_alternative() {
    assert!(matches!(round_trip(json!({"number": "42", "type": "card"})), Source::Card(_)));
    assert!(matches!(round_trip(json!({"iban": "DE", "type": "bank"})), Source::Bank(_)));
    let other: Source = round_trip(json!({"type": "cash"}));
    assert_eq!(other, Source::from(Other::new("cash")));
    // A tag that is only required may be missing.
    assert_eq!(read_and_written::<Bank>("{}"), (r#"{"type":"bank"}"#.to_owned(), vec![]));
}

#[test]
fn an_alternative_does_not_fit_another_value() {
    let about = json!({"object": "only", "since": 1});
    assert!(matches!(round_trip(json!({"type": "message", "role": "user", "text": "a", "about": about})), Entry::Question(_)));
    assert!(matches!(round_trip(json!({"type": "message", "role": "assistant", "text": "a"})), Entry::Answer(_)));
    // What more alternatives have decides first.
    let (thought, deviations) = read_and_written::<Entry>(r#"{"type":"thought","text":"a","role":"user"}"#);
    assert_eq!((thought.as_str(), deviations), (r#"{"type":"thought","text":"a"}"#, vec![]));
    let other: Entry = unrecognized(json!({"type": "order", "role": "user", "text": "a", "about": {"object": "else"}}));
    let Entry::Unknown(other) = other else { panic!("{other:?}") };
    let reason = other.reason().map(ToString::to_string);
    assert_eq!(reason.as_deref(), Some(r#"(Question).type: expected "message", found "order""#));
    let (_, deviations) = read_and_written::<Entry>(&other.value().to_string());
    assert_eq!(deviations.len(), 1, "none is left of what was read in vain: {deviations:?}");
    // Neither absence nor what is inside of an object that is no alternative itself makes it another one.
    let text = r#"{"role":"user","text":"a","about":{"object":"else","since":1}}"#;
    let (written, deviations) = read_and_written::<Entry>(text);
    assert_eq!(written, r#"{"type":"message","role":"user","text":"a","about":{"object":"only","since":1}}"#);
    assert_eq!(deviations.len(), 2, "{deviations:?}");
}

#[test]
fn a_value_of_no_alternative_is_kept() {
    assert!(matches!(round_trip(json!({"is": "running", "since": "1"})), State::Running(_)));
    assert!(matches!(round_trip(json!({"is": "halted", "why": "a"})), State::Halted(_)));
    assert!(matches!(unrecognized(json!({"is": "halted", "since": "1"})), State::Unknown(_)));
    assert!(matches!(round_trip(json!({"is": "fixed", "at": 1})), Free::Fixed(_)));
    assert!(matches!(round_trip(json!({"is": "free", "at": 1})), Free::Object(_)));
    assert_eq!(Quiet::TONE, "quiet");
    let (written, _) = read_and_written::<Marked>(r#"{"tone":"loud"}"#);
    assert_eq!(written, r#"{"tone":"loud"}"#, "a constant would contradict the mapping");
}

#[test]
fn the_same_schema_stays_a_model_where_it_is_optional() {
    let shared = Shared::new().first(SharedFirst::new()).second(SharedSecond::new().level(SharedLevel::High));
    assert_eq!(encoded(&shared), json!({"first": {"level": "high"}, "second": {"level": "high"}}));
}
