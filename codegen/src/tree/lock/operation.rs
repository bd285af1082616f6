//! `OperationKey` and `OperationRecord`: how a call is named and in which order it takes its arguments.

use std::fmt;

use crate::text::{escape, is_separator, unescape};

/// What the network sees of a call, which stays the same when names change: `POST /cloud-function/{name}/job/ invoke`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OperationKey {
    /// `/cloud-function/{name}/job/`, as the description writes it.
    pub path: String,
    /// `POST`.
    pub method: String,
    /// The variant, for an operation that is called in several ways.
    pub variant: Option<String>,
}

/// How the call is written in Rust: `cloud_functions.invoke(name, data)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationRecord {
    /// The group's module; none when the client itself has the method.
    pub group: Option<String>,
    /// The method.
    pub method: String,
    /// The arguments in their order.
    pub arguments: Vec<String>,
}

impl fmt::Display for OperationKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", escape(&self.method, is_separator), escape(&self.path, is_separator))?;
        match &self.variant {
            Some(variant) => write!(formatter, " {}", escape(variant, is_name_end)),
            None => Ok(()),
        }
    }
}

impl fmt::Display for OperationRecord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(group) = &self.group {
            write!(formatter, "{}.", escape(group, is_name_end))?;
        }
        let arguments: Vec<_> = self.arguments.iter().map(|argument| escape(argument, is_name_end)).collect();
        write!(formatter, "{}({})", escape(&self.method, is_name_end), arguments.join(", "))
    }
}

impl OperationKey {
    /// Reads `POST /cloud-function/{name}/job/ invoke`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ').map(unescape);
        let (method, path) = (words.next()??, words.next()??);
        let variant = words.next();
        match (variant, words.next()) {
            (None, _) => Some(Self { path, method, variant: None }),
            (Some(variant), None) => Some(Self { path, method, variant: Some(variant?) }),
            _ => None,
        }
    }
}

impl OperationRecord {
    /// Reads `cloud_functions.invoke(name, data)`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (function, arguments) = text.strip_suffix(')')?.split_once('(')?;
        let (group, method) = match function.split_once('.') {
            Some((group, method)) => (Some(unescape(group)?), method),
            None => (None, function),
        };
        Some(Self { group, method: unescape(method)?, arguments: names(arguments)? })
    }
}

/// Reads `name, data`.
pub(super) fn names(text: &str) -> Option<Vec<String>> {
    if text.is_empty() { Some(Vec::new()) } else { text.split(", ").map(unescape).collect() }
}

/// What would end a name inside a call.
pub(super) fn is_name_end(character: char) -> bool {
    is_separator(character) || matches!(character, '.' | ',' | '(' | ')' | '=')
}
