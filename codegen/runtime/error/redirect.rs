//! The target of a redirect, as messages show it.

use http::Uri;
use http::header::LOCATION;

use super::text_excerpt;
use crate::runtime::request::relative::{origin, resolve};
use crate::runtime::{Endpoint, Received};

/// Where a redirect leads: scheme, host, port and path. A user name, a password, the query and the fragment are left out, and path
/// parameters of the request are shown by their names.
pub(super) fn redirect_target(endpoint: &Endpoint, address: &Uri, received: &Received) -> Option<String> {
    if !received.status().is_redirection() {
        return None;
    }
    let location = received.headers().get(LOCATION)?.to_str().ok()?;
    let target = resolve(address, location)?;
    let path = without_values(target.path(), address.path(), endpoint.path());
    Some(text_excerpt(format!("{}{path}", origin(&target)?).as_bytes()))
}

/// A path in which what the request filled in for parameters of its template is replaced.
fn without_values(path: &str, sent: &str, template: &str) -> String {
    let is_value = |(sent, part): &(&str, &str)| sent != part && !sent.is_empty();
    let values: Vec<_> = sent.rsplit('/').zip(template.trim_start_matches('/').rsplit('/')).filter(is_value).collect();
    let shown = |segment| match values.iter().find(|(sent, _)| *sent == segment) {
        Some((_, part)) if part.contains('{') => part,
        Some(_) => "...",
        None => segment,
    };
    path.split('/').map(shown).collect::<Vec<_>>().join("/")
}
