//! Alternatives that required properties tell apart.

use union_by_keys_case::generated::models::{Contact, Mail, Nobody, Phone};
use union_by_keys_case::probe::*;

#[test]
fn the_required_properties_decide() {
    assert_eq!(round_trip::<Contact>(json!({"address": "a"})), Mail::new("a").into());
    assert_eq!(round_trip::<Contact>(json!({"number": "1", "country": "de"})), Phone::new("1", "de").into());
    assert_eq!(round_trip::<Contact>(json!({"remark": "none"})), Nobody::new().remark("none").into());
    assert_eq!(round_trip::<Contact>(json!({})), Nobody::new().into());
    assert!(matches!(unrecognized::<Contact>(json!([1])), Contact::Unknown(_)));
    let Contact::Unknown(wrong) = unrecognized(json!({"address": 1})) else { panic!("an address is a text") };
    assert!(wrong.reason().is_some_and(|reason| reason.to_string().ends_with("address: expected a string, found 1")));
}
