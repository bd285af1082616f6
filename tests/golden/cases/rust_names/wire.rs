//! Names that the description chooses for Rust only.

use rust_names_case::generated::models::{Pet, Size};
use rust_names_case::probe::*;

#[test]
fn the_wire_keeps_its_names() {
    assert_eq!(target(|client| client.animals().list().limit(3)), "/pets?l=3");
    assert_eq!(round_trip::<Pet>(json!({"n": "Rex"})).name.as_deref(), Some("Rex"));
}

#[test]
fn alternatives_have_names_too() {
    assert_eq!(round_trip::<Size>(json!("small")), Size::Label("small".to_owned()));
    assert_eq!(round_trip::<Size>(json!([2, 3])), Size::Sides(vec![2, 3]));
    assert_eq!(round_trip::<Size>(json!(true)), Size::Boolean(true));
}
