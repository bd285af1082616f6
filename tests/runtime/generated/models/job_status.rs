//! The model `JobStatus`.

use crate::runtime;

/// State of a job.
#[derive(Clone)]
#[non_exhaustive]
pub enum JobStatus {
    /// `waiting`
    Waiting,
    /// `fulfilled`
    Fulfilled,
    /// A value that the description does not list.
    Unknown(runtime::UnknownValue),
}

impl JobStatus {
    /// The value as it stands on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Waiting => "waiting",
            Self::Fulfilled => "fulfilled",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for JobStatus {
    fn from(text: &str) -> Self {
        match text {
            "waiting" => Self::Waiting,
            "fulfilled" => Self::Fulfilled,
            _ => Self::Unknown(runtime::UnknownValue::new(text)),
        }
    }
}

runtime::text_enum_traits!(JobStatus);
