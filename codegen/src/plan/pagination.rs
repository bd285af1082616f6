//! `Pagination`: how further pages are asked for.

use super::{Model, ModelItem, Name, Ty, Types};
use crate::api;

/// How further pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// The request's field that holds the offset (a setter of integer type).
    pub offset: Name,
    /// `page.objects`: the fields that lead from the page to its items.
    pub items: Vec<Step>,
    /// The type of an item.
    pub item: Ty,
    /// How a page says that there are more.
    pub more: More,
}

/// A field on the way from a page to something in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The field.
    pub name: Name,
    /// Whether a box hides its value.
    pub is_hidden: bool,
}

/// How a page says that there are more; the fields lead from the page to the value.
#[derive(Clone, Debug, PartialEq)]
pub enum More {
    /// `page.meta.next.is_some()`: a link that is null or absent on the last page.
    Next(Vec<Step>),
    /// Until a page has no items.
    UntilEmpty,
}

/// Decides how an operation pages: wire names become the fields of its models.
pub fn plan(pagination: &api::Pagination, offset: Name, output: &Ty, types: &Types<'_>, models: &[Model]) -> Pagination {
    let next = pagination.next.as_ref().map(|next| fields(output, next, models));
    Pagination {
        offset,
        items: fields(output, &pagination.items, models),
        item: types.with_null(pagination.item),
        more: next.map_or(More::UntilEmpty, More::Next),
    }
}

/// The fields along a path of properties, from a model inwards.
fn fields(page: &Ty, path: &[String], models: &[Model]) -> Vec<Step> {
    let mut ty = page;
    let mut steps = Vec::new();
    for wire_name in path {
        let Ty::Model(name) = ty else { break };
        let model = models.iter().find(|model| model.name() == name);
        let Some(ModelItem::Struct(item)) = model.map(|model| &model.item) else { break };
        let Some(field) = item.fields.iter().find(|field| field.wire_name == *wire_name) else { break };
        steps.push(Step { name: field.name.clone(), is_hidden: field.ty.is_hidden() });
        ty = match &field.ty {
            Ty::Box(inner) | Ty::Deep(inner) => inner,
            ty => ty,
        };
    }
    steps
}
