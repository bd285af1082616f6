//! `EventAlternative`: events of a stream, and their data as the schemas of their envelopes describe it.

use super::all_of::merged;
use super::lowering::Lowering;
use super::schema::SchemaId;
use crate::diagnostic::Problem;
use crate::document::{MediaKind, Schema, SchemaType};
use crate::node::Origin;

/// The fields of an event, as the [HTML standard](https://html.spec.whatwg.org/multipage/server-sent-events.html) names them.
const FIELDS: [&str; 4] = ["event", "data", "id", "retry"];

/// The name of an event without one, in that standard.
const UNNAMED: &str = "message";

/// How many levels of nested alternatives are searched.
const DEPTH: usize = 4;

/// An event that its name distinguishes from others of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventAlternative {
    /// Where it was written.
    pub at: Origin,
    /// The value of `event`.
    pub name: String,
    /// The schema of its data; `None` for text without a schema.
    pub data: Option<SchemaId>,
}

/// What a stream's events hold.
#[derive(Default)]
pub(super) struct Events {
    /// The schema of the data of every event; `None` for text without a schema.
    pub(super) data: Option<SchemaId>,
    /// The events, where their names distinguish several.
    pub(super) alternatives: Vec<EventAlternative>,
}

/// An event before its data is lowered.
struct Envelope {
    at: Origin,
    names: Vec<String>,
    data: Option<Schema>,
}

/// What the events of a stream hold. `itemSchema` describes an event with its fields (3.2), but is often the schema of the data
/// itself, as `schema` is by custom.
pub(super) fn lower(schema: Option<Schema>, item_schema: Option<Schema>, lowering: &mut Lowering<'_>) -> Events {
    let is_of_item = item_schema.is_some();
    let item = item_schema.or_else(|| schema.map(|schema| schema.items.clone().map_or(schema, |items| *items)));
    let Some(item) = item else { return Events::default() };
    let whole = merged(item.clone(), lowering);
    let mut envelopes = Vec::new();
    if !whole.one_of.is_empty() || !whole.any_of.is_empty() {
        if collect(&whole, DEPTH, &mut envelopes, lowering).is_some() && envelopes.len() > 1 {
            return Events { data: None, alternatives: alternatives(envelopes, lowering) };
        }
    } else if is_event(&whole) || (is_of_item && whole.properties.contains_key("data")) {
        let data = whole.properties.get("data").map(|data| of_data(data.clone(), lowering));
        return Events { data, alternatives: Vec::new() };
    }
    Events { data: Some(lowering.lower(item)), alternatives: Vec::new() }
}

/// Collects the events among alternatives; `None` if one of them is not an event.
fn collect(schema: &Schema, depth: usize, found: &mut Vec<Envelope>, lowering: &mut Lowering<'_>) -> Option<()> {
    let depth = depth.checked_sub(1)?;
    for member in schema.one_of.iter().chain(&schema.any_of) {
        let mut member = merged(member.clone(), lowering);
        for (name, property) in &schema.properties {
            member.properties.entry(name.clone()).or_insert_with(|| property.clone());
        }
        if !member.one_of.is_empty() || !member.any_of.is_empty() {
            collect(&member, depth, found, lowering)?;
            continue;
        }
        if !is_event(&member) {
            return None;
        }
        let event = member.properties.get("event").map(|event| merged(event.clone(), lowering));
        let names = event.map_or_else(|| vec![UNNAMED.to_owned()], |event| names(&event));
        if names.is_empty() {
            return None;
        }
        found.push(Envelope { at: member.at, names, data: member.properties.shift_remove("data") });
    }
    Some(())
}

/// Lowers the data of each event. Where two schemas describe the data of one event, it is text.
fn alternatives(envelopes: Vec<Envelope>, lowering: &mut Lowering<'_>) -> Vec<EventAlternative> {
    let mut alternatives: Vec<EventAlternative> = Vec::new();
    for Envelope { at, names, data } in envelopes {
        let data = data.map(|data| of_data(data, lowering));
        for name in names {
            match alternatives.iter_mut().find(|known| known.name == name) {
                Some(known) if known.data == data => {}
                Some(known) => {
                    let (what, instead) = ("a second kind of data for one event", "its data is text");
                    lowering.resolver.report(at, Problem::Unsupported { what, instead });
                    known.data = None;
                }
                None => alternatives.push(EventAlternative { at, name, data }),
            }
        }
    }
    alternatives
}

/// Whether a schema describes an event with its fields.
fn is_event(schema: &Schema) -> bool {
    let has = |name: &str| schema.properties.contains_key(name);
    schema.properties.keys().all(|name| FIELDS.contains(&name.as_str())) && (has("data") || has("event"))
}

/// The values that `event` may have, if they are listed.
fn names(event: &Schema) -> Vec<String> {
    let listed = event.constant.iter().chain(event.values.iter().flatten());
    let mut names: Vec<String> = Vec::new();
    for name in listed.filter_map(|name| name.as_str()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The schema of the field `data`, or of the JSON in its text.
fn of_data(data: Schema, lowering: &mut Lowering<'_>) -> SchemaId {
    let whole = merged(data.clone(), lowering);
    let media_type = whole.constraints.get("contentMediaType").and_then(|media_type| media_type.as_str());
    let is_json = media_type.is_some_and(|media_type| MediaKind::of(media_type) == MediaKind::Json);
    let is_text = whole.types.iter().all(|kind| matches!(kind, SchemaType::String | SchemaType::Null));
    let content = whole.content_schema.filter(|_| is_json && is_text);
    lowering.lower(content.map_or(data, |content| *content))
}
