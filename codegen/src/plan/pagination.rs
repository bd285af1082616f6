//! `Pagination`: how further pages are asked for.

use std::collections::BTreeMap;

use super::builder::Request;
use super::inputs::PlanInputs;
use super::model::ModelItem;
use super::presence::Presence;
use super::ty::Ty;
use crate::api::{self, SchemaId};
use crate::names::Name;

/// How further pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// What leads to the next page.
    pub next: NextPage,
    /// `objects`: the fields that lead from the page to its items; none if the page is the list.
    pub items: Vec<Name>,
    /// Which of these fields hold a box that hides the value.
    pub hidden: Vec<bool>,
    /// The type of an item.
    pub item: Ty,
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
    /// Which of these fields hold a box that hides the value.
    pub hidden: Vec<bool>,
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
        let name = &request.parameters.iter().find(|parameter| parameter.is_of_query(wire_name))?.value.name;
        Some(Setting { name: name.clone(), is_required: request.arguments.iter().any(|argument| argument.name == *name) })
    };
    let end = |path: &[String]| fields(page, path, items);
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
    let items = end(&pagination.items);
    Some(Pagination { next, items: items.path, hidden: items.hidden, item: inputs.types.with_null(pagination.item) })
}

/// The fields along a path of properties, from a model inwards, and what is at its end.
fn fields(page: &Ty, path: &[String], items: &BTreeMap<SchemaId, ModelItem>) -> Handed {
    let mut handed =
        Handed { path: Vec::new(), hidden: Vec::new(), presence: Presence::Required, is_text: false, is_copied: false };
    let mut ty = page;
    for wire_name in path {
        let Some(ModelItem::Struct(item)) = ty.model().and_then(|model| items.get(&model.id)) else { break };
        let Some(field) = item.fields.iter().find(|field| field.wire_name == *wire_name) else { break };
        handed.path.push(field.name.clone());
        handed.hidden.push(field.ty.is_hidden());
        handed.presence = field.presence;
        ty = &field.ty;
    }
    Handed { is_text: *ty == Ty::String, is_copied: !matches!(ty, Ty::String | Ty::Base64), ..handed }
}
