//! `to_json`: diagnostics for programs.

use serde_json::{Value, json};

use super::entry::{Entry, Located};
use crate::{
    diagnostic::{Diagnostic, Diagnostics, Place, shortened},
    source::{Location, Sources},
};

/// Renders the problems for programs, each as a JSON object on a line with all of its places.
pub fn to_json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let entries = Entry::all(diagnostics);
    let all: Vec<&Diagnostic> = entries.iter().flat_map(|entry| entry.first_places(usize::MAX)).collect();
    let mut places =
        all.iter().zip(Located::all(&all, sources)).map(|(diagnostic, located)| place(diagnostic, &located, sources));
    let mut text = String::new();
    for entry in &entries {
        let places: Vec<Value> = places.by_ref().take(entry.count()).collect();
        text.push_str(&format!("{}\n", object(entry, &places)));
    }
    text
}

/// An entry; where it was found first stands in the object itself, too.
fn object(entry: &Entry<'_>, places: &[Value]) -> Value {
    let Diagnostic { report, allowed, .. } = entry.first;
    let mut object = json!({
        "code": report.code,
        "severity": entry.first.severity().to_string(),
        "message": report.message,
        "help": report.help,
        "allowable": report.level.is_allowable(),
        "allowed": allowed,
        "count": entry.count(),
        "places": places,
    });
    for (key, value) in places.first().and_then(Value::as_object).into_iter().flatten() {
        object[key] = value.clone();
    }
    object
}

fn place(diagnostic: &Diagnostic, located: &Located, sources: &Sources) -> Value {
    let (mut file, line, column) = position(located.location.as_ref(), sources);
    if let Place::File(whole) = diagnostic.place {
        file = Some(sources.path(whole));
    }
    let pointer = match diagnostic.place {
        Place::Node { at, .. } => Some(shortened(sources.pointer(at).to_string())),
        _ => None,
    };
    let related = diagnostic.report.related.map(|related| {
        let (file, line, column) = position(located.related.as_ref(), sources);
        let pointer = shortened(sources.pointer(related.at).to_string());
        json!({"message": related.label, "file": file, "line": line, "column": column, "pointer": pointer})
    });
    json!({"file": file, "line": line, "column": column, "pointer": pointer, "related": related})
}

fn position<'s>(location: Option<&Location>, sources: &'s Sources) -> (Option<&'s str>, Option<usize>, Option<usize>) {
    match location {
        Some(location) => (Some(sources.path(location.file)), Some(location.line), Some(location.column)),
        None => (None, None, None),
    }
}
