//! `Answers`: the bodies of an operation's successes, how each is read, and what it holds.

use super::event::EventAlternative;
use super::operation::Operation;
use super::representation::{Format, Representation};
use super::response::{Response, Status};
use super::schema::SchemaId;
use super::schemas::Schemas;
use super::ty::Type;

/// The bodies of an operation's successes.
#[derive(Clone, Debug)]
pub struct Answers<'a> {
    /// All of them, by response; of each response the last one is what a body without a known media type is taken for.
    pub all: Vec<Answer<'a>>,
    /// Whether a call returns an optional value: the bodies of one type, or nothing where HTTP allows no body.
    pub is_optional: bool,
    /// What the `Accept` header lists.
    pub accept: Accept<'a>,
}

/// A body of a response, or its absence.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The response that has it.
    pub response: &'a Response,
    /// The representations that are read in this way; empty if there is no body.
    pub representations: Vec<&'a Representation>,
    /// Whether only the media type distinguishes it from another body of the same status.
    pub is_guarded: bool,
    /// The schema of JSON or of a value in text.
    pub schema: Option<SchemaId>,
    /// How it is read.
    pub reading: Reading,
    /// What it holds.
    pub content: Content,
}

/// How a body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// JSON.
    Json,
    /// Text.
    Text,
    /// Text that holds a single value.
    Parsed,
    /// Bytes.
    Binary,
    /// All events of an event stream with JSON in them.
    Events,
    /// The same, with text in them.
    TextEvents,
    /// All events of an event stream whose names decide how they are read.
    NamedEvents,
    /// The JSON values in all lines.
    Lines,
    /// There is nothing to read.
    Empty,
}

/// What a body holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Nothing,
    /// A value.
    Value(Type),
    /// Bytes.
    Bytes,
    /// Events with values in them.
    Events(Type),
    /// Events that their names distinguish.
    NamedEvents(Vec<EventAlternative>),
}

/// What the `Accept` header lists.
#[derive(Clone, Debug, Default)]
pub struct Accept<'a> {
    /// The media types of successes, JSON first, and the JSON ones of errors.
    pub all: Vec<&'a str>,
    /// The media types of successes, if there are several to choose from.
    pub choices: Vec<&'a str>,
}

impl<'a> Answers<'a> {
    /// The bodies of an operation's successes; a variant of it may replace the schema of JSON.
    pub fn of(operation: &'a Operation, replaced: Option<SchemaId>, schemas: &Schemas) -> Self {
        let mut all = Vec::new();
        for response in operation.successes() {
            let representations = response.representations.iter().filter(|_| !operation.is_bodiless(response));
            all.extend(bodies(response, representations, replaced, schemas));
        }
        let accept = accept(&all, &operation.responses);
        let is_optional = operation.pagination.is_none() && is_optional(&all);
        Self { all, is_optional, accept }
    }

    /// The events that their names distinguish, of the first stream that has some.
    pub fn named_events(&self) -> &[EventAlternative] {
        let events = |answer: &'_ Answer<'a>| answer.representations.first().map(|body| body.media_type.events.as_slice());
        self.all.iter().filter_map(events).find(|events| !events.is_empty()).unwrap_or_default()
    }

    /// The bodies that a call returns: a body that comes as a stream is no alternative to one that comes at once.
    pub fn returned(&self) -> impl Iterator<Item = &Answer<'a>> {
        let has_whole = self.all.iter().any(|answer| !answer.is_streamed());
        self.all.iter().filter(move |answer| !has_whole || !answer.is_streamed())
    }

    /// The bodies that a call returns, in the order of their statuses, if they differ.
    pub fn differing(&self) -> Option<Vec<&Answer<'a>>> {
        let mut returned: Vec<&Answer<'a>> = self.returned().collect();
        let differ = returned.iter().any(|answer| answer.content != returned[0].content);
        returned.sort_by_key(|answer| (answer.response.status, answer.is_guarded));
        (differ && !self.is_optional).then_some(returned)
    }
}

impl Answer<'_> {
    /// Whether it may never end.
    pub fn is_streamed(&self) -> bool {
        matches!(self.reading, Reading::Events | Reading::TextEvents | Reading::NamedEvents | Reading::Lines)
    }

    /// The media types, if another of these bodies has the same status.
    pub fn distinguishing_media_types(&self, others: &[&Self]) -> Vec<&str> {
        let shares_status = others.iter().filter(|other| other.response.status == self.response.status).count() > 1;
        if shares_status { self.media_types() } else { Vec::new() }
    }

    /// The media types.
    pub fn media_types(&self) -> Vec<&str> {
        self.representations.iter().map(|representation| representation.media_type.name.as_str()).collect()
    }
}

impl Operation {
    /// The responses that are successes.
    pub fn successes(&self) -> impl Iterator<Item = &Response> {
        self.responses.iter().filter(|response| response.status.is_success_among(&self.responses))
    }

    /// The responses that are errors. `default` is an error even where it is also a success.
    pub fn errors(&self) -> impl Iterator<Item = &Response> {
        let is_error = |status: Status| status == Status::Default || !status.is_success_among(&self.responses);
        self.responses.iter().filter(move |response| is_error(response.status))
    }

    /// Whether HTTP allows no body in a response, whatever is described.
    pub fn is_bodiless(&self, response: &Response) -> bool {
        self.method == "HEAD" || response.status.is_bodiless()
    }
}

/// The bodies of a response. A body without a known media type is read as the last one.
pub(super) fn bodies<'a>(
    response: &'a Response,
    representations: impl Iterator<Item = &'a Representation>,
    replaced: Option<SchemaId>,
    schemas: &Schemas,
) -> Vec<Answer<'a>> {
    let mut bodies: Vec<Answer<'a>> = Vec::new();
    for representation in representations {
        let (reading, schema, content) = content(representation, replaced, schemas);
        match bodies.iter_mut().find(|body| body.reading == reading && body.content == content) {
            Some(body) => body.representations.push(representation),
            None => {
                let representations = vec![representation];
                bodies.push(Answer { response, representations, is_guarded: true, schema, reading, content });
            }
        }
    }
    if bodies.is_empty() {
        let (reading, content) = (Reading::Empty, Content::Nothing);
        return vec![Answer { response, representations: Vec::new(), is_guarded: false, schema: None, reading, content }];
    }
    // The first body that comes at once is last, as what anything unknown is taken for.
    let is_streamed_alone = bodies.iter().all(Answer::is_streamed);
    let first = bodies.iter().position(|body| is_streamed_alone || !body.is_streamed()).unwrap_or_default();
    let first = Answer { is_guarded: false, ..bodies.remove(first) };
    bodies.push(first);
    bodies
}

/// Whether successes have bodies of one type that come at once, or no body by HTTP's rules.
fn is_optional(answers: &[Answer<'_>]) -> bool {
    let (empty, bodies): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.content == Content::Nothing);
    let has_one_type = bodies.first().is_some_and(|first| bodies.iter().all(|body| body.content == first.content));
    let is_bodiless = |answer: &&Answer<'_>| answer.response.status.is_bodiless();
    !empty.is_empty() && empty.iter().all(is_bodiless) && has_one_type && !bodies.iter().any(|body| body.is_streamed())
}

fn content(
    representation: &Representation,
    replaced: Option<SchemaId>,
    schemas: &Schemas,
) -> (Reading, Option<SchemaId>, Content) {
    let schema = representation.schema(schemas);
    let ty = |schema| schemas.type_with_null(schema, &mut Vec::new());
    let text = Type::Text(None);
    match (representation.format, schema) {
        (Format::Json, schema) => {
            let schema = schema.map(|schema| replaced.unwrap_or(schema));
            (Reading::Json, schema, Content::Value(schema.map_or(Type::Any, ty)))
        }
        (Format::Text, Some(schema)) if representation.is_typed_text(schemas) => {
            (Reading::Parsed, Some(schema), Content::Value(ty(schema)))
        }
        (Format::Text | Format::Form, _) => (Reading::Text, None, Content::Value(text)),
        (Format::Binary | Format::Multipart, _) => (Reading::Binary, None, Content::Bytes),
        (Format::Lines, schema) => {
            let item = schema.map_or(Type::Any, ty);
            (Reading::Lines, None, Content::Value(Type::List(Box::new(item))))
        }
        (Format::Events, _) if !representation.media_type.events.is_empty() => {
            (Reading::NamedEvents, None, Content::NamedEvents(representation.media_type.events.clone()))
        }
        (Format::Events, schema) => match schema.map_or(text, ty) {
            Type::Text(None) => (Reading::TextEvents, None, Content::Events(Type::Text(None))),
            data => (Reading::Events, None, Content::Events(data)),
        },
    }
}

fn accept<'a>(answers: &[Answer<'a>], responses: &'a [Response]) -> Accept<'a> {
    let is_streamed_alone = answers.iter().all(Answer::is_streamed);
    let (mut json, mut others, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for response in responses {
        let is_success = answers.iter().any(|answer| answer.response.status == response.status);
        for representation in &response.representations {
            let is_streamed = matches!(representation.format, Format::Events | Format::Lines);
            let names = match (representation.format, is_success) {
                (_, true) if is_streamed && !is_streamed_alone => continue,
                (Format::Json, true) => &mut json,
                (_, true) => &mut others,
                (Format::Json, false) => &mut errors,
                (_, false) => continue,
            };
            names.push(representation.media_type.name.as_str());
        }
    }
    let successes = distinct(json.into_iter().chain(others));
    let all = distinct(successes.iter().copied().chain(errors));
    let choices = if successes.len() > 1 { successes } else { Vec::new() };
    Accept { all, choices }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut distinct: Vec<&str> = Vec::new();
    names.for_each(|name| {
        if !distinct.contains(&name) {
            distinct.push(name);
        }
    });
    distinct
}
