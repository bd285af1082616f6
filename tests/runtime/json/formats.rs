//! Formats of text: what is read leniently is written exactly.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use crate::runtime::{Base64, Decode, Encode, Tape, from_json, to_json};

fn round<T: Decode + Encode>(text: &str) -> Option<String> {
    let value: T = from_json(format!("{text:?}").as_bytes()).ok()?;
    let json = String::from_utf8(to_json(&value).expect("it has a form in JSON")).expect("JSON is text");
    Some(json.trim_matches('"').to_owned())
}

#[test]
fn points_in_time_are_read_as_servers_send_them() {
    let cases = [
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"),
        ("2024-05-06T07:08:09.250+02:00", "2024-05-06T07:08:09.250+02:00"),
        ("2024-05-06t07:08:09z", "2024-05-06T07:08:09Z"),
        ("2024-05-06 07:08:09Z", "2024-05-06T07:08:09Z"),
        ("2024-05-06T07:08:09+0200", "2024-05-06T07:08:09+02:00"),
        ("2024-05-06T07:08:09", "2024-05-06T07:08:09Z"),
        ("2024-05-06T07:08Z", "2024-05-06T07:08:00Z"),
        ("2024-05-06", "2024-05-06T00:00:00Z"),
        // A leap second, in the local time of an offset that has no whole hours.
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
        ("2017-01-01T05:29:60.5+05:30", "2017-01-01T05:29:60.500+05:30"),
        ("2024-05-06T07:08:09.123456789-00:00", "2024-05-06T07:08:09.123456789Z"),
    ];
    for (text, written) in cases {
        assert_eq!(round::<DateTime<FixedOffset>>(text).as_deref(), Some(written), "{text}");
    }
    for text in [
        "",
        "today",
        "2024-13-01T00:00:00Z",
        "07:08:09",
        "2024-05-06T07:08:61Z",
        "2024-05-06T07:08:09+24:00",
        "2024-05-06T07:08:09Zx",
    ] {
        assert_eq!(round::<DateTime<FixedOffset>>(text), None, "{text}");
    }
}

#[test]
fn days_and_ids_are_read_and_written() {
    assert_eq!(round::<NaiveDate>("2024-02-29").as_deref(), Some("2024-02-29"));
    assert_eq!(round::<NaiveDate>("2023-02-29"), None);
    let id = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    assert_eq!(round::<Uuid>(&id.to_uppercase()).as_deref(), Some(id));
    assert_eq!(round::<Uuid>("67e55044"), None);
}

#[test]
fn a_value_is_of_a_type_only_in_the_form_that_the_type_writes() {
    fn is<T: Decode + Encode>(json: &str) -> bool {
        Tape::parse(json.as_bytes()).expect("it is JSON").root().is::<T>()
    }
    let id = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    assert!(is::<Uuid>(&format!("{id:?}")) && is::<Uuid>(r#""67e55044\u002d10b1-426f-9247-bb680e5fe0c8""#));
    assert!(!is::<Uuid>(&format!("{:?}", id.replace('-', ""))) && !is::<Uuid>(&format!("{:?}", id.to_uppercase())));
    assert!(is::<DateTime<FixedOffset>>(r#""2024-05-06T07:08:09.250Z""#) && !is::<DateTime<FixedOffset>>(r#""2024-05-06""#));
    assert!(is::<i64>("2") && is::<i64>("-9223372036854775808") && is::<f64>("2.0"));
    for text in ["2.0", "2e0", "-0", "9223372036854775808", "\"2\"", "null", "true", "[]"] {
        assert!(!is::<i64>(text), "{text}");
    }
}

#[test]
fn bytes_are_read_in_each_spelling_of_base64() {
    for text in ["+/8B", "-_8B", "+/\\n8B"] {
        let bytes: Base64 = from_json(format!("\"{text}\"").as_bytes()).expect("it is Base64");
        assert_eq!(&*bytes, [0xfb, 0xff, 0x01], "{text}");
    }
    assert_eq!(round::<Base64>("AA").as_deref(), Some("AA=="));
    assert_eq!(round::<Base64>("*"), None);
    assert_eq!(to_json(&Base64::from(b"\0")).expect("it has a form in JSON"), b"\"AA==\"");
}
