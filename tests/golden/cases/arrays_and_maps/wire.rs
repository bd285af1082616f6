//! Lists and maps of anything.

use arrays_and_maps_case::generated::models::Collections;
use arrays_and_maps_case::probe::*;

#[test]
fn items_and_values_are_typed() {
    let all: Collections = round_trip(json!({
        "names": ["a", ""], "anything": [1, null, {"x": []}], "nullableItems": [1, null],
        "matrix": [[], [1.5, -2.0]], "counts": {"": 0, "a b": 1}, "lists": {"x": [{"name": "n"}, {}], "y": []},
    }));
    assert_eq!(all.nullable_items, Some(vec![Some(1), None]));
    assert_eq!(all.lists.map(|lists| lists["x"].len()), Some(2));
    assert_eq!(round_trip::<Collections>(json!({"names": []})), Collections::new(vec![]));
}

#[test]
fn mistakes_name_their_place() {
    assert_eq!(mistake::<Collections>(r#"{"names":["a",null]}"#), "names[1]: expected a string, found null");
    assert_eq!(mistake::<Collections>(r#"{"names":[],"matrix":[[1],["a"]]}"#), r#"matrix[1][0]: expected a number, found "a""#);
    let nested = r#"{"names":[],"lists":{"a b":[{"name":true}]}}"#;
    assert_eq!(mistake::<Collections>(nested), r#"lists["a b"][0].name: expected a string, found true"#);
    assert_eq!(mistake::<Collections>(r#"{"names":{}}"#), "names: expected an array, found an object");
}
