//! Names for what is no model of its own: the value is that of what they stand for.

use alias_case::generated::models::{Animal, Anything, Cat, Cats, Labels, Maybe, Names, Settings};
use alias_case::probe::*;

#[test]
fn an_alias_is_what_it_stands_for() {
    let names: Names = round_trip(json!(["a", "b"]));
    assert_eq!(names, ["a", "b"]);
    let labels: Labels = round_trip(json!({"a": "b"}));
    assert_eq!(labels["a"], "b");
    round_trip::<Settings>(json!({"a": [1, {"b": null}]}));
    for value in [json!(null), json!(1), json!("a"), json!([{}])] {
        round_trip::<Anything>(value);
    }
    assert_eq!(round_trip::<Maybe>(json!(null)), None);
    assert_eq!(round_trip::<Maybe>(json!(1)), Some(1));
    let cat: Animal = Cat::new().name("Tom");
    assert_eq!(round_trip::<Cats>(json!([{"name": "Tom"}])), [cat]);
}

#[test]
fn mistakes_name_their_place() {
    assert_eq!(mistake::<Names>(r#"["a",1]"#), "[1]: expected a string, found 1");
    assert_eq!(mistake::<Labels>(r#"{"a":null}"#), "a: expected a string, found null");
    assert_eq!(mistake::<Settings>("1"), "expected an object, found 1");
    assert_eq!(mistake::<Cats>(r#"[{"name":[]}]"#), "[0].name: expected a string, found an array");
}
