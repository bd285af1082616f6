//! The public API that a plan gives, as a [`Record`]: all that a downstream crate can name.

mod models;
mod operations;
mod servers;

use crate::plan::Plan;
use crate::record::{Item, Key, Kind, Record, Step};

/// The whole public API of a client, but for the runtime.
pub fn of(plan: &Plan) -> Record {
    let mut items = Vec::new();
    let mut add = |item| items.push(item);
    for module in ["models", "operations", "servers"] {
        add(Item::new(Key::client().then(Step::Own(module)), Kind::Module, module));
    }
    add(Item::new(Key::client(), Kind::Method, "Client::builder").typed("() -> runtime::ClientBuilder"));
    for feature in plan.features().into_keys() {
        add(Item::new(Key::rust(feature), Kind::Feature, feature));
    }
    plan.models.iter().for_each(|model| models::add(model, &mut add));
    plan.groups.iter().for_each(|group| operations::add(group, &mut add));
    plan.servers.iter().for_each(|server| servers::add_server(server, &mut add));
    plan.security_schemes.iter().for_each(|scheme| servers::add_scheme(scheme, &mut add));
    items.into_iter().collect()
}
