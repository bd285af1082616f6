//! `HeaderPlace`: where a header that is set by hand holds the credential of a scheme.

use http::HeaderMap;
use http::header::COOKIE;

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
