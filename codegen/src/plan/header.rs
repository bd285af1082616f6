//! `ResponseHeader`: a header of a response as a constant that reads it.

use super::described::described;
use super::docs::{self, Docs};
use super::facts;
use super::inputs::PlanInputs;
use super::ty::Ty;
pub use crate::api::HeaderForm;
use crate::api::{self, DocumentedHeader};
use crate::diagnostic::{Diagnostics, Problem};
use crate::names::{CallNames, Claim, Name};
use crate::record::{Fact, Key};
use crate::share::call_key;

/// A header of a response, as a constant of the request:
///
/// ```text
/// pub const LINK: runtime::Header<String> = runtime::Header::text("Link");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseHeader {
    /// Where it comes from.
    pub key: Key,
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
    /// Whether the constant has `#[deprecated]`.
    pub deprecated: bool,
    /// What else the description says of it.
    pub facts: Vec<Fact>,
}

/// Decides the headers of an operation's responses: one constant for each name and type.
pub(super) fn plan(
    operation: &api::Operation,
    names: &CallNames,
    inputs: &PlanInputs<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<ResponseHeader> {
    let schemas = &inputs.api.schemas;
    for header in operation.responses.iter().flat_map(|response| &response.headers).filter(|header| header.has_no_form(schemas)) {
        let (what, instead) = ("a response header of this shape", "it is read as text");
        diagnostics.report(header.at, Problem::Unsupported { what, instead });
    }
    let documented = operation.documented_headers(schemas);
    let header = |(documented, claim): (_, &Claim)| header(documented, claim.name.clone(), &names.key, inputs);
    documented.into_iter().zip(&names.headers).map(header).collect()
}

fn header(documented: DocumentedHeader<'_>, name: Name, call: &Key, inputs: &PlanInputs<'_>) -> ResponseHeader {
    let key = call_key::header(call, &documented);
    let DocumentedHeader { header, ty, form, statuses, .. } = documented;
    let text = || header.description.as_deref().map(Docs::text).unwrap_or_default();
    let described = |schema| described(header.description.as_deref(), &inputs.api.schemas[schema]);
    let statuses: Vec<String> = statuses.iter().map(|status| docs::code(&status.to_string())).collect();
    let origin = format!("Response header: {}. Status: {}.", docs::code(&header.name), statuses.join(", "));
    let each_line = "One value for each line of the header, which is not split at commas.";
    let lines = if header.is_set_cookie() { Docs::sentence(each_line) } else { Docs::default() };
    ResponseHeader {
        key,
        docs: header.schema.map_or_else(text, described).then(lines).then(Docs::sentence(origin)),
        name,
        wire_name: header.name.clone(),
        ty: inputs.types.rust(ty),
        form,
        deprecated: header.deprecated,
        facts: facts::of_header(header, &inputs.api.schemas),
    }
}
