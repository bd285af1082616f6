//! Schemas that contain themselves.

use recursion_case::generated::models::{Expression, Hen, Tree};
use recursion_case::probe::*;

#[test]
fn values_nest() {
    let hen: Hen = round_trip(json!({"laid": {"hatches": {"laid": {}}}}));
    assert!(hen.laid.is_some_and(|egg| egg.hatches.is_some()));
    let not: Expression = round_trip(json!([1.0, {"not": {"not": 2.5}}, [[]]]));
    assert!(matches!(&not, Expression::List(items) if items.len() == 3), "{not:?}");
    // A tree that must hold a tree has no end, and so no value.
    assert_eq!(mistake::<Tree>(r#"{"root":{"root":{}}}"#), "root.root.root: expected an object, the property is missing");
}

#[test]
fn depth_is_no_way_to_exhaust_the_stack() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    mistake::<Expression>(&deep);
    let fair = format!("{}1.5{}", r#"{"not":"#.repeat(50), "}".repeat(50));
    let value: Value = decoded(&fair);
    round_trip::<Expression>(value);
}
