//! Cookies of a request.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use super::RequestBuilder;
use super::builder::written;
use super::error::RequestError;
use super::style::{self, QueryStyle};
use super::value::ParameterValue;
use crate::runtime::Encode;

impl RequestBuilder<'_> {
    /// Adds a cookie, in form style.
    pub fn cookie(&mut self, name: &str, value: &dyn Encode) {
        self.add_cookies(name, value, |name, value| Ok(vec![style::cookie(name, value)]));
    }

    /// Adds a cookie for each item of a value, or one in which commas separate them, not encoded.
    pub fn cookie_plain(&mut self, name: &str, explode: bool, value: &dyn Encode) {
        self.add_cookies(name, value, if explode { style::plain_cookies } else { style::plain_cookie });
    }

    /// Adds a cookie that holds a value as JSON.
    pub fn cookie_json(&mut self, name: &str, value: &dyn Encode) {
        match written(value, |written| style::query(QueryStyle::Json, name, &written)) {
            Ok(pairs) => self.cookies.extend(pairs),
            Err(problem) => self.fail(RequestError::cookie(name, problem)),
        }
    }

    fn add_cookies(
        &mut self,
        name: &str,
        value: &dyn Encode,
        write: fn(&str, &ParameterValue<'_>) -> Result<Vec<String>, &'static str>,
    ) {
        let written = written(value, |written| ParameterValue::of(written.json)?.map(|value| write(name, &value)).transpose());
        match written {
            Ok(pairs) => self.cookies.extend(pairs.unwrap_or_default()),
            Err(problem) => self.fail(RequestError::cookie(name, problem)),
        }
    }
}

/// Joins the operation's cookies with those that the client adds, since there is only one such header.
pub(super) fn add_cookies(headers: &mut HeaderMap, cookies: &[String]) -> Result<(), RequestError> {
    if cookies.is_empty() {
        return Ok(());
    }
    let mut joined = headers.get(COOKIE).map_or_else(Vec::new, |value| value.as_bytes().to_vec());
    for cookie in cookies {
        if !joined.is_empty() {
            joined.extend_from_slice(b"; ");
        }
        joined.extend_from_slice(cookie.as_bytes());
    }
    let mut value = HeaderValue::from_maybe_shared(bytes::Bytes::from(joined))
        .map_err(|_| RequestError::header("cookie", "the value holds a control character"))?;
    value.set_sensitive(true);
    headers.insert(COOKIE, value);
    Ok(())
}
