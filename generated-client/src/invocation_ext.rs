//! What an invocation comes to: written by hand, beside the generated code, which it survives.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::models::Invocation;
use crate::runtime::JsonObject;

/// Why an [`Invocation`] gives no value.
#[derive(Debug)]
#[non_exhaustive]
pub enum InvocationError {
    /// The function failed: its `code` is not zero.
    Failed {
        /// The `code` of the invocation.
        code: f64,
        /// The `error` of the invocation; empty if it had none.
        error: JsonObject,
    },
    /// The function succeeded, but its `data` is not of the wanted type.
    Data(serde_json::Error),
}

impl Invocation {
    /// Whether the function succeeded.
    pub fn is_success(&self) -> bool {
        self.code == 0.0
    }

    /// What the function handed to its callback; missing data counts as `null`.
    ///
    /// # Errors
    ///
    /// [`InvocationError::Failed`] if the function failed, [`InvocationError::Data`] if its data is no `T`.
    pub fn into_result<T: DeserializeOwned>(self) -> Result<T, InvocationError> {
        if !self.is_success() {
            return Err(InvocationError::Failed { code: self.code, error: self.error.unwrap_or_default() });
        }
        serde_json::from_value(self.data.unwrap_or(Value::Null)).map_err(InvocationError::Data)
    }
}

impl fmt::Display for InvocationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { code, error } if error.is_empty() => write!(formatter, "the cloud function failed with code {code}"),
            Self::Failed { code, error } => write!(formatter, "the cloud function failed with code {code}: {}", shown(error)),
            Self::Data(_) => formatter.write_str("the cloud function's data is not of the wanted type"),
        }
    }
}

/// The message of a function's error, or else all of it.
fn shown(error: &JsonObject) -> String {
    match error.get("message").and_then(Value::as_str) {
        Some(message) => message.escape_debug().to_string(),
        None => json!(error).to_string(),
    }
}

impl std::error::Error for InvocationError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Failed { .. } => None,
            Self::Data(error) => Some(error),
        }
    }
}
