//! Bodies are read by the media type that arrives (RFC 9110, section 8.3), and as described where there is none.

use media_types_case::generated::models::{Level, Pet, Problem, RankOutput};
use media_types_case::generated::operations::untagged::{
    CountError, FailError, LogOutput, NameRequest, NoteError, PictureOutput, TitleError,
};
use media_types_case::probe::*;

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

fn rex() -> Pet {
    with(Pet::new(), |pet| pet.name = Some("Rex".to_owned()))
}

fn problem(code: &str) -> Box<Problem> {
    Box::new(Problem::new(code))
}

#[test]
fn one_schema_in_several_media_types_is_read_in_each() {
    let log =
        |media_type, body: &'static [u8]| answered(reply(200, media_type, body), |client| client.log()).expect("it is described");
    assert_eq!(log(JSON, b"\"a\\nb\""), LogOutput::OkJson("a\nb".to_owned()));
    assert_eq!(log(TEXT, b"\"a\"\n"), LogOutput::OkText("\"a\"\n".to_owned()));
    assert_eq!(log("application/zip", b"PK\x03\x04\xff"), LogOutput::OkZip(Bytes::from_static(b"PK\x03\x04\xff")));
    let accept = header("accept", |client| client.log());
    assert_eq!(accept.as_deref(), Some("application/json, text/plain, application/zip"));
    assert_eq!(header("accept", |client| client.log().accept("application/zip")).as_deref(), Some("application/zip"));
}

#[test]
fn text_in_several_media_types_is_one_type() {
    let name = |reply| answered(reply, |client| client.name()).expect("it is a name");
    assert_eq!(name(reply(200, JSON, r#""Rex""#)), "Rex");
    assert_eq!(name(reply(200, "text/json", r#""Rex""#)), "Rex");
    assert_eq!(name(reply(200, TEXT, r#""Rex""#)), r#""Rex""#, "text is taken as it is");
    assert_eq!(name(empty_reply(200).body(r#""Rex""#)), "Rex", "without a media type, it is JSON");
    let accept = header("accept", |client| client.name());
    assert_eq!(accept.as_deref(), Some("application/json, text/json, text/plain"));
    assert_eq!(header("accept", |client| NameRequest::accept(client.name(), "text/plain")).as_deref(), Some("text/plain"));
}

#[test]
fn media_types_that_are_read_alike_are_one_variant() {
    let picture = |media_type, body: &'static str| answered(reply(200, media_type, body), |client| client.picture());
    for media_type in ["image/png", "image/jpeg"] {
        assert_eq!(picture(media_type, "\u{89}").expect("it is described"), PictureOutput::OkPng(Bytes::from("\u{89}")));
    }
    for media_type in ["text/plain", "text/markdown"] {
        assert_eq!(picture(media_type, "a cat").expect("it is described"), PictureOutput::OkText("a cat".to_owned()));
    }
    assert_eq!(picture(JSON, r#"{"name":"Rex"}"#).expect("it is described"), PictureOutput::OkJson(Box::new(rex())));
}

#[test]
fn objects_are_json_whatever_text_they_are_called() {
    for media_type in [JSON, "text/json", TEXT] {
        let pet = answered(reply(200, media_type, r#"{"name":"Rex"}"#), |client| client.pet()).expect("it is a pet");
        assert_eq!(pet, rex());
    }
}

#[test]
fn a_value_in_text_has_its_type() {
    let count = |media_type, text| answered(reply(200, media_type, text), |client| client.count());
    assert_eq!(count(TEXT, "9007199254740993\n").expect("it is an integer"), 9_007_199_254_740_993);
    assert_eq!(count(JSON, "7").expect("it is an integer"), 7);
    let mistake = count(TEXT, "seven").expect_err("it is no integer").to_string();
    assert!(mistake.contains("expected an integer, found \"seven\""), "{mistake}");
    let ratio = answered(reply(200, TEXT, "-0.5e3"), |client| client.ratio()).expect("it is a number");
    assert!((ratio + 500.0).abs() < f64::EPSILON);
    assert!(answered(reply(200, TEXT, "true"), |client| client.ready()).expect("it is a boolean"));
    assert_eq!(answered(reply(200, TEXT, "2"), |client| client.rank()).expect("it is a rank"), RankOutput::N2);
    let day = answered(reply(200, TEXT, "2026-01-02"), |client| client.day()).expect("it is a day");
    assert_eq!(day.to_string(), "2026-01-02");
    let id = "01234567-89ab-cdef-0123-456789abcdef";
    assert_eq!(answered(reply(200, TEXT, id), |client| client.id()).expect("it is an id").to_string(), id);
    let quoted = format!("\"{id}\"");
    assert_eq!(answered(reply(200, JSON, quoted), |client| client.id()).expect("it is an id").to_string(), id);
}

#[test]
fn a_value_of_an_enum_in_text_is_a_variant() {
    let level = |text| answered(reply(200, TEXT, text), |client| client.level()).expect("it is a text");
    assert_eq!(level("high"), Level::High);
    assert_eq!(level("\"low\""), Level::Low);
    assert_eq!(level("12").as_str(), "12", "an enum is open");
}

#[test]
fn text_where_json_is_described_is_a_string() {
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, TEXT, "a title"));
    let response = block_on(client.title().send()).expect("it is text");
    assert_eq!(response.body(), "a title");
    assert_eq!(response.deviations().iter().map(ToString::to_string).collect::<Vec<_>>(), ["expected JSON, found text"]);
    assert_eq!(answered(reply(200, TEXT, r#""a title""#), |client| client.title()).expect("it is JSON"), "a title");
    assert_eq!(answered(reply(200, TEXT, "7"), |client| client.title()).expect("it is text"), "7");
    assert_eq!(error(reply(400, TEXT, "high"), |client| client.title()), Some(TitleError::BadRequest(Level::High)));
    answered(reply(200, "text/html", "<h1>Log in</h1>"), |client| client.title()).expect_err("a page is no title");
    let refused = answered(reply(200, TEXT, "low"), |client| client.levels()).expect_err("a text is no list").to_string();
    assert!(refused.contains("column 1"), "the error is that of the JSON: {refused}");
    let (client, transport) = client_and_transport(|client| client.reading(Reading::Strict));
    transport.reply(reply(200, TEXT, "a title"));
    block_on(client.title().into_future()).expect_err("JSON is described");
}

#[test]
fn a_body_with_a_wrong_media_type_is_read_by_what_it_holds() {
    let title = |reply| answered(reply, |client| client.title());
    assert_eq!(title(reply(200, JSON, "a title")).expect("it is text"), "a title");
    assert_eq!(title(empty_reply(200).body("a title")).expect("it is text"), "a title");
    title(reply(200, JSON, "7")).expect_err("a number is no title");
    title(reply(200, JSON, r#""a tit"#)).expect_err("the JSON ends too soon");
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "text/html; charset=utf-8", r#"["high"]"#));
    let response = block_on(client.levels().send()).expect("it is JSON");
    assert_eq!(response.body(), &[Level::High]);
    let deviations: Vec<_> = response.deviations().iter().map(ToString::to_string).collect();
    assert_eq!(deviations, ["expected a media type of JSON, found text/html"]);
}

#[test]
fn json_where_text_is_described_is_its_text() {
    let note =
        |media_type, text: &'static str| answered(reply(200, media_type, text), |client| client.note()).expect("it is text");
    assert_eq!(note(JSON, r#""a \"note\"""#), r#"a "note""#);
    assert_eq!(note("application/problem+json", r#""a""#), "a");
    assert_eq!(note(JSON, r#"{"a": 1}"#), r#"{"a": 1}"#, "what is no string stays as it came");
    assert_eq!(note(TEXT, r#""a""#), r#""a""#);
    assert_eq!(error(reply(400, JSON, r#""no""#), |client| client.note()), Some(NoteError::BadRequest("no".to_owned())));
}

#[test]
fn an_error_has_a_type_in_each_media_type() {
    let fail = |reply| error(reply, |client| client.fail());
    assert_eq!(fail(reply(400, JSON, r#"{"code":"a"}"#)), Some(FailError::BadRequest(problem("a"))));
    assert_eq!(fail(reply(400, TEXT, "no")), Some(FailError::BadRequestText("no".to_owned())));
    assert_eq!(fail(empty_reply(400).body(r#"{"code":"a"}"#)), Some(FailError::BadRequest(problem("a"))));
    assert_eq!(fail(reply(400, "text/html", "<h1>no</h1>")), None);
    assert_eq!(fail(reply(409, JSON, r#""no""#)), Some(FailError::Conflict("no".to_owned())));
    assert_eq!(fail(reply(409, TEXT, "no")), Some(FailError::Conflict("no".to_owned())));
    assert_eq!(fail(reply(502, TEXT, "no")), Some(FailError::ServerErrorText("no".to_owned())));
    assert_eq!(fail(reply(502, "application/problem+json", r#"{"code":"a"}"#)), Some(FailError::ServerError(problem("a"))));
    assert_eq!(fail(reply(404, TEXT, "no")), Some(FailError::DefaultText("no".to_owned())));
    assert_eq!(fail(reply(404, JSON, r#"{"code":"a"}"#)), Some(FailError::Default(problem("a"))));
    assert_eq!(error(reply(400, TEXT, "100"), |client| client.count()), Some(CountError::BadRequest(100)));
}
