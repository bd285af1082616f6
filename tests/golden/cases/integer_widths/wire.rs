//! Integers are read and written exactly, as far as their description allows them to go.

use integer_widths_case::generated::models::{Usage, UsageOrText};
use integer_widths_case::generated::operations::untagged::UsageRequest;
use integer_widths_case::probe::*;

/// The text of a number that is read and written without a change.
fn kept(property: &str, numbers: &[&str]) {
    for number in numbers {
        let text = format!("{{\"{property}\":{number}}}");
        let usage = decoded::<Usage>(&text);
        assert_eq!(String::from_utf8(to_json(&usage).expect("it has a form in JSON")).as_deref(), Ok(text.as_str()));
    }
}

fn refused(property: &str, numbers: &[&str]) {
    for number in numbers {
        let message = mistake::<Usage>(&format!("{{\"{property}\":{number}}}"));
        assert!(message.starts_with(&format!("{property}: expected an integer")), "{message}");
    }
}

const U64: &str = "18446744073709551615";

#[test]
fn bounds_and_values_decide_the_width() {
    kept("plain", &["0", "-1", "9223372036854775807"]);
    kept("bytes", &["0", U64]);
    kept("beyond", &["0", "9223372036854775808"]);
    kept("within", &["-9223372036854775808", "9223372036854775807"]);
    kept("signed", &["-1", U64]);
    kept("open", &["-5", U64]);
    kept("least", &["-9223372036854775809", "9223372036854775807"]);
    kept("limit", &["0", U64]);
    kept("float", &["0", U64]);
    kept("count", &["0", "4294967295"]);
    kept("offset", &["-2147483649", "2147483647"]);
    kept("flags", &["0", "300"]);
    kept("delta", &["-1", "4294967295"]);
    kept("mask", &["1", "9223372036854775808"]);
    kept("fixed", &[U64]);
    kept("number", &["-9223372036854775808", "9223372036854775807"]);
    kept("either", &["2147483648", "-9223372036854775808"]);
    kept("named", &["-1", "4294967295"]);
    kept("orText", &["-1", "4294967295"]);
    assert_eq!(decoded::<Usage>(r#"{"orText":4294967295}"#).or_text, Some(UsageOrText::Integer(4_294_967_295_i64)));
    kept("floats", &["0.1", "1e300"]);
    refused("bytes", &["-1", "18446744073709551616", "0.5"]);
    refused("within", &["9223372036854775808"]);
    refused("number", &["0.5", "9223372036854775808"]);
}

#[test]
fn types_are_no_wider_than_they_must_be() {
    let usage = Usage::new().small(1_i16).number32(1_i32).plain(1_i64).seed(1_i64).bytes(1_u64).float(1_u64).count(1_i64);
    let usage = usage
        .mask(1_u64)
        .fixed(u64::MAX)
        .flags(1_i64)
        .signed(1_i128)
        .either(1_i64)
        .number(1_i64)
        .named(1_i64)
        .floats(1.0_f64)
        .created(1_i64);
    assert_eq!(encoded(&usage)["bytes"], json!(1));
}

#[test]
fn wide_integers_are_parameters_and_headers_too() {
    assert_eq!(query(|client| client.usage().after(u64::MAX.into())).as_deref(), Some("after=18446744073709551615"));
    let (client, transport) = client_and_transport(|client| client);
    transport.reply(reply(200, "application/json", "{}").header("x-total", "36893488147419103231"));
    let response = block_on(client.usage().send()).expect("it is a success");
    assert_eq!(response.header(UsageRequest::X_TOTAL), Ok(Some(36_893_488_147_419_103_231_i128)));
}
