//! Alternatives that a property names, with a mapping and without.

use union_by_discriminator_case::generated::models::{Circle, Shape};
use union_by_discriminator_case::probe::*;

#[test]
fn the_mapping_goes_before_the_name() {
    for kind in ["circle", "disc"] {
        let circle: Shape = round_trip(json!({"kind": kind, "radius": 1.5}));
        assert_eq!(circle, Circle::new(kind).radius(1.5).into());
    }
    assert!(matches!(round_trip::<Shape>(json!({"kind": "square", "side": 2.0})), Shape::Square(_)));
    assert!(matches!(round_trip::<Shape>(json!({"kind": "Line"})), Shape::Line(_)));
}

#[test]
fn another_name_is_kept_and_a_mistake_names_the_variant() {
    for other in [json!({"kind": "star", "points": 5}), json!({}), json!({"kind": 1}), json!("circle")] {
        assert!(matches!(unrecognized::<Shape>(other), Shape::Unknown(_)));
    }
    let Shape::Unknown(wrong) = unrecognized(json!({"kind": "disc", "radius": "1"})) else { panic!("a radius is a number") };
    assert_eq!(wrong.reason().map(ToString::to_string).as_deref(), Some(r#"(Circle).radius: expected a number, found "1""#));
}
