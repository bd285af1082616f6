//! Paths of the methods of calls.

use super::spelling;

/// The path of the method of a call, in the module of its group or, without one, of the client.
pub fn method_path(group: Option<&str>, method: &str) -> String {
    match group {
        Some(module) => format!("operations::{module}::{}::{method}", spelling::type_name(module)),
        None => format!("Client::{method}"),
    }
}

/// The module of the group in a method's path, if it has one, and the method.
pub fn parse_method_path(path: &str) -> Option<(Option<&str>, &str)> {
    let (owner, method) = path.rsplit_once("::")?;
    let group = owner.strip_prefix("operations::").and_then(|owner| owner.split_once("::")).map(|(module, _)| module);
    Some((group, method))
}
