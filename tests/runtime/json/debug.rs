//! Models are printed by what they write.

use crate::generated::models::{CloudFunction, JobStatus, Meta, Shape};
use crate::runtime::from_json;

#[test]
fn models_print_their_name_and_the_properties_that_are_there() {
    let function = CloudFunction::new(1, "a\n").remark("b");
    assert_eq!(format!("{function:?}"), r#"CloudFunction { id: 1, name: "a\n", remark: "b" }"#);
    assert_eq!(format!("{function:#?}"), "CloudFunction {\n    id: 1,\n    name: \"a\\n\",\n    remark: \"b\",\n}");
    assert_eq!(format!("{:?}", JobStatus::Waiting), r#"JobStatus("waiting")"#);
    assert_eq!(format!("{:?}", JobStatus::from("new")), r#"JobStatus("new")"#);
}

#[test]
fn what_is_inside_prints_as_json() {
    let meta: Meta = from_json(br#"{"limit": 1, "offset": 0, "total_count": 2, "next": null}"#).expect("it is a page's head");
    assert!(format!("{meta:?}").starts_with("Meta { "), "{meta:?}");
    let shape: Shape = from_json(br#"{"unlisted": [1.5, {"a": null}]}"#).expect("any shape can be read");
    assert!(format!("{shape:?}").starts_with("Unknown("), "{shape:?}");
}
