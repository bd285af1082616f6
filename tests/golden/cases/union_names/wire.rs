//! Alternatives without names of their own are read as what they are called.

use union_names_case::generated::models::{Choice, Content, HolderSource, Only};
use union_names_case::runtime::{Decode, from_json};

fn read<T: Decode>(json: &str) -> T {
    from_json(json.as_bytes()).expect("it is what the description says")
}

#[test]
fn a_value_a_type_or_a_key_names_each() {
    assert!(matches!(read(r#"{"type":"text","text":"a"}"#), Content::ThePlainOne(_)));
    assert!(matches!(read(r#"{"type":"image","data":"a"}"#), Content::Image(_)));
    assert!(matches!(read(r#"{"type":"sound","data":"a"}"#), Content::Unknown(_)));
    assert!(matches!(read(r#""auto""#), Choice::Text(_)));
    assert!(matches!((read("7"), read("8")), (Choice::N7(_), Choice::Integer(8))));
    assert!(matches!(read(r#"[{"name":"a"}]"#), Choice::NameItemList(_)));
    assert!(matches!(read(r#"{"mode":"m","function":"f"}"#), Choice::Function(_)));
    assert!(matches!(read(r#"{"mode":"m","url":"u"}"#), Choice::Url(_)));
    assert!(matches!(read(r#"{"mode":"m"}"#), Choice::Level(_)));
    assert!(matches!(read(r#"{"file":"f"}"#), HolderSource::FromFile(_)));
    assert!(matches!(read(r#"{"address":"a"}"#), HolderSource::Address(_)));
}

#[test]
fn an_only_alternative_is_no_choice() {
    assert_eq!(read::<Only>(r#"{"name":"a"}"#), Only::new().name("a"));
    assert_eq!(read::<Option<Only>>("null"), None);
}
