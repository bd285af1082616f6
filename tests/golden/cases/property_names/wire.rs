//! Names of properties go over the wire as they stand in the description.

use property_names_case::generated::models::Names;
use property_names_case::probe::*;

#[test]
fn each_name_is_kept() {
    let names: Names = round_trip(json!({
        "type": "1", "self": "2", "json": "3", "fields": "4", "new": "5", "clone": "6", "Content-Type": "7", "userLogURL": "8",
        "1st": "9", "$id": "10", "x-rate": "11", "名": "12", "": "13", "quote\"and\\": "14",
    }));
    assert_eq!((names.type_.as_str(), names.quote_and.as_deref()), ("1", Some("14")));
}
