//! A second description, with what the repository's own has no example of, and its client.

use std::collections::BTreeMap;

use tests::generation::generate;

use crate::repository;

/// The description.
pub(crate) fn description() -> serde_yaml::Value {
    serde_yaml::from_str(&repository::read("tests/consistency/shop.yaml")).expect("the description is YAML")
}

/// The files that are generated from it.
pub(crate) fn client() -> BTreeMap<String, String> {
    let generated = generate(&repository::root().join("tests/consistency/shop.yaml"));
    assert_eq!(generated.report, "", "the description has nothing to complain of");
    generated.files
}
