//! The model `JobStatus`.

use crate::runtime;

/// State of a job.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

impl std::str::FromStr for JobStatus {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}

impl std::fmt::Display for JobStatus {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl runtime::Decode for JobStatus {
    fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
        Ok(Self::from(&*json.string()?))
    }
}

impl runtime::Encode for JobStatus {
    fn encode(&self, json: &mut runtime::JsonWriter) {
        json.string(self.as_str());
    }
}

impl serde::Serialize for JobStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::serialize(self, serializer)
    }
}

impl<'de> serde::Deserialize<'de> for JobStatus {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::deserialize(deserializer)
    }
}
