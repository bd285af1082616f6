//! Tokens: how far in the text what starts at a place extends.

use std::ops::Range;

/// Where a value is, and the key before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    pub(super) key: Option<Range<usize>>,
    /// A scalar whole, at least on its first line; of a mapping or list the first token.
    pub(super) value: Range<usize>,
    /// Whether the value is a mapping or list.
    pub(super) collection: bool,
}

/// The character at an offset; nothing at the end of a line.
pub(super) fn character(text: &str, offset: usize) -> Range<usize> {
    let start = (0..=offset.min(text.len())).rev().find(|start| text.is_char_boundary(*start)).unwrap_or_default();
    let length = text[start..].chars().next().filter(|character| !matches!(character, '\n' | '\r')).map_or(0, char::len_utf8);
    start..start + length
}

/// Where a line starts; lines are counted from 1 and end in a line feed.
pub(super) fn line_start(text: &str, line: usize) -> usize {
    text.match_indices('\n').nth(line.wrapping_sub(2)).map_or(0, |(end, _)| end + 1)
}

/// The root value of a YAML text, or its first token.
pub(super) fn root(text: &str) -> Range<usize> {
    let mut lines = lines(text);
    let start = lines.find(|(_, line)| is_content(line)).map_or(0, |(start, line)| start + indentation(line));
    first_word(text, start)
}

/// What starts the second document of a YAML text that has several.
pub(super) fn second_document(text: &str) -> Range<usize> {
    let first = lines(text).skip_while(|(_, line)| !is_content(line));
    let second = first.skip(1).find(|(_, line)| is_marker(line));
    second.map_or(0..0, |(start, line)| start..start + line.trim_end().len())
}

/// The token of a YAML text that starts at an offset, after its anchor and tag.
///
/// `content` is what serde_yaml makes of it, if it is text.
pub(super) fn scalar(text: &str, start: usize, content: Option<&str>) -> Range<usize> {
    let start = skip_properties(text, start);
    let rest = &text[start..];
    let token = match (rest.chars().next(), content) {
        (Some(quote @ ('"' | '\'')), _) => quoted(rest, quote),
        (Some('|' | '>'), _) => before(line(rest), " #"),
        (Some('*'), _) | (_, None) => word(rest),
        (_, Some(content)) if rest.starts_with(content) => content,
        (_, Some(_)) => line(rest),
    };
    start..start + token.trim_end().len()
}

/// The first word at an offset: of a mapping or list, a bracket, a dash, an anchor or a key.
pub(super) fn first_word(text: &str, start: usize) -> Range<usize> {
    let rest = &text[start..];
    let token = match rest.chars().next() {
        Some('{' | '[') => &rest[..1],
        Some(quote @ ('"' | '\'')) => quoted(rest, quote),
        _ => {
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            word.strip_suffix(':').unwrap_or(word)
        }
    };
    start..start + token.len()
}

fn skip_properties(text: &str, start: usize) -> usize {
    let mut rest = &text[start..];
    while rest.starts_with(['&', '!']) {
        rest = rest.trim_start_matches(|character: char| !character.is_whitespace()).trim_start();
    }
    text.len() - rest.len()
}

/// What is in quotes, with them, as far as it is on one line.
fn quoted(text: &str, quote: char) -> &str {
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((start, character)) = rest.next() {
        let escape = if quote == '"' { '\\' } else { '\'' };
        match character {
            '\n' | '\r' => return &text[..start],
            _ if character == escape && rest.next_if(|(_, next)| quote == '"' || *next == quote).is_some() => {}
            _ if character == quote => return &text[..start + 1],
            _ => {}
        }
    }
    text
}

/// An alias or a scalar that is no text.
fn word(text: &str) -> &str {
    text.split(|character: char| character.is_whitespace() || matches!(character, ',' | ']' | '}')).next().unwrap_or_default()
}

fn line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or_default()
}

fn before<'t>(text: &'t str, end: &str) -> &'t str {
    text.split(end).next().unwrap_or_default()
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |next, line| {
        let start = *next;
        *next += line.len();
        Some((start, line))
    })
}

fn is_content(line: &str) -> bool {
    let content = line.strip_prefix("--- ").unwrap_or(line).trim_start();
    !content.is_empty() && !content.starts_with('#') && !line.starts_with('%') && !["---", "..."].contains(&line.trim_end())
}

fn is_marker(line: &str) -> bool {
    let rest = line.strip_prefix("---").or_else(|| line.strip_prefix("..."));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
