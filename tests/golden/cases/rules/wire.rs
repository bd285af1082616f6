//! Rules, which are no shapes: what they speak of can be sent and read, whatever they demand.

use rules_case::generated::models::{Letter, Person, Receipt, ReceiptPaid, ReceiptPaidCard, ReceiptState};
use rules_case::probe::*;

#[test]
fn alternatives_that_only_demand_properties_are_one_struct() {
    let sender = Person::new().name("Ada").mail("ada@example.com");
    let letter =
        Letter::new("card").to(Person::new().phone("1")).picture("a cat").stamp("abc").sender(sender.clone()).heir(sender);
    let person = json!({"name": "Ada", "mail": "ada@example.com"});
    let written = json!({
        "kind": "card", "to": {"phone": "1"}, "picture": "a cat", "stamp": "abc", "sender": person, "heir": person,
    });
    assert_eq!(encoded(&letter), written);
    assert_eq!(round_trip::<Letter>(written), letter);
    // What the description rules out is the server's to refuse.
    round_trip::<Letter>(json!({"kind": "parcel"}));
}

#[test]
fn a_property_that_only_a_rule_names_is_any_json() {
    let letter = Letter::new("card").free(json!({"until": "Monday"}));
    assert_eq!(encoded(&letter), json!({"kind": "card", "free": {"until": "Monday"}}));
    assert_eq!(round_trip::<Person>(json!({"name": "unknown", "phone": "1", "seen": "today"})).seen.as_deref(), Some("today"));
    let receipt = round_trip::<Receipt>(json!({"number": "abc", "labels": {"till": 1, "else": true}}));
    assert_eq!(receipt.labels.map(|labels| labels.len()), Some(2));
}

#[test]
fn rules_about_a_scalar_leave_it_as_it_is() {
    let receipt = round_trip::<Receipt>(json!({"number": "A", "host": "127.0.0.1", "count": 7}));
    assert_eq!((receipt.number.as_str(), receipt.host.as_deref(), receipt.count), ("A", Some("127.0.0.1"), Some(7)));
}

#[test]
fn alternatives_that_describe_a_property_stay_alternatives() {
    let paid = round_trip::<ReceiptPaid>(json!({"currency": "EUR", "card": "1234"}));
    assert_eq!(paid, with(ReceiptPaidCard::new("1234"), |card| card.currency = Some("EUR".to_owned())).into());
    let state = round_trip::<Receipt>(json!({"number": "abc", "state": {"open": true}})).state;
    assert_eq!(state, Some(with(ReceiptState::new(), |state| state.open = Some(true))));
}
