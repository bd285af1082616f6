//! Models whose names Rust has taken.

use model_names_case::generated::models::{OptionModel, SelfModel, 用户};
use model_names_case::probe::*;

#[test]
fn names_of_models_are_not_on_the_wire() {
    let option: OptionModel = round_trip(json!({"value": {"Vec": "a"}}));
    assert_eq!(option.value.and_then(|value| value.vec).as_deref(), Some("a"));
    round_trip::<SelfModel>(json!({"a": 1}));
    round_trip::<用户>(json!({"name": "a"}));
}
