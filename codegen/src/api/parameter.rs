//! `Parameter`: a value beside the body, with the specification's defaults applied.

use super::content::{self, Content};
use super::header_name::{is_forbidden_header, is_token};
use super::http_date;
use super::lowering::Lowering;
use super::reference::Resolver;
use super::request_body::RequestBody;
use super::schema::SchemaId;
use super::style::{self, Style};
use crate::diagnostic::Problem;
use crate::document::{self, MediaKind, ParameterLocation, ParameterStyle, RefOr, SchemaType};
use crate::node::Origin;

/// A value beside the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Where its name was written.
    pub at: Origin,
    /// Where the whole of it was written.
    pub whole_at: Origin,
    /// Its name on the network.
    pub name: String,
    /// Where it is sent.
    pub location: Location,
    /// How it is written.
    pub style: Style,
    /// Whether items and entries are written apart.
    pub explode: bool,
    /// The separators of lists in a list, level by level.
    pub inner_separators: Vec<char>,
    /// Whether callers must give it.
    pub required: bool,
    /// Whether it is required only because the recorded client requires it.
    pub is_kept_required: bool,
    /// What it means.
    pub description: Option<String>,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// Whether the value is written as JSON, whatever the style.
    pub is_json: bool,
    /// Whether reserved characters stand as they are.
    pub allow_reserved: bool,
    /// Whether the value may be empty; for the query as in the specification, and beyond it for the path.
    pub allow_empty_value: bool,
    /// The value's schema.
    pub schema: SchemaId,
    /// `name` of `x-clientsmith`.
    pub rust_name: Option<String>,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// A part of the path.
    Path,
    /// After the `?`.
    Query,
    /// All that stands after the `?`.
    QueryString,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// Headers that are not parameters, whatever a description says: the specification has them ignored. So is `Content-Type`, unless it
/// says of which media type the bytes of a body are.
const IGNORED_HEADERS: [&str; 2] = ["accept", "authorization"];

/// A place in a path that no parameter describes: a text.
pub(super) fn undeclared(name: &str, at: Origin, lowering: &mut Lowering<'_>) -> Parameter {
    let schema = document::Schema { types: vec![SchemaType::String], ..document::Schema::empty(at) };
    Parameter {
        at,
        whole_at: at,
        name: name.to_owned(),
        location: Location::Path,
        style: Style::Simple,
        explode: false,
        inner_separators: Vec::new(),
        required: true,
        description: None,
        deprecated: false,
        is_json: false,
        allow_reserved: false,
        allow_empty_value: false,
        is_kept_required: false,
        schema: lowering.derived(schema),
        rust_name: None,
    }
}

impl Parameter {
    /// Whether it is the header that says of which media type the body is.
    pub fn is_content_type(&self) -> bool {
        self.location == Location::Header && self.name.eq_ignore_ascii_case("content-type")
    }
}

/// Removes a parameter `Content-Type`, except for bytes: the media type of other bodies is that of their description.
pub(super) fn without_ignored(
    mut parameters: Vec<Parameter>,
    body: Option<&RequestBody>,
    resolver: &mut Resolver<'_>,
) -> Vec<Parameter> {
    if !body.is_some_and(RequestBody::is_bytes) {
        for parameter in parameters.extract_if(.., |parameter| parameter.is_content_type()) {
            resolver.report(parameter.at, Problem::IgnoredHeader { name: parameter.name });
        }
    }
    parameters
}

/// Resolves the parameters of an operation; its own replace those that the path shares.
pub fn resolve(
    shared: &[RefOr<document::Parameter>],
    own: Vec<RefOr<document::Parameter>>,
    lowering: &mut Lowering<'_>,
) -> Vec<Parameter> {
    let own = resolve_list(own, lowering);
    let mut parameters = resolve_list(shared.to_vec(), lowering);
    parameters.retain(|shared| !own.iter().any(|own| own.name == shared.name && own.location == shared.location));
    parameters.extend(own);
    parameters
}

/// Resolves one list, in which each name may stand once per location.
fn resolve_list(list: Vec<RefOr<document::Parameter>>, lowering: &mut Lowering<'_>) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for item in list {
        let Some(parameter) = lowering.resolver.resolve(item).and_then(|parameter| lower(parameter, lowering)) else { continue };
        let same = |earlier: &&Parameter| earlier.name == parameter.name && earlier.location == parameter.location;
        match parameters.iter().find(same) {
            Some(earlier) => {
                let problem = Problem::DuplicateParameter { name: parameter.name.clone(), first: earlier.at };
                lowering.resolver.report(parameter.at, problem);
            }
            None => parameters.push(parameter),
        }
    }
    parameters
}

fn lower(parameter: document::Parameter, lowering: &mut Lowering<'_>) -> Option<Parameter> {
    let location = location(&parameter, lowering)?;
    let style = style_of(&parameter, location, lowering)?;
    let content = content::resolve(parameter.content, lowering);
    check_content(&content, parameter.at, lowering);
    let (schema, is_json) = match (parameter.schema, content.first()) {
        (Some(schema), None) if location == Location::Header => {
            (http_date::lower_in_header(&parameter.name, schema, lowering), false)
        }
        (Some(schema), None) => (lowering.lower(schema), false),
        (_, Some(media_type)) => {
            let schema = media_type.schema.unwrap_or_else(|| lowering.any(parameter.at));
            (schema, media_type.kind() == MediaKind::Json)
        }
        (None, None) => (lowering.any(parameter.at), false),
    };
    if location == Location::Path && !parameter.required {
        lowering.resolver.report(parameter.name_at, Problem::OptionalPathParameter { name: parameter.name.clone() });
    }
    // Neither names what could be reserved: a header is not encoded, and a cookie has characters of its own.
    if parameter.allow_reserved && location == Location::Cookie {
        lowering.resolver.report(parameter.name_at, Problem::NotExpressed { keyword: "allowReserved" });
    }
    Some(Parameter {
        at: parameter.name_at,
        whole_at: parameter.at,
        location,
        style,
        explode: parameter.explode.unwrap_or(matches!(style, Style::Form | Style::Cookie)),
        inner_separators: parameter.collection_formats.into_iter().map(style::separator).collect(),
        required: parameter.required || location == Location::Path,
        description: parameter.description,
        deprecated: parameter.deprecated,
        is_json,
        allow_reserved: parameter.allow_reserved,
        is_kept_required: false,
        allow_empty_value: parameter.allow_empty_value && matches!(location, Location::Query | Location::Path),
        schema,
        rust_name: parameter.rust_name,
        name: parameter.name,
    })
}

/// Reports media types that make no difference: there can be one, and only JSON, text and forms can be written as a parameter.
fn check_content(content: &[Content], at: Origin, lowering: &mut Lowering<'_>) {
    if content.len() > 1 {
        let (what, instead) = ("a parameter of several media types", "it is written as the first");
        lowering.resolver.report(at, Problem::Unsupported { what, instead });
    }
    if let Some(first) = content.first()
        && !matches!(first.kind(), MediaKind::Json | MediaKind::Text | MediaKind::Yaml | MediaKind::Form)
    {
        let (what, instead) = ("a parameter of this media type", "it is written like one that has none");
        lowering.resolver.report(first.at, Problem::Unsupported { what, instead });
    }
    for encoding in content.iter().take(1).flat_map(|first| first.encoding.values()) {
        let (what, instead) = ("an encoding in the content of a parameter", "each property is written as is usual for its type");
        lowering.resolver.report(encoding.at, Problem::Unsupported { what, instead });
    }
}

/// Where it is sent; `None` where the specification has it ignored or nothing can be sent.
fn location(parameter: &document::Parameter, lowering: &mut Lowering<'_>) -> Option<Location> {
    let name = parameter.name.to_ascii_lowercase();
    let problem = match parameter.location {
        ParameterLocation::Path => return Some(Location::Path),
        ParameterLocation::Query => return Some(Location::Query),
        ParameterLocation::Cookie => return Some(Location::Cookie),
        ParameterLocation::QueryString => return Some(Location::QueryString),
        ParameterLocation::Header if IGNORED_HEADERS.contains(&name.as_str()) => {
            Problem::IgnoredHeader { name: parameter.name.clone() }
        }
        ParameterLocation::Header if is_forbidden_header(&name) => Problem::ForbiddenHeader { name: parameter.name.clone() },
        ParameterLocation::Header if !is_token(&name) => Problem::InvalidHeader { name: parameter.name.clone() },
        ParameterLocation::Header => return Some(Location::Header),
    };
    lowering.resolver.report(parameter.name_at, problem);
    None
}

/// How it is written; a style that the location does not have is reported.
fn style_of(parameter: &document::Parameter, location: Location, lowering: &mut Lowering<'_>) -> Option<Style> {
    let style = match (location, parameter.style) {
        (Location::Path | Location::Header, None | Some(ParameterStyle::Simple)) => Style::Simple,
        (Location::Path, Some(ParameterStyle::Label)) => Style::Label,
        (Location::Path, Some(ParameterStyle::Matrix)) => Style::Matrix,
        (Location::Path | Location::Header, Some(ParameterStyle::Spaces)) => Style::SpaceDelimited,
        (Location::Path | Location::Header, Some(ParameterStyle::Pipes)) => Style::PipeDelimited,
        (Location::Path | Location::Header, Some(ParameterStyle::Tabs)) => Style::TabDelimited,
        (Location::Query | Location::Cookie, None | Some(ParameterStyle::Form)) => Style::Form,
        (Location::QueryString, _) => Style::Form,
        (Location::Cookie, Some(ParameterStyle::Cookie)) => Style::Cookie,
        (Location::Query, Some(ParameterStyle::SpaceDelimited)) => Style::SpaceDelimited,
        (Location::Query, Some(ParameterStyle::PipeDelimited)) => Style::PipeDelimited,
        (Location::Query, Some(ParameterStyle::TabDelimited)) => Style::TabDelimited,
        (Location::Query, Some(ParameterStyle::DeepObject)) => Style::DeepObject,
        _ => {
            let problem = Problem::MisplacedStyle { name: parameter.name.clone(), known: known_styles(location) };
            lowering.resolver.report(parameter.style_at, problem);
            return None;
        }
    };
    Some(style)
}

/// The styles that a location has.
fn known_styles(location: Location) -> &'static [&'static str] {
    match location {
        Location::Path => &["simple", "label", "matrix"],
        Location::Query => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        Location::Header => &["simple"],
        Location::Cookie => &["form", "cookie"],
        Location::QueryString => &[],
    }
}
