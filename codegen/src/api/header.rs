//! `Header`: a header of a response, and how its text is read.

use indexmap::IndexMap;

use super::content;
use super::header_name::is_token;
use super::http_date;
use super::lowering::Lowering;
use super::schema::SchemaId;
use crate::diagnostic::Problem;
use crate::document::{self, MediaKind, ParameterStyle, RefOr};
use crate::node::Origin;

/// A header of a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Where it was written.
    pub at: Origin,
    /// Its name on the network.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// Whether it is always there.
    pub required: bool,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// Whether an object's entries are written `a=1,b=2`.
    pub explode: bool,
    /// Whether the value is written as JSON.
    pub is_json: bool,
    /// The value's schema; text, if there is none.
    pub schema: Option<SchemaId>,
}

/// Resolves the headers of a response.
pub fn resolve(headers: IndexMap<String, RefOr<document::Header>>, lowering: &mut Lowering<'_>) -> Vec<Header> {
    let mut resolved = Vec::new();
    for (name, header) in headers {
        let Some(header) = lowering.resolver.resolve(header) else { continue };
        let at = header.at;
        // The specification has this one ignored: what it says stands in `content`.
        if name.eq_ignore_ascii_case("content-type") {
            lowering.resolver.reading.diagnostics.report_key(at, Problem::IgnoredHeader { name });
        } else if !is_token(&name) {
            let (what, instead) = ("a header of this name, which HTTP does not allow,", "nothing is generated for it");
            lowering.resolver.reading.diagnostics.report_key(at, Problem::Unsupported { what, instead });
        } else {
            resolved.push(lower(name, header, lowering));
        }
    }
    resolved
}

fn lower(name: String, header: document::Header, lowering: &mut Lowering<'_>) -> Header {
    let is_text = matches!(header.style, Some(ParameterStyle::Spaces | ParameterStyle::Pipes | ParameterStyle::Tabs));
    match header.style {
        None | Some(ParameterStyle::Simple) => {}
        Some(_) if is_text => {
            let (what, instead) = ("a response header with another separator than commas", "it is read as text");
            lowering.resolver.report(header.at, Problem::Unsupported { what, instead });
        }
        Some(_) => lowering.resolver.report(header.at, Problem::MisplacedStyle { name: name.clone(), known: &["simple"] }),
    }
    let content = content::resolve(header.content, lowering);
    let is_json = content.first().is_some_and(|media_type| media_type.kind() == MediaKind::Json);
    let schema = match content.first() {
        Some(media_type) => media_type.schema.filter(|_| is_json),
        None => header.schema.filter(|_| !is_text).map(|schema| http_date::lower_in_header(&name, schema, lowering)),
    };
    let document::Header { at, description, required, deprecated, explode, .. } = header;
    Header { at, name, description, required, deprecated, explode, is_json, schema }
}
