//! `DocumentedError`: an error that an operation documents, once for each type of body.

use super::answer::{Answer, Content, bodies};
use super::operation::Operation;
use super::representation::{Format, Representation};
use super::response::Response;
use super::schemas::Schemas;

/// An error that an operation documents, once for each type of body.
#[derive(Clone, Debug)]
pub struct DocumentedError<'a> {
    /// The response.
    pub response: &'a Response,
    /// The bodies, all of one type. The first one is what a body without a known media type is taken for, unless the media type
    /// distinguishes all of them from another error of the same status.
    pub answers: Vec<Answer<'a>>,
}

impl Operation {
    /// The errors, in the order of their statuses; of one status, JSON is first.
    pub fn documented_errors(&self, schemas: &Schemas) -> Vec<DocumentedError<'_>> {
        let mut errors: Vec<DocumentedError<'_>> = Vec::new();
        for response in self.errors() {
            let first = errors.len();
            let representations = response.representations.iter().filter(|representation| representation.is_typed_error());
            // The one that anything unknown is taken for is last.
            for answer in bodies(response, representations, None, schemas).into_iter().rev() {
                match errors[first..].iter_mut().find(|error| *error.content() == answer.content) {
                    Some(error) => error.answers.push(answer),
                    None => errors.push(DocumentedError { response, answers: vec![answer] }),
                }
            }
        }
        errors
    }
}

impl DocumentedError<'_> {
    /// What the bodies hold.
    pub fn content(&self) -> &Content {
        self.answers.first().map_or(&Content::Nothing, |answer| &answer.content)
    }

    /// The first of its media types, if only the media type distinguishes it from another error of the same status.
    pub fn distinguishing_media_type(&self) -> Option<&str> {
        let first = self.answers.first().filter(|answer| answer.is_guarded)?;
        first.media_types().first().copied()
    }
}

impl Representation {
    /// Whether a body gives an error its type. Bytes, and JSON without a schema, are left to the undecoded body.
    pub fn is_typed_error(&self) -> bool {
        match self.format {
            Format::Json => self.media_type.schema.is_some(),
            Format::Text => true,
            _ => false,
        }
    }
}
