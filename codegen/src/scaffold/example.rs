//! `Example`: a first call that compiles, for the docs of a new client.

use super::Scaffold;
use crate::plan::{Argument, GroupHandle, Member, Method, ModelItem, Operation, Plan, Ty};

/// The lines of a first call, and the feature without which it does not compile.
pub(super) struct Example<'a> {
    pub(super) lines: Vec<String>,
    pub(super) feature: Option<&'a str>,
}

impl Scaffold<'_> {
    /// A client, and the call of the API that asks for least.
    pub(super) fn example(&self) -> Example<'_> {
        let base_url = if self.plan.has_server { "" } else { ".base_url(\"https://api.example.com\")" };
        let mut lines = vec![format!("let client = Client::builder(){base_url}.build()?;")];
        let groups = self.plan.groups.iter().flat_map(|group| group.operations.iter().map(move |operation| (group, operation)));
        let calls = groups.filter_map(|(group, operation)| Some((group, operation, arguments(operation, self)?)));
        let Some((group, operation, arguments)) = calls.min_by_key(|(_, operation, arguments)| rank(operation, arguments)) else {
            return Example { lines, feature: None };
        };
        let handle = match &group.handle {
            GroupHandle::Tag(_) => format!("client.{}()", group.module),
            GroupHandle::Client => "client".to_owned(),
        };
        let call = format!("{handle}.{}({}).await?", operation.name, arguments.join(", "));
        if is_shown(&operation.output) {
            lines.push(format!("let answer = {call};"));
            lines.push("println!(\"{answer:?}\");".to_owned());
        } else {
            lines.push(format!("{call};"));
        }
        Example { lines, feature: group.feature.as_deref() }
    }
}

/// Reading comes first, then calls with an answer, then those with few arguments.
fn rank(operation: &Operation, arguments: &[String]) -> (bool, bool, bool, usize) {
    (operation.deprecated, operation.method != Method::Get, !is_shown(&operation.output), arguments.len())
}

/// Whether a value of the type can be printed.
fn is_shown(ty: &Ty) -> bool {
    match ty {
        Ty::Model(_) | Ty::String | Ty::Bool | Ty::Integer(_) | Ty::Json | Ty::JsonObject => true,
        Ty::Vec(inner) | Ty::Map(inner) | Ty::Option(inner) | Ty::Box(inner) => is_shown(inner),
        _ => false,
    }
}

/// Values for the arguments of a call; none if one of them takes more than a word.
fn arguments(operation: &Operation, scaffold: &Scaffold<'_>) -> Option<Vec<String>> {
    operation.arguments.iter().map(|argument| value(argument, scaffold)).collect()
}

fn value(Member { name, ty, argument, .. }: &Member, scaffold: &Scaffold<'_>) -> Option<String> {
    Some(match (ty, argument) {
        (Ty::String, Argument::Into) => format!("\"{}\"", name.as_str().trim_end_matches('_').replace('_', "-")),
        (Ty::Bool, _) => "true".to_owned(),
        (Ty::Integer(_), _) => "1".to_owned(),
        (Ty::F32 | Ty::F64, _) => "1.0".to_owned(),
        (Ty::Vec(_), Argument::Plain) => "vec![]".to_owned(),
        (Ty::Option(_), Argument::Plain) => "None".to_owned(),
        (Ty::Model(model), Argument::Plain) => {
            let variant = first_variant(scaffold.plan, model.name.as_str())?;
            format!("{}::models::{}::{variant}", scaffold.crate_ident(), model.name)
        }
        _ => return None,
    })
}

/// A value of an enum.
fn first_variant(plan: &Plan, model: &str) -> Option<String> {
    match &plan.models.iter().find(|candidate| candidate.name().as_str() == model)?.item {
        ModelItem::StringEnum(item) => item.variants.first().map(|variant| variant.name.to_string()),
        ModelItem::IntegerEnum(item) => item.variants.first().map(|variant| variant.name.to_string()),
        _ => None,
    }
}
