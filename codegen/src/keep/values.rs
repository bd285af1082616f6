//! Values of enumerations that the description no longer lists.

use super::Keeper;
use crate::api::{Shape, Values};
use crate::record::{Item, Kind, Record, Step};

impl Keeper<'_, '_> {
    /// Keeps the recorded values of each enumeration.
    pub(super) fn values(&mut self) {
        for (id, key) in &self.keys {
            let Shape::Enumeration(listed) = &self.api.schemas[*id].shape else { continue };
            let Some(recorded) = self.record.model_of_place(key).and_then(|model| recorded_values(model, self.record)) else {
                continue;
            };
            let dropped: Vec<String> = match (listed, recorded) {
                (Values::Strings(listed), Values::Strings(values)) => {
                    values.into_iter().filter(|value| !listed.contains(value)).collect()
                }
                (Values::Integers(listed), Values::Integers(values)) => {
                    values.into_iter().filter(|value| !listed.contains(value)).map(|value| value.to_string()).collect()
                }
                _ => continue,
            };
            if !dropped.is_empty() {
                self.api.add_dropped_values(*id, &dropped);
            }
        }
    }
}

/// The values of a recorded enumeration; none if the model is something else.
pub(super) fn recorded_values(model: &Item, record: &Record) -> Option<Values> {
    let has = |method| record.get(&model.key.then(Step::Own(method)), Kind::Method).is_some();
    let variants = record.parts(&model.key, Kind::Variant).map(|variant| variant.key.last_word());
    if has("as_str") {
        Some(Values::Strings(variants.collect()))
    } else if has("as_i64") {
        Some(Values::Integers(variants.filter_map(|value| value.parse().ok()).collect()))
    } else {
        None
    }
}
