//! `Pagination`: how further pages are asked for.

use std::collections::BTreeMap;

use super::builder::Request;
use super::inputs::PlanInputs;
use super::model::ModelItem;
use super::ty::Ty;
use crate::api::{self, Presence, SchemaId};
use crate::names::Name;

/// How further pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// What leads to the next page.
    pub next: NextPage,
    /// The way from the page to its items.
    pub items: ItemsPath,
    /// The type of an item.
    pub item: Ty,
}

/// The way from a page to its items.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemsPath {
    /// Whether the page itself may be null.
    pub is_nullable: bool,
    /// `objects`: the fields that lead to the list; none if the page is the list.
    pub steps: Vec<Step>,
}

/// A field on the way from a page to a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The field.
    pub name: Name,
    /// How its absence shows in its type.
    pub presence: Presence,
    /// Whether it holds a box that hides the value.
    pub is_hidden: bool,
}

impl ItemsPath {
    /// Whether each page has a list, or else an empty one counts.
    pub fn is_always_there(&self) -> bool {
        !self.is_nullable && self.steps.iter().all(|step| step.presence == Presence::Required)
    }
}

/// What leads to the next page.
#[derive(Clone, Debug, PartialEq)]
pub enum NextPage {
    /// `runtime::next_offset(self.offset, page.objects.len(), page.meta.next.is_some())`.
    Offset(Setting, More),
    /// `runtime::next_number(self.page, 1, page.objects.len(), page.meta.next.is_some())`.
    Number {
        /// The field that takes the number.
        setting: Setting,
        /// The number of the first page.
        first: i64,
        /// How a page says that there are more.
        more: More,
    },
    /// `page.meta.cursor.clone()`.
    Cursor(Setting, Handed),
    /// The same, as an address.
    Address(Handed),
    /// `runtime::next_link(page.headers())`.
    Link,
}

/// The request's field that says which page it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The field.
    pub name: Name,
    /// Whether it is an argument's, so that it holds no `Option`.
    pub is_required: bool,
}

/// How a page says that there are more; the fields lead from the page to the value.
#[derive(Clone, Debug, PartialEq)]
pub enum More {
    /// `page.meta.next.is_some()`: a link that is null or absent on the last page.
    Next(Vec<Name>),
    /// Until a page has no items.
    UntilEmpty,
}

/// A value that a page hands to the request for the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// The fields that lead to it.
    pub path: Vec<Name>,
    /// How its absence shows in the last field's type.
    pub presence: Presence,
    /// Whether it is plain text, which says by being empty that there is no next page.
    pub is_text: bool,
    /// Whether it is copied rather than cloned.
    pub is_copied: bool,
}

/// Decides how an operation pages: wire names become the fields of its request and models.
pub(super) fn plan(
    pagination: &api::Pagination,
    request: &Request,
    page: &Ty,
    items: &BTreeMap<SchemaId, ModelItem>,
    inputs: &PlanInputs<'_>,
) -> Option<Pagination> {
    let setting = |wire_name: &str| {
        let name = &request.parameters.iter().find(|parameter| parameter.is_of_query(wire_name))?.value.field()?.name;
        Some(Setting { name: name.clone(), is_required: request.arguments.iter().any(|argument| argument.name == *name) })
    };
    let end = |path: &[String]| handed(page, path, items);
    let more = |path: &Option<Vec<String>>| path.as_ref().map_or(More::UntilEmpty, |path| More::Next(end(path).path));
    let next = match &pagination.next {
        api::NextPage::Offset { parameter, more: next } => NextPage::Offset(setting(parameter)?, more(next)),
        api::NextPage::Number { parameter, first, more: next } => {
            NextPage::Number { setting: setting(parameter)?, first: *first, more: more(next) }
        }
        api::NextPage::Cursor { parameter, cursor } => NextPage::Cursor(setting(parameter)?, end(cursor)),
        api::NextPage::Address(address) => NextPage::Address(end(address)),
        api::NextPage::Link => NextPage::Link,
    };
    let items = ItemsPath { is_nullable: matches!(page, Ty::Option(_)), steps: steps(page, &pagination.items, items).0 };
    Some(Pagination { next, items, item: inputs.types.with_null(pagination.item) })
}

/// The value at the end of a path of properties.
fn handed(page: &Ty, path: &[String], items: &BTreeMap<SchemaId, ModelItem>) -> Handed {
    let (steps, ty) = steps(page, path, items);
    Handed {
        presence: steps.last().map_or(Presence::Required, |step| step.presence),
        path: steps.into_iter().map(|step| step.name).collect(),
        is_text: *ty == Ty::String,
        is_copied: !matches!(ty, Ty::String | Ty::Base64),
    }
}

/// The fields along a path of properties, from a model inwards, and the type at its end.
fn steps<'t>(page: &'t Ty, path: &[String], items: &'t BTreeMap<SchemaId, ModelItem>) -> (Vec<Step>, &'t Ty) {
    let (mut steps, mut ty) = (Vec::new(), page);
    for wire_name in path {
        let Some(ModelItem::Struct(item)) = ty.model().and_then(|model| items.get(&model.id)) else { break };
        let Some(field) = item.fields.iter().find(|field| field.wire_name == *wire_name) else { break };
        steps.push(Step { name: field.name.clone(), presence: field.presence, is_hidden: field.ty.is_hidden() });
        ty = &field.ty;
    }
    (steps, ty)
}
