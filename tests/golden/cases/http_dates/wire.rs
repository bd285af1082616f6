//! Dates as RFC 9110, section 5.6.7, has them.

use http_dates_case::generated::models::{Files, FilesChangedOrNever};
use http_dates_case::generated::operations::untagged::FilesRequest;
use http_dates_case::probe::*;
use http_dates_case::runtime::exports::chrono::{DateTime, FixedOffset, Utc};

const FIXDATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
/// The same in the forms that are obsolete, but read.
const OBSOLETE: [&str; 2] = ["Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"];

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("it is a time")
}

fn date() -> HttpDate {
    time("1994-11-06T08:49:37Z").into()
}

fn with_header(status: u16, name: &'static str, value: &'static str) -> Response<Files> {
    with_headers(status, &[(name, value)])
}

fn with_headers(status: u16, headers: &[(&'static str, &'static str)]) -> Response<Files> {
    let (client, transport) = client_and_transport(|client| client.retries(0));
    let empty = reply(status, "application/json", "{}");
    transport.reply(headers.iter().fold(empty, |reply, (name, value)| reply.header(*name, *value)));
    block_on(client.files().send()).expect("it is a success")
}

#[test]
fn headers_of_http_are_sent_in_its_form() {
    let since = time("1994-11-06T10:49:37.5+02:00");
    assert_eq!(header("if-modified-since", |client| client.files().if_modified_since(since)).as_deref(), Some(FIXDATE));
    assert_eq!(header("if-unmodified-since", |client| client.files().if_unmodified_since(date())).as_deref(), Some(FIXDATE));
    assert_eq!(header("x-http-since", |client| client.files().x_http_since(since)).as_deref(), Some(FIXDATE));
    assert_eq!(header("x-since", |client| client.files().x_since(since)).as_deref(), Some("1994-11-06T10:49:37.500+02:00"));
    assert_eq!(
        query(|client| client.files().since(since)).as_deref(),
        Some("since=Sun%2C%2006%20Nov%201994%2008%3A49%3A37%20GMT")
    );
    assert_eq!(
        query(|client| client.files().between(vec![date(), date()])).as_deref(),
        Some("between=Sun%2C%2006%20Nov%201994%2008%3A49%3A37%20GMT,Sun%2C%2006%20Nov%201994%2008%3A49%3A37%20GMT")
    );
}

#[test]
fn headers_of_http_are_read_in_each_of_its_forms() {
    for text in [FIXDATE, OBSOLETE[0], OBSOLETE[1], "1994-11-06T08:49:37Z"] {
        let response = with_headers(200, &[("last-modified", text), ("expires", text), ("x-date", text), ("date", text)]);
        assert_eq!(response.header(FilesRequest::LAST_MODIFIED), Ok(Some(date())), "{text}");
        assert_eq!(response.header(FilesRequest::DATE), Ok(Some(date())), "{text}");
        assert_eq!(response.header(FilesRequest::EXPIRES), Ok(Some(date())), "{text}");
        assert_eq!(response.header(FilesRequest::X_DATE), Ok(Some(date())), "{text}");
    }
    let error = with_header(200, "last-modified", "yesterday").header(FilesRequest::LAST_MODIFIED);
    let message = error.expect_err("it is no date").to_string();
    assert!(message.contains("expected a date such as Sun, 06 Nov 1994 08:49:37 GMT, found \"yesterday\""), "{message}");
}

#[test]
fn other_headers_have_times_that_may_be_dates_of_http() {
    for text in ["1994-11-06T08:49:37Z", FIXDATE, OBSOLETE[0]] {
        let read = with_header(200, "x-time", text).header(FilesRequest::X_TIME);
        assert_eq!(read, Ok(Some(time("1994-11-06T08:49:37Z"))), "{text}");
    }
}

#[test]
fn commas_of_dates_separate_no_items() {
    let response = with_headers(
        200,
        &[
            ("x-dates", "Sun, 06 Nov 1994 08:49:37 GMT, Sunday, 06-Nov-94 08:49:37 GMT"),
            ("x-dates", "Sun Nov  6 08:49:37 1994,Sun, 06 Nov 1994 08:49:37 GMT"),
        ],
    );
    assert_eq!(response.header(FilesRequest::X_DATES), Ok(Some(vec![date(); 4])));
}

/// RFC 9110, section 10.2.3: a date, or a number of seconds after the response was received.
#[test]
fn retry_after_has_two_forms() {
    let read = |headers: &[(&'static str, &'static str)]| with_headers(200, headers).header(FilesRequest::RETRY_AFTER);
    assert_eq!(read(&[("retry-after", FIXDATE)]), Ok(Some(date())));
    let later = HttpDate::from(time("1994-11-06T08:51:37Z"));
    assert_eq!(read(&[("retry-after", "120"), ("date", FIXDATE)]), Ok(Some(later)));
    let soon = read(&[("retry-after", "0")]).expect("it is a time").expect("it is there");
    assert!(DateTime::<Utc>::from(soon) > DateTime::<Utc>::from(date()));
    assert!(read(&[("retry-after", "99999999999999999999")]).is_err());
    assert!(read(&[("retry-after", "later")]).is_err());

    let seconds = |headers: &[(&'static str, &'static str)]| {
        let (client, transport) = client_and_transport(|client| client.retries(0));
        transport.reply(
            headers.iter().fold(Reply::new(StatusCode::TOO_MANY_REQUESTS), |reply, (name, value)| reply.header(*name, *value)),
        );
        block_on(client.files().send()).expect_err("it is an error").header(FilesRequest::RETRY_AFTER_TOO_MANY_REQUESTS)
    };
    assert_eq!(seconds(&[("retry-after", "120")]), Ok(Some(120)));
    assert_eq!(seconds(&[("retry-after", "Sun, 06 Nov 1994 08:51:37 GMT"), ("date", FIXDATE)]), Ok(Some(120)));
    assert_eq!(seconds(&[("retry-after", FIXDATE)]), Ok(Some(0)));
}

#[test]
fn bodies_have_dates_of_http() {
    round_trip::<Files>(json!({"changed": FIXDATE, "changes": {"a": "Thu, 01 Jan 1970 00:00:00 GMT"}, "created": 784_111_777}));
    round_trip::<Files>(json!({"changed": "Sun, 31 Dec 1899 00:00:00 GMT", "time": "1994-11-06T08:49:37Z"}));
    for text in OBSOLETE {
        assert_eq!(encoded(&decoded::<Files>(&json!({"changed": text}).to_string())), json!({"changed": FIXDATE}));
    }
    assert!(mistake::<Files>(r#"{"changed":"today"}"#).starts_with("changed: expected a date such as Sun, 06 Nov 1994"));
    let late: DateTime<Utc> = DateTime::from_timestamp(253_402_300_800, 0).expect("it is a time");
    let error =
        to_json(&with(Files::new(), |files| files.changed = Some(late.into()))).expect_err("HTTP has four digits for the year");
    assert_eq!(error.to_string(), "changed: HTTP has no form for dates of the year 10000");
    assert_eq!(date().to_string(), FIXDATE);
}

#[test]
fn a_date_of_http_beside_a_text_has_its_form() {
    for text in [FIXDATE, OBSOLETE[0], "1994-11-06T08:49:37Z", "never"] {
        round_trip::<Files>(json!({"changedOrNever": text}));
    }
    let read = decoded::<Files>(&json!({"changedOrNever": FIXDATE}).to_string()).changed_or_never;
    assert_eq!(read, Some(FilesChangedOrNever::HttpDate(date())));
}
