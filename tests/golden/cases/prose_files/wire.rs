//! Descriptions in files of their own change nothing on the wire.

use prose_files_case::generated::models::Lamp;
use prose_files_case::probe::*;

#[test]
fn properties_called_description_are_properties() {
    let lamp: Lamp = round_trip(json!({"description": "a", "summary": 2}));
    assert_eq!((lamp.description.as_str(), lamp.summary), ("a", Some(2)));
}
