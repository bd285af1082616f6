//! Alternatives that their items or their optional properties tell apart.

use union_of_lists_case::generated::models::{Filter, Input, Nested};
use union_of_lists_case::probe::*;

#[test]
fn items_decide() {
    assert_eq!(round_trip::<Input>(json!("a")), Input::String("a".to_owned()));
    assert_eq!(round_trip::<Input>(json!(["a"])), Input::StringList(vec!["a".to_owned()]));
    assert_eq!(round_trip::<Input>(json!([1, 2])), Input::IntegerList(vec![1, 2]));
    assert_eq!(round_trip::<Input>(json!([[1], []])), Input::IntegerListList(vec![vec![1], vec![]]));
    round_trip::<Input>(json!([]));
    assert!(matches!(unrecognized::<Input>(json!([true])), Input::Unknown(_)));
}

#[test]
fn optional_properties_decide_where_they_are() {
    assert!(matches!(round_trip::<Filter>(json!({"name": "a", "strict": true})), Filter::ByName(_)));
    assert!(matches!(round_trip::<Filter>(json!({"age": 1})), Filter::ByAge(_)));
    assert!(matches!(round_trip::<Filter>(json!({"kind": "tagged"})), Filter::Tagged(_)));
    assert!(matches!(round_trip::<Filter>(json!({"strict": false})), Filter::ByName(_)));
}

#[test]
fn unions_nest() {
    assert!(matches!(round_trip::<Nested>(json!({"age": 1})), Nested::Filter(Filter::ByAge(_))));
    assert!(matches!(round_trip::<Nested>(json!([1])), Nested::Input(Input::IntegerList(_))));
    assert_eq!(round_trip::<Nested>(json!(true)), Nested::Boolean(true));
}
