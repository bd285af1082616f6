//! Headers that are set by hand: `SetByHand` for one request, and `HeaderPlace`, where they hold the credential of a scheme.

use http::HeaderMap;
use http::header::COOKIE;

use crate::runtime::Request;

/// The headers that a caller set for one request: an extension of the request. A credential that is among them is not sent again.
#[derive(Clone)]
pub(in crate::runtime) struct SetByHand(pub(in crate::runtime) HeaderMap);

impl SetByHand {
    /// The headers that were set for a request.
    pub(super) fn of(request: &Request) -> Option<&HeaderMap> {
        request.extensions().get().map(|Self(headers)| headers)
    }
}

/// Where headers hold the credential of a scheme.
#[derive(Clone)]
pub(super) enum HeaderPlace {
    /// The whole value of this header.
    Whole(&'static str),
    /// The value of this cookie.
    Cookie(&'static str),
}

impl HeaderPlace {
    /// Whether the credential is there.
    pub(super) fn is_set(&self, headers: &HeaderMap) -> bool {
        match self {
            Self::Whole(header) => headers.contains_key(*header),
            Self::Cookie(cookie) => {
                let lines = headers.get_all(COOKIE).iter();
                let cookies = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b';'));
                let name =
                    |pair: &[u8]| pair.split(|byte| *byte == b'=').next().map(|name| name.trim_ascii() == cookie.as_bytes());
                cookies.map(name).any(|is_named| is_named == Some(true))
            }
        }
    }
}
