//! Constants that choose among the alternatives beside them.

use chosen_alternatives_case::generated::models::{
    Changed, Created, Creation, Drawing, DrawingStrokesItem, Lasting, Second, Signed, Square,
};
use chosen_alternatives_case::probe::*;

#[test]
fn a_constant_chooses_the_alternative_of_that_value() {
    let created = json!({"type": "created", "name": "a"});
    let answer = answered(reply(200, "application/json", created.to_string()), |client| client.created());
    assert_eq!(answer.map(|created: Created| created.name).ok().as_deref(), Some("a"));
    assert_eq!(encoded(&Creation::new("a")), created);
    let drawing = Drawing::new().frame(Square::new(2.0));
    assert_eq!(encoded(&drawing), json!({"frame": {"sides": 4, "width": 2.0}}));
    assert_eq!(round_trip::<Drawing>(json!({"frame": {"sides": 4, "width": 2.0}})), drawing);
}

#[test]
fn a_chosen_alternative_without_a_name_has_that_of_the_whole() {
    assert_eq!(encoded(&Second::new().silver("a")), json!({"place": 2, "silver": "a"}));
    assert_eq!(round_trip::<Second>(json!({"place": 2, "silver": "a"})), Second::new().silver("a"));
}

#[test]
fn what_is_said_beside_it_is_said_of_that_alternative() {
    let signed = Signed::new("b", "a");
    assert_eq!(encoded(&signed), json!({"type": "created", "by": "b", "name": "a"}));
    assert_eq!(round_trip::<Signed>(json!({"type": "created", "by": "b", "name": "a"})), signed);
}

#[test]
fn several_values_leave_several_alternatives() {
    let lasting = round_trip::<Lasting>(json!({"type": "changed", "old": "a"}));
    assert_eq!(lasting, Changed::new("a").into());
    unrecognized::<Lasting>(json!({"type": "removed"}));
    let strokes = round_trip::<Drawing>(json!({"strokes": [{"sides": 1, "length": 1.5}, {"sides": 0, "radius": 1.5}]})).strokes;
    assert!(matches!(strokes.as_deref(), Some([DrawingStrokesItem::Line(_), DrawingStrokesItem::Circle(_)])));
}
