//! The bridges to serde: models work with any serializer and deserializer.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::generated::models::{CloudFunction, JobStatus, Meta, Patch, Priority, Shape};
use crate::runtime::{JsonObject, Tape};

#[test]
fn models_go_through_serde_json() {
    let function = CloudFunction::new(i64::MAX, "测试\n").remark("r");
    let text = serde_json::to_string(&function).expect("it has a form in JSON");
    assert_eq!(text, r#"{"id":9223372036854775807,"name":"测试\n","remark":"r"}"#);
    assert_eq!(serde_json::from_str::<CloudFunction>(&text).expect("it is valid"), function);
    let value = serde_json::to_value(&function).expect("it has a form in JSON");
    assert_eq!(value["id"], i64::MAX);
    assert_eq!(serde_json::from_value::<CloudFunction>(value).expect("it is valid"), function);
}

#[test]
fn models_go_through_yaml() {
    let function = CloudFunction::new(-1, "a: b").remark("");
    let text = serde_yaml::to_string(&function).expect("it has a form in YAML");
    assert_eq!(text, "id: -1\nname: 'a: b'\nremark: ''\n");
    assert_eq!(serde_yaml::from_str::<CloudFunction>(&text).expect("it is valid"), function);
    assert_eq!(
        serde_yaml::from_str::<Patch>("{remark: ~, weight: 1}").expect("it is valid"),
        Patch::new().remark_null().weight(1.0)
    );
    assert!(serde_yaml::from_str::<Patch>("weight: .nan").is_err());
}

#[test]
fn all_kinds_of_values_pass() {
    let document = json!({
        "unit": null, "yes": true, "min": i64::MIN, "max": u64::MAX, "float": 1.5, "text": "a\"b",
        "list": [1, [], [null, {}]], "nested": {"a": {"b": [{"c": "d"}]}}
    });
    let object: JsonObject = serde_json::from_value(document.clone()).expect("it is an object");
    assert_eq!(Value::from(object.clone()), document);
    assert_eq!(serde_json::to_value(&object).expect("it has a form in JSON"), document);
    let yaml = serde_yaml::to_string(&object).expect("it has a form in YAML");
    assert_eq!(serde_yaml::from_str::<JsonObject>(&yaml).expect("it is valid"), object);
}

#[test]
fn models_are_fields_of_derived_types() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Job {
        status: JobStatus,
        priority: Option<Priority>,
        #[serde(flatten)]
        meta: Meta,
    }
    let text = r#"{"status":"paused","priority":3,"next":null,"total":5}"#;
    let job: Job = serde_json::from_str(text).expect("it is valid");
    assert_eq!(job.status, JobStatus::from("paused"));
    assert_eq!(job.priority, Some(Priority::from(3)));
    assert_eq!(job.meta.additional.get("total"), Some(&5));
    assert_eq!(serde_json::to_string(&job).expect("it has a form in JSON"), text);
}

#[test]
fn errors_cross_the_bridges() {
    let error = serde_json::from_str::<CloudFunction>(r#"{"id":"x","name":"a"}"#).expect_err("the id is no integer");
    assert!(error.to_string().starts_with(r#"id: expected an integer, found "x""#), "{error}");
    let error = serde_json::to_string(&Patch::new().weight(f64::NAN)).expect_err("NaN has no form in JSON");
    assert!(error.to_string().starts_with("weight: NaN is not a number in JSON"), "{error}");
    let error = serde_json::to_string(&JsonObject::from(json!(1))).expect_err("it is no object");
    assert!(error.to_string().starts_with("expected an object, found 1"), "{error}");
}

#[test]
fn numbers_of_exact_precision_are_understood() {
    // With its feature `arbitrary_precision`, serde_json hands out each number as such a map.
    let number = |text: &str| json!({"$serde_json::private::Number": text});
    let value = json!({"id": number("9007199254740993"), "name": "a"});
    assert_eq!(serde_json::from_value::<CloudFunction>(value).expect("it is valid").id, 9_007_199_254_740_993);
    let value = json!({"remark": null, "weight": number("1.5")});
    assert_eq!(serde_json::from_value::<Patch>(value).expect("it is valid").weight, Some(1.5));
    for text in ["[1]", "x", "1 2", "\"1\""] {
        assert!(serde_json::from_value::<Priority>(number(text)).is_err(), "{text}");
    }
}

#[test]
fn unions_cross_the_bridges() {
    let shape: Shape = serde_json::from_str(r#"{"kind":"circle","radius":1}"#).expect("it is valid");
    assert_eq!(serde_json::to_value(&shape).expect("it has a form in JSON"), json!({"kind": "circle", "radius": 1.0}));
}

#[test]
fn a_document_serializes_as_it_stands() {
    let tape = Tape::parse(br#"{"a":18446744073709551615,"b":1.0,"a":-1,"c":12345678901234567890123}"#).expect("it is valid");
    let text = serde_json::to_string(&tape.root()).expect("it has a form in JSON");
    assert_eq!(text, r#"{"b":1.0,"a":-1,"c":1.2345678901234568e+22}"#);
    let tape = Tape::parse(b"1e400").expect("it is valid");
    assert!(serde_json::to_string(&tape.root()).is_err());
}
