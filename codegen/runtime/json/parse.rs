//! The parser: one pass over the text, without recursion, at most 128 levels deep.

use std::collections::HashMap;

use super::number;
use super::string;
use super::syntax_error::SyntaxError;
use super::tape::{Extent, Span, Tape, Token};

const MAX_DEPTH: usize = 128;

/// Up to this many keys, comparing each with each is faster than a table.
const FEW_KEYS: usize = 16;

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
    /// The tokens of the keys of all open objects.
    keys: Vec<u32>,
}

struct Container {
    token: u32,
    length: u32,
    is_object: bool,
    /// Where in [`Parser::keys`] this object's own begin.
    first_key: usize,
}

/// What may come next.
enum Next {
    Value,
    ItemOrEnd,
    KeyOrEnd,
    Key,
    CommaOrEnd,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 },
            tape: Tape { text, unescaped: String::new(), tokens: Vec::with_capacity(text.len() / 16 + 1) },
            open: Vec::new(),
            keys: Vec::new(),
        }
    }

    fn document(&mut self) -> Result<(), Problem> {
        let mut next = Next::Value;
        loop {
            self.skip_space();
            next = match next {
                Next::Value => self.value()?,
                Next::ItemOrEnd if self.peek() == Some(b']') => self.close(),
                Next::ItemOrEnd => self.value()?,
                Next::KeyOrEnd if self.peek() == Some(b'}') => self.close(),
                Next::KeyOrEnd | Next::Key => self.key()?,
                Next::CommaOrEnd => match self.comma_or_end()? {
                    Some(next) => next,
                    None => break,
                },
            };
        }
        if self.at < self.bytes.len() { Err("expected the end of the text") } else { Ok(()) }
    }

    fn value(&mut self) -> Result<Next, Problem> {
        let token = match self.peek() {
            Some(b'{') => return self.open(true),
            Some(b'[') => return self.open(false),
            Some(b'"') => self.string()?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Token::True)?,
            Some(b'f') => self.word("false", Token::False)?,
            Some(b'n') => self.word("null", Token::Null)?,
            Some(_) => return Err("expected a value"),
            None => return Err("the text ends where a value is expected"),
        };
        self.tape.tokens.push(token);
        Ok(Next::CommaOrEnd)
    }

    fn open(&mut self, is_object: bool) -> Result<Next, Problem> {
        if self.open.len() == MAX_DEPTH {
            return Err("more than 128 levels of arrays and objects");
        }
        self.at += 1;
        let token = self.tape.tokens.len() as u32;
        self.open.push(Container { token, length: 0, is_object, first_key: self.keys.len() });
        self.tape.tokens.push(Token::Null); // replaced when the container closes
        Ok(if is_object { Next::KeyOrEnd } else { Next::ItemOrEnd })
    }

    fn key(&mut self) -> Result<Next, Problem> {
        match self.peek() {
            Some(b'"') => {}
            Some(_) => return Err("expected a key in quotes"),
            None => return Err("the text ends inside an object"),
        }
        let token = self.string()?;
        self.keys.push(self.tape.tokens.len() as u32);
        self.tape.tokens.push(token);
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err("expected `:` after a key");
        }
        self.at += 1;
        Ok(Next::Value)
    }

    /// After a value: counts it, and finds what its container goes on with. `None` is the end of the document.
    fn comma_or_end(&mut self) -> Result<Option<Next>, Problem> {
        let next = self.peek();
        let Some(container) = self.open.last_mut() else { return Ok(None) };
        container.length += 1;
        match (next, container.is_object) {
            (Some(b','), is_object) => {
                self.at += 1;
                Ok(Some(if is_object { Next::Key } else { Next::Value }))
            }
            (Some(b'}'), true) | (Some(b']'), false) => Ok(Some(self.close())),
            (Some(_), true) => Err("expected `,` or `}`"),
            (Some(_), false) => Err("expected `,` or `]`"),
            (None, true) => Err("the text ends inside an object"),
            (None, false) => Err("the text ends inside an array"),
        }
    }

    fn close(&mut self) -> Next {
        self.at += 1;
        let container = self.open.pop().expect("only called inside a container");
        let extent = Extent { length: container.length, end: self.tape.tokens.len() as u32 };
        self.tape.tokens[container.token as usize] = if container.is_object {
            self.supersede_repeated_keys(container.first_key);
            self.keys.truncate(container.first_key);
            Token::Object(extent)
        } else {
            Token::Array(extent)
        };
        Next::CommaOrEnd
    }

    /// Of keys that an object repeats, the last wins, as in most readers of JSON.
    fn supersede_repeated_keys(&mut self, first_key: usize) {
        let keys = &self.keys[first_key..];
        if keys.len() <= FEW_KEYS {
            for (index, &key) in keys.iter().enumerate() {
                for &earlier in &keys[..index] {
                    if self.tape.is_same_string(earlier, key) {
                        self.tape.tokens[earlier as usize] = Token::Superseded;
                    }
                }
            }
        } else {
            let mut latest = HashMap::with_capacity(keys.len());
            let text = |key: u32| self.tape.string(self.tape.token(key));
            let superseded: Vec<u32> = keys.iter().filter_map(|&key| latest.insert(text(key), key)).collect();
            for key in superseded {
                self.tape.tokens[key as usize] = Token::Superseded;
            }
        }
    }

    /// The string at the position, which is at its opening quote.
    fn string(&mut self) -> Result<Token, Problem> {
        let start = self.at + 1;
        self.at = start + string::plain_length(&self.bytes[start..]);
        if self.peek() == Some(b'"') {
            let span = Span { start: start as u32, end: self.at as u32 };
            self.at += 1;
            return Ok(Token::Plain(span));
        }
        let unescaped_start = self.tape.unescaped.len() as u32;
        self.tape.unescaped.push_str(&self.tape.text[start..self.at]);
        string::unescape(self.tape.text, &mut self.at, &mut self.tape.unescaped)?;
        Ok(Token::Unescaped(Span { start: unescaped_start, end: self.tape.unescaped.len() as u32 }))
    }

    fn number(&mut self) -> Result<Token, Problem> {
        let start = self.at as u32;
        let (length, is_number) = number::scan(&self.bytes[self.at..]);
        self.at += length;
        if is_number { Ok(Token::Number(Span { start, end: self.at as u32 })) } else { Err("expected a digit") }
    }

    fn word(&mut self, word: &str, token: Token) -> Result<Token, Problem> {
        if !self.bytes[self.at..].starts_with(word.as_bytes()) {
            return Err("expected a value");
        }
        self.at += word.len();
        Ok(token)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }
}
