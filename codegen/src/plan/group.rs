//! `Group`: the calls of one tag.

use super::docs::{self, Docs};
use super::former::FormerType;
use super::handle::GroupHandle;
use super::inputs::PlanInputs;
use super::operation::Operation;
use crate::document::Tag;
use crate::names::{GroupNames, Name};
use crate::record::Key;

/// The calls of one tag: `operations/<module>/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Where it comes from.
    pub key: Key,
    /// `cloud_functions`: the module, the folder, and the client's method that gives the handle.
    pub module: Name,
    /// Earlier names of the module.
    pub former_modules: Vec<Name>,
    /// Earlier names of types.
    pub former_types: Vec<FormerType>,
    /// Docs of the module, the handle and the client's method.
    pub docs: Docs,
    /// The type whose methods make the requests.
    pub handle: GroupHandle,
    /// The feature that it can be left out by.
    pub feature: Option<String>,
    /// The calls, one file each, in the order of their modules.
    pub operations: Vec<Operation>,
}

impl Group {
    /// The modules of the calls, earlier names of types, and the type that makes the calls if it is the group's own.
    pub fn declared(&self) -> Vec<&Name> {
        let former = self.former_types.iter().map(|former| &former.name);
        let modules = self.operations.iter().map(|operation| &operation.module).chain(former);
        match &self.handle {
            GroupHandle::Tag(handle) => modules.chain([handle]).collect(),
            GroupHandle::Client => modules.collect(),
        }
    }
}

impl Group {
    /// A group of calls.
    pub(super) fn new(
        names: &GroupNames,
        feature: Option<String>,
        mut operations: Vec<Operation>,
        inputs: &PlanInputs<'_>,
    ) -> Self {
        operations.sort_by(|left, right| left.module.cmp(&right.module));
        let documented = inputs.api.tags.iter().rfind(|tag| Some(&tag.name) == names.tag.as_ref());
        let docs = match &names.tag {
            Some(tag) => {
                let note = if operations.is_empty() {
                    Docs::sentence("The API has none of its calls any more.")
                } else {
                    Docs::default()
                };
                let origin = Docs::sentence(format!("Tag: {}.", docs::code(tag)));
                documented.map(words).unwrap_or_default().then(note).then(origin)
            }
            None => Docs::sentence("Operations without a tag."),
        };
        let (key, module) = (names.key.clone(), names.module.clone());
        let former_modules = inputs.former.group(names, &inputs.names.groups);
        let group = Self {
            key,
            module,
            former_modules,
            former_types: Vec::new(),
            docs,
            handle: GroupHandle::of(names),
            feature,
            operations,
        };
        Self { former_types: inputs.former.types(&group), ..group }
    }
}

/// What the description says of a tag.
fn words(tag: &Tag) -> Docs {
    let text = |text: &Option<String>| text.as_deref().map(Docs::text).unwrap_or_default();
    text(&tag.summary).then(text(&tag.description)).then(Docs::external(tag.external_docs.as_ref()))
}
