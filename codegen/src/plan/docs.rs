//! `Docs`: the final lines of a doc comment.

use crate::document::ExternalDocs;
use crate::text::is_unprintable;

/// Lines of a doc comment, cleaned: no line can become a doctest, a link or HTML, and none holds a control character.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Docs(pub Vec<String>);

impl Docs {
    /// A sentence of our own, which may hold Markdown.
    pub fn sentence(text: impl Into<String>) -> Self {
        Self(vec![text.into()])
    }

    /// Text of the description: data, so that everything in it is shown as it was written.
    pub fn text(text: &str) -> Self {
        let mut list = List::default();
        let mut lines: Vec<String> = text.lines().map(|line| list.indent(clean(line))).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
        lines.drain(..first);
        lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
        Self(lines)
    }

    /// Where else something is documented.
    pub fn external(docs: Option<&ExternalDocs>) -> Self {
        let Some(ExternalDocs { url, description }) = docs else { return Self::default() };
        let words = description.as_deref().map(Self::text).unwrap_or_default().0.join(" ");
        let words = words.trim_end_matches([':', '.', ' ']);
        let words = if words.is_empty() { "Further documentation" } else { words };
        Self::sentence(format!("{words}: {}", code(url)))
    }

    /// These lines, an empty one, and those.
    pub fn then(mut self, more: Self) -> Self {
        if !self.0.is_empty() && !more.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(more.0);
        self
    }

    /// These lines, or those if there are none.
    pub fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self.0.is_empty() { other() } else { self }
    }
}

/// Follows the items of lists: their further lines must be indented as far as their texts, or clippy warns.
#[derive(Default)]
struct List {
    /// How wide the marker of the item is that the line before belongs to.
    marker: usize,
    in_paragraph: bool,
}

impl List {
    fn indent(&mut self, line: String) -> String {
        let marker = self.marker_of(&line);
        self.in_paragraph = !line.is_empty();
        if line.is_empty() || marker > 0 {
            self.marker = marker;
            return line;
        }
        format!("{}{line}", " ".repeat(self.marker))
    }

    /// The width of the marker that a line begins with.
    fn marker_of(&self, line: &str) -> usize {
        if ["- ", "* ", "+ "].iter().any(|marker| line.starts_with(marker)) {
            return 2;
        }
        let number = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(0);
        let is_marker = (1..10).contains(&number) && [". ", ") "].iter().any(|end| line[number..].starts_with(end));
        // Any other number within a paragraph is text that happens to stand at the start of a line.
        let begins_item = !self.in_paragraph || self.marker > 2 || &line[..number] == "1";
        if is_marker && begins_item { number + 2 } else { 0 }
    }
}

/// The property that an item is made from.
pub(super) fn of_property(name: &str) -> Docs {
    Docs::sentence(format!("Property: {}.", code(name)))
}

/// How much of a text in backticks is shown, in characters: what is longer is none to be read.
const LONGEST: usize = 1_000;

/// A text in backticks, whatever it holds.
pub fn code(text: &str) -> String {
    if text.is_empty() {
        return "`\"\"`".to_owned();
    }
    let shown = text.chars().take(LONGEST);
    let rest = text.chars().nth(LONGEST).map(|_| '…');
    let fit = |character: char| if character != '\t' && is_unprintable(character) { '\u{fffd}' } else { character };
    let text: String = shown.map(fit).chain(rest).collect();
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// One line without what Markdown, rustdoc or rustc would take for something else.
fn clean(line: &str) -> String {
    let line = line.trim();
    let mut cleaned = String::with_capacity(line.len());
    let backticks = line.matches('`').count().is_multiple_of(2) && !line.contains("``");
    let mut in_code = false;
    if line.starts_with(['#', '>', '=', '~', '|']) {
        cleaned.push('\\');
    }
    if line.starts_with(['+', '-', '*']) && !line[1..].starts_with(' ') {
        cleaned.push('\\');
    }
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if let Some(address) = address(rest).filter(|_| !in_code) {
            cleaned.push_str(&code(address));
            rest = &rest[address.len()..];
            continue;
        }
        rest = &rest[character.len_utf8()..];
        match character {
            '`' if backticks => {
                in_code = !in_code;
                cleaned.push('`');
            }
            '`' => cleaned.push_str("\\`"),
            '\t' => cleaned.push(' '),
            _ if is_unprintable(character) => cleaned.push_str(&format!("U+{:04X}", u32::from(character))),
            '<' | '>' | '[' | ']' | '&' | '\\' if !in_code => {
                // The sign of a quotation, at the line's start, is escaped already.
                if !(cleaned == "\\" && character == '>') {
                    cleaned.push('\\');
                }
                cleaned.push(character);
            }
            _ => cleaned.push(character),
        }
    }
    cleaned
}

/// The address that a text begins with, which is shown as code: rustdoc wants any other to be a link.
fn address(text: &str) -> Option<&str> {
    if !(text.starts_with("http://") || text.starts_with("https://")) {
        return None;
    }
    let end = text.find(|character: char| !is_address(character)).unwrap_or(text.len());
    Some(text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '(', ')', '\'', '*', '_']))
}

/// Whether a character can stand in an address.
fn is_address(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        Docs::text(text).0.join("\n")
    }

    #[test]
    fn text_is_data() {
        assert_eq!(line("a [link](x) <b> & c\\d"), "a \\[link\\](x) \\<b\\> \\& c\\\\d");
        assert_eq!(line("# Title\n\n\n    let code = 1;\n"), "\\# Title\n\nlet code = 1;");
        assert_eq!(line("```\nfn main() {}\n```"), "\\`\\`\\`\nfn main() {}\n\\`\\`\\`");
        assert_eq!(line("> quoted"), "\\> quoted");
        assert_eq!(line("~~~rust"), "\\~~~rust");
        assert_eq!(line("a `Vec<T>` b"), "a `Vec<T>` b");
        assert_eq!(line("one ` only <x>"), "one \\` only \\<x\\>");
        assert_eq!(line("- item"), "- item");
    }

    #[test]
    fn items_of_lists_keep_their_lines() {
        assert_eq!(line("- a\nb\n    c\n\nd\n* e\nf"), "- a\n  b\n  c\n\nd\n* e\n  f");
        assert_eq!(line("1. a\nb\n10) c\nd"), "1. a\n   b\n10) c\n    d");
        assert_eq!(line("in the year\n2024. it was\nnever"), "in the year\n2024. it was\nnever");
    }

    #[test]
    fn no_character_that_rustc_refuses() {
        assert_eq!(line("a\rb\u{202e}c"), "aU+000DbU+202Ec");
        assert_eq!(code("a`b\u{202e}"), "``a`b\u{fffd}``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(""), "`\"\"`");
    }

    #[test]
    fn addresses_are_code() {
        assert_eq!(line("see https://example.com/a_b."), "see `https://example.com/a_b`.");
        assert_eq!(line("`a` [b](http://c.d/?e) `http://f.g`"), "`a` \\[b\\](`http://c.d/?e`) `http://f.g`");
    }
}
