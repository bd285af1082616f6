//! `byte`: bytes, which JSON holds as text in Base64.

use std::fmt;
use std::ops::Deref;

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// Bytes, which JSON holds as text in Base64.
///
/// They are the bytes themselves: reading and writing JSON takes care of Base64.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Base64(Bytes);

impl Base64 {
    /// The bytes.
    pub fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl Deref for Base64 {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Base64 {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Bytes> for Base64 {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

impl<const LENGTH: usize> From<&[u8; LENGTH]> for Base64 {
    fn from(bytes: &[u8; LENGTH]) -> Self {
        bytes.to_vec().into()
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Padded or not, and in either alphabet.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

/// Reads Base64 with or without padding, in the alphabet for addresses as well, and in lines.
impl Decode for Base64 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut text = json.string()?.into_owned();
        text.retain(|character| !character.is_ascii_whitespace());
        let alphabet = if text.contains(['-', '_']) { URL_SAFE } else { STANDARD };
        let bytes = GeneralPurpose::new(&alphabet, LENIENT).decode(text);
        bytes.map(Self::from).map_err(|_| DecodeError::expected("Base64", json))
    }
}

impl Encode for Base64 {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&GeneralPurpose::new(&STANDARD, LENIENT).encode(&self.0));
    }
}
