//! Where parameters stand in paths.

use path_parameters_case::generated::models::SeveralInOneSegmentFormat;
use path_parameters_case::probe::*;

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

#[test]
fn values_are_typed() {
    let map = json!({"G": 200, "R": 100}).as_object().cloned().unwrap_or_default();
    assert_eq!(target(|client| client.simple(7, texts(&["a", "b"]), map)), "/simple/7/a,b/G=200,R=100");
    // The order of the arguments is that of the path, not that of the list of parameters.
    assert_eq!(target(|client| client.label("x", texts(&["y", "z"]))), "/label/.x/.y.z");
    assert_eq!(target(|client| client.matrix("x", texts(&["y", "z"]))), "/matrix/;one=x/;two=y;two=z");
}

#[test]
fn a_segment_may_hold_several() {
    let path = target(|client| client.several_in_one_segment("a.b", SeveralInOneSegmentFormat::Zip, 2));
    assert_eq!(path, "/archive/a.b.zip/v2");
}
