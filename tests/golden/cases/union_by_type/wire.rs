//! Alternatives that the type of JSON tells apart.

use union_by_type_case::generated::models::{Identifier, Range, Size, Value};
use union_by_type_case::probe::{json, round_trip, unrecognized};

#[test]
fn the_type_decides() {
    assert_eq!(round_trip::<Value>(json!(true)), Value::Boolean(true));
    assert_eq!(round_trip::<Value>(json!(1)), Value::Integer(1));
    assert_eq!(round_trip::<Value>(json!(1.5)), Value::Number(1.5));
    assert_eq!(round_trip::<Value>(json!(["a"])), Value::StringList(vec!["a".to_owned()]));
    assert_eq!(round_trip::<Value>(json!("small")), Value::Size(Size::Small));
    assert_eq!(round_trip::<Value>(json!("other")), Value::String("other".to_owned()));
    assert_eq!(round_trip::<Value>(json!({"from": 1})), Value::Range(Box::new(Range::new().from(1))));
    assert!(matches!(unrecognized::<Value>(json!(null)), Value::Unknown(_)));
}

#[test]
fn a_list_of_types_is_one_of_them_or_null() {
    assert_eq!(round_trip::<Option<Identifier>>(json!("a")), Some(Identifier::String("a".to_owned())));
    assert_eq!(round_trip::<Option<Identifier>>(json!(1)), Some(Identifier::Integer(1)));
    assert_eq!(round_trip::<Option<Identifier>>(json!(null)), None);
    assert!(matches!(unrecognized::<Identifier>(json!([])), Identifier::Unknown(_)));
}
