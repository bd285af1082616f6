//! Values that are listed, of any type of JSON.

use enum_of_any_type_case::generated::models::Values;
use enum_of_any_type_case::probe::*;

#[test]
fn each_listed_value_stays_itself() {
    let listed = [
        ("mixed", vec![json!("auto"), json!(1), json!(2)]),
        ("booleans", vec![json!(true)]),
        ("fractions", vec![json!(0.5), json!(1.0)]),
        ("switch", vec![json!("off"), json!(false)]),
        ("nothingElse", vec![json!("a"), json!(null)]),
        ("constantInteger", vec![json!(3)]),
        ("constantText", vec![json!("fixed")]),
        ("openText", vec![json!("small"), json!("large")]),
        ("openInteger", vec![json!(1), json!(2)]),
    ];
    for (property, values) in listed {
        for value in values {
            round_trip::<Values>(json!({property: value}));
        }
    }
}

#[test]
fn another_value_is_kept() {
    for value in [json!({"mixed": "manual"}), json!({"mixed": 3}), json!({"constantInteger": 4}), json!({"openText": "x"})] {
        round_trip::<Values>(value);
    }
}
