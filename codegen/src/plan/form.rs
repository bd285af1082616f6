//! Forms: how properties are written.

use super::parameter::QueryStyle;
use crate::api::{self, Schemas};
use crate::diagnostic::{Diagnostics, Problem};

/// The styles of the properties that are not written in the usual way.
pub(super) fn form_styles(media_type: &api::MediaType) -> Vec<(String, QueryStyle)> {
    media_type.encoding.iter().filter_map(|encoding| Some((encoding.property.clone(), style(encoding)?))).collect()
}

/// The style of a property; `None` if it is written in the usual way.
pub(super) fn style(encoding: &api::Encoding) -> Option<QueryStyle> {
    if encoding.style.is_some() || encoding.explode == Some(false) || encoding.allow_reserved {
        let (style, explode) = encoding.style_or_default();
        return Some(QueryStyle::of(style, explode, &encoding.inner_separators));
    }
    let is_json = encoding.content_type.as_deref().is_some_and(|name| name.contains("json"));
    is_json.then_some(QueryStyle::Json)
}

/// The properties of a form in which reserved characters stand as they are.
pub(super) fn reserved(media_type: &api::MediaType) -> Vec<String> {
    let reserved = media_type.encoding.iter().filter(|encoding| encoding.allow_reserved);
    reserved.map(|encoding| encoding.property.clone()).collect()
}

/// Reports encodings of properties that a form does not have.
pub(super) fn check(media_type: &api::MediaType, schemas: &Schemas, diagnostics: &mut Diagnostics) {
    let Some(form) = media_type.schema.and_then(|schema| schemas.object(schema)) else { return };
    let is_known = |name: &str| form.additional.is_some() || form.property(name).is_some();
    for encoding in media_type.encoding.iter().filter(|encoding| !is_known(&encoding.property)) {
        let (what, instead) = UNKNOWN_PROPERTY;
        diagnostics.report(encoding.at, Problem::Unsupported { what, instead });
    }
}

/// Of an encoding that belongs to nothing.
pub(super) const UNKNOWN_PROPERTY: (&str, &str) = ("an encoding of a property that the form does not have", "it is left out");
