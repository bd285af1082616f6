//! `set_secret_header`: a header that shows nowhere.

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::runtime::CredentialError;

/// Sets a header that `Debug` does not show. No message says what was wrong with the value, for it is secret.
pub(super) fn set_secret_header(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<(), CredentialError> {
    let value = HeaderValue::from_str(value);
    let mut value = value.map_err(|_| CredentialError::new("a credential holds a character that no header can hold"))?;
    value.set_sensitive(true);
    headers.insert(name, value);
    Ok(())
}
