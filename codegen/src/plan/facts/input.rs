//! Facts of what a call takes: parameters, parts of a form, the body.

use super::value::of_value;
use super::{flag, word};
use crate::api::{Encoding, Format, Location, MediaType, Parameter, Property, Representation, Schemas, Style};
use crate::record::{Fact, FactName};

/// Facts of a parameter.
pub(in crate::plan) fn of_parameter(parameter: &Parameter, schemas: &Schemas) -> Vec<Fact> {
    let usual = match parameter.location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::QueryString | Location::Cookie => Style::Form,
    };
    let has_style = !parameter.is_json;
    let style = Some(parameter.style).filter(|style| has_style && *style != usual);
    let usual_explode = matches!(parameter.style, Style::Form | Style::Cookie);
    let explode = Some(parameter.explode).filter(|explode| has_style && *explode != usual_explode);
    let separators: Vec<String> = parameter.inner_separators.iter().map(|separator| format!("{separator:?}")).collect();
    let written = [
        flag(FactName::Json, parameter.is_json),
        style.map(|style| Fact::new(FactName::Style, style.keyword())),
        explode.map(|explode| Fact::new(FactName::Explode, explode.to_string())),
        (!separators.is_empty()).then(|| Fact::new(FactName::Separators, separators.join(" "))),
        flag(FactName::AllowReserved, parameter.allow_reserved),
        flag(FactName::AllowEmpty, parameter.allow_empty_value),
        flag(FactName::Deprecated, parameter.deprecated),
        flag(FactName::Optional, parameter.is_kept_required),
    ];
    written.into_iter().flatten().chain(of_value(parameter.schema, None, schemas)).collect()
}

/// Facts of a part of a form.
pub(in crate::plan) fn of_part(part: &Property, form: &MediaType, schemas: &Schemas) -> Vec<Fact> {
    let encoding = form.encoding_of(&part.name);
    let media_type = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let style = encoding.filter(|encoding| encoding.has_styled_parts && encoding.has_unusual_style());
    let (style, explode) = style.map(|encoding| encoding.style_or_default()).unzip();
    let written = [
        media_type.map(|media_type| Fact::new(FactName::ContentType, media_type)),
        style.map(|style| Fact::new(FactName::Style, style.keyword())),
        explode.map(|explode| Fact::new(FactName::Explode, explode.to_string())),
        flag(FactName::Deprecated, part.annotations.deprecated),
    ];
    written.into_iter().flatten().chain(of_value(part.schema, Some(&part.annotations), schemas)).collect()
}

/// Facts of a body.
pub(in crate::plan) fn of_body(body: &Representation, schemas: &Schemas) -> Vec<Fact> {
    let encodings = body.media_type.encoding.iter().filter(|_| body.format == Format::Form).filter_map(of_encoding);
    let values = body.schema(schemas).map(|schema| of_value(schema, None, schemas));
    encodings.chain(values.into_iter().flatten()).collect()
}

/// How a property of a form is written, if not in the usual way.
fn of_encoding(encoding: &Encoding) -> Option<Fact> {
    let (style, explode) = encoding.style_or_default();
    let style = encoding.has_unusual_style().then(|| format!(" {} explode {explode}", style.keyword()));
    let media_type = || encoding.content_type.as_ref().map(|media_type| format!(" {}", word(media_type)));
    let reserved = if encoding.allow_reserved { " allow-reserved" } else { "" };
    let form = style.or_else(media_type).unwrap_or_default() + reserved;
    (!form.is_empty()).then(|| Fact::new(FactName::Encoding, format!("{}{form}", word(&encoding.property))))
}
