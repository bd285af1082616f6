//! `Group`: the calls of one tag.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::docs::{self, Docs};
use super::{Operation, Recorded};
use crate::api::{self, Api};
use crate::diagnostic::Diagnostics;
use crate::document::Tag;
use crate::names::reserved::{self, Space, UNTAGGED};
use crate::names::{Name, Scope, spelling};
use crate::node::Origin;

/// The calls of one tag: `operations/<module>/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// `cloud_functions`: the module, the folder, and the client's method that gives the handle.
    pub module: Name,
    /// Docs of the module, the handle and the client's method.
    pub docs: Docs,
    /// The type whose methods make the requests.
    pub handle: GroupHandle,
    /// The feature that it can be left out by.
    pub feature: Option<String>,
    /// The calls, one file each, in the order of their modules.
    pub operations: Vec<Operation>,
}

/// The type whose methods make a group's requests.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupHandle {
    /// `pub struct CloudFunctions { client: runtime::Client }`, reached by `client.cloud_functions()`.
    Tag(Name),
    /// The client itself, for operations without a tag.
    Client,
}

impl Group {
    /// The modules of the calls, and the type that makes them if it is the group's own.
    pub fn declared(&self) -> Vec<&Name> {
        let modules = self.operations.iter().map(|operation| &operation.module);
        match &self.handle {
            GroupHandle::Tag(handle) => modules.chain([handle]).collect(),
            GroupHandle::Client => modules.collect(),
        }
    }
}

/// The tag that an operation's group is named after: the first, or the one that it had when it was last generated, as long
/// as it still bears it.
pub fn tag<'o>(operation: &'o api::Operation, recorded: &Recorded) -> Option<&'o str> {
    let key = format!("{} {}", operation.method, operation.path.text);
    let earlier =
        recorded.groups.get(&key).and_then(|group| operation.tags.iter().find(|tag| spelling::module(tag).as_str() == group));
    earlier.or(operation.tags.first()).map(String::as_str)
}

/// A group whose operations are still to be planned.
pub struct Tagged<'a> {
    /// The tag.
    pub tag: Option<&'a str>,
    /// The group.
    pub group: Group,
    /// What it calls.
    pub operations: Vec<&'a api::Operation>,
}

/// The groups without their operations, sorted by their modules.
pub fn plan<'a>(api: &'a Api, recorded: &Recorded, diagnostics: &mut Diagnostics) -> Vec<Tagged<'a>> {
    let mut scope = Scope::default();
    reserved::names(Space::Group).for_each(|name| scope.reserve(name));
    let documented: BTreeMap<&str, &Tag> = api.tags.iter().map(|tag| (tag.name.as_str(), tag)).collect();
    let mut operations: IndexMap<Option<&str>, Vec<&api::Operation>> = IndexMap::new();
    for operation in &api.operations {
        operations.entry(tag(operation, recorded)).or_default().push(operation);
    }
    let mut planned = |tag: Option<&'a str>, operations: Vec<&'a api::Operation>| {
        let group = match tag {
            Some(tag) => tagged(tag, documented.get(tag).copied(), operations[0].at, &mut scope, diagnostics),
            None => untagged(),
        };
        Tagged { tag, group, operations }
    };
    let mut groups: Vec<Tagged<'a>> = operations.into_iter().map(|(tag, operations)| planned(tag, operations)).collect();
    groups.sort_by(|left, right| left.group.module.cmp(&right.group.module));
    groups
}

fn tagged(tag: &str, documented: Option<&Tag>, operation: Origin, scope: &mut Scope, diagnostics: &mut Diagnostics) -> Group {
    let wanted = documented.and_then(|tag| tag.rust_name.as_deref()).unwrap_or(tag);
    let at = documented.map_or(operation, |tag| tag.at);
    let words = documented.map(words).unwrap_or_default();
    let module = scope.claim(spelling::module(wanted), tag, at, diagnostics);
    Group {
        handle: GroupHandle::Tag(spelling::type_name(module.as_str())),
        module,
        docs: words.then(Docs::sentence(format!("Tag: {}.", docs::code(tag)))),
        feature: None,
        operations: Vec::new(),
    }
}

/// What the description says of a tag.
fn words(tag: &Tag) -> Docs {
    let text = |text: &Option<String>| text.as_deref().map(Docs::text).unwrap_or_default();
    text(&tag.summary).then(text(&tag.description)).then(Docs::external(tag.external_docs.as_ref()))
}

fn untagged() -> Group {
    Group {
        module: Name::literal(UNTAGGED),
        docs: Docs::sentence("Operations without a tag."),
        handle: GroupHandle::Client,
        feature: None,
        operations: Vec::new(),
    }
}
