//! `MultipartForm`: a body of several parts, some of which may be files.

use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use percent_encoding::percent_decode_str;

use super::body::ByteStream;
use super::json::to_request_json;
use super::request::written::written;
use super::request::{form, style};
use super::{Body, BoxError, Encode, QueryStyle, RequestBuilder, RequestError, Tape};

/// A body of several parts, some of which may be files.
#[derive(Clone, Debug, Default)]
pub struct MultipartForm {
    parts: Vec<(String, FilePart)>,
    /// The first value that could not be written.
    problem: Option<String>,
}

/// A file in a form, or another part whose content the caller provides, with its file name, media type and headers.
///
/// Bytes and text become a file without further ado; [`new`](Self::new) also takes a [`Body`] that is streamed.
#[derive(Clone, Debug)]
pub struct FilePart {
    pub(super) body: Body,
    file_name: Option<String>,
    content_type: Option<String>,
    headers: Vec<(String, String)>,
}

impl FilePart {
    /// A file of a name. Its media type is that of the body, or `application/octet-stream`, unless it is set.
    pub fn new(file_name: impl Into<String>, content: impl Into<Body>) -> Self {
        let body = content.into();
        let content_type = body.media_type().map(str::to_owned);
        Self { body, file_name: Some(file_name.into()), content_type, headers: Vec::new() }
    }

    /// A text part: it has no file name, and no media type unless one is set.
    pub fn text(content: impl Into<String>) -> Self {
        Self { body: content.into().into(), file_name: None, content_type: None, headers: Vec::new() }
    }

    /// Sets the media type.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Adds a header of the part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    fn value(text: String, content_type: Option<&str>) -> Self {
        Self { content_type: content_type.map(str::to_owned), ..Self::text(text) }
    }
}

impl<T: Into<Body>> From<T> for FilePart {
    fn from(content: T) -> Self {
        Self::new("file", content)
    }
}

impl MultipartForm {
    /// A form without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    pub fn file(&mut self, name: &str, file: impl Into<FilePart>) {
        self.parts.push((name.to_owned(), file.into()));
    }

    /// Adds files under one name: none, one or several.
    pub fn files(&mut self, name: &str, files: impl IntoIterator<Item = FilePart>) {
        files.into_iter().for_each(|file| self.file(name, file));
    }

    /// Adds a file that has this media type, unless it has another one.
    pub fn file_as(&mut self, name: &str, media_type: &str, file: impl Into<FilePart>) {
        let mut file = file.into();
        if file.file_name.is_some() {
            file.content_type.get_or_insert_with(|| media_type.to_owned());
        }
        self.file(name, file);
    }

    /// Adds such files under one name: none, one or several.
    pub fn files_as(&mut self, name: &str, media_type: &str, files: impl IntoIterator<Item = FilePart>) {
        files.into_iter().for_each(|file| self.file_as(name, media_type, file));
    }

    /// Adds a value: a text, number or boolean as text, an object as JSON, a list item by item, and nothing for null.
    pub fn value(&mut self, name: &str, value: &dyn Encode) {
        self.add(name, value, None, false);
    }

    /// Adds a value of a media type: as JSON if it is that, else as text.
    pub fn value_as(&mut self, name: &str, content_type: &str, value: &dyn Encode) {
        self.add(name, value, Some(content_type), content_type.contains("json"));
    }

    /// Adds a text with a media type, or each text of a list as a part. The text is sent unchanged, even if it is JSON.
    pub fn text_as(&mut self, name: &str, content_type: &str, text: &dyn Encode) {
        self.add(name, text, Some(content_type), false);
    }

    /// Adds a value in a style: a part for each pair that a query would have, in which nothing is percent-encoded.
    pub fn styled(&mut self, name: &str, style: QueryStyle, value: &dyn Encode) {
        match written(value, |written| Ok(style::query(style, name, &written))) {
            Ok(pairs) => self.parts.extend(pairs.iter().map(|pair| decoded(pair))),
            Err(problem) => _ = self.problem.get_or_insert(format!("{name}: {problem}")),
        }
    }

    fn add(&mut self, name: &str, value: &dyn Encode, content_type: Option<&str>, is_json: bool) {
        match parts_of(value, content_type, is_json) {
            Ok(parts) => self.parts.extend(parts.into_iter().map(|part| (name.to_owned(), part))),
            Err(problem) => _ = self.problem.get_or_insert(format!("{name}: {problem}")),
        }
    }
}

/// The name and the part that a pair of a query says.
fn decoded(pair: &str) -> (String, FilePart) {
    let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    (plain(name), FilePart::text(plain(value)))
}

fn parts_of(value: &dyn Encode, content_type: Option<&str>, is_json: bool) -> Result<Vec<FilePart>, String> {
    let bytes = to_request_json(value).map_err(|error| error.to_string())?;
    let tape = Tape::parse(&bytes).map_err(|error| error.to_string())?;
    let json = tape.root();
    let part = |json| match content_type {
        Some(_) if is_json => FilePart::value(form::json_text(json), content_type),
        Some(_) => FilePart::value(form::text(json), content_type),
        None if json.is_object() || json.is_array() => FilePart::value(form::json_text(json), Some("application/json")),
        None => FilePart::value(form::text(json), None),
    };
    if json.is_null() {
        return Ok(Vec::new());
    }
    match json.elements() {
        Ok(items) if !is_json => Ok(items.filter(|item| !item.is_null()).map(part).collect()),
        _ => Ok(vec![part(json)]),
    }
}

impl RequestBuilder<'_> {
    /// Sets a form of several parts as the body. One without parts sends no body.
    pub fn multipart(&mut self, media_type: &str, form: MultipartForm) {
        if let Some(problem) = form.problem {
            return self.fail(RequestError::body(problem));
        }
        if form.parts.is_empty() {
            return;
        }
        let boundary = boundary();
        let mut bodies = Vec::new();
        for (index, (name, part)) in form.parts.into_iter().enumerate() {
            let line_end = if index == 0 { "" } else { "\r\n" };
            match head(&name, &part) {
                Ok(head) => bodies.push(format!("{line_end}--{boundary}\r\n{head}\r\n").into()),
                Err(problem) => return self.fail(RequestError::body(format!("{name}: {problem}"))),
            }
            bodies.push(part.body);
        }
        bodies.push(format!("\r\n--{boundary}--\r\n").into());
        self.body(&format!("{media_type}; boundary={boundary}"), joined(bodies));
    }
}

/// These bodies one after the other.
fn joined(bodies: Vec<Body>) -> Body {
    if let Some(pieces) = bodies.iter().map(Body::as_bytes).collect::<Option<Vec<_>>>() {
        return pieces.concat().into();
    }
    let length = bodies.iter().map(Body::length).sum::<Option<u64>>();
    let joined = match bodies.iter().map(Body::try_clone).collect::<Option<Vec<_>>>() {
        Some(_) => Body::factory(move || Box::pin(Joined::of(bodies.clone()))),
        None => Body::once(Box::pin(Joined::of(bodies))),
    };
    match length {
        Some(length) => joined.with_length(length),
        None => joined,
    }
}

/// Bodies one after the other.
struct Joined {
    current: Option<ByteStream>,
    rest: std::vec::IntoIter<Body>,
}

impl Joined {
    fn of(bodies: Vec<Body>) -> Self {
        Self { current: None, rest: bodies.into_iter() }
    }
}

impl Stream for Joined {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(current) = &mut self.current
                && let Some(piece) = ready!(current.as_mut().poll_next(context))
            {
                return Poll::Ready(Some(piece));
            }
            match self.rest.next() {
                Some(body) => self.current = Some(body.into_stream()),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// The lines in front of a part's content.
fn head(name: &str, part: &FilePart) -> Result<String, &'static str> {
    let mut head = format!("Content-Disposition: form-data; name=\"{}\"", quoted(name));
    if let Some(file_name) = &part.file_name {
        write!(head, "; filename=\"{}\"", quoted(file_name)).unwrap_or_default();
    }
    head.push_str("\r\n");
    let default_type = part.file_name.as_ref().map(|_| "application/octet-stream");
    let content_type = part.content_type.as_deref().or(default_type).map(|content_type| ("Content-Type", content_type));
    let headers = part.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in content_type.into_iter().chain(headers) {
        if [name, value].iter().any(|text| text.chars().any(char::is_control)) {
            return Err("a header of the part holds a line break or another control character");
        }
        write!(head, "{name}: {value}\r\n").unwrap_or_default();
    }
    Ok(head)
}

/// A name between quotation marks, as the HTML standard writes it.
fn quoted(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that no part holds, but by a chance of one in 2^128.
fn boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", random(), random())
}
