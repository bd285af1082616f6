//! The address of a page that another page names.

use http::Uri;

use crate::runtime::RequestError;
use crate::runtime::request::path::is_dots;
use crate::runtime::request::relative;

/// The address that a page names, seen from its own. It must be of the same origin, because the request bears credentials.
pub(super) fn resolve(page: &Uri, address: &str) -> Result<Uri, RequestError> {
    let uri = relative::resolve(page, address)
        .ok_or_else(|| RequestError::address("the page names something else than an address as the next page"))?;
    if origin(&uri) != origin(page) {
        return Err(RequestError::address("the page names a next page on another server, which is not asked for it"));
    }
    if uri.path().split('/').any(is_dots) {
        return Err(RequestError::address("the page names a next page with a path segment `.` or `..`"));
    }
    Ok(uri)
}

/// Scheme, host and port, and whatever else stands before the path.
fn origin(uri: &Uri) -> (Option<String>, Option<String>) {
    let scheme = uri.scheme_str().map(str::to_ascii_lowercase);
    let default = match scheme.as_deref() {
        Some("https") => ":443",
        _ => ":80",
    };
    let authority = uri.authority().map(|authority| authority.as_str().to_ascii_lowercase());
    (scheme, authority.map(|authority| authority.strip_suffix(default).map(str::to_owned).unwrap_or(authority)))
}
