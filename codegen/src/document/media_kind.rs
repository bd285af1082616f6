//! `MediaKind`: what a media type says of the bytes.

/// What a media type says of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// `application/json`, `application/...+json`.
    Json,
    /// `application/x-ndjson`, `application/jsonl`: a JSON value in each line.
    JsonLines,
    /// `text/event-stream`.
    EventStream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` and its kin.
    Multipart,
    /// `application/xml`, `application/...+xml`: text, as far as Rust is concerned.
    Xml,
    /// `application/yaml`, `application/...+yaml`.
    Yaml,
    /// `text/...`.
    Text,
    /// `*/*`, `application/*`: the schema says what it is.
    Any,
    /// Everything else.
    Binary,
}

impl MediaKind {
    /// The kind of a media type.
    pub fn of(media_type: &str) -> Self {
        let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match essence.as_str() {
            "application/json" | "text/json" | "application/x-json" => Self::Json,
            "*/*" | "application/*" | "*" => Self::Any,
            "text/event-stream" => Self::EventStream,
            "application/x-ndjson"
            | "application/ndjson"
            | "application/jsonl"
            | "application/x-jsonlines"
            | "application/json-lines"
            | "application/json-seq"
            | "application/jsonlines" => Self::JsonLines,
            "application/x-www-form-urlencoded" => Self::Form,
            "application/xml" | "text/xml" => Self::Xml,
            "application/yaml" | "application/x-yaml" | "text/yaml" | "text/x-yaml" | "text/vnd.yaml" => Self::Yaml,
            "application/javascript" | "application/graphql" => Self::Text,
            other if other.ends_with("+json") => Self::Json,
            other if other.ends_with("+json-seq") => Self::JsonLines,
            other if other.ends_with("+xml") => Self::Xml,
            other if other.ends_with("+yaml") => Self::Yaml,
            other if other.starts_with("multipart/") => Self::Multipart,
            other if other.starts_with("text/") => Self::Text,
            _ => Self::Binary,
        }
    }
}
