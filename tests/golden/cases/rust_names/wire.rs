//! Names that the description chooses for Rust only.

use rust_names_case::generated::models::Pet;
use rust_names_case::probe::*;

#[test]
fn the_wire_keeps_its_names() {
    assert_eq!(target(|client| client.animals().list().limit(3)), "/pets?l=3");
    assert_eq!(round_trip::<Pet>(json!({"n": "Rex"})), Pet::new().name("Rex"));
}
