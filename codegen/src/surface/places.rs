//! Where the description says what is in the public API.

use std::collections::BTreeMap;

use crate::node::Origin;
use crate::plan::{ModelItem, Plan};
use crate::record::{Key, Step};

/// Where models, their properties, calls, what calls take, servers and security schemes were written.
pub(super) fn of(plan: &Plan) -> BTreeMap<Key, Origin> {
    let mut places = BTreeMap::new();
    for model in &plan.models {
        places.insert(model.key.clone(), model.at);
        let ModelItem::Struct(item) = &model.item else { continue };
        let fields = item.fields.iter().map(|field| (&field.wire_name, field.at));
        let constants = item.constants.iter().map(|constant| (&constant.wire_name, constant.at));
        places.extend(fields.chain(constants).map(|(name, at)| (model.key.then(Step::Property(name)), at)));
    }
    for operation in plan.groups.iter().flat_map(|group| &group.operations) {
        places.insert(operation.key.clone(), operation.at);
        let members = operation.arguments.iter().chain(&operation.setters);
        places.extend(members.filter_map(|member| Some((member.key.clone(), member.at?))));
    }
    places.extend(plan.servers.iter().map(|server| (server.key.clone(), server.at)));
    places.extend(plan.security_schemes.iter().map(|scheme| (scheme.key.clone(), scheme.at)));
    places
}
