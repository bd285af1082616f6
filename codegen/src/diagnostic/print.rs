//! Printing: diagnostics as people read them in a terminal, and as programs do.

use std::{cmp::Reverse, ops::Range};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin as Header, Renderer, Snippet};
use serde_json::json;

use super::{Diagnostic, Diagnostics, Place, Severity, shortened};
use crate::source::{Location, Sources};

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text only.
    Plain,
    /// With the escape sequences of terminals.
    Coloured,
}

/// How many diagnostics are printed; the rest is counted.
const PRINTED: usize = 100;

/// How much of a line is looked at on either side of a place, in characters. The renderer shows less.
const AROUND: usize = 200;

/// How much of a message is shown, in characters.
const MESSAGE: usize = 500;

/// Renders the problems for people, in the given order; if there are too many, the worst.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut shown: Vec<(usize, &Diagnostic)> = diagnostics.iter().enumerate().collect();
    shown.sort_by_key(|(_, diagnostic)| Reverse(diagnostic.severity()));
    shown.truncate(PRINTED);
    shown.sort_by_key(|(index, _)| *index);
    let shown: Vec<_> = shown.into_iter().map(|(_, diagnostic)| diagnostic).collect();
    let mut text = String::new();
    for (diagnostic, located) in shown.iter().zip(locate(&shown, sources)) {
        text.push_str(&render_one(diagnostic, &located, sources, &renderer));
        text.push_str("\n\n");
    }
    if diagnostics.len() > shown.len() {
        text.push_str(&format!("and {} more\n\n", diagnostics.len() - shown.len()));
    }
    text
}

/// Renders the problems for programs, each as a JSON object on a line of its own.
pub fn to_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let all: Vec<_> = diagnostics.iter().collect();
    let mut text = String::new();
    for (diagnostic, located) in all.iter().zip(locate(&all, sources)) {
        let Diagnostic { place, problem, allowed } = diagnostic;
        let position = |location: &Option<Location>| match (location, place) {
            (Some(location), _) => (Some(sources.path(location.file)), Some(location.line), Some(location.column)),
            (None, Place::File(file)) => (Some(sources.path(*file)), None, None),
            (None, _) => (None, None, None),
        };
        let (file, line, column) = position(&located.location);
        let pointer = match place {
            Place::Node { at, .. } => Some(shortened(sources.pointer(*at).to_string())),
            _ => None,
        };
        let related = problem.related().map(|related| {
            let (file, line, column) = position(&located.related);
            let pointer = shortened(sources.pointer(related.at).to_string());
            json!({"message": related.label, "file": file, "line": line, "column": column, "pointer": pointer})
        });
        let object = json!({
            "code": problem.code(),
            "severity": diagnostic.severity().to_string(),
            "message": problem.to_string(),
            "help": problem.help(),
            "file": file,
            "line": line,
            "column": column,
            "pointer": pointer,
            "related": related,
            "allowable": problem.severity() == Severity::Error && problem.is_allowable(),
            "allowed": allowed,
        });
        text.push_str(&format!("{object}\n"));
    }
    text
}

/// Where a diagnostic is, and where the place is that explains it.
struct Located {
    location: Option<Location>,
    related: Option<Location>,
}

fn locate(diagnostics: &[&Diagnostic], sources: &Sources) -> Vec<Located> {
    let mut nodes = Vec::new();
    let mut texts = Vec::new();
    for diagnostic in diagnostics {
        match &diagnostic.place {
            Place::Node { at, part } => nodes.push((*at, *part)),
            Place::Text { file, span } => texts.push((*file, span.clone())),
            Place::File(_) | Place::Nowhere => {}
        }
        nodes.extend(diagnostic.problem.related().map(|related| (related.at, related.part)));
    }
    let mut nodes = sources.locate(&nodes).into_iter();
    let mut texts = sources.locate_spans(texts).into_iter();
    let located = diagnostics.iter().map(|diagnostic| Located {
        location: match diagnostic.place {
            Place::Node { .. } => nodes.next(),
            Place::Text { .. } => texts.next(),
            Place::File(_) | Place::Nowhere => None,
        },
        related: diagnostic.problem.related().and_then(|_| nodes.next()),
    });
    located.collect()
}

fn render_one(diagnostic: &Diagnostic, located: &Located, sources: &Sources, renderer: &Renderer) -> String {
    let Diagnostic { place, problem, allowed } = diagnostic;
    let level = match diagnostic.severity() {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut group = Group::with_title(level.primary_title(legible(&problem.to_string())).id(problem.code()));
    if let Place::File(file) = place {
        group = group.element(Header::path(sources.path(*file)));
    }
    let related = located.related.as_ref().zip(problem.related());
    let excerpts = [
        located.location.as_ref().map(|location| Excerpt::new(location, AnnotationKind::Primary, None, sources)),
        related.map(|(location, related)| Excerpt::new(location, AnnotationKind::Context, Some(related.label), sources)),
    ];
    for excerpt in excerpts.iter().flatten() {
        group = group.element(excerpt.snippet.clone());
    }
    if let Some(help) = problem.help() {
        group = group.element(Level::HELP.message(legible(&help)));
    }
    if let Some(reason) = allowed {
        group = group.element(Level::NOTE.message(legible(&format!("allowed by the settings: {reason}"))));
    }
    let text = renderer.render(&[group]);
    excerpts.iter().flatten().fold(text, |text, excerpt| text.replacen(&excerpt.shown_place, &excerpt.place, 1))
}

/// The line that a place is in, as far as it is shown.
struct Excerpt<'s> {
    snippet: Snippet<'s, Annotation<'s>>,
    /// The place that the renderer prints: it counts the columns of what is shown.
    shown_place: String,
    /// The place in the file.
    place: String,
}

impl<'s> Excerpt<'s> {
    fn new(location: &Location, kind: AnnotationKind, label: Option<&'static str>, sources: &'s Sources) -> Self {
        let path = sources.path(location.file);
        let (line, span) = line(sources.text(location.file), &location.span);
        let place = |column: usize| format!("{path}:{}:{column}", location.line);
        let (shown_place, place) = (place(line[..span.start].chars().count() + 1), place(location.column));
        let annotation = kind.span(span).label(label);
        let snippet = Snippet::source(line).path(path).line_start(location.line).annotation(annotation);
        Self { snippet, shown_place, place }
    }
}

/// The part of a line that is shown, and what to underline in it.
fn line(text: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let before = text[..span.start].rsplit('\n').next().unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(start, _)| start);
    let after = text[span.start..].split('\n').next().unwrap_or_default().trim_end_matches('\r');
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(end, _)| end);
    let marked = to.min(span.len());
    let mut line: String = before[from..].chars().map(visible).collect();
    let start = line.len();
    line.extend(after[..marked].chars().map(visible));
    let end = line.len();
    line.extend(after[marked..to].chars().map(visible));
    (line, start..end)
}

/// A message on one line, of bearable length, without characters that change what is seen around them.
fn legible(message: &str) -> String {
    let mut text = String::new();
    for (count, character) in message.chars().enumerate() {
        if count == MESSAGE {
            text.push('…');
            break;
        }
        if visible(character) == character && character != '\t' {
            text.push(character)
        } else {
            text.extend(character.escape_default())
        }
    }
    text
}

/// Whether a text can be shown as it is.
pub(super) fn is_legible(text: &str) -> bool {
    text.chars().all(|character| visible(character) == character)
}

/// A character, or a replacement for one that controls the terminal or the direction of writing.
fn visible(character: char) -> char {
    let hidden = match character {
        '\t' => false,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => true,
        _ => character.is_control(),
    };
    if hidden { char::REPLACEMENT_CHARACTER } else { character }
}
