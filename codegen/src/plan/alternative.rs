//! What the alternatives of a union are called that have no name of their own.

use std::collections::BTreeMap;

use crate::api::{Schemas, Union, label};
use crate::names::spelling;

/// The label of each alternative; one that others have as well gets a number.
pub(super) fn words(union: &Union, schemas: &Schemas) -> Vec<String> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let number = |label: String| {
        let count = known.entry(spelling::variant(&label).as_str().to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { label } else { format!("{label} {count}") }
    };
    label::labels(union, schemas).into_iter().map(number).collect()
}
