//! `Extension`: our extension object `x-clientsmith`, which says what OpenAPI cannot.

use std::time::Duration;

use super::former;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{Pagination, Variants};
use crate::diagnostic::Problem;
use crate::node::Node;

/// The key of the object.
pub const KEY: &str = "x-clientsmith";

/// The keys that have a meaning in an operation: all of them.
const OF_OPERATIONS: &[&str] = &["name", "timeout", "pagination", "variants"];

/// The keys that have a meaning wherever else a name is derived.
const OF_NAMED: &[&str] = &["name"];

/// What `x-clientsmith` says of the object that it is in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extension {
    /// `name`: replaces the derived name.
    pub name: Option<String>,
    /// `timeout`: how long one attempt may take.
    pub timeout: Option<Duration>,
    /// `pagination`: how further pages are asked for.
    pub pagination: Option<Pagination>,
    /// `variants`: one endpoint, several typed calls.
    pub variants: Option<Variants>,
}

impl Extension {
    /// Reads the extension of an operation.
    pub(super) fn of_operation(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Self {
        Self::read(object, OF_OPERATIONS, reading)
    }

    /// Reads the name that replaces the derived one of anything else.
    pub(super) fn name(object: &mut Object<'_>, reading: &mut Reading<'_>) -> Option<String> {
        Self::read(object, OF_NAMED, reading).name
    }

    /// Reads the extension of an object that gets no name in Rust, and reports every key in it.
    pub(super) fn of_nameless(object: &mut Object<'_>, reading: &mut Reading<'_>) {
        Self::read(object, &[], reading);
    }

    /// Reads the extension of an object, in which only some keys have a meaning.
    fn read(object: &mut Object<'_>, meaningful: &[&str], reading: &mut Reading<'_>) -> Self {
        former::report(object, meaningful, reading);
        let Some(node) = object.node(KEY) else { return Self::default() };
        let Some(mut own) = Object::open(node, reading) else { return Self::default() };
        let extension = Self {
            name: own.field("name", reading),
            timeout: own.node("timeout").and_then(|node| timeout(node, reading)),
            pagination: own.field("pagination", reading),
            variants: own.field("variants", reading),
        };
        for key in OF_OPERATIONS.iter().filter(|key| !meaningful.contains(key)) {
            if let Some(node) = own.node(key) {
                reading.diagnostics.report_key(node.at, Problem::MisplacedExtension { key });
            }
        }
        own.close_extension(reading);
        extension
    }
}

/// Reads a time such as `500ms`, `10s` or `5m`.
pub(super) fn timeout(node: &Node, reading: &mut Reading<'_>) -> Option<Duration> {
    let text = String::read(node, reading)?;
    let duration = duration(&text);
    if duration.is_none() {
        reading.report(node.at, Problem::InvalidTimeout { text });
    }
    duration
}

/// The time that a text names.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let unit = text.trim_start_matches(|character: char| character.is_ascii_digit());
    let milliseconds: u64 = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        _ => return None,
    };
    let count: u64 = text[..text.len() - unit.len()].parse().ok().filter(|count| *count > 0)?;
    milliseconds.checked_mul(count).map(Duration::from_millis)
}
