//! Parameters that have another location.

use std::collections::BTreeSet;

use super::renames::Renames;
use crate::api::{Api, Operation};
use crate::record::{Kind, Record, Step};
use crate::share::call_key;

/// Locations in which a parameter may have been.
const LOCATIONS: [&str; 4] = ["path", "query", "header", "cookie"];

/// Finds the parameters of recorded calls that are gone, where a new one in another location has the same name.
pub(super) fn find(record: &Record, api: &Api, renames: &mut Renames) {
    for operation in &api.operations {
        let call = call_key::key(operation, None);
        let Some(method) = record.get(&call, Kind::Method) else { continue };
        let is_recorded = |location: &str, name: &str| {
            let key = call.then(Step::Parameter(location, name));
            record.get(&key, Kind::Setter).is_some() || method.order.contains(&format!("{location}:{name}"))
        };
        let present = present(operation);
        for (location, name) in present.iter().filter(|(location, name)| !is_recorded(location, name)) {
            let is_gone = |former: &&&str| !present.contains(&(former, name)) && is_recorded(former, name);
            let mut former = LOCATIONS.iter().filter(is_gone);
            let is_only = present.iter().filter(|(_, other)| other == name).count() == 1;
            if let Some(former) = former.next().filter(|_| is_only && former.next().is_none()) {
                renames.parameter((&call, &call), (former, name), (location, name));
            }
        }
    }
}

fn present(operation: &Operation) -> BTreeSet<(&str, &str)> {
    let parameters = operation.parameters.iter();
    parameters.map(|parameter| (call_key::location(parameter.location), parameter.name.as_str())).collect()
}
