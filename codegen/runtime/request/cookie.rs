//! The one header for all cookies of a request.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use super::error::RequestError;

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
