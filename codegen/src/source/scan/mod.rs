//! `Scan`: how deep a YAML text is nested and how much is in it, found out in one pass that keeps nothing.
//!
//! serde_yaml takes time in the square of open brackets, and memory for every word before it hands out the first. So the text is
//! first divided into tokens just as libyaml divides it, where only what the division depends on is kept: the brackets, the
//! indentation, and where a key may have begun. What libyaml refuses may be divided anyhow, for it reads no further.

mod cursor;
mod scalar;
mod tabs;

use self::tabs::NextContent;
pub(super) use self::tabs::Tabs;

/// What a text has too much of, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Excess {
    /// Brackets in brackets.
    Depth(usize),
    /// Words and marks.
    Tokens(usize),
    /// Directives, which libyaml compares with one another.
    Directives(usize),
}

/// How many directives a text may have; the specification knows two.
const DIRECTIVES: usize = 64;

/// What a text turns out to be.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// How many tokens it has.
    pub(super) tokens: usize,
    /// The tabs that only libyaml minds.
    pub(super) tabs: Tabs,
}

/// Counts the tokens of a text, and finds the tabs that only libyaml minds.
///
/// # Errors
///
/// Fails where there are more tokens than a bound, or more brackets are open.
pub(super) fn scan(text: &str, deepest: usize, most: usize) -> Result<Scanned, Excess> {
    let mut scan = Scan::of(text);
    let mut count = 0;
    while scan.next_token().is_some() {
        count += 1;
        if scan.open > deepest {
            return Err(Excess::Depth(scan.at - 1));
        }
        if scan.directives > DIRECTIVES {
            return Err(Excess::Directives(scan.at.saturating_sub(1)));
        }
        if count > most {
            return Err(Excess::Tokens(scan.at.saturating_sub(1)));
        }
    }
    Ok(Scanned { tokens: count, tabs: scan.tabs })
}

struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    line: usize,
    /// In characters.
    column: isize,
    /// How many brackets are open.
    open: usize,
    /// The column of the innermost block collection; -1 outside of all.
    indent: isize,
    /// Those of the collections around it.
    indents: Vec<isize>,
    /// What may turn out to be a key, outside of brackets: its line, column and place.
    key: Option<(usize, isize, usize)>,
    /// Whether a key may begin here.
    key_allowed: bool,
    directives: usize,
    tabs: Tabs,
    next_content: NextContent,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Scalar,
    Other,
}

impl<'t> Scan<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 0,
            column: 0,
            open: 0,
            indent: -1,
            indents: Vec::new(),
            key: None,
            key_allowed: true,
            directives: 0,
            tabs: Tabs::default(),
            next_content: NextContent::default(),
        }
    }

    /// Passes a token; none at the end of the text.
    fn next_token(&mut self) -> Option<Token> {
        self.pass_blanks();
        // A key ends on its line, and is not long.
        self.key = self.key.filter(|(line, _, start)| *line == self.line && self.at - start <= 4 * 1024);
        self.unroll(self.column);
        let first = self.peek(0)?;
        if self.column == 0 && first == b'%' {
            self.begin_document();
            self.directives += 1;
            self.pass_line();
        } else if self.is_document_mark() {
            self.begin_document();
            self.pass(3);
        } else {
            return Some(self.token(first));
        }
        Some(Token::Other)
    }

    fn token(&mut self, first: u8) -> Token {
        let is_before_blank = self.is_blank_or_end(1);
        match first {
            b'[' | b'{' => {
                self.save_key();
                self.open += 1;
                self.key_allowed = true;
                self.pass(1);
            }
            b']' | b'}' => {
                self.forget_key();
                self.open = self.open.saturating_sub(1);
                self.key_allowed = false;
                self.pass(1);
            }
            b',' => {
                self.forget_key();
                self.key_allowed = true;
                self.pass(1);
            }
            b'-' if is_before_blank => {
                self.roll(self.column);
                self.forget_key();
                self.key_allowed = true;
                self.pass(1);
            }
            b'?' if self.open > 0 || is_before_blank => {
                self.roll(self.column);
                self.forget_key();
                self.key_allowed = self.open == 0;
                self.pass(1);
            }
            b':' if self.open > 0 || is_before_blank => self.value(),
            b'*' | b'&' => {
                self.begin_scalar();
                self.pass(1);
                self.pass_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
            }
            b'!' => self.tag(),
            b'|' | b'>' if self.open == 0 => {
                self.block_scalar();
                return Token::Scalar;
            }
            b'\'' | b'"' => {
                self.quoted(first);
                return Token::Scalar;
            }
            _ => {
                self.plain();
                return Token::Scalar;
            }
        }
        Token::Other
    }

    /// The colon after a key.
    fn value(&mut self) {
        match self.key.take_if(|_| self.open == 0) {
            Some((_, column, _)) => {
                self.roll(column);
                self.key_allowed = false;
            }
            None => {
                // Within brackets it does not matter which key the colon belongs to.
                self.roll(self.column);
                self.key_allowed = self.open == 0;
            }
        }
        self.pass(1);
    }

    fn tag(&mut self) {
        self.begin_scalar();
        self.pass(1);
        if self.peek(0) == Some(b'<') {
            self.pass_while(|byte| byte != b'>' && !byte.is_ascii_whitespace());
            self.pass(1);
        } else {
            self.pass_while(|byte| byte.is_ascii_alphanumeric() || b";/?:@&=+$.!~*'()%_-".contains(&byte));
        }
    }

    fn begin_document(&mut self) {
        self.unroll(-1);
        self.forget_key();
        self.key_allowed = false;
    }

    fn begin_scalar(&mut self) {
        self.save_key();
        self.key_allowed = false;
    }

    fn save_key(&mut self) {
        if self.open == 0 && self.key_allowed {
            self.key = Some((self.line, self.column, self.at));
        }
    }

    fn forget_key(&mut self) {
        if self.open == 0 {
            self.key = None;
        }
    }

    /// Steps into a block collection, if its column is deeper than that of the one around it.
    fn roll(&mut self, column: isize) {
        if self.open == 0 && self.indent < column {
            self.indents.push(self.indent);
            self.indent = column;
        }
    }

    /// Steps out of the block collections that end before a column.
    fn unroll(&mut self, column: isize) {
        while self.open == 0 && self.indent > column {
            self.indent = self.indents.pop().unwrap_or(-1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The scalars that a scan finds, and how many brackets are open at most.
    fn scanned(text: &str) -> (usize, usize) {
        let mut scan = Scan::of(text);
        let (mut scalars, mut deepest) = (0, 0);
        while let Some(token) = scan.next_token() {
            scalars += usize::from(token == Token::Scalar);
            deepest = deepest.max(scan.open);
        }
        (scalars, deepest)
    }

    /// The scalars that serde_yaml finds, unless it refuses the text. Those that are not written do not count.
    fn read(text: &str) -> Option<usize> {
        fn count(value: &serde_yaml::Value) -> usize {
            match value {
                serde_yaml::Value::Null => 0,
                serde_yaml::Value::Sequence(items) => items.iter().map(count).sum(),
                serde_yaml::Value::Mapping(entries) => entries.iter().map(|(key, value)| count(key) + count(value)).sum(),
                serde_yaml::Value::Tagged(tagged) => count(&tagged.value),
                _ => 1,
            }
        }
        serde_yaml::from_str(text).ok().as_ref().map(count)
    }

    /// The text that libyaml is given.
    fn readable(text: &str) -> String {
        let scanned = super::scan(text, usize::MAX, usize::MAX).expect("nothing is too much");
        scanned.tabs.replaced(text).into_owned()
    }

    #[test]
    fn tabs_before_comments_and_on_empty_lines_are_replaced() {
        for (text, expected) in [
            ("a:\n\t# c\n  b: 1\n", "a:\n## c\n  b: 1\n"),
            ("a: b\n \t # c\n\t\nc: d\n", "a: b\n # # c\n#\nc: d\n"),
            ("a: b\n\t\n  c\n", "a: b\n \n  c\n"),
            ("-\t# c\n  a: 1", "- # c\n  a: 1"),
            ("a: b\t# c\t\n", "a: b # c\t\n"),
            ("a: |\n  b\n\t# c\nd: 1\n", "a: |\n  b\n## c\nd: 1\n"),
            ("a: |\n  b\n\t\n  c\n", "a: |\n  b\n \n  c\n"),
        ] {
            assert_eq!(readable(text), expected, "{text:?}");
            assert!(serde_yaml::from_str::<serde_yaml::Value>(expected).is_ok(), "{expected:?}");
        }
    }

    #[test]
    fn tabs_of_texts_and_before_content_are_kept() {
        for text in [
            "a: |\n  b\n  \t# c\n  \t\nd: 1\n",
            "a: |\n  b\n\t# c\n  d\n",
            "a: |\n\t# c\n  d\n",
            "a: \"b\n\t# c\n\t\n d\"\n",
            "a: 'b\n\t# c\n\t\n d'\n",
            "a:\n\tb: 1\n",
            "a:\tb\n-\tc\n",
            "# c\t\n#\t\n",
        ] {
            assert_eq!(readable(text), text);
        }
    }

    #[test]
    fn only_brackets_that_open_a_list_or_mapping_count() {
        for (text, deepest) in [
            ("a: [[{}], [\"[[[\", '[[['], [a[b, c]]", 3),
            ("a: b [[[ c\n  [[[ d\nb: [x]", 1),
            ("# [[[\na: 1 # [[[\n", 0),
            ("a: |\n  [[[\n\n  [[[\nb: >-\n [[[\nc: [1]", 1),
            ("a: |2\n   [[[\n  [[[\nb: [", 1),
            ("- |\n [[[\n- [[]]", 2),
            ("[\"]\",[\"]\",[\"]\"", 3),
            ("['it''s ]', [']'", 2),
            ("[a#b, c #]\n, [d", 2),
            ("? |\n  [[[\n: [[", 2),
            ("a: &x [*x, !t [!<[[[> b", 2),
            ("a: \"\\\"[[[\"\nb: [", 1),
        ] {
            assert_eq!(scanned(text).1, deepest, "{text}");
        }
    }

    #[test]
    fn a_text_is_divided_as_serde_yaml_divides_it() {
        const PARTS: [&str; 40] = [
            "[", "]", "{", "}", ",", ": ", ":", "- ", "? ", "\n", "\n", "\n ", "\n  ", "\n   ", "\n    ", " ", "\t", "#", " # c",
            "a", "b1", "é", "\"", "'", "''", "\\", "\\\"", "|", ">", "|2", ">-", "|+", "\n---\n", "-", "?", "a: ", "- a", "'x'",
            "\"y\"", "\u{85}",
        ];
        let mut state: u64 = 1;
        let mut compared = 0;
        for _ in 0..200_000 {
            let mut text = String::new();
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                usize::try_from(state >> 33).unwrap_or_default()
            };
            for _ in 0..2 + next() % 14 {
                text.push_str(PARTS[next() % PARTS.len()]);
            }
            if let Some(scalars) = read(&text) {
                compared += 1;
                assert_eq!(scanned(&text).0, scalars, "{text:?}");
                let value = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text).ok();
                assert_eq!(value(&readable(&text)), value(&text), "{text:?}");
            }
        }
        assert!(compared > 10_000, "{compared}");
    }
}
