//! The alternative that asks for most comes first, and a value that fits several is the first of them.

use union_by_specificity_case::generated::models::{Contract, Note, Person, Point, Size};
use union_by_specificity_case::runtime::{Decode, from_json};

fn read<T: Decode>(json: &str) -> T {
    from_json(json.as_bytes()).expect("it is what the description says")
}

#[test]
fn more_keys_come_first() {
    assert!(matches!(read(r#"{"x":1}"#), Point::Line(_)));
    assert!(matches!(read(r#"{"y":2,"x":1}"#), Point::Plane(_)));
    assert!(matches!(read(r#"{"x":1,"y":2,"z":3}"#), Point::Space(_)));
    assert!(matches!(read("{}"), Point::Unknown(_)));
}

#[test]
fn an_object_of_several_alternatives_is_the_first() {
    assert!(matches!(read(r#"{"line":"a"}"#), Note::Short(_)));
    assert!(matches!(read(r#"{"page":"a"}"#), Note::Long(_)));
    assert!(matches!(read("{}"), Note::Short(_)));
}

#[test]
fn a_key_that_both_ask_for_tells_the_plain_one() {
    assert!(matches!(read(r#"{"id":"a"}"#), Person::Named(_)));
    assert!(matches!(read(r#"{"id":"a","employer":"b"}"#), Person::Employed(_)));
    assert!(matches!(read("{}"), Person::Unknown(_)));
}

#[test]
fn one_of_and_any_of_hold_together() {
    let contract: Contract = read(r#"{"until":"June","seal":"lion"}"#);
    let Contract::FixedSealed(contract) = contract else { panic!("{contract:?}") };
    assert_eq!((contract.until.as_str(), contract.seal.as_str()), ("June", "lion"));
    assert!(matches!(read(r#"{"until":"June"}"#), Contract::Unknown(_)));
    assert!(matches!((read("3"), read(r#""a""#)), (Size::Integer(3), Size::String(_))));
}
