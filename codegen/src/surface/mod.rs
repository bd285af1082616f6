//! The public API that a plan gives, as a [`Record`]: all that a downstream crate can name.

mod left_out;
mod models;
mod operations;
mod places;
mod servers;

use std::collections::BTreeMap;

use crate::node::Origin;
use crate::plan::Plan;
use crate::record::{Baseline, Fact, FactName, Item, Key, Kind, Record, Step};

/// The whole public API of a client, but for the runtime.
pub fn of(plan: &Plan) -> Record {
    let mut items = Vec::new();
    let mut add = |item| items.push(item);
    for module in ["models", "operations", "servers"] {
        add(Item::new(Key::client().then(Step::Own(module)), Kind::Module, module));
    }
    let builder = Item::new(Key::client(), Kind::Method, "Client::builder").typed("() -> runtime::ClientBuilder");
    let checks = plan.checks_constraints.then(|| Fact::flag(FactName::ChecksConstraints));
    add(builder.with_facts(servers::all(plan).into_iter().chain(checks)));
    for feature in plan.features().into_keys() {
        add(Item::new(Key::rust(feature), Kind::Feature, feature));
    }
    plan.models.iter().for_each(|model| models::add(model, &mut add));
    plan.former_models.iter().for_each(|former| models::add_former(former, &mut add));
    plan.groups.iter().for_each(|group| operations::add(group, &mut add));
    plan.servers.iter().for_each(|server| servers::add_server(server, &mut add));
    plan.security_schemes.iter().for_each(|scheme| servers::add_scheme(scheme, &mut add));
    items.into_iter().collect()
}

/// Where the description says what is in the public API, by keys; what is inside of something else is said there.
pub fn places(plan: &Plan) -> BTreeMap<Key, Origin> {
    places::of(plan)
}

/// The record of a client: its public API, what an earlier record has of all that the settings leave out, and what was adopted
/// since a release.
pub fn record(plan: &Plan, baseline: &Baseline<'_>) -> Record {
    let surface = of(plan);
    let mark = |item: &Item| match item.fact(FactName::LeftOut) {
        Some(_) => item.clone(),
        None => item.clone().with_facts([Fact::flag(FactName::LeftOut)]),
    };
    let left_out = left_out::items(plan, &surface, &baseline.kept).into_iter().map(mark);
    let further: Vec<Item> = left_out.chain(baseline.adopted.iter().cloned()).collect();
    if further.is_empty() { surface } else { surface.items().cloned().chain(further).collect() }
}
