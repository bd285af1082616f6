//! `RequestBody`: the body of a request, and where its parts come from.

use super::Name;
use super::constraint::Constraints;
use super::docs::Docs;
use super::member::Sent;
use super::parameter::{QueryStyle, Source};
use super::ty::Ty;
pub use crate::api::FileFormat;
use crate::api::{OnlyValue, Representation};
use crate::diagnostic::{Diagnostics, Problem};
use crate::record::{Fact, Key};

/// The request's body.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestBody {
    /// A value held by one field of the request.
    Whole {
        /// The value; `Option<..>` when the body is optional.
        value: Sent,
        /// Whether the body is optional.
        is_optional: bool,
        /// How it is written.
        writing: Writing,
    },
    /// One of several bodies, as an enum of the operation's file.
    Choice {
        /// The field; `Option<..>` when the body is optional.
        name: Name,
        /// Whether the body is optional.
        is_optional: bool,
        /// The enum.
        choice: BodyChoice,
    },
    /// A form whose parts are fields of the request.
    Multipart {
        /// `multipart/form-data`, or another media type of that kind.
        media_type: String,
        /// The parts in the description's order.
        parts: Vec<Part>,
    },
    /// A JSON object whose properties are fields of the request: the body of a variant.
    JsonObject {
        /// `application/json`, or another media type of that kind.
        media_type: String,
        /// The properties in the description's order.
        fields: Vec<BodyField>,
    },
}

/// A property of a [`RequestBody::JsonObject`].
#[derive(Clone, Debug, PartialEq)]
pub enum BodyField {
    /// The value that decides the variant, or the only one that a property has.
    Fixed {
        /// Name of the property.
        wire_name: String,
        /// Its value.
        value: OnlyValue,
    },
    /// `fields.required("data", &self.data)`.
    Required {
        /// Name of the property.
        wire_name: String,
        /// The value.
        value: Sent,
    },
    /// `fields.optional("note", &self.note)`.
    Optional {
        /// Name of the property.
        wire_name: String,
        /// The value.
        value: Sent,
    },
}

impl RequestBody {
    /// Whether it is a form with files in Base64.
    pub fn has_base64_files(&self) -> bool {
        let is_base64 = |part: &Part| match &part.kind {
            PartKind::File(format) | PartKind::Files(format) | PartKind::OptionalFiles(format) => format.is_base64,
            PartKind::Value | PartKind::ValueAs(_) | PartKind::TextAs(_) | PartKind::Styled(_) => false,
        };
        matches!(self, Self::Multipart { parts, .. } if parts.iter().any(is_base64))
    }

    /// Whether it may be values in lines.
    pub fn is_lines(&self) -> bool {
        let is_lines = |writing: &Writing| matches!(writing, Writing::Lines { .. });
        match self {
            Self::Whole { writing, .. } => is_lines(writing),
            Self::Choice { choice, .. } => choice.variants.iter().any(|variant| is_lines(&variant.writing)),
            Self::Multipart { .. } | Self::JsonObject { .. } => false,
        }
    }

    /// Whether it may be a form of several parts.
    pub fn is_multipart(&self) -> bool {
        let is_multipart = |writing: &Writing| matches!(writing, Writing::Multipart { .. });
        match self {
            Self::Whole { writing, .. } => is_multipart(writing),
            Self::Choice { choice, .. } => choice.variants.iter().any(|variant| is_multipart(&variant.writing)),
            Self::Multipart { .. } => true,
            Self::JsonObject { .. } => false,
        }
    }
}

/// How a body is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Writing {
    /// `request.json(&self.body)`.
    Json {
        /// `application/json`, or another media type of that kind.
        media_type: String,
        /// The field that holds what the caller wants in its place, where there is a choice.
        own: Option<Name>,
        /// Whether the value is an `Option`, of which `None` is null.
        is_nullable: bool,
    },
    /// `request.form(&self.body, &[..])`.
    Form {
        /// The properties that are not written as usual.
        styles: Vec<(String, QueryStyle)>,
        /// The properties in which reserved characters stand as they are.
        reserved: Vec<String>,
    },
    /// `request.json_lines("application/x-ndjson", body)`.
    Lines {
        /// The media type.
        media_type: String,
    },
    /// `request.text("text/plain", body)`.
    Text {
        /// The media type.
        media_type: String,
    },
    /// `request.body("image/png", body)`.
    Binary {
        /// The media type.
        media_type: String,
    },
    /// `request.header("content-type", &self.content_type)`, and `request.body("application/octet-stream", body)`.
    BinaryOf {
        /// The field that holds the media type.
        content_type: Name,
    },
    /// `request.multipart("multipart/form-data", body)`.
    Multipart {
        /// `multipart/form-data`, or another media type of that kind.
        media_type: String,
    },
}

/// `pub enum UpdateBody { Json(models::Pet), Form(models::PetForm) }`.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyChoice {
    /// The enum.
    pub name: Name,
    /// Docs of the enum.
    pub docs: Docs,
    /// The bodies.
    pub variants: Vec<BodyVariant>,
}

/// A body of a [`BodyChoice`].
#[derive(Clone, Debug, PartialEq)]
pub struct BodyVariant {
    /// Where it comes from.
    pub key: Key,
    /// Docs of the variant.
    pub docs: Docs,
    /// `Json`.
    pub name: Name,
    /// What it holds.
    pub ty: Ty,
    /// What is checked of it.
    pub constraints: Constraints,
    /// What the record says of it beyond its type.
    pub facts: Vec<Fact>,
    /// How it is written.
    pub writing: Writing,
    /// Whether `From<ty>` is emitted: no other variant holds the same.
    pub is_convertible: bool,
}

/// A part of a [`RequestBody::Multipart`].
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Name of the part.
    pub wire_name: String,
    /// The value.
    pub value: Source,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of a form is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// `form.file("image", self.image)`.
    File(FileFormat),
    /// `form.files("image", self.image)`: an optional file, or several.
    Files(FileFormat),
    /// `form.files("image", self.image.into_iter().flatten())`: several files, or none.
    OptionalFiles(FileFormat),
    /// `form.value("name", &self.name)`.
    Value,
    /// `form.value_as("name", "application/json", &self.name)`.
    ValueAs(String),
    /// `form.text_as("name", "application/json", &self.name)`.
    TextAs(String),
    /// `form.styled("name", runtime::QueryStyle::TabDelimited, &self.name)`.
    Styled(QueryStyle),
}

/// Notes that a body is written in another way than its media type says.
pub(super) fn note_format(representation: &Representation, diagnostics: &mut Diagnostics) {
    if representation.is_xml() && representation.media_type.schema.is_some() {
        diagnostics.report(representation.media_type.at, Problem::XmlAsText);
    }
    if representation.is_json_in_yaml() {
        diagnostics.report(representation.media_type.at, Problem::YamlAsJson);
    }
    if representation.is_form_as_text() {
        let (what, instead) = ("a form whose schema is no object", "the body is text, which the caller encodes");
        diagnostics.report(representation.media_type.at, Problem::Unsupported { what, instead });
    }
}
