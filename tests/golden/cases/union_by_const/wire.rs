//! Alternatives that a constant tells apart.

use union_by_const_case::generated::models::{Channel, Event, TextChannel};
use union_by_const_case::probe::{decoded, encoded, json, round_trip, unrecognized};

#[test]
fn the_constant_decides() {
    assert!(matches!(round_trip::<Event>(json!({"event": "opened"})), Event::Opened(_)));
    let closed: Event = round_trip(json!({"event": "closed", "by": "me"}));
    assert!(matches!(&closed, Event::Closed(closed) if closed.by.as_deref() == Some("me")), "{closed:?}");
    for other in [json!({"event": "moved"}), json!({"by": "me"}), json!([]), json!(null)] {
        assert!(matches!(unrecognized::<Event>(other), Event::Unknown(_)));
    }
    let Event::Unknown(wrong) = unrecognized(json!({"event": "closed", "by": 1})) else { panic!("`by` is no text") };
    assert!(wrong.reason().is_some_and(|reason| reason.to_string().ends_with("by: expected a string, found 1")));
}

#[test]
fn an_integer_decides_as_well() {
    assert!(matches!(decoded(r#"{"topic":"a","type":0}"#), Channel::TextChannel(_)));
    assert!(matches!(decoded(r#"{"type":13}"#), Channel::VoiceChannel(_)));
    assert!(matches!(decoded(r#"{"type":5}"#), Channel::OtherChannel(_)));
    assert!(matches!(unrecognized(json!({"type": 7})), Channel::Unknown(_)));
    assert_eq!(encoded(&Channel::from(TextChannel::new())), json!({"type": 0}));
}
