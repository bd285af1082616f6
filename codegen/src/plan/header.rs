//! `ResponseHeader`: a header of a response as a constant that reads it.

use super::docs::{self, Docs};
use super::structs::described;
use super::{Ty, Types, status};
use crate::api::{self, Api, Schemas, Shape, Values};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::reserved::{Space, is_reserved};
use crate::names::{Name, Scope, spelling};

/// A header of a response, as a constant of the request:
///
/// ```text
/// pub const LINK: runtime::Header<String> = runtime::Header::text("Link");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseHeader {
    /// Docs of the constant.
    pub docs: Docs,
    /// `LINK`.
    pub name: Name,
    /// `Link`.
    pub wire_name: String,
    /// The type of its value.
    pub ty: Ty,
    /// How its text is read.
    pub form: HeaderForm,
    /// Whether the constant bears `#[deprecated]`.
    pub deprecated: bool,
}

/// How a header's text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderForm {
    /// `text`: as it stands.
    Text,
    /// `literal`: a number or boolean.
    Literal,
    /// `texts`: texts with commas between them.
    Texts,
    /// `literals`: numbers or booleans with commas between them.
    Literals,
    /// `json`.
    Json,
    /// `object` and `exploded_object`: names and values with commas between them.
    Object {
        /// Whether `=` stands between name and value.
        explode: bool,
        /// The properties that are numbers or booleans.
        literals: Vec<String>,
    },
}

/// Decides the headers of an operation's responses: one constant for each name, or more where responses disagree on the type.
pub fn plan(responses: &[api::Response], api: &Api, types: &Types<'_>, diagnostics: &mut Diagnostics) -> Vec<ResponseHeader> {
    let mut scope = Scope::of_values();
    let mut headers: Vec<(ResponseHeader, Vec<String>)> = Vec::new();
    for response in responses {
        for header in &response.headers {
            let place = docs::code(&response.status.to_string());
            let (ty, form) = ty(header, api, types, diagnostics);
            let same_name = |known: &ResponseHeader| known.wire_name.eq_ignore_ascii_case(&header.name);
            if let Some((_, places)) = headers.iter_mut().find(|(known, _)| same_name(known) && known.ty == ty) {
                places.push(place);
                continue;
            }
            let wanted = match headers.iter().any(|(known, _)| same_name(known)) {
                true => format!("{} {}", header.name, status::word(response.status)),
                false if is_reserved(Space::Constant, spelling::constant(&header.name).as_str()) => {
                    format!("{} header", header.name)
                }
                false => header.name.clone(),
            };
            let constant = scope.claim(spelling::constant(&wanted), &header.name, header.at, diagnostics);
            headers.push((constant_of(header, constant, ty, form, api), vec![place]));
        }
    }
    headers.into_iter().map(|(header, places)| finished(header, &places)).collect()
}

fn constant_of(header: &api::Header, name: Name, ty: Ty, form: HeaderForm, api: &Api) -> ResponseHeader {
    let text = || header.description.as_deref().map(Docs::text).unwrap_or_default();
    let docs = header.schema.map_or_else(text, |schema| described(header.description.as_deref(), &api.schemas[schema]));
    ResponseHeader { docs, name, wire_name: header.name.clone(), ty, form, deprecated: header.deprecated }
}

fn finished(header: ResponseHeader, places: &[String]) -> ResponseHeader {
    let origin = format!("Response header: {}. Status: {}.", docs::code(&header.wire_name), places.join(", "));
    ResponseHeader { docs: header.docs.clone().then(Docs::sentence(origin)), ..header }
}

/// The type of a header, and how it is read. What has no form in a header stays text.
fn ty(header: &api::Header, api: &Api, types: &Types<'_>, diagnostics: &mut Diagnostics) -> (Ty, HeaderForm) {
    let schemas = &api.schemas;
    let Some(schema) = header.schema else { return (Ty::String, HeaderForm::Text) };
    let form =
        if header.is_json { Some(HeaderForm::Json) } else { form(&schemas[schemas.target(schema).0].shape, header, schemas) };
    match form {
        Some(form) => (types.of(schema).0, form),
        None => {
            if schemas[schemas.target(schema).0].shape != Shape::Any {
                let (what, instead) = ("a response header of this shape", "it is read as text");
                diagnostics.report(header.at, Problem::Unsupported { what, instead });
            }
            (Ty::String, HeaderForm::Text)
        }
    }
}

fn form(shape: &Shape, header: &api::Header, schemas: &Schemas) -> Option<HeaderForm> {
    let is_literal = |schema| is_literal(&schemas[schemas.target(schema).0].shape);
    match shape {
        Shape::Array(items) => Some(if is_literal(*items)? { HeaderForm::Literals } else { HeaderForm::Texts }),
        Shape::Object(object) => {
            let mut literals = Vec::new();
            for property in &object.properties {
                if is_literal(property.schema)? {
                    literals.push(property.name.clone());
                }
            }
            Some(HeaderForm::Object { explode: header.explode, literals })
        }
        shape => Some(if self::is_literal(shape)? { HeaderForm::Literal } else { HeaderForm::Text }),
    }
}

/// Whether a value is a number or boolean; `None` if it is no text either.
fn is_literal(shape: &Shape) -> Option<bool> {
    match shape {
        Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::Enumeration(Values::Integers(_)) => Some(true),
        Shape::String(_) | Shape::Enumeration(Values::Strings(_)) => Some(false),
        Shape::Any | Shape::Reference(_) | Shape::Array(_) | Shape::Map(_) | Shape::Object(_) | Shape::Union(_) => None,
    }
}
