//! `Header`: a header that responses have, and how its text is read.

use std::fmt;
use std::marker::PhantomData;

use http::HeaderMap;

use super::{ApiError, Decode, DecodeError, Error, Response, Tape, Value, from_json};

/// A header that responses have. The constants of an operation's request are those that its description documents:
/// `response.header(ListRequest::LINK)`.
pub struct Header<T> {
    name: &'static str,
    form: Form,
    value: PhantomData<fn() -> T>,
}

/// How a header's text is read: OpenAPI's simple style, or JSON.
#[derive(Clone, Copy, Debug)]
enum Form {
    Text,
    Literal,
    Texts,
    Literals,
    Json,
    Object { explode: bool, literals: &'static [&'static str] },
}

impl<T> Header<T> {
    /// A header that is read as it stands.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, Form::Text)
    }

    /// A header that is a number or boolean.
    pub const fn literal(name: &'static str) -> Self {
        Self::new(name, Form::Literal)
    }

    /// A header of texts with commas between them.
    pub const fn texts(name: &'static str) -> Self {
        Self::new(name, Form::Texts)
    }

    /// A header of numbers or booleans with commas between them.
    pub const fn literals(name: &'static str) -> Self {
        Self::new(name, Form::Literals)
    }

    /// A header that holds JSON.
    pub const fn json(name: &'static str) -> Self {
        Self::new(name, Form::Json)
    }

    /// A header of names and values, `R,100,G,200`. The values of these names are numbers or booleans.
    pub const fn object(name: &'static str, literals: &'static [&'static str]) -> Self {
        Self::new(name, Form::Object { explode: false, literals })
    }

    /// The same, written `R=100,G=200`.
    pub const fn exploded_object(name: &'static str, literals: &'static [&'static str]) -> Self {
        Self::new(name, Form::Object { explode: true, literals })
    }

    const fn new(name: &'static str, form: Form) -> Self {
        Self { name, form, value: PhantomData }
    }

    /// The header's name.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: Decode> Header<T> {
    /// The header's value; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// If it is not what the description says.
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>, DecodeError> {
        let Some(text) = joined(headers, self.name)? else { return Ok(None) };
        from_json(json(self.form, &text).as_bytes()).map(Some).map_err(|error| error.in_property(self.name))
    }
}

impl<T> Response<T> {
    /// The value of a header; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// If it is not what the description says.
    pub fn header<H: Decode>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        header.read(self.headers())
    }
}

impl<E> ApiError<E> {
    /// The value of a header; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// If it is not what the description says.
    pub fn header<H: Decode>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        header.read(self.headers())
    }
}

impl<E> Error<E> {
    /// The value of a header of the response; `None` if it is not there, or there is no response.
    ///
    /// # Errors
    ///
    /// If it is not what the description says.
    pub fn header<H: Decode>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        self.headers().map_or(Ok(None), |headers| header.read(headers))
    }
}

/// The text of a header. One that is there several times is a list, as HTTP has it.
fn joined(headers: &HeaderMap, name: &'static str) -> Result<Option<String>, DecodeError> {
    let mut lines = Vec::new();
    for value in headers.get_all(name) {
        let text = std::str::from_utf8(value.as_bytes());
        lines.push(text.map_err(|_| DecodeError::new("the header is not text").in_property(name))?.trim());
    }
    Ok((!lines.is_empty()).then(|| lines.join(", ")))
}

/// A header's text as JSON.
fn json(form: Form, text: &str) -> String {
    let items = || text.split(',').map(str::trim).filter(|item| !item.is_empty());
    match form {
        Form::Text => quoted(text),
        Form::Json => text.to_owned(),
        Form::Literal => literal(text),
        Form::Texts => array(items().map(quoted)),
        Form::Literals => array(items().map(literal)),
        Form::Object { explode, literals } => {
            let property = |name: &str, text: &str| {
                let value = if literals.contains(&name) { literal(text) } else { quoted(text) };
                format!("{}:{value}", quoted(name))
            };
            let items: Vec<&str> = items().collect();
            let properties: Vec<String> = if explode {
                items.iter().filter_map(|item| item.split_once('=')).map(|(name, text)| property(name, text)).collect()
            } else {
                items.chunks_exact(2).map(|pair| property(pair[0], pair[1])).collect()
            };
            format!("{{{}}}", properties.join(","))
        }
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A number or boolean as it is; anything else as text, which decoding mostly refuses.
fn literal(text: &str) -> String {
    let is_literal = |tape: Tape<'_>| tape.root().is_number() || tape.root().is_boolean();
    if Tape::parse(text.as_bytes()).is_ok_and(is_literal) { text.to_owned() } else { quoted(text) }
}

fn array(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Header({})", self.name)
    }
}
