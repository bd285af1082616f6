//! What bounds a value is said in its docs: nothing is refused, and no default is sent.

use constraints_case::generated::models::Bounded;
use constraints_case::probe::*;

#[test]
fn bounds_are_the_servers() {
    let outside: Bounded = round_trip(json!({"name": "", "count": 99, "ratio": 7.5, "items": [], "map": {}, "state": "half"}));
    assert_eq!(outside.count, Some(99));
}

#[test]
fn a_default_is_the_servers() {
    assert_eq!(encoded(&Bounded::new()), json!({}));
    assert_eq!(decoded::<Bounded>("{}"), Bounded::new());
}
