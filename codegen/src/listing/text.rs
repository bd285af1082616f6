//! `render`: diagnostics as people read them in a terminal.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin as Header, Renderer, Snippet};

use super::entry::{Entry, Located};
use crate::{
    diagnostic::{Diagnostic, Diagnostics, Place, Severity},
    source::{Location, Sources},
};

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text only.
    Plain,
    /// With the escape sequences of terminals.
    Coloured,
}

/// How many problems of a kind are shown; the others are counted.
const SHOWN: usize = 10;

/// How many places of a problem are shown; the others are counted.
const PLACES: usize = 3;

/// How much of a line is looked at on either side of a place, in characters. The renderer shows less.
const AROUND: usize = 200;

/// How much of a message is shown, in characters.
const MESSAGE: usize = 500;

/// Renders the problems for people, in the given order: of each severity and code the first ones, so that none hides another.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut entries = Entry::all(diagnostics);
    // How many entries of a kind are shown, and how many problems are in those that are not.
    let mut kinds: BTreeMap<_, (usize, usize)> = BTreeMap::new();
    entries.retain(|entry| {
        let (shown, hidden) = kinds.entry((Reverse(entry.first.severity()), entry.first.report.code)).or_default();
        let is_shown = *shown < SHOWN;
        *shown += usize::from(is_shown);
        *hidden += if is_shown { 0 } else { entry.count() };
        is_shown
    });
    let shown: Vec<&Diagnostic> = entries.iter().flat_map(|entry| entry.first_places(PLACES)).collect();
    let mut located = Located::all(&shown, sources).into_iter();
    let mut text = String::new();
    for entry in &entries {
        let located: Vec<Located> = located.by_ref().take(entry.count().min(PLACES)).collect();
        text.push_str(&render_one(entry, &located, sources, &renderer));
        text.push_str("\n\n");
    }
    for ((Reverse(severity), code), (_, hidden)) in kinds.into_iter().filter(|(_, (_, hidden))| *hidden > 0) {
        let title = level(severity).primary_title(format!("{hidden} more with this code")).id(code);
        text.push_str(&renderer.render(&[Group::with_title(title)]));
        text.push_str("\n\n");
    }
    text
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

/// Renders an entry, of which the first places are known.
fn render_one(entry: &Entry<'_>, located: &[Located], sources: &Sources, renderer: &Renderer) -> String {
    let Diagnostic { place, report, allowed } = entry.first;
    let title = level(entry.first.severity()).primary_title(legible(&report.message)).id(report.code);
    let mut group = Group::with_title(title);
    if let Place::File(file) = place {
        group = group.element(Header::path(sources.path(*file)));
    }
    let first = located.first();
    let related = first.and_then(|first| first.related.as_ref()).zip(report.related);
    let excerpts = [
        first.and_then(|first| first.location.as_ref()).map(|at| Excerpt::new(at, AnnotationKind::Primary, None, sources)),
        related.map(|(location, related)| Excerpt::new(location, AnnotationKind::Context, Some(related.label), sources)),
    ];
    for excerpt in excerpts.iter().flatten() {
        group = group.element(excerpt.snippet.clone());
    }
    if let Some(also) = other_places(entry, located, sources) {
        group = group.element(Level::NOTE.message(legible(&also)));
    }
    if let Some(help) = &report.help {
        group = group.element(Level::HELP.message(legible(help)));
    }
    if let Some(reason) = allowed {
        group = group.element(Level::NOTE.message(legible(&format!("allowed by the settings: {reason}"))));
    }
    let text = renderer.render(&[group]);
    excerpts.iter().flatten().fold(text, |text, excerpt| text.replacen(&excerpt.shown_place, &excerpt.place, 1))
}

/// Says where else a problem is, if it is anywhere else.
fn other_places(entry: &Entry<'_>, located: &[Located], sources: &Sources) -> Option<String> {
    let place = |(diagnostic, located): (&Diagnostic, &Located)| match (&located.location, &diagnostic.place) {
        (Some(Location { file, line, column, .. }), _) => Some(format!("{}:{line}:{column}", sources.path(*file))),
        (None, Place::File(file)) => Some(sources.path(*file).to_owned()),
        (None, _) => None,
    };
    let mut places: Vec<String> = entry.first_places(PLACES).zip(located).skip(1).filter_map(place).collect();
    match entry.others.len() - places.len() {
        0 => {}
        1 => places.push("1 more place".to_owned()),
        more => places.push(format!("{more} more places")),
    }
    let last = places.pop()?;
    Some(if places.is_empty() { format!("also at {last}") } else { format!("also at {} and {last}", places.join(", ")) })
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
