//! `Target`: a description while overlays change it, with the view of it that paths select from.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value as Json;
use serde_json_path::JsonPath;

use super::segment::{Segment, descents, segments};
use crate::diagnostic::Problem;
use crate::node::{FileId, Node, Value};
use crate::pointer::Pointer;
use crate::source::{Copies, Description, Spot};

/// How often a path may look at all that is below. With each time more, a place is found as many times more often as it lies deep.
const MOST_DESCENTS: usize = 2;

/// How many references one may lead to after the other.
const LONGEST_CHAIN: usize = 32;

/// A description while overlays change it.
///
/// Paths select from all of its files as from one document. A reference is followed where a step or a change meets it, unless
/// both the reference and its target are in the file that everything begins with: there, paths can name the target itself.
pub(super) struct Target {
    description: Description,
    main: FileId,
    /// The files as JSON, as far as anything has been selected from them.
    views: BTreeMap<FileId, Json>,
    copies: Copies,
}

impl Target {
    pub(super) fn new(description: Description, main: FileId) -> Self {
        let copies = Copies::of(description.sources());
        Self { description, main, views: BTreeMap::new(), copies }
    }

    /// The description as it has become.
    pub(super) fn into_description(mut self) -> Description {
        self.description.forget_names();
        self.description
    }

    /// A value to stand in one more place, where it may be changed by itself.
    ///
    /// # Errors
    ///
    /// Fails where more would be copied than may be.
    pub(super) fn copy(&mut self, node: &Node) -> Result<Node, Problem> {
        self.copies.take(node, 1)?;
        Ok(self.description.copied(node))
    }

    /// The places that a path selects, each once.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a path that is none, or that would take too long.
    pub(super) fn select(&mut self, path: &str) -> Result<Vec<Spot>, Problem> {
        let invalid = |why| Problem::InvalidOverlay { why: format!("`{path}` is no JSONPath: {why}") };
        let parse = |text: &str| JsonPath::parse(text).map_err(|error| invalid(error.to_string()));
        let query = parse(path)?;
        if descents(path) > MOST_DESCENTS {
            let why = format!("`{path}` has `..` more than {MOST_DESCENTS} times, and so would find one place in very many ways");
            return Err(Problem::InvalidOverlay { why });
        }
        let mut selected = vec![Spot::root(self.main)];
        let is_one_file = self.description.described_files().nth(1).is_none();
        let Some(segments) = segments(path).filter(|_| !is_one_file) else {
            return Ok(unique(self.query(&selected[0], &query)));
        };
        for Segment { text, is_descent } in segments {
            let query = parse(&format!("${text}"))?;
            let found = if is_descent { self.descend(selected, &query) } else { self.step(&selected, &query) };
            // The step to a reference is meant only where it is named.
            let is_meant = |spot: &Spot| text.contains("$ref") || !self.is_passed(spot);
            selected = unique(found).into_iter().filter(is_meant).collect();
        }
        Ok(selected)
    }

    /// Where a reference at a place leads in the end, if it is followed; the place itself otherwise.
    pub(super) fn end(&self, spot: Spot) -> Spot {
        self.chain(spot.clone()).pop().unwrap_or(spot)
    }

    /// The value at a place.
    pub(super) fn value(&self, spot: &Spot) -> Option<&Node> {
        self.description.value(spot)
    }

    /// Changes the value at a place.
    ///
    /// # Errors
    ///
    /// Passes on why it cannot be.
    pub(super) fn change(&mut self, spot: &Spot, change: impl FnOnce(&mut Node) -> Result<(), Problem>) -> Result<(), Problem> {
        // An earlier change of the same action may have replaced what this place was in.
        let Some(node) = self.description.value_mut(spot) else { return Ok(()) };
        change(node)?;
        let changed = json(node);
        if let Some(view) = self.views.get_mut(&spot.file).and_then(|view| view.pointer_mut(&spot.pointer.to_string())) {
            *view = changed;
        }
        Ok(())
    }

    /// Removes the value at a place.
    ///
    /// # Errors
    ///
    /// Fails for a whole file.
    pub(super) fn remove(&mut self, spot: &Spot) -> Result<(), Problem> {
        let Some((pointer, last)) = spot.pointer.split_last() else {
            return Err(Problem::InvalidOverlay { why: "the whole description cannot be removed".to_owned() });
        };
        let parent = Spot { file: spot.file, pointer };
        let index = || last.parse::<usize>().ok();
        match self.description.value_mut(&parent).map(|node| &mut node.value) {
            Some(Value::Mapping(entries)) => drop(entries.shift_remove(last)),
            Some(Value::Sequence(elements)) => remove_at(elements, index()),
            _ => {}
        }
        match self.views.get_mut(&parent.file).and_then(|view| view.pointer_mut(&parent.pointer.to_string())) {
            Some(Json::Object(entries)) => drop(entries.remove(last)),
            Some(Json::Array(elements)) => remove_at(elements, index()),
            _ => {}
        }
        Ok(())
    }

    /// What one step selects from places, and from those that references there lead to.
    fn step(&mut self, spots: &[Spot], query: &JsonPath) -> Vec<Spot> {
        let starts: Vec<Spot> = spots.iter().flat_map(|spot| [vec![spot.clone()], self.chain(spot.clone())].concat()).collect();
        unique(starts).iter().flat_map(|spot| self.query(spot, query)).collect()
    }

    /// What a step selects from all that is below places. No value is looked at twice.
    fn descend(&mut self, spots: Vec<Spot>, query: &JsonPath) -> Vec<Spot> {
        let mut found = Vec::new();
        let mut covered = BTreeSet::new();
        let mut open = VecDeque::from(spots);
        while let Some(spot) = open.pop_front() {
            if is_within(&spot, &covered) {
                continue;
            }
            found.extend(self.query(&spot, query));
            let references = self.references_below(&spot);
            open.extend(references.iter().filter_map(|reference| self.followed(reference)));
            covered.insert(spot);
        }
        found
    }

    fn query(&mut self, spot: &Spot, query: &JsonPath) -> Vec<Spot> {
        let root = Spot::root(spot.file);
        let Some(file) = self.description.value(&root) else { return Vec::new() };
        let view = self.views.entry(spot.file).or_insert_with(|| json(file));
        let Some(view) = view.pointer(&spot.pointer.to_string()) else { return Vec::new() };
        let located = query.query_located(view);
        let place = |pointer: &str| {
            let steps = Pointer::parse(pointer).expect("a normalized path is made of keys and positions");
            let tokens = spot.pointer.tokens().iter().chain(steps.tokens());
            Spot { file: spot.file, pointer: tokens.cloned().collect() }
        };
        located.locations().map(|location| place(&location.to_json_pointer())).collect()
    }

    /// The places that references lead to from a place, one after the other.
    fn chain(&self, spot: Spot) -> Vec<Spot> {
        std::iter::successors(self.followed(&spot), |spot| self.followed(spot)).take(LONGEST_CHAIN).collect()
    }

    /// Where the reference at a place leads, if it is one that is followed.
    fn followed(&self, spot: &Spot) -> Option<Spot> {
        self.description.target_of(spot).filter(|target| spot.file != self.main || target.file != self.main)
    }

    /// Whether a place is the text of a reference that is followed.
    fn is_passed(&self, spot: &Spot) -> bool {
        let parent = spot.pointer.split_last().filter(|(_, last)| *last == "$ref");
        parent.is_some_and(|(pointer, _)| self.followed(&Spot { file: spot.file, pointer }).is_some())
    }

    /// The references in a value.
    fn references_below(&self, spot: &Spot) -> Vec<Spot> {
        let mut found = Vec::new();
        let mut open: Vec<(Spot, &Node)> = self.value(spot).map(|node| (spot.clone(), node)).into_iter().collect();
        while let Some((spot, node)) = open.pop() {
            match &node.value {
                Value::Mapping(entries) => open.extend(entries.iter().map(|(key, node)| (spot.child(key), node))),
                Value::Sequence(elements) => {
                    open.extend(elements.iter().enumerate().map(|(index, node)| (spot.child(&index.to_string()), node)));
                }
                _ => {}
            }
            if node.reference().is_some() {
                found.push(spot);
            }
        }
        found
    }
}

/// Each place once, the first time.
fn unique(spots: Vec<Spot>) -> Vec<Spot> {
    let mut seen = BTreeSet::new();
    spots.into_iter().filter(|spot| seen.insert(spot.clone())).collect()
}

/// Whether a place, or one around it, is among others.
fn is_within(spot: &Spot, others: &BTreeSet<Spot>) -> bool {
    let outer = |spot: &Spot| Some(Spot { file: spot.file, pointer: spot.pointer.split_last()?.0 });
    std::iter::successors(Some(spot.clone()), outer).any(|spot| others.contains(&spot))
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
