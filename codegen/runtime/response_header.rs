//! `Header`: a header that responses have, and how its text is read.

use std::fmt;
use std::marker::PhantomData;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue};

use super::list_items::list_items;
use super::retry;
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
    Lines,
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

    /// A header of texts, one for each of its lines.
    pub const fn lines(name: &'static str) -> Self {
        Self::new(name, Form::Lines)
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
        let lines = lines(headers, self.name)?;
        if lines.is_empty() {
            return Ok(None);
        }
        let value = from_json(json(self.form, &lines).as_bytes()).or_else(|error| match retry_after(self.name, headers) {
            Some(text) => from_json(text.as_bytes()),
            None => Err(error),
        });
        value.map(Some).map_err(|error| error.in_property(self.name))
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

/// The lines of a header.
fn lines<'h>(headers: &'h HeaderMap, name: &'static str) -> Result<Vec<&'h str>, DecodeError> {
    let text = |value: &'h HeaderValue| match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => Ok(text.trim()),
        Err(_) => Err(DecodeError::new("the header is not text").in_property(name)),
    };
    headers.get_all(name).iter().map(text).collect()
}

/// What `Retry-After` has in its other form, as JSON: the time for a number of seconds, and the seconds until a time.
fn retry_after(name: &str, headers: &HeaderMap) -> Option<String> {
    let header = headers.get(RETRY_AFTER).filter(|_| RETRY_AFTER == name)?;
    let delay = retry::retry_after(headers, SystemTime::now)?;
    if retry::date_header(header).is_some() {
        return Some(delay.as_secs().to_string());
    }
    let now = headers.get(DATE).and_then(retry::date_header).unwrap_or_else(SystemTime::now);
    let time = now.checked_add(delay).filter(|time| *time < UNIX_EPOCH + BEFORE_YEAR_10_000)?;
    Some(quoted(&httpdate::fmt_http_date(time)))
}

/// How long HTTP has a form for dates, from 1970 on.
const BEFORE_YEAR_10_000: Duration = Duration::from_secs(253_402_300_800);

/// A header's lines as JSON. Several of them are a list, as HTTP has it.
fn json(form: Form, lines: &[&str]) -> String {
    let text = lines.join(", ");
    let text = text.as_str();
    let items = || list_items(text);
    match form {
        Form::Lines => array(lines.iter().copied().map(quoted)),
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

/// A number or boolean unchanged; other text as a JSON string, of which no number or boolean is read.
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
