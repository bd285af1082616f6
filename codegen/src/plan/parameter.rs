//! `Parameter`: a value beside the body, and how it is written.

use super::docs::{self, Docs};
use super::member::Sent;
use super::ty::Ty;
use crate::api::{self, Location, OnlyValue, Style};

/// Where a parameter's value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A field of the request.
    Field(Sent),
    /// The only value that there is.
    Fixed(OnlyValue),
}

impl Source {
    /// The field, if it is one.
    pub fn field(&self) -> Option<&Sent> {
        match self {
            Self::Field(field) => Some(field),
            Self::Fixed(_) => None,
        }
    }
}

/// A piece of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// Text between parameters, sent as it stands.
    Literal(String),
    /// A parameter's value.
    Parameter {
        /// The value.
        value: Source,
        /// The parameter's name, for matrix style and error messages.
        wire_name: String,
        /// How the value is written.
        style: PathStyle,
        /// Which characters stand as they are.
        unencoded: Unencoded,
        /// Whether the value may be empty.
        may_be_empty: bool,
    },
    /// A pair of the query that the path itself has.
    Query {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
}

/// Characters of a path parameter that stand as they are, beside letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unencoded {
    /// None: a value is one segment.
    Nothing,
    /// Slashes: a value may be several segments.
    Slashes,
    /// Reserved ones.
    Reserved,
}

/// A parameter outside the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The value.
    pub value: Source,
    /// The parameter's name on the network.
    pub wire_name: String,
    /// Where and how it is sent.
    pub place: ParameterPlace,
}

impl Parameter {
    /// Whether it is the query parameter of a name.
    pub fn is_of_query(&self, wire_name: &str) -> bool {
        self.wire_name == wire_name && matches!(self.place, ParameterPlace::Query(_) | ParameterPlace::ReservedQuery(_))
    }
}

/// Where and how a parameter is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterPlace {
    /// In the query.
    Query(QueryStyle),
    /// In the query, with reserved characters as they are.
    ReservedQuery(QueryStyle),
    /// The whole query, as a form.
    QueryString,
    /// The whole query, as JSON.
    JsonQueryString,
    /// In a header, in simple style.
    Header,
    /// In a header, in simple style with `=` between an object's keys and values.
    ExplodedHeader,
    /// In a header, with other separators than commas, one for each level of lists.
    SeparatedHeader(Vec<char>),
    /// In a header, as JSON.
    JsonHeader,
    /// In a cookie, in form style.
    Cookie,
    /// In a cookie or several, not encoded.
    PlainCookie {
        /// Whether each item gets a cookie of its own.
        explode: bool,
    },
    /// In a cookie, as JSON.
    JsonCookie,
}

/// A note for the docs of a value that may have null inside, written where null has no form.
pub(super) fn nulls_inside(ty: &Ty) -> Docs {
    let is_nullable = |inner: &Ty| matches!(inner, Ty::Option(_));
    match ty {
        Ty::Vec(items) if is_nullable(items) => Docs::sentence("Items that are null are left out."),
        Ty::Tuple(items, _) if items.iter().any(is_nullable) => Docs::sentence("Items that are null are left out."),
        Ty::Map(values) if is_nullable(values) => Docs::sentence("Values that are null are left out."),
        _ => Docs::default(),
    }
}

/// Styles of path parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStyle {
    /// `blue,black,brown`.
    Simple {
        /// Whether an object's entries are written `a=1,b=2` (true) or `a,1,b,2`.
        explode: bool,
    },
    /// `.blue.black.brown`.
    Label {
        /// Whether items are separated by `.` (true) or `,`.
        explode: bool,
    },
    /// `;color=blue,black,brown`.
    Matrix {
        /// Whether each item repeats the name.
        explode: bool,
    },
    /// `blue%20black`.
    SpaceDelimited,
    /// `blue%7Cblack`.
    PipeDelimited,
    /// `blue%09black`.
    TabDelimited,
    /// `1,2%7C3,4`: a list of lists.
    Lists {
        /// The separator of each level of lists, the outermost first.
        separators: Vec<char>,
    },
    /// JSON.
    Json,
}

/// Styles of query parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryStyle {
    /// `color=blue&color=black` (exploded) or `color=blue,black`.
    Form {
        /// Whether each item repeats the name.
        explode: bool,
    },
    /// `color=blue%20black`.
    SpaceDelimited {
        /// Whether each item repeats the name, as in form style.
        explode: bool,
    },
    /// `color=blue|black`.
    PipeDelimited {
        /// Whether each item repeats the name, as in form style.
        explode: bool,
    },
    /// `color=blue%09black`.
    TabDelimited,
    /// `rows=1,2%7C3,4`: a list of lists.
    Lists {
        /// Whether each item of the outermost list repeats the name.
        explode: bool,
        /// The separator of each level of lists, the outermost first.
        separators: Vec<char>,
    },
    /// `color[R]=100&color[G]=200`.
    DeepObject,
    /// JSON.
    Json,
}

/// How a path parameter is written.
pub fn path_style(parameter: &api::Parameter) -> PathStyle {
    let explode = parameter.explode;
    match parameter.style {
        _ if parameter.is_json => PathStyle::Json,
        style if !parameter.inner_separators.is_empty() => {
            PathStyle::Lists { separators: separators(style, &parameter.inner_separators) }
        }
        Style::Label => PathStyle::Label { explode },
        Style::Matrix => PathStyle::Matrix { explode },
        Style::SpaceDelimited => PathStyle::SpaceDelimited,
        Style::PipeDelimited => PathStyle::PipeDelimited,
        Style::TabDelimited => PathStyle::TabDelimited,
        _ => PathStyle::Simple { explode },
    }
}

/// Where and how another parameter is sent; `None` for one of the path.
pub fn place(parameter: &api::Parameter) -> Option<ParameterPlace> {
    match parameter.location {
        Location::Path => None,
        Location::Header if parameter.is_json => Some(ParameterPlace::JsonHeader),
        Location::Header if parameter.style != Style::Simple || !parameter.inner_separators.is_empty() => {
            Some(ParameterPlace::SeparatedHeader(separators(parameter.style, &parameter.inner_separators)))
        }
        Location::Header if parameter.explode => Some(ParameterPlace::ExplodedHeader),
        Location::Header => Some(ParameterPlace::Header),
        Location::Cookie if parameter.is_json => Some(ParameterPlace::JsonCookie),
        Location::Cookie if parameter.style == Style::Cookie => Some(ParameterPlace::PlainCookie { explode: parameter.explode }),
        Location::Cookie => Some(ParameterPlace::Cookie),
        Location::QueryString if parameter.is_json => Some(ParameterPlace::JsonQueryString),
        Location::QueryString => Some(ParameterPlace::QueryString),
        Location::Query if parameter.allow_reserved => Some(ParameterPlace::ReservedQuery(query_style(parameter))),
        Location::Query => Some(ParameterPlace::Query(query_style(parameter))),
    }
}

/// The separator of each level of lists, the outermost first.
fn separators(style: Style, inner: &[char]) -> Vec<char> {
    [style.separator()].into_iter().chain(inner.iter().copied()).collect()
}

fn query_style(parameter: &api::Parameter) -> QueryStyle {
    match parameter.is_json {
        true => QueryStyle::Json,
        false => QueryStyle::of(parameter.style, parameter.explode, &parameter.inner_separators),
    }
}

impl QueryStyle {
    /// A style of the description, with the separators of lists in a list, level by level.
    pub(super) fn of(style: Style, explode: bool, inner_separators: &[char]) -> Self {
        match style {
            style if !inner_separators.is_empty() => Self::Lists { explode, separators: separators(style, inner_separators) },
            Style::SpaceDelimited => Self::SpaceDelimited { explode },
            Style::PipeDelimited => Self::PipeDelimited { explode },
            Style::TabDelimited => Self::TabDelimited,
            Style::DeepObject => Self::DeepObject,
            _ => Self::Form { explode },
        }
    }
}

/// `Query parameter`, as the docs of a setter begin.
pub fn noun(location: Location) -> &'static str {
    match location {
        Location::Path => "Path parameter",
        Location::Query => "Query parameter",
        Location::QueryString => "Query",
        Location::Header => "Header",
        Location::Cookie => "Cookie",
    }
}

/// What the docs of a call say of a value that it sends by itself.
pub(super) fn sent_by_itself(noun: &str, name: &str, description: Option<&str>, value: &OnlyValue) -> Docs {
    let (name, value) = (docs::code(name), docs::code(&value.to_string()));
    let mut words = description.map(Docs::text).unwrap_or_default().0.into_iter();
    let sentence = format!("Sends the {noun} {name} with its only value, {value}.");
    let first = words.next().map_or_else(|| sentence.clone(), |words| format!("{sentence} {words}"));
    Docs([first].into_iter().chain(words).collect())
}
