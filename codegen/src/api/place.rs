//! `Place`: what a thing is called after that is written in a place of its own, where references lead to it.

use crate::node::Origin;
use crate::source::{FileId, Sources};

/// A name that follows from nothing but where a thing is written, whoever refers to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `pet` of `schemas/pet.yaml`, `Pet` of `#/components/schemas/Pet`, or `Pet tag` of `#/components/schemas/Pet/properties/tag`.
    pub name: String,
    /// What tells it from others of that name: the file or folder that it is in.
    pub around: Option<String>,
    /// Whether it is a part of something that has the name.
    pub is_part: bool,
}

/// Folders that say nothing of what is in them.
const GENERIC: [&str; 14] = [
    "attributes",
    "common",
    "components",
    "definitions",
    "headers",
    "models",
    "parameters",
    "requestBodies",
    "request_bodies",
    "responses",
    "schema",
    "schemas",
    "shared",
    "types",
];

impl Place {
    /// The place of what is written at an origin; none for what stands in an operation.
    pub fn of(at: Origin, sources: &Sources) -> Option<Self> {
        let pointer = sources.pointer(at);
        let tokens: Vec<&str> = pointer.tokens().iter().map(String::as_str).collect();
        let path = sources.path_from_first(sources.file(at));
        let mut around: Vec<&str> = path.split('/').filter(|part| !part.starts_with('.')).collect();
        let file = around.pop().unwrap_or_default();
        let mut stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        if stem == "index" {
            stem = around.pop().unwrap_or(stem);
        }
        let (name, is_part) = called(&tokens, stem)?;
        if !name.starts_with(stem) {
            around.push(stem);
        }
        let is_first = sources.file(at) == FileId(0);
        let around = around.into_iter().rfind(|word| !is_first && !GENERIC.contains(word)).map(str::to_owned);
        Some(Self { name, around, is_part })
    }
}

/// The name at the end of a pointer, and whether it is made from that of something around it.
fn called(tokens: &[&str], stem: &str) -> Option<(String, bool)> {
    let part =
        |rest: &[&str], words: &str| called(rest, stem).map(|(name, _)| (format!("{name} {words}").trim_end().to_owned(), true));
    match tokens {
        [] => Some((stem.to_owned(), false)),
        ["paths" | "webhooks", ..] => None,
        [rest @ .., "properties" | "patternProperties" | "dependentSchemas", name] => part(rest, name),
        [rest @ .., "allOf", _] => part(rest, ""),
        [rest @ .., "oneOf" | "anyOf", index] => {
            let index: usize = index.parse().ok()?;
            part(rest, &format!("variant {}", index + 1))
        }
        [rest @ .., "prefixItems", _] | [rest @ .., "items"] => part(rest, "item"),
        [rest @ .., "additionalProperties" | "unevaluatedProperties"] => part(rest, "value"),
        [rest @ .., "schema" | "itemSchema"] if !rest.is_empty() => part(rest, ""),
        [rest @ .., "content", _] => part(rest, ""),
        [rest @ .., "parameters" | "responses" | "headers", name] if !is_list(rest) => part(rest, name),
        [.., name] => Some(((*name).to_owned(), false)),
    }
}

/// Whether these are the steps to where a document, or a file of such lists, keeps its named things.
fn is_list(tokens: &[&str]) -> bool {
    matches!(tokens, [] | ["components"])
}
