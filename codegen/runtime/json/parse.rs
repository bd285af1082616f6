//! The parser: one pass over the text, without recursion, at most 128 levels deep.

use super::number;
use super::repeated::{Property, Table};
use super::string;
use super::syntax_error::SyntaxError;
use super::tape::{KeyKind, Kind, LONG, Tape, Text, Token};
use super::tolerance::Tolerance;

const MAX_DEPTH: usize = 128;

/// Why the text is not JSON; the parser's position says where.
type Problem = &'static str;

pub(super) fn parse(bytes: &[u8]) -> Result<Tape<'_>, SyntaxError> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| SyntaxError::new("the text is not UTF-8", bytes, error.valid_up_to()))?;
    // Offsets are kept in 32 bits; there are never more tokens than bytes.
    if u32::try_from(text.len()).is_err() {
        return Err(SyntaxError::new("the text is longer than 4 GiB", bytes, 0));
    }
    let mut parser = Parser::new(text);
    match parser.document() {
        Ok(()) => Ok(parser.tape),
        Err(problem) => Err(SyntaxError::new(problem, bytes, parser.at)),
    }
}

struct Parser<'t> {
    bytes: &'t [u8],
    at: usize,
    /// What has been read so far.
    tape: Tape<'t>,
    /// The arrays and objects around the position, outermost first.
    open: Vec<Container>,
    /// The properties of all open objects.
    properties: Vec<Property>,
    repeated: Table,
}

struct Container {
    token: u32,
    length: u32,
    is_object: bool,
    /// Where in [`Parser::properties`] this object's own begin.
    first_property: usize,
}

/// A token without a key and a value yet.
const BLANK: Token = Token { key_start: 0, key_length: 0, key_kind: KeyKind::Missing, kind: Kind::Null, start: 0, end: 0 };

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        let tokens = Vec::with_capacity(text.len() / 24 + 8);
        Self {
            bytes: text.as_bytes(),
            at: if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 },
            tape: Tape { text, unescaped: String::new(), tokens, long_keys: Vec::new(), tolerance: Tolerance::default() },
            open: Vec::new(),
            properties: Vec::new(),
            repeated: Table::default(),
        }
    }

    fn document(&mut self) -> Result<(), Problem> {
        let mut is_property = false;
        'values: loop {
            let token = if is_property { self.key()? } else { BLANK };
            match self.skip_space() {
                Some(b'{') => {
                    self.open(token, true)?;
                    if self.skip_space() != Some(b'}') {
                        is_property = true;
                        continue;
                    }
                    self.close();
                }
                Some(b'[') => {
                    self.open(token, false)?;
                    if self.skip_space() != Some(b']') {
                        is_property = false;
                        continue;
                    }
                    self.close();
                }
                next => self.scalar(next, token)?,
            }
            // Closes all that ends here.
            loop {
                let next = self.skip_space();
                let Some(container) = self.open.last_mut() else { break 'values };
                container.length += 1;
                is_property = container.is_object;
                match (next, is_property) {
                    (Some(b','), _) => break,
                    (Some(b'}'), true) | (Some(b']'), false) => self.close(),
                    (Some(_), true) => return Err("expected `,` or `}`"),
                    (Some(_), false) => return Err("expected `,` or `]`"),
                    (None, true) => return Err("the text ends inside an object"),
                    (None, false) => return Err("the text ends inside an array"),
                }
            }
            self.at += 1;
        }
        if self.at < self.bytes.len() { Err("expected the end of the text") } else { Ok(()) }
    }

    /// Reads a value that is no array and no object. The token bears its key.
    #[inline]
    fn scalar(&mut self, next: Option<u8>, mut token: Token) -> Result<(), Problem> {
        match next {
            Some(b'"') => {
                let text = self.string()?;
                token.kind = if text.is_unescaped { Kind::Unescaped } else { Kind::Plain };
                (token.start, token.end) = (text.start, text.end);
            }
            Some(b'-' | b'0'..=b'9') => {
                token.kind = Kind::Number;
                token.start = self.at as u32;
                self.number()?;
                token.end = self.at as u32;
            }
            Some(b't') => token.kind = self.word("true", Kind::True)?,
            Some(b'f') => token.kind = self.word("false", Kind::False)?,
            Some(b'n') => token.kind = self.word("null", Kind::Null)?,
            Some(_) => return Err("expected a value"),
            None => return Err("the text ends where a value is expected"),
        }
        self.push(token);
        Ok(())
    }

    fn open(&mut self, token: Token, is_object: bool) -> Result<(), Problem> {
        if self.open.len() == MAX_DEPTH {
            return Err("more than 128 levels of arrays and objects");
        }
        self.at += 1;
        if self.open.is_empty() {
            // Enough for most documents; a number or text alone needs neither.
            self.open.reserve(8);
            self.properties.reserve(32);
        }
        let index = self.tape.tokens.len() as u32;
        self.open.push(Container { token: index, length: 0, is_object, first_property: self.properties.len() });
        self.push(token); // completed when the container closes
        Ok(())
    }

    fn close(&mut self) {
        self.at += 1;
        let container = self.open.pop().expect("only called inside a container");
        let (kind, start) = if container.is_object {
            let properties = &self.properties[container.first_property..];
            let key_bits = self.repeated.supersede(properties, &mut self.tape);
            self.properties.truncate(container.first_property);
            (Kind::Object, key_bits)
        } else {
            (Kind::Array, container.length)
        };
        let end = self.tape.tokens.len() as u32;
        let token = &mut self.tape.tokens[container.token as usize];
        (token.kind, token.start, token.end) = (kind, start, end);
    }

    /// A key and the colon behind it.
    #[inline]
    fn key(&mut self) -> Result<Token, Problem> {
        match self.skip_space() {
            Some(b'"') => {}
            Some(_) => return Err("expected a key in quotes"),
            None => return Err("the text ends inside an object"),
        }
        let text = self.string()?;
        let source = if text.is_unescaped { self.tape.unescaped.as_bytes() } else { self.bytes };
        let key = &source[text.start as usize..text.end as usize];
        self.properties.push(Property::new(self.tape.tokens.len() as u32, key));
        if self.skip_space() != Some(b':') {
            return Err("expected `:` after a key");
        }
        self.at += 1;
        let key_kind = if text.is_unescaped { KeyKind::Unescaped } else { KeyKind::Plain };
        Ok(match u16::try_from(text.end - text.start) {
            Ok(key_length) if key_length < LONG => Token { key_start: text.start, key_length, key_kind, ..BLANK },
            _ => {
                self.tape.long_keys.push(text);
                let index = self.tape.long_keys.len() - 1;
                Token { key_start: index as u32, key_length: LONG, key_kind: KeyKind::Long, ..BLANK }
            }
        })
    }

    /// The string at the position, which is at its opening quote.
    #[inline(always)]
    fn string(&mut self) -> Result<Text, Problem> {
        let start = self.at + 1;
        self.at = start + string::plain_length(&self.bytes[start..]);
        if self.peek() == Some(b'"') {
            let text = Text { start: start as u32, end: self.at as u32, is_unescaped: false };
            self.at += 1;
            return Ok(text);
        }
        self.escaped_string(start)
    }

    /// The string that starts there, and is plain up to the position.
    #[cold]
    fn escaped_string(&mut self, start: usize) -> Result<Text, Problem> {
        let unescaped_start = self.tape.unescaped.len() as u32;
        self.tape.unescaped.push_str(&self.tape.text[start..self.at]);
        string::unescape(self.tape.text, &mut self.at, &mut self.tape.unescaped)?;
        Ok(Text { start: unescaped_start, end: self.tape.unescaped.len() as u32, is_unescaped: true })
    }

    #[inline]
    fn number(&mut self) -> Result<(), Problem> {
        let (length, is_number) = number::scan(&self.bytes[self.at..]);
        self.at += length;
        if is_number { Ok(()) } else { Err("expected a digit") }
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Kind, Problem> {
        if !self.bytes[self.at..].starts_with(word.as_bytes()) {
            return Err("expected a value");
        }
        self.at += word.len();
        Ok(kind)
    }

    #[inline]
    fn push(&mut self, token: Token) {
        if self.tape.tokens.len() == self.tape.tokens.capacity() {
            self.make_room();
        }
        self.tape.tokens.push(token);
    }

    /// Makes room for as many tokens as the rest of the text has if it is like the text so far, and some more.
    #[cold]
    fn make_room(&mut self) {
        let tokens = &mut self.tape.tokens;
        let rest = self.bytes.len().saturating_sub(self.at);
        let expected = (tokens.len() as u64 * rest as u64 / self.at.max(1) as u64) as usize;
        tokens.reserve_exact((expected + tokens.len() / 16).min(rest) + 8);
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes to the next byte that is no space.
    #[inline]
    fn skip_space(&mut self) -> Option<u8> {
        match self.peek() {
            Some(next) if next > b' ' => Some(next),
            _ => self.skip_spaces(),
        }
    }

    #[inline(never)]
    fn skip_spaces(&mut self) -> Option<u8> {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                next => return next,
            }
        }
    }
}
