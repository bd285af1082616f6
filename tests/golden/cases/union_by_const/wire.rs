//! A constant tells the alternatives apart, be it a text or an integer.

use union_by_const_case::generated::models::{Channel, Event, TextChannel};
use union_by_const_case::runtime::{Decode, from_json, to_json};

fn read<T: Decode>(json: &str) -> T {
    from_json(json.as_bytes()).expect("it is what the description says")
}

#[test]
fn texts_and_integers() {
    assert!(matches!(read(r#"{"event":"opened"}"#), Event::Opened(_)));
    assert!(matches!(read(r#"{"event":"closed"}"#), Event::Closed(_)));
    assert!(matches!(read(r#"{"topic":"a","type":0}"#), Channel::TextChannel(_)));
    assert!(matches!(read(r#"{"type":13}"#), Channel::VoiceChannel(_)));
    assert!(matches!(read(r#"{"type":5}"#), Channel::OtherChannel(_)));
    assert!(matches!(read(r#"{"type":7}"#), Channel::Unknown(_)));
    assert_eq!(to_json(&Channel::from(TextChannel::new())).ok(), Some(br#"{"type":0}"#.to_vec()));
}
