//! Texts that the description lists, and others.

use string_enum_case::generated::models::{Reaction, Status};
use string_enum_case::probe::*;

#[test]
fn each_listed_text_is_a_variant() {
    let listed = [
        ("heart", Reaction::Heart),
        // YAML writes this one as a number; the type makes a text of it, as it stands there.
        ("+1", Reaction::Plus1),
        ("-1", Reaction::Minus1),
        ("", Reaction::Empty),
        ("unknown", Reaction::Unknown_),
        ("self", Reaction::Self_),
        ("1.10", Reaction::N110),
        ("on", Reaction::On),
        ("two words", Reaction::TwoWords),
        ("\"quoted\"", Reaction::Quoted),
        ("喜欢", Reaction::喜欢),
    ];
    for (text, reaction) in listed {
        assert_eq!(round_trip::<Reaction>(json!(text)), reaction);
        assert_eq!(Reaction::from(text), reaction);
        assert_eq!(reaction.to_string(), text);
    }
}

#[test]
fn another_text_is_kept() {
    for text in ["Heart", "new", " heart"] {
        let other: Reaction = round_trip(json!(text));
        assert!(matches!(&other, Reaction::Unknown(_)) && other.as_str() == text, "{other:?}");
    }
    assert_eq!(mistake::<Reaction>("1"), "expected a string, found 1");
}

#[test]
fn null_may_be_listed() {
    for value in [json!({"state": "open"}), json!({"state": null, "kind": "status"}), json!({})] {
        round_trip::<Status>(value);
    }
}
