//! Numbers that are texts, always or sometimes.

use numeric_texts_case::generated::models::{Count, Thing, ThingCode, ThingIdOrName, ThingMode, ThingPrice};
use numeric_texts_case::generated::operations::untagged::ThingRequest;
use numeric_texts_case::probe::*;

/// The value of a property after it was read and written, and the deviations.
fn again(property: &str, value: &Value) -> (Value, Vec<String>) {
    let mut thing = json!({"count": 1, "total": 2});
    thing[property] = value.clone();
    let (text, deviations) = read_and_written::<Thing>(&thing.to_string());
    let written: Value = serde_json::from_str(&text).expect("the writer writes JSON");
    (written[property].clone(), deviations)
}

fn reads(property: &str, cases: &[(Value, Value)]) {
    for (value, written) in cases {
        assert_eq!(again(property, value), (written.clone(), Vec::new()), "{property}: {value}");
    }
}

fn kept(property: &str, values: &[Value]) {
    values.iter().for_each(|value| reads(property, &[(value.clone(), value.clone())]));
}

fn refused(property: &str, values: &[Value]) {
    for value in values {
        let mut thing = json!({"count": 1, "total": 2});
        thing[property] = value.clone();
        let message = mistake::<Thing>(&thing.to_string());
        assert!(message.starts_with(&format!("{property}: expected ")), "{message}");
    }
}

#[test]
fn a_number_or_its_text_is_a_number() {
    let thing = decoded::<Thing>(r#"{"count": "12", "total": 18446744073709551615, "ratio": "-1.5e3"}"#);
    assert_eq!((*thing.count, *thing.total, thing.ratio), (12_i32, u64::MAX, Some(Some(Numeric(-1500.0_f64)))));
    assert_eq!(encoded(&thing), json!({"count": 12, "total": u64::MAX, "ratio": -1500.0}));
    reads("count", &[(json!("-7"), json!(-7)), (json!(7), json!(7)), (json!("2147483647"), json!(i32::MAX))]);
    reads("total", &[(json!("18446744073709551615"), json!(u64::MAX))]);
    reads("ratio", &[(json!("0.1"), json!(0.1)), (json!(2.5), json!(2.5)), (json!("3"), json!(3.0)), (Value::Null, Value::Null)]);
    reads("level", &[(json!("+007"), json!(7)), (json!("-0"), json!(0)), (json!("0"), json!(0)), (json!(-1), json!(-1))]);
    reads("named", &[(json!("4294967295"), json!(u32::MAX)), (json!(0), json!(0))]);
    reads("namedOrNull", &[(json!("1"), json!(1)), (Value::Null, Value::Null)]);
    reads("counts", &[(json!(["1", 2, "9223372036854775807"]), json!([1, 2, i64::MAX]))]);
    refused(
        "count",
        &[json!("2147483648"), json!(2147483648_i64), json!(""), json!("a"), json!("1a"), json!("1.5"), json!(true)],
    );
    refused("ratio", &[json!("NaN"), json!("1e999"), json!("-"), json!("inf")]);
    assert_eq!(decoded::<Count>(r#""12""#), 12_u32);
    assert_eq!(encoded(&Thing::new(5, 6_u64).ratio(0.5)), json!({"count": 5, "total": 6, "ratio": 0.5}));
}

#[test]
fn a_pattern_that_others_match_leaves_the_text() {
    kept("code", &[json!(12), json!("12"), json!("ff")]);
    assert!(matches!(decoded::<Thing>(r#"{"count":1,"total":1,"code":"12"}"#).code, Some(ThingCode::String(_))));
    kept("mode", &[json!(1), json!("auto"), json!("1")]);
    assert!(matches!(decoded::<Thing>(r#"{"count":1,"total":1,"mode":1}"#).mode, Some(ThingMode::Integer(_))));
    kept("price", &[json!("1.50"), json!(1.5)]);
    assert!(matches!(decoded::<Thing>(r#"{"count":1,"total":1,"price":"1.50"}"#).price, Some(ThingPrice::String(_))));
}

#[test]
fn an_integer_may_be_written_as_text() {
    kept("id", &[json!("9223372036854775807"), json!("-9223372036854775808"), json!("0")]);
    kept("size", &[json!("18446744073709551615")]);
    kept("small", &[json!("-2147483648")]);
    kept("parents", &[json!(["1", "-2"])]);
    kept("shares", &[json!({"7": "8", "9": null})]);
    kept("kind", &[json!("2"), json!("3")]);
    refused("id", &[json!("9223372036854775808"), json!("x"), json!(""), json!("1.5"), json!(1.5), json!([])]);
    refused("small", &[json!("2147483648")]);
    let thing = Thing::new(1, 2_u64).id(7).size(8).parents(vec![9.into()]);
    assert_eq!(encoded(&thing), json!({"count": 1, "total": 2, "id": "7", "size": "8", "parents": ["9"]}));
    assert_eq!(thing.id.as_deref(), Some(&7_i64));
}

/// What the description does not allow is read, but not passed over in silence.
#[test]
fn another_form_of_an_integer_is_noted() {
    for (value, found) in [(json!(7), "7"), (json!("+7"), "\"+7\""), (json!("007"), "\"007\""), (json!("7.0"), "\"7.0\"")] {
        let deviation = format!("id: expected the text of an integer that fits i64, found {found}");
        assert_eq!(again("id", &value), (json!("7"), vec![deviation]));
    }
}

#[test]
fn an_integer_beside_a_text_has_its_own_form() {
    kept("idOrName", &[json!("7"), json!("007"), json!("seven"), json!("")]);
    let named = |text: &str| decoded::<Thing>(&format!("{{\"count\":1,\"total\":1,\"idOrName\":{text:?}}}")).id_or_name;
    assert_eq!(named("7"), Some(ThingIdOrName::IntegerText(Quoted(7))));
    assert_eq!(named("007"), Some(ThingIdOrName::String("007".to_owned())));
}

#[test]
fn an_integer_or_a_text_is_one_type() {
    for property in ["port", "target", "surge"] {
        kept(property, &[json!(8080), json!("http"), json!("8080"), json!("25%"), json!(""), json!(-1)]);
        refused(property, &[json!(true), json!([]), json!(0.5)]);
    }
    kept("ports", &[json!([80, "http"])]);
    let thing = Thing::new(1, 2_u64).port(8080).target("http").surge("25%".to_owned());
    assert_eq!(encoded(&thing), json!({"count": 1, "total": 2, "port": 8080, "target": "http", "surge": "25%"}));
    assert_eq!([IntOrString::from(8080_i64), "http".into()].map(|port| port.to_string()), ["8080", "http"]);
}

#[test]
fn parameters_are_texts_of_numbers() {
    let target = target(|client| client.thing(u64::MAX).page(-2).ids(vec![1.into(), Quoted(2)]).port("http"));
    assert_eq!(target, "/things/18446744073709551615?page=-2&ids=1,2&port=http");
    assert_eq!(query(|client| client.thing(1).port(80)).as_deref(), Some("port=80"));
    assert_eq!(header("x-since", |client| client.thing(1).x_since(i64::MIN)).as_deref(), Some("-9223372036854775808"));
}

#[test]
fn headers_are_texts_of_numbers() {
    let (client, transport) = client_and_transport(|client| client);
    let thing = reply(200, "application/json", r#"{"count":1,"total":2}"#);
    transport.reply(thing.header("x-id", "9223372036854775807").header("x-count", "007").header("x-port", "http"));
    let response = block_on(client.thing(1).send()).expect("it is a success");
    assert_eq!(response.header(ThingRequest::X_ID), Ok(Some(Quoted(i64::MAX))));
    assert_eq!(response.header(ThingRequest::X_COUNT), Ok(Some(Numeric(7_i64))));
    assert_eq!(response.header(ThingRequest::X_PORT), Ok(Some("http".into())));
}
