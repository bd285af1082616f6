//! Absent, null and there: four kinds of properties.

use presence_case::generated::models::Note;
use presence_case::probe::*;

#[test]
fn each_kind_is_told_apart() {
    let least: Note = round_trip(json!({"required": "a", "nullable": null}));
    assert_eq!((least.nullable, least.optional, least.optional_nullable), (None, None, None));
    let most: Note = round_trip(json!({"required": "a", "nullable": "b", "optional": "c", "optionalNullable": 1}));
    assert_eq!(most.optional_nullable, Some(Some(1)));
    let cleared: Note = round_trip(json!({"required": "a", "nullable": null, "optionalNullable": null}));
    assert_eq!(cleared.optional_nullable, Some(None));
}

#[test]
fn setters_say_which_it_is() {
    let note = Note::new("a", Some("b".to_owned())).optional_nullable_null();
    assert_eq!(encoded(&note), json!({"required": "a", "nullable": "b", "optionalNullable": null}));
    assert_eq!(encoded(&note.optional_nullable(2))["optionalNullable"], json!(2));
}

#[test]
fn what_is_required_must_be_there() {
    assert_eq!(mistake::<Note>(r#"{"nullable":null}"#), "required: expected a string, the property is missing");
    assert_eq!(mistake::<Note>(r#"{"required":"a"}"#), "nullable: the property is missing");
    assert_eq!(mistake::<Note>(r#"{"required":null,"nullable":null}"#), "required: expected a string, found null");
}

#[test]
fn null_for_what_is_only_optional_is_as_if_it_were_absent() {
    assert_eq!(decoded::<Note>(r#"{"required":"a","nullable":null,"optional":null}"#).optional, None);
}

#[test]
fn unknown_properties_are_ignored() {
    assert_eq!(decoded::<Note>(r#"{"required":"a","nullable":null,"new":[{}]}"#).required, "a");
}
