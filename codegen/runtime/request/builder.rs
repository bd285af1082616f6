//! `RequestBuilder`: puts a request together from parameters and values.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Uri};

use super::cookie::add_cookies;
use super::error::RequestError;
use super::form;
use super::header::header;
use super::path::Path;
use super::style::{self, QueryStyle};
use super::written::written;
use crate::runtime::{Body, Client, Encode, Endpoint, JsonWriter, ObjectWriter, Request};

/// Puts a request together from parameters and values.
///
/// Values that are null or `None` are left out. The first problem is kept, and [`build`](Self::build) returns it.
pub struct RequestBuilder<'c> {
    client: &'c Client,
    endpoint: Endpoint,
    server: Option<String>,
    pub(super) path: Path,
    query: Vec<String>,
    /// Those that the client adds to each request, and the operation's own, which go before them.
    headers: HeaderMap,
    pub(super) cookies: Vec<String>,
    body: Body,
    /// Whether a parameter says the media type of the body.
    pub(super) has_content_type: bool,
    error: Option<RequestError>,
}

impl<'c> RequestBuilder<'c> {
    /// A request to an endpoint of the client's server.
    pub fn new(client: &'c Client, endpoint: Endpoint) -> Self {
        Self {
            client,
            endpoint,
            server: None,
            path: Path::default(),
            query: Vec::new(),
            headers: client.settings.headers.clone(),
            cookies: Vec::new(),
            body: Body::empty(),
            has_content_type: false,
            error: None,
        }
    }

    /// Sends the request to another server than the client's or the operation's: an address, or a path on the client's host.
    pub fn server(&mut self, server: Option<&str>) {
        self.server = server.map(str::to_owned);
    }

    /// Appends a piece of the path as the description writes it.
    pub fn path(&mut self, text: &str) {
        self.path.push_text(text);
    }

    /// Adds a query parameter in exploded form style.
    pub fn query(&mut self, name: &str, value: &dyn Encode) {
        self.query_styled(name, QueryStyle::Form { explode: true }, value);
    }

    /// Adds a query parameter.
    pub fn query_styled(&mut self, name: &str, style: QueryStyle, value: &dyn Encode) {
        self.add_query(name, style, value, |pair| pair);
    }

    /// Adds a query parameter in which reserved characters stand as they are, but for those that have a meaning in a query.
    pub fn query_reserved(&mut self, name: &str, style: QueryStyle, value: &dyn Encode) {
        self.add_query(name, style, value, |pair| style::unreserved_pair(&pair));
    }

    fn add_query(&mut self, name: &str, style: QueryStyle, value: &dyn Encode, finish: fn(String) -> String) {
        match written(value, |value| Ok(style::query(style, name, &value))) {
            Ok(pairs) => self.query.extend(pairs.into_iter().map(finish)),
            Err(problem) => self.fail(RequestError::query_parameter(name, problem)),
        }
    }

    /// Sets the whole query: an object is written like a form, a text is sent unchanged, and any other value is written as JSON.
    pub fn query_string(&mut self, value: &dyn Encode) {
        let is_form = written(value, |written| Ok(written.json.is_object()));
        let pairs = is_form.and_then(|is_form| match is_form {
            true => form::pairs(value, &[], &[]),
            false => written(value, |written| Ok(style::whole(&written).into_iter().collect())),
        });
        match pairs {
            Ok(pairs) => self.query.extend(pairs),
            Err(problem) => self.fail(RequestError::address(problem)),
        }
    }

    /// Sets the whole query to a value as JSON.
    pub fn query_string_json(&mut self, value: &dyn Encode) {
        match written(value, |written| Ok((!written.json.is_null()).then(|| style::json(written.text)))) {
            Ok(text) => self.query.extend(text),
            Err(problem) => self.fail(RequestError::address(problem)),
        }
    }

    /// Sets a JSON body. An absent value sends none.
    pub fn json(&mut self, value: &dyn Encode) {
        self.json_as("application/json", value);
    }

    /// Sets a JSON body of another media type. An absent value sends none.
    pub fn json_as(&mut self, media_type: &str, value: &dyn Encode) {
        if !value.is_absent() {
            let mut json = JsonWriter::of_request();
            value.encode(&mut json);
            self.set_json(media_type, json);
        }
    }

    /// Sets a JSON object as the body, property by property.
    pub fn json_object(&mut self, write: impl FnOnce(&mut ObjectWriter<'_>)) {
        self.json_object_as("application/json", write);
    }

    /// Sets a JSON object of another media type as the body, property by property.
    pub fn json_object_as(&mut self, media_type: &str, write: impl FnOnce(&mut ObjectWriter<'_>)) {
        let mut json = JsonWriter::of_request();
        let mut object = json.object();
        write(&mut object);
        object.end();
        self.set_json(media_type, json);
    }

    /// Sets a form as the body: the properties of a value, each in its style. Without one, items are repeated, and objects are
    /// JSON. An absent value sends no body.
    pub fn form(&mut self, value: &dyn Encode, styles: &[(&str, QueryStyle)]) {
        self.form_reserved(value, styles, &[]);
    }

    /// The same, with properties in which reserved characters stand as they are, but for those that have a meaning in a form.
    pub fn form_reserved(&mut self, value: &dyn Encode, styles: &[(&str, QueryStyle)], reserved: &[&str]) {
        if value.is_absent() {
            return;
        }
        match form::pairs(value, styles, reserved) {
            Ok(pairs) => self.body("application/x-www-form-urlencoded", pairs.join("&")),
            Err(problem) => self.fail(RequestError::body(problem)),
        }
    }

    /// Sets a body that is not JSON. Its media type is that of a header parameter, or else the body's, or else this one.
    pub fn body(&mut self, media_type: &str, body: impl Into<Body>) {
        let body = body.into();
        if !self.has_content_type {
            self.set_header(CONTENT_TYPE.as_str(), body.media_type().unwrap_or(media_type));
        }
        self.body = body;
    }

    /// The request.
    ///
    /// # Errors
    ///
    /// The first value that could not be sent in its place.
    pub fn build(mut self) -> Result<Request, RequestError> {
        let error = self.error.take();
        let base_url = match self.client.settings.base_url_for(&self.endpoint, self.server.as_deref()) {
            Ok(base_url) => base_url,
            Err(problem) => return Err(error.unwrap_or(problem)),
        };
        let written = error.map_or_else(|| self.write(&base_url), Err);
        written.map_err(|error| match Uri::try_from(&*base_url) {
            Ok(address) => error.at(&address),
            Err(_) => error,
        })
    }

    fn write(self, base_url: &str) -> Result<Request, RequestError> {
        let path = self.path.finish()?;
        let query: usize = self.query.iter().map(|pair| 1 + pair.len()).sum();
        let mut address = String::with_capacity(base_url.len() + path.len() + query);
        address.push_str(base_url);
        address.push_str(&path);
        for (index, pair) in self.query.iter().enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            address.push_str(pair);
        }
        let uri = Uri::try_from(address).map_err(|error| RequestError::address(error.to_string()))?;

        let mut headers = self.headers;
        add_cookies(&mut headers, &self.cookies)?;

        let mut request = Request::new(self.body);
        *request.method_mut() = self.endpoint.method();
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    fn set_json(&mut self, media_type: &str, json: JsonWriter) {
        self.set_header(CONTENT_TYPE.as_str(), media_type);
        match json.finish() {
            Ok(bytes) => self.body = bytes.into(),
            Err(error) => self.fail(RequestError::body(error.to_string())),
        }
    }

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
        match header(name, value.as_bytes()) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(error) => self.fail(error),
        }
    }

    pub(in crate::runtime) fn fail(&mut self, error: RequestError) {
        self.error.get_or_insert(error);
    }
}
