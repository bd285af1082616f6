//! Addresses that servers give, seen from the address of the request.

use http::Uri;

/// Resolves an address from a response against the address of the request (RFC 3986, section 5.2), and drops its fragment.
/// Dot segments are kept. Returns `None` if the result is not a valid address.
pub(in crate::runtime) fn resolve(base: &Uri, address: &str) -> Option<Uri> {
    let address = address.split('#').next().unwrap_or_default();
    let authority = base.authority().map_or("", |authority| authority.as_str());
    let scheme = base.scheme_str().unwrap_or_default();
    let path = base.path();
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
    Uri::try_from(text).ok()
}

/// Whether an address begins with a scheme.
fn has_scheme(address: &str) -> bool {
    let end = address.find(|character: char| !(character.is_ascii_alphanumeric() || "+-.".contains(character)));
    end.is_some_and(|end| end > 0 && address[end..].starts_with(':'))
}

/// Scheme, host and port of an address, as far as it has them; a user name or password is left out.
pub(in crate::runtime) fn origin(uri: &Uri) -> Option<String> {
    let authority = uri.authority()?.as_str();
    let host = authority.rsplit('@').next().unwrap_or_default();
    Some(format!("{}://{host}", uri.scheme_str()?))
}
