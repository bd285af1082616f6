//! Paths of models, their constructors, and the methods of calls.

use super::Name;

/// What precedes the module of a group in paths.
pub const GROUPS: &str = "operations::";

/// What the methods of calls are in that are in no group.
pub const CLIENT: &str = "Client";

/// The path of the type whose methods make the calls of a group.
pub fn handle_path(module: &str, handle: &str) -> String {
    format!("{GROUPS}{module}::{handle}")
}

/// The module of the group in a method's path, if it has one.
pub fn group_of_method(path: &str) -> Option<&str> {
    Some(path.strip_prefix(GROUPS)?.split_once("::")?.0)
}

/// What precedes the name of a model in paths.
const MODELS: &str = "models::";

/// The path of a model.
pub fn model_path(model: &str) -> String {
    format!("{MODELS}{model}")
}

/// The model of a path.
pub fn parse_model_path(path: &str) -> Option<Name> {
    Name::parse(path.strip_prefix(MODELS)?)
}

/// The path of the constructor of a model.
pub fn constructor_path(model: &str) -> String {
    format!("{}::new", model_path(model))
}
