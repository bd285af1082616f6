//! Whatever a description says of a model, its values are plain.

use docs_case::generated::models::Docs;
use docs_case::probe::*;

#[test]
fn descriptions_change_no_value() {
    round_trip::<Docs>(json!({"unbalanced": "a", "several": "b", "referring": "c", "referred": "d"}));
}
