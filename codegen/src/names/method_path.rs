//! Paths of models, their constructors, and the methods of calls.

use super::letters::Scripts;
use super::{Name, spelling};

/// What precedes the module of a group in paths.
pub const GROUPS: &str = "operations::";

/// The path of the method of a call, in the module of its group or, without one, of the client.
pub fn method_path(group: Option<&str>, method: &str) -> String {
    match group {
        Some(module) => format!("{GROUPS}{module}::{}::{method}", spelling::type_name(module, &Scripts::default())),
        None => format!("Client::{method}"),
    }
}

/// The module of the group in a method's path, if it has one, and the method.
pub fn parse_method_path(path: &str) -> Option<(Option<&str>, &str)> {
    let (owner, method) = path.rsplit_once("::")?;
    let group = owner.strip_prefix(GROUPS).and_then(|owner| owner.split_once("::")).map(|(module, _)| module);
    Some((group, method))
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
