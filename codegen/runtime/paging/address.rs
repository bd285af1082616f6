//! The address of a page that another page names.

use http::Uri;

use crate::runtime::RequestError;
use crate::runtime::request::path::is_dots;

/// The address that a page names, seen from its own. It must be of the same origin, because the request bears credentials.
pub(super) fn resolve(page: &Uri, address: &str) -> Result<Uri, RequestError> {
    let address = address.split('#').next().unwrap_or_default();
    let authority = page.authority().map_or("", |authority| authority.as_str());
    let scheme = page.scheme_str().unwrap_or_default();
    let path = page.path();
    let text = if has_scheme(address) {
        address.to_owned()
    } else if address.starts_with("//") {
        format!("{scheme}:{address}")
    } else if address.starts_with('/') {
        format!("{scheme}://{authority}{address}")
    } else if address.is_empty() || address.starts_with('?') {
        format!("{scheme}://{authority}{path}{address}")
    } else {
        let folder = path.rfind('/').map_or("/", |end| &path[..=end]);
        format!("{scheme}://{authority}{folder}{address}")
    };
    let uri = Uri::try_from(text)
        .map_err(|_| RequestError::address("the page names something else than an address as the next page"))?;
    if origin(&uri) != origin(page) {
        return Err(RequestError::address("the page names a next page on another server, which is not asked for it"));
    }
    if uri.path().split('/').any(is_dots) {
        return Err(RequestError::address("the page names a next page with a path segment `.` or `..`"));
    }
    Ok(uri)
}

/// Whether an address begins with a scheme.
fn has_scheme(address: &str) -> bool {
    let end = address.find(|character: char| !(character.is_ascii_alphanumeric() || "+-.".contains(character)));
    end.is_some_and(|end| end > 0 && address[end..].starts_with(':'))
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
