//! Lists and maps that a server leaves out or sends as null: they are empty, and it is said.

use null_lists_case::generated::models::Volume;
use null_lists_case::probe::*;

const JSON: &str = "application/json";

fn volume() -> Value {
    json!({
        "name": "a", "mounts": ["/a"], "labels": {"l": "v"}, "driver": ["d"], "options": {"o": 1}, "health": "good", "priority": 1,
    })
}

fn volume_with(name: &str, value: Value) -> Value {
    let mut volume = volume();
    volume[name] = value;
    volume
}

fn volume_without(name: &str) -> Value {
    let mut volume = volume();
    volume.as_object_mut().expect("it is an object").remove(name).expect("it has the property");
    volume
}

/// The volumes of an answer, and what was tolerated of it, in a mode of reading.
fn volumes(reading: Reading, body: &Value) -> Result<(Vec<Volume>, Vec<String>), String> {
    let (client, transport) = client_and_transport(|client| client.reading(reading));
    transport.reply(reply(200, JSON, body.to_string()));
    let response = block_on(client.list_volumes().send()).map_err(|error| error.to_string())?;
    let deviations = response.deviations().iter().map(ToString::to_string).collect();
    Ok((response.into_body(), deviations))
}

#[test]
fn null_or_nothing_is_an_empty_list_or_map() {
    for (name, form) in [("mounts", "an array"), ("labels", "an object"), ("driver", "an array"), ("options", "an object")] {
        for (body, found) in [(volume_with(name, Value::Null), "null"), (volume_without(name), "nothing")] {
            let (read, deviations) = volumes(Reading::Tolerant, &json!([body])).expect("it is tolerated");
            let empty = if form == "an array" { json!([]) } else { json!({}) };
            assert_eq!(encoded(&read[0]), volume_with(name, empty));
            assert_eq!(deviations, [format!("[0].{name}: expected {form}, found {found}")]);
            volumes(Reading::Strict, &json!([body])).expect_err("each deviation is an error");
        }
    }
    let (read, deviations) = volumes(Reading::Tolerant, &Value::Null).expect("it is tolerated");
    assert_eq!((read.len(), deviations), (0, vec!["expected an array, found null".to_owned()]));
}

#[test]
fn null_in_a_list_or_map_is_an_error() {
    assert_eq!(mistake::<Volume>(&volume_with("mounts", json!([null])).to_string()), "mounts[0]: expected a string, found null");
    assert_eq!(
        mistake::<Volume>(&volume_with("labels", json!({"l": null})).to_string()),
        "labels.l: expected a string, found null"
    );
    assert!(volumes(Reading::Tolerant, &json!([null])).is_err());
}

#[test]
fn as_described_nothing_is_said() {
    round_trip::<Volume>(volume());
    for reading in [Reading::Tolerant, Reading::Strict, Reading::Lenient] {
        let (_, deviations) = volumes(reading, &json!([volume()])).expect("it is as described");
        assert_eq!(deviations, Vec::<String>::new());
    }
}

#[test]
fn the_list_that_paging_follows_is_never_missing() {
    let items = |body: Value| {
        let (client, transport) = client_and_transport(|client| client.reading(Reading::Lenient));
        transport.reply(reply(200, JSON, body.to_string()));
        let mut items = client.list_snapshots().items();
        block_on(items.next()).map(|item| item.map_err(|error| error.to_string()))
    };
    let missing = items(json!({"found": {"warnings": []}})).expect("it is no empty page").expect_err("the list is missing");
    assert!(missing.contains("found.snapshots: expected an array, the property is missing"), "{missing}");
    assert_eq!(items(json!({"found": {"snapshots": null}})), None);
    assert_eq!(items(json!({"found": {"snapshots": ["a"]}})), Some(Ok("a".to_owned())));
}

#[test]
fn scalars_are_empty_where_reading_is_lenient() {
    let cases = [
        (volume_without("name"), "[0].name: expected a string, found nothing", volume_with("name", json!(""))),
        (volume_with("name", json!(1)), "[0].name: expected a string, found 1", volume_with("name", json!(""))),
        (volume_with("health", json!(null)), "[0].health: expected a string, found null", volume_with("health", json!(""))),
        (
            volume_with("priority", json!("high")),
            "[0].priority: expected an integer, found \"high\"",
            volume_with("priority", json!(0)),
        ),
        (volume_with("tags", json!("soon")), "[0].tags: expected an array, found \"soon\"", volume()),
    ];
    for (body, said, left) in cases {
        let error = volumes(Reading::Tolerant, &json!([body])).expect_err("it is a scalar");
        assert!(error.contains(&said.replace("found nothing", "the property is missing")), "{error}");
        let (read, deviations) = volumes(Reading::Lenient, &json!([body])).expect("it is tolerated");
        assert_eq!(deviations, [said]);
        assert_eq!(encoded(&read[0]), left);
    }
}
