//! `Target`: a description while overlays change it, with the view of it that paths select from.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value as Json;
use serde_json_path::JsonPath;

use crate::diagnostic::Problem;
use crate::node::{Node, Value};
use crate::pointer::Pointer;
use crate::source::{Copies, Sources};

/// How often a path may look at all that is below. With each time more, a place is found as many times more often as it lies deep.
const MOST_DESCENTS: usize = 2;

/// A description while overlays change it.
pub(super) struct Target {
    root: Node,
    /// The same as JSON, as far as anything has been selected from it.
    view: Option<Json>,
    sources: Arc<Sources>,
    copies: Copies,
}

impl Target {
    pub(super) fn new(root: Node, sources: Arc<Sources>) -> Self {
        let copies = Copies::of(&sources);
        Self { root, view: None, sources, copies }
    }

    /// The description as it has become, and the texts that its values are from.
    pub(super) fn into_parts(self) -> (Node, Arc<Sources>) {
        (self.root, self.sources)
    }

    /// A value to stand in one more place, where it may be changed by itself.
    ///
    /// # Errors
    ///
    /// Fails where more would be copied than may be.
    pub(super) fn copy(&mut self, node: &Node) -> Result<Node, Problem> {
        self.copies.take(node, 1)?;
        Ok(Arc::make_mut(&mut self.sources).copy(node))
    }

    /// The places that a path selects, each once.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a path that is none, or that would take too long.
    pub(super) fn select(&mut self, path: &str) -> Result<Vec<Pointer>, Problem> {
        let invalid = |why| Problem::InvalidOverlay { why: format!("`{path}` is no JSONPath: {why}") };
        let query = JsonPath::parse(path).map_err(|error| invalid(error.to_string()))?;
        if descents(path) > MOST_DESCENTS {
            let why = format!("`{path}` has `..` more than {MOST_DESCENTS} times, and so would find one place in very many ways");
            return Err(Problem::InvalidOverlay { why });
        }
        let view = self.view.get_or_insert_with(|| json(&self.root));
        let mut selected: Vec<Pointer> = Vec::new();
        let mut seen = BTreeSet::new();
        for node in query.query_located(view) {
            let pointer = Pointer::parse(&node.location().to_json_pointer());
            let pointer = pointer.expect("a normalized path is made of keys and positions");
            if seen.insert(pointer.clone()) {
                selected.push(pointer);
            }
        }
        Ok(selected)
    }

    /// The value at a place.
    pub(super) fn value(&self, pointer: &Pointer) -> Option<&Node> {
        self.root.lookup(pointer)
    }

    /// Changes the value at a place.
    ///
    /// # Errors
    ///
    /// Passes on why it cannot be.
    pub(super) fn change(
        &mut self,
        pointer: &Pointer,
        change: impl FnOnce(&mut Node) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        // An earlier change of the same action may have replaced what this place was in.
        let Some(node) = self.root.lookup_mut(pointer) else { return Ok(()) };
        change(node)?;
        let changed = json(node);
        if let Some(view) = self.view.as_mut().and_then(|view| view.pointer_mut(&pointer.to_string())) {
            *view = changed;
        }
        Ok(())
    }

    /// Removes the value at a place.
    ///
    /// # Errors
    ///
    /// Fails for the whole description.
    pub(super) fn remove(&mut self, pointer: &Pointer) -> Result<(), Problem> {
        let Some((parent, last)) = pointer.split_last() else {
            return Err(Problem::InvalidOverlay { why: "the whole description cannot be removed".to_owned() });
        };
        let index = || last.parse::<usize>().ok();
        match self.root.lookup_mut(&parent).map(|node| &mut node.value) {
            Some(Value::Mapping(entries)) => drop(entries.shift_remove(last)),
            Some(Value::Sequence(elements)) => remove_at(elements, index()),
            _ => {}
        }
        match self.view.as_mut().and_then(|view| view.pointer_mut(&parent.to_string())) {
            Some(Json::Object(entries)) => drop(entries.remove(last)),
            Some(Json::Array(elements)) => remove_at(elements, index()),
            _ => {}
        }
        Ok(())
    }
}

fn remove_at<T>(elements: &mut Vec<T>, index: Option<usize>) {
    if let Some(index) = index.filter(|index| *index < elements.len()) {
        elements.remove(index);
    }
}

/// A value as JSON. What is too large for a number of JSON's library is close to it.
fn json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::from(*value),
        Value::Integer(value) => i64::try_from(*value).map_or_else(|_| Json::from(*value as f64), Json::from),
        Value::Float(value) => Json::from(*value),
        Value::String(text) => Json::from(text.as_str()),
        Value::Sequence(elements) => elements.iter().map(json).collect(),
        Value::Mapping(entries) => Json::Object(entries.iter().map(|(key, node)| (key.clone(), json(node))).collect()),
    }
}

/// How many `..` a path has outside of quotes.
fn descents(path: &str) -> usize {
    let (mut count, mut inside, mut previous) = (0, None, ' ');
    for character in path.chars() {
        match inside {
            // What is escaped is no quote, nor does it escape what follows.
            Some(_) if previous == '\\' => previous = ' ',
            Some(open) => {
                inside = inside.filter(|_| character != open);
                previous = character;
            }
            None => {
                count += usize::from(character == '.' && previous == '.');
                inside = matches!(character, '"' | '\'').then_some(character);
                previous = character;
            }
        }
    }
    count
}
