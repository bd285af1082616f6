//! How far a document may differ from its description: what is tolerated in which mode, and what is said of it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::random::Random;
use crate::generated::models::{CloudFunctionList, JobStatus, Priority, Shape};
use crate::runtime::{Decode, DecodeError, Failure, HeaderMap, Json, JsonObject, Reading, Received, StatusCode};

/// A model with a required property of each kind.
#[derive(Clone, Debug, PartialEq)]
struct Image {
    id: String,
    size: i64,
    is_public: bool,
    share: f64,
    status: JobStatus,
    priority: Priority,
    shape: Shape,
    digests: Vec<String>,
    labels: BTreeMap<String, Vec<String>>,
    options: JsonObject,
    parents: Option<Vec<Image>>,
    note: Option<String>,
}

impl Decode for Image {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut fields = json.fields()?;
        let value = Self {
            id: fields.required("id"),
            size: fields.required("size"),
            is_public: fields.required("is_public"),
            share: fields.required("share"),
            status: fields.try_required("status")?,
            priority: fields.try_required("priority")?,
            shape: fields.try_required("shape")?,
            digests: fields.required("digests"),
            labels: fields.required("labels"),
            options: fields.required("options"),
            parents: fields.required("parents"),
            note: fields.optional("note"),
        };
        fields.finish(value)
    }
}

/// A model of lists only.
#[derive(Debug, PartialEq)]
struct Lists {
    tags: Vec<i64>,
    names: Vec<String>,
    dates: BTreeMap<String, i64>,
}

impl Decode for Lists {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut fields = json.fields()?;
        let value = Self { tags: fields.required("tags"), names: fields.required("names"), dates: fields.required("dates") };
        fields.finish(value)
    }
}

fn image() -> Value {
    json!({
        "id": "a", "size": 1, "is_public": true, "share": 0.5, "status": "waiting", "priority": 1,
        "shape": {"kind": "circle", "radius": 1.0}, "digests": ["d"], "labels": {"l": ["v"]}, "options": {"o": 1}, "parents": null,
    })
}

/// The image, but for one property.
fn image_with(name: &str, value: Value) -> Value {
    let mut image = image();
    image[name] = value;
    image
}

fn image_without(name: &str) -> Value {
    let mut image = image();
    image.as_object_mut().expect("it is an object").remove(name).expect("it has the property");
    image
}

/// What is read of a body, and what is said of it.
fn read<T: Decode>(reading: Reading, body: &Value) -> Result<(T, Vec<String>), String> {
    let bytes = body.to_string();
    let received = Received::new(StatusCode::OK, HeaderMap::new(), bytes).reading(reading);
    match received.json::<T, ()>() {
        Ok(value) => Ok((value, received.deviations().iter().map(ToString::to_string).collect())),
        Err(Failure::Decode(error)) => Err(error.to_string()),
        Err(Failure::Api(_)) => panic!("it is a success"),
    }
}

fn tolerant<T: Decode>(body: &Value) -> Result<(T, Vec<String>), String> {
    read(Reading::Tolerant, body)
}

fn lenient<T: Decode>(body: &Value) -> Result<(T, Vec<String>), String> {
    read(Reading::Lenient, body)
}

fn strict<T: Decode>(body: &Value) -> Result<(T, Vec<String>), String> {
    read(Reading::Strict, body)
}

#[test]
fn null_and_nothing_are_empty_lists_and_maps() {
    for (name, form) in [("digests", "an array"), ("labels", "an object"), ("options", "an object")] {
        for (body, found) in [(image_with(name, Value::Null), "null"), (image_without(name), "nothing")] {
            let (read, deviations) = tolerant::<Vec<Image>>(&json!([image(), body])).expect("it is tolerated");
            assert!(match name {
                "digests" => read[1].digests.is_empty(),
                "labels" => read[1].labels.is_empty(),
                _ => read[1].options.is_empty(),
            });
            assert_eq!(deviations, [format!("[1].{name}: expected {form}, found {found}")]);
        }
    }
    let (read, deviations) = tolerant::<Image>(&image_without("parents")).expect("it is tolerated");
    assert_eq!((read.parents, deviations.as_slice()), (None, ["parents: expected a value, found nothing".to_owned()].as_slice()));
}

#[test]
fn a_body_that_is_null_is_an_empty_list() {
    assert_eq!(tolerant::<Vec<i64>>(&json!(null)), Ok((vec![], vec!["expected an array, found null".to_owned()])));
    assert_eq!(tolerant::<Option<Vec<i64>>>(&json!(null)), Ok((None, vec![])));
    assert_eq!(strict::<Vec<i64>>(&json!(null)), Err("expected an array, found null".to_owned()));
    assert_eq!(tolerant::<Image>(&json!(null)), Err("expected an object, found null".to_owned()));
    assert_eq!(lenient::<String>(&json!(null)), Err("expected a string, found null".to_owned()));
}

#[test]
fn null_in_lists_and_maps_is_an_error() {
    for reading in [Reading::Tolerant, Reading::Strict, Reading::Lenient] {
        let items = read::<Image>(reading, &image_with("digests", json!(["a", null])));
        assert_eq!(items, Err("digests[1]: expected a string, found null".to_owned()));
        let values = read::<Image>(reading, &image_with("labels", json!({"a": null})));
        assert_eq!(values, Err("labels.a: expected an array, found null".to_owned()));
        assert_eq!(read::<Vec<Vec<i64>>>(reading, &json!([null])), Err("[0]: expected an array, found null".to_owned()));
    }
}

#[test]
fn a_list_of_another_type_is_an_error() {
    for reading in [Reading::Tolerant, Reading::Strict, Reading::Lenient] {
        let outcome = read::<Image>(reading, &image_with("digests", json!("")));
        assert_eq!(outcome, Err("digests: expected an array, found \"\"".to_owned()));
    }
}

#[test]
fn lists_are_missing_where_nothing_else_arrived() {
    for body in [json!({}), json!({"error": "overloaded"})] {
        assert_eq!(tolerant::<Lists>(&body), Err("tags: expected an array, the property is missing".to_owned()));
    }
    let (read, deviations) = tolerant::<Lists>(&json!({"names": null})).expect("a property arrived");
    assert_eq!(read, Lists { tags: vec![], names: vec![], dates: BTreeMap::new() });
    let said = ["tags: expected an array, found nothing", "dates: expected an object, found nothing"];
    assert_eq!(deviations, [said[0], said[1], "names: expected an array, found null"]);
    let (_, deviations) = lenient::<Lists>(&json!({})).expect("lenient reading takes it");
    assert_eq!(deviations.len(), 3);
}

#[test]
fn the_list_that_paging_follows_may_be_null_but_not_missing() {
    let page = json!({"meta": {"next": null}});
    for reading in [Reading::Tolerant, Reading::Strict, Reading::Lenient] {
        let outcome = read::<CloudFunctionList>(reading, &page).map(|_| ());
        assert_eq!(outcome, Err("objects: expected an array, the property is missing".to_owned()));
    }
    let (read, deviations) =
        tolerant::<CloudFunctionList>(&json!({"meta": {"next": null}, "objects": null})).expect("it is null");
    assert_eq!((read.objects.len(), deviations.len()), (0, 1));
}

#[test]
fn a_scalar_is_an_error_unless_reading_is_lenient() {
    let cases = [
        ("id", json!(7), "a string", "7"),
        ("size", json!("1"), "an integer", "\"1\""),
        ("size", json!(1.5), "an integer", "1.5"),
        ("is_public", json!("yes"), "true or false", "\"yes\""),
        ("share", json!(null), "a number", "null"),
        ("status", json!(["x"]), "a string", "an array"),
        ("priority", json!("high"), "an integer", "\"high\""),
    ];
    for (name, value, expected, found) in cases {
        let body = json!({"image": image_with(name, value)});
        let message = format!("image.{name}: expected {expected}, found {found}");
        for reading in [Reading::Tolerant, Reading::Strict] {
            assert_eq!(read::<BTreeMap<String, Image>>(reading, &body), Err(message.clone()));
        }
        let (read, deviations) = lenient::<BTreeMap<String, Image>>(&body).expect("lenient reading takes it");
        let image = &read["image"];
        assert!(match name {
            "id" => image.id.is_empty(),
            "size" => image.size == 0,
            "is_public" => !image.is_public,
            "share" => image.share == 0.0,
            "status" => image.status.as_str().is_empty(),
            _ => matches!(image.priority, Priority::Unknown(_)),
        });
        assert_eq!(deviations, [message]);
    }
    for (name, form) in [("id", "a string"), ("size", "an integer"), ("status", "a string")] {
        let body = image_without(name);
        let missing = format!("{name}: expected {form}, the property is missing");
        assert_eq!(tolerant::<Image>(&body), Err(missing));
        let (_, deviations) = lenient::<Image>(&body).expect("lenient reading takes it");
        assert_eq!(deviations, [format!("{name}: expected {form}, found nothing")]);
    }
    let (read, _) = lenient::<Image>(&image_without("shape")).expect("a union is unknown");
    assert_eq!(read.shape, Shape::Unknown(Value::Null.into()));
}

#[test]
fn an_optional_property_of_another_type_is_absent_where_reading_is_lenient() {
    let body = image_with("note", json!(7));
    assert_eq!(tolerant::<Image>(&body), Err("note: expected a string, found 7".to_owned()));
    let (read, deviations) = lenient::<Image>(&body).expect("lenient reading takes it");
    assert_eq!((read.note, deviations), (None, vec!["note: expected a string, found 7".to_owned()]));
    let (read, deviations) = strict::<Image>(&image_with("note", Value::Null)).expect("null is absent");
    assert_eq!((read.note, deviations), (None, vec![]));
}

#[test]
fn each_deviation_is_an_error_where_reading_is_strict() {
    let null = strict::<Image>(&image_with("digests", Value::Null));
    assert_eq!(null, Err("digests: expected an array, found null".to_owned()));
    let nothing = strict::<Image>(&image_without("labels"));
    assert_eq!(nothing, Err("labels: expected an object, the property is missing".to_owned()));
    assert_eq!(strict::<Image>(&image()).map(|(_, deviations)| deviations.len()), Ok(0));
}

#[test]
fn places_are_those_of_the_body_in_its_order() {
    let mut inner = image_with("digests", Value::Null);
    inner["labels"] = Value::Null;
    let body = json!({"x y": [image_with("parents", json!([image(), inner]))], "z": [image_without("options")]});
    let (_, deviations) = tolerant::<BTreeMap<String, Vec<Image>>>(&body).expect("it is tolerated");
    assert_eq!(
        deviations,
        [
            r#"["x y"][0].parents[1].digests: expected an array, found null"#,
            r#"["x y"][0].parents[1].labels: expected an object, found null"#,
            "z[0].options: expected an object, found nothing",
        ]
    );
}

#[test]
fn very_many_deviations_are_counted_and_not_kept() {
    let body: Vec<Value> = (0..3000).map(|_| json!({"tags": null, "names": []})).collect();
    let received = Received::new(StatusCode::OK, HeaderMap::new(), Value::from(body).to_string());
    assert_eq!(received.json::<Vec<Lists>, ()>().map(|lists| lists.len()), Ok(3000));
    assert_eq!(received.deviations().len(), 1000);
    assert_eq!(received.deviations()[999].place(), "[499].tags");
}

/// What an alternative tolerated is forgotten if it fails in the end, and a test of a type takes no deviation.
#[test]
fn an_attempt_that_fails_leaves_no_deviation() {
    struct Attempt;
    impl Decode for Attempt {
        fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
            assert!(!json.fits::<Lists>());
            assert!(json.attempt(|json| Lists::decode(json).and(Image::decode(json))).is_err());
            json.tolerate(DecodeError::new("it is odd")).map(|()| Self)
        }
    }
    let (_, deviations) = tolerant::<Vec<Attempt>>(&json!([{"tags": null}])).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(deviations, ["[0]: expected what the description says, found something else: it is odd"]);
}

#[test]
fn what_satisfies_its_schema_has_no_deviations() {
    let mut random = Random(13);
    for _ in 0..500 {
        let mut body = image();
        let texts = |random: &mut Random| (0..random.below(3)).map(|_| random.text()).collect::<Vec<_>>();
        body["id"] = random.text().into();
        body["digests"] = texts(&mut random).into();
        body["labels"] = (0..random.below(3)).map(|_| (random.text(), json!(texts(&mut random)))).collect::<Value>();
        body["options"] = (0..random.below(3)).map(|_| (random.text(), random.value(2))).collect::<Value>();
        if random.below(2) == 0 {
            body["parents"] = json!([image()]);
        }
        for reading in [Reading::Tolerant, Reading::Strict, Reading::Lenient] {
            let (_, deviations) = read::<Image>(reading, &body).unwrap_or_else(|error| panic!("{body}: {error}"));
            assert_eq!(deviations, Vec::<String>::new(), "{body}");
        }
    }
}
