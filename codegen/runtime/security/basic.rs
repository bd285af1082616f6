//! `Basic`: a user name and a password.
//!
//! Follows [RFC 7617](https://www.rfc-editor.org/rfc/rfc7617).

use std::future::ready;

use http::header::AUTHORIZATION;

use super::secret_header::set_secret_header;
use super::{Credential, TokenRequest};
use crate::runtime::{BoxFuture, CredentialError, Request};

/// A user name and a password.
pub struct Basic {
    user: String,
    password: String,
}

impl Basic {
    /// A user name and a password, which may be empty.
    pub fn new(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self { user: user.into(), password: password.into() }
    }

    /// The value of the header.
    pub(super) fn value(&self) -> String {
        format!("Basic {}", base64(format!("{}:{}", self.user, self.password).as_bytes()))
    }
}

impl Credential for Basic {
    fn problem(&self) -> Option<&'static str> {
        if self.user.contains(':') {
            return Some("has a user name with a colon");
        }
        let is_unfit = self.user.contains(char::is_control) || self.password.contains(char::is_control);
        is_unfit.then_some("holds a control character")
    }

    fn add<'a>(&'a self, request: &'a mut Request, _: TokenRequest<'a>) -> BoxFuture<'a, Result<(), CredentialError>> {
        Box::pin(ready(set_secret_header(request.headers_mut(), AUTHORIZATION, &self.value())))
    }
}

/// Bytes in the standard alphabet, with padding.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for index in 0..4 {
            let sextet = (bits >> (18 - 6 * index)) & 0x3f;
            text.push(if index <= group.len() { char::from(ALPHABET[sextet as usize]) } else { '=' });
        }
    }
    text
}
