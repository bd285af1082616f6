//! `Parameter`: a value in the path, the query, a header or a cookie.
//!
//! Mirrors the [Parameter Object](https://spec.openapis.org/oas/v3.1.1#parameter-object).

use super::component::ComponentKind;
use super::hint;
use super::media_type::MediaType;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{Extension, RefOr, Schema};
use crate::diagnostic::Problem;
use crate::node::{Node, Origin};
use indexmap::IndexMap;

/// A value in the path, the query, a header or a cookie.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Where it was written.
    pub at: Origin,
    /// Its name on the network.
    pub name: String,
    /// Where the name was written.
    pub name_at: Origin,
    /// Where it is sent.
    pub location: ParameterLocation,
    /// What it means.
    pub description: Option<String>,
    /// Whether it must be sent.
    pub required: bool,
    /// Whether callers should stop using it.
    pub deprecated: bool,
    /// How the value is written, if not as usual for the location.
    pub style: Option<ParameterStyle>,
    /// Where the style was written.
    pub style_at: Origin,
    /// Whether items and entries are written apart, if not as usual for the style.
    pub explode: Option<bool>,
    /// How lists in a list are written, level by level (Swagger 2.0).
    pub collection_formats: Vec<CollectionFormat>,
    /// Whether reserved characters stand as they are.
    pub allow_reserved: bool,
    /// Whether the value may be empty.
    pub allow_empty_value: bool,
    /// The value's schema.
    pub schema: Option<Schema>,
    /// The value's media type, in place of a schema.
    pub content: IndexMap<String, RefOr<MediaType>>,
    /// `name` of `x-clientsmith`: replaces the derived name of the argument or setter.
    pub rust_name: Option<String>,
}

/// Where a parameter is sent: `in`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterLocation {
    /// A part of the path.
    Path,
    /// After the `?`.
    Query,
    /// The whole text after the `?` (3.2).
    QueryString,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// How a value is written: `style`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterStyle {
    /// `;color=blue,black`.
    Matrix,
    /// `.blue.black`.
    Label,
    /// `color=blue,black`.
    Form,
    /// `blue,black`.
    Simple,
    /// `blue%20black`.
    SpaceDelimited,
    /// `blue|black`.
    PipeDelimited,
    /// `blue%09black`: `tsv` of Swagger 2.0.
    TabDelimited,
    /// `ssv` of Swagger 2.0, outside of the query.
    Spaces,
    /// `pipes` of Swagger 2.0, outside of the query.
    Pipes,
    /// `tsv` of Swagger 2.0, outside of the query.
    Tabs,
    /// `color[R]=100`.
    DeepObject,
    /// `color=blue; color=black` (3.2).
    Cookie,
}

/// How a list in a list is written: `collectionFormat` of items (Swagger 2.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CollectionFormat {
    /// `1,2`.
    Csv,
    /// `1 2`.
    Ssv,
    /// Separated by tabs.
    Tsv,
    /// `1|2`.
    Pipes,
}

/// Reads one of a list of words.
pub(super) fn word<T: Copy>(
    node: &Node,
    words: &[(&'static str, T)],
    expected: &'static [&'static str],
    reading: &mut Reading<'_>,
) -> Option<T> {
    word_or(node, words, expected, |_, _| None, reading)
}

/// Reads one of a list of words; for another word there may be a hint.
pub(super) fn word_or<T: Copy>(
    node: &Node,
    words: &[(&'static str, T)],
    expected: &'static [&'static str],
    hint: impl FnOnce(&str, &Reading<'_>) -> Option<String>,
    reading: &mut Reading<'_>,
) -> Option<T> {
    let value = String::read(node, reading)?;
    let found = words.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
    if found.is_none() {
        let hint = hint(&value, reading);
        reading.report(node.at, Problem::UnknownValue { value, expected, hint });
    }
    found
}

impl Read for ParameterLocation {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let words = [
            ("path", Self::Path),
            ("query", Self::Query),
            ("querystring", Self::QueryString),
            ("header", Self::Header),
            ("cookie", Self::Cookie),
        ];
        let expected = &["path", "query", "header", "cookie"];
        word_or(node, &words, expected, |word, _| hint::of_location(word), reading)
    }
}

impl Read for ParameterStyle {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let words = [
            ("matrix", Self::Matrix),
            ("label", Self::Label),
            ("form", Self::Form),
            ("simple", Self::Simple),
            ("spaceDelimited", Self::SpaceDelimited),
            ("pipeDelimited", Self::PipeDelimited),
            ("tabDelimited", Self::TabDelimited),
            ("ssv", Self::Spaces),
            ("pipes", Self::Pipes),
            ("tsv", Self::Tabs),
            ("deepObject", Self::DeepObject),
            ("cookie", Self::Cookie),
        ];
        const EXPECTED: &[&str] =
            &["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"];
        word(node, &words, EXPECTED, reading)
    }
}

impl Read for CollectionFormat {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let words = [("csv", Self::Csv), ("ssv", Self::Ssv), ("tsv", Self::Tsv), ("pipes", Self::Pipes)];
        word(node, &words, &["csv", "ssv", "tsv", "pipes"], reading)
    }
}

impl Read for Parameter {
    const KIND: Option<ComponentKind> = Some(ComponentKind::Parameter);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        for key in ["example", "examples"] {
            object.node(key);
        }
        let place = |key| node.get(key).map_or(node.at, |value| value.at);
        let parameter = Self {
            at: node.at,
            name_at: place("name"),
            style_at: place("style"),
            name: object.required("name", reading)?,
            location: object.required("in", reading)?,
            description: object.field("description", reading),
            required: object.field_or_default("required", reading),
            deprecated: object.field_or_default("deprecated", reading),
            style: object.field("style", reading),
            explode: object.field("explode", reading),
            collection_formats: object.field_or_default("collectionFormats", reading),
            allow_reserved: object.field_or_default("allowReserved", reading),
            allow_empty_value: object.field_or_default("allowEmptyValue", reading),
            schema: object.field("schema", reading),
            content: object.field_or_default("content", reading),
            rust_name: Extension::name(&mut object, reading),
        };
        object.close(reading);
        Some(parameter)
    }
}
