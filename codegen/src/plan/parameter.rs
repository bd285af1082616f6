//! `Parameter`: a value beside the body, and how it is written.

use super::Name;
use crate::api::{self, Location, Style};

/// A piece of a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// Text between parameters, sent as it stands.
    Literal(String),
    /// A parameter's value.
    Parameter {
        /// The field that holds the value.
        name: Name,
        /// The parameter's name, for matrix style and error messages.
        wire_name: String,
        /// How the value is written.
        style: PathStyle,
    },
}

/// A parameter outside the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The field that holds the value.
    pub name: Name,
    /// The parameter's name on the network.
    pub wire_name: String,
    /// Where and how it is sent.
    pub place: ParameterPlace,
}

/// Where and how a parameter is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterPlace {
    /// In the query.
    Query(QueryStyle),
    /// In a header, in simple style.
    Header,
    /// In a cookie, in form style.
    Cookie,
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
    /// `color[R]=100&color[G]=200`.
    DeepObject,
}

/// How a path parameter is written.
pub fn path_style(parameter: &api::Parameter) -> PathStyle {
    let explode = parameter.explode;
    match parameter.style {
        Style::Label => PathStyle::Label { explode },
        Style::Matrix => PathStyle::Matrix { explode },
        _ => PathStyle::Simple { explode },
    }
}

/// Where and how another parameter is sent; `None` for one of the path.
pub fn place(parameter: &api::Parameter) -> Option<ParameterPlace> {
    match parameter.location {
        Location::Path => None,
        Location::Header => Some(ParameterPlace::Header),
        Location::Cookie => Some(ParameterPlace::Cookie),
        Location::Query => Some(ParameterPlace::Query(match parameter.style {
            Style::SpaceDelimited => QueryStyle::SpaceDelimited { explode: parameter.explode },
            Style::PipeDelimited => QueryStyle::PipeDelimited { explode: parameter.explode },
            Style::DeepObject => QueryStyle::DeepObject,
            _ => QueryStyle::Form { explode: parameter.explode },
        })),
    }
}

/// `Query parameter`, as the docs of a setter begin.
pub fn noun(location: Location) -> &'static str {
    match location {
        Location::Path => "Path parameter",
        Location::Query => "Query parameter",
        Location::Header => "Header",
        Location::Cookie => "Cookie",
    }
}
