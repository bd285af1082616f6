//! `Parameter`: a value beside the body, and how it is written.

use super::member::Sent;
use crate::api::{self, Location, Style};

/// A piece of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// Text between parameters, sent as it stands.
    Literal(String),
    /// A parameter's value.
    Parameter {
        /// The value.
        value: Sent,
        /// The parameter's name, for matrix style and error messages.
        wire_name: String,
        /// How the value is written.
        style: PathStyle,
        /// Whether reserved characters stand as they are.
        is_reserved: bool,
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

/// A parameter outside the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The value.
    pub value: Sent,
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
    /// In a header, with another separator than commas.
    SeparatedHeader(char),
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

/// Styles of path parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// JSON.
    Json,
}

/// Styles of query parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        Location::Header if parameter.style == Style::SpaceDelimited => Some(ParameterPlace::SeparatedHeader(' ')),
        Location::Header if parameter.style == Style::PipeDelimited => Some(ParameterPlace::SeparatedHeader('|')),
        Location::Header if parameter.style == Style::TabDelimited => Some(ParameterPlace::SeparatedHeader('\t')),
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

fn query_style(parameter: &api::Parameter) -> QueryStyle {
    let explode = parameter.explode;
    match parameter.style {
        _ if parameter.is_json => QueryStyle::Json,
        Style::SpaceDelimited => QueryStyle::SpaceDelimited { explode },
        Style::PipeDelimited => QueryStyle::PipeDelimited { explode },
        Style::TabDelimited => QueryStyle::TabDelimited,
        Style::DeepObject => QueryStyle::DeepObject,
        _ => QueryStyle::Form { explode },
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
