//! `byte`: bytes, which JSON holds as text in Base64.

use std::fmt;
use std::ops::Deref;

use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{Engine, alphabet};
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

/// What servers send instead of padded Base64 in its own alphabet.
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);

/// Reads Base64. Text without padding, in the URL-safe alphabet or with line breaks is read with a deviation.
impl Decode for Base64 {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.string()?;
        match STANDARD.decode(&*text) {
            Ok(bytes) => Ok(bytes.into()),
            Err(_) => json.deviating("Base64", lenient(&text).map(Self::from)),
        }
    }
}

fn lenient(text: &str) -> Option<Vec<u8>> {
    let text: String = text.chars().filter(|character| !character.is_ascii_whitespace()).collect();
    let alphabet = if text.contains(['-', '_']) { alphabet::URL_SAFE } else { alphabet::STANDARD };
    GeneralPurpose::new(&alphabet, LENIENT).decode(text).ok()
}

impl Encode for Base64 {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&STANDARD.encode(&self.0));
    }
}
