//! Reading: from a file's text to its root node.

use std::{iter::Peekable, vec};

use super::{
    FileId, Sources, json,
    reader::{Budget, Reader},
    scan::{self, Excess, Scanned},
    token,
};
use crate::{
    diagnostic::{Diagnostics, Part, Place, Problem},
    limits::Limit,
    node::{Node, Origin, Value},
};

/// The language that a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
    /// Words for people.
    Prose,
}

impl Format {
    /// Its name.
    fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
            Self::Prose => "prose",
        }
    }
}

/// How much deeper than it may be nested a text is read all the same: what else is wrong with it is told, too.
const BEYOND: usize = 20;

/// Why there is no node.
type Failure = (Place, Problem);

impl Sources {
    /// Reads a file as JSON or as YAML, whichever it is.
    ///
    /// Whoever gets a node may go on looking for problems, even if some have been reported.
    pub fn parse(&mut self, file: FileId, diagnostics: &mut Diagnostics) -> Option<Node> {
        self.attempt_all(file, diagnostics).map_err(|(place, problem)| diagnostics.report_at(place, problem)).ok()
    }

    /// The whole text of a file as one string value.
    pub(super) fn prose(&mut self, file: FileId, diagnostics: &mut Diagnostics) -> Option<Node> {
        let root = self.origins.root(file);
        let added = &mut self.files[file.0 as usize];
        added.format = Format::Prose;
        match added.malformed.clone() {
            Some(span) => {
                diagnostics.report_at(Place::Text { file, span }, Problem::NotUtf8);
                None
            }
            None => Some(Node::text(root, added.text.trim_end())),
        }
    }

    fn attempt_all(&mut self, file: FileId, diagnostics: &mut Diagnostics) -> Result<Node, Failure> {
        if let Some(span) = self.file_of(file).malformed.clone() {
            return Err((Place::Text { file, span }, Problem::NotUtf8));
        }
        if !self.text(file).trim_start().starts_with(['{', '[']) {
            return self.attempt(file, Format::Yaml, diagnostics);
        }
        // What looks like JSON may be YAML after all, unless the file's name says that it is not.
        let (next, spent) = (self.origins.next(), self.spent);
        let mut found = Diagnostics::default();
        let failure = match self.attempt(file, Format::Json, &mut found) {
            Err(failure) if !found.has_errors() => failure,
            outcome => {
                diagnostics.extend(found);
                return outcome;
            }
        };
        let ends_in = |ending| self.path(file).ends_with(ending);
        let is_yaml = ends_in(".yaml") || ends_in(".yml");
        if ends_in(".json") {
            return Err(failure);
        }
        self.origins.forget(next);
        self.spent = spent;
        let mut found = Diagnostics::default();
        match self.attempt(file, Format::Yaml, &mut found) {
            Err(_) if !is_yaml => {
                self.origins.forget(next);
                Err(failure)
            }
            outcome => {
                diagnostics.extend(found);
                outcome
            }
        }
    }

    fn attempt(&mut self, file: FileId, format: Format, diagnostics: &mut Diagnostics) -> Result<Node, Failure> {
        let spent = self.spent;
        let left = |limit: Limit, spent: usize| self.limits.of(limit).saturating_sub(spent);
        let (values, aliases) = (left(Limit::Values, spent.values), left(Limit::Aliases, spent.aliases));
        let nesting = self.nesting();
        // Each text stands in one place, and may be repeated for as much as may be written.
        let text = self.text(file).len().saturating_add(self.limits.bytes(Limit::Megabytes).saturating_sub(spent.text));
        // YAML's own values are counted before they are read; what is more comes from aliases.
        let (own, values) = match format {
            Format::Json | Format::Prose => (None, (values, Limit::Values)),
            Format::Yaml => {
                let scanned = scan::scan(self.text(file), nesting + BEYOND, values);
                let Scanned { tokens: own, tabs } = scanned.map_err(|excess| self.refused(file, excess))?;
                self.files[file.0 as usize].tabs = tabs;
                (Some(own), (own.saturating_add(aliases), Limit::Aliases))
            }
        };
        let left = Budget { nesting, values, text };
        let root = self.origins.root(file);
        let added = &mut self.files[file.0 as usize];
        added.format = format;
        let readable = added.readable();
        let mut reader = Reader::new(&readable, format, root, left, &mut self.origins, diagnostics);
        let outcome = match format {
            Format::Json => read_json(&readable, file, root, &mut reader),
            Format::Yaml | Format::Prose => read_yaml(&readable, file, root, &mut reader),
        };
        let (read, exhausted, latest) = (values.0 - reader.left.values.0, reader.exhausted, reader.latest);
        let repeated = (text - reader.left.text).saturating_sub(added.text.len());
        let resolved = reader.resolved.iter().map(|at| at.0 - root.0).collect();
        drop(readable);
        added.resolved = resolved;
        let own = own.unwrap_or(read);
        self.spent.values += own;
        self.spent.aliases += read.saturating_sub(own);
        self.spent.text += repeated;
        if let Some(limit) = exhausted {
            return Err((Place::Node { at: latest, part: Part::Value }, Problem::too_much(limit, &self.limits)));
        }
        let node = outcome?;
        if node.value == Value::Null { Err((Place::File(file), Problem::EmptyFile)) } else { Ok(node) }
    }

    /// What to say of a text that is not even handed to serde_yaml.
    fn refused(&self, file: FileId, excess: Excess) -> Failure {
        let (start, problem) = match excess {
            Excess::Depth(start) => (start, Problem::too_much(Limit::Nesting, &self.limits)),
            Excess::Tokens(start) => (start, Problem::too_much(Limit::Values, &self.limits)),
            Excess::Directives(start) => {
                let message = "there are too many directives".to_owned();
                (start, Problem::Syntax { format: Format::Yaml.name(), message, hint: None })
            }
        };
        (Place::Text { file, span: token::character(self.text(file), start) }, problem)
    }
}

fn read_json(text: &str, file: FileId, root: Origin, reader: &mut Reader<'_>) -> Result<Node, Failure> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let outcome = reader.read(root, &mut deserializer).and_then(|node| deserializer.end().map(|()| node));
    match outcome {
        Ok(mut node) => {
            let wanted: Vec<u32> = reader.floats.iter().map(|at| at.0 - root.0).collect();
            let spans = json::spans(text, &wanted, reader.left.nesting);
            let exact = reader.floats.iter().copied().zip(spans.into_iter().map(|span| &text[span.value]));
            restore(&mut node, &mut exact.collect::<Vec<_>>().into_iter().peekable());
            Ok(node)
        }
        Err(error) => {
            let start = token::line_start(text, error.line()) + error.column().saturating_sub(1);
            let message = without_place(&error.to_string());
            Err((
                Place::Text { file, span: token::character(text, start) },
                Problem::Syntax { format: Format::Json.name(), message, hint: None },
            ))
        }
    }
}

/// Puts right the numbers that serde_json has rounded: it knows no integers beyond 64 bits, and
/// may miss the last bit of a fraction. Both lists are in the order of the text.
fn restore(node: &mut Node, exact: &mut Peekable<vec::IntoIter<(Origin, &str)>>) {
    match &mut node.value {
        Value::Float(value) => {
            while exact.next_if(|(at, _)| *at < node.at).is_some() {}
            if let Some((_, text)) = exact.next_if(|(at, _)| *at == node.at) {
                match text.parse() {
                    Ok(integer) => node.value = Value::Integer(integer),
                    Err(_) => *value = text.parse().unwrap_or(*value),
                }
            }
        }
        Value::Sequence(elements) => elements.iter_mut().for_each(|element| restore(element, exact)),
        Value::Mapping(mapping) => mapping.values_mut().for_each(|value| restore(value, exact)),
        Value::Null | Value::Bool(_) | Value::Integer(_) | Value::String(_) => {}
    }
}

fn read_yaml(text: &str, file: FileId, root: Origin, reader: &mut Reader<'_>) -> Result<Node, Failure> {
    let error = match reader.read(root, serde_yaml::Deserializer::from_str(text)) {
        Ok(node) => return Ok(node),
        Err(error) => error,
    };
    let message = error.to_string();
    // serde_yaml has a bound of its own on aliases, and tells its errors apart by their text only.
    if message == "repetition limit exceeded" {
        reader.exhausted = Some(Limit::Aliases);
    }
    if message.starts_with("deserializing from YAML containing more than one document") {
        return Err((Place::Text { file, span: token::second_document(text) }, Problem::SeveralDocuments));
    }
    let start = match error.location() {
        Some(place) if place.index() > 0 => place.index(),
        _ => offset_in(&message).unwrap_or(0),
    };
    let span = token::character(text, start);
    let problem = if reader.in_key && message.contains("invalid type: ") {
        Problem::UnsupportedKey { found: if message.contains("invalid type: sequence") { "a list" } else { "a mapping" } }
    } else {
        let hint = hint(&message, &text[span.clone()]);
        Problem::Syntax { format: Format::Yaml.name(), message: without_place(&message), hint }
    };
    Err((Place::Text { file, span }, problem))
}

/// What to do about an error of libyaml's at a character.
fn hint(message: &str, character: &str) -> Option<&'static str> {
    match character {
        "\t" => Some("indent with spaces; YAML does not allow tabs"),
        "@" | "`" | "%" if message.starts_with("found character that cannot start") => {
            Some("put a text that begins with this into quotes")
        }
        _ if message.contains("while scanning an alias") || message.contains("while scanning an anchor") => {
            Some("put a text that begins with `*` or `&` into quotes")
        }
        _ if message.starts_with("mapping values are not allowed") => {
            Some("put a text with `: ` in it into quotes, and begin each key of a mapping in the same column")
        }
        _ if message.starts_with("did not find expected key") || message.starts_with("could not find expected ':'") => {
            Some("begin each key of a mapping in the same column, and write a colon and a space after it")
        }
        _ => None,
    }
}

/// The offset in a message such as "control characters are not allowed at position 17".
fn offset_in(message: &str) -> Option<usize> {
    message.split_once(" at position ")?.1.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

/// A library's message, without the place that is printed anyway.
fn without_place(message: &str) -> String {
    let Some(start) = [" at line ", " at position "].iter().filter_map(|words| message.find(words)).min() else {
        return message.to_owned();
    };
    let end = message[start..].find(',').map_or(message.len(), |length| start + length);
    format!("{}{}", &message[..start], &message[end..])
}
