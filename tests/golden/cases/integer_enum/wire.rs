//! Integers that the description lists, and others.

use integer_enum_case::generated::models::Level;
use integer_enum_case::probe::*;

#[test]
fn each_listed_value_is_a_variant() {
    for (value, level) in [(0, Level::N0), (1, Level::N1), (-1, Level::Minus1), (i64::MAX, Level::N9223372036854775807)] {
        assert_eq!(round_trip::<Level>(json!(value)), level);
        assert_eq!(level.as_i64(), value);
    }
}

#[test]
fn another_value_is_kept() {
    let other: Level = round_trip(json!(7));
    assert!(matches!(other, Level::Unknown(_)) && other.as_i64() == 7, "{other:?}");
    assert_eq!(mistake::<Level>("\"1\""), "expected an integer, found \"1\"");
}
