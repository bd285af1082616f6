//! Inline schemas: each is named after its owner and the steps that lead to it.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Candidates, Claim};
use super::scope::Scope;
use super::{spelling, value_names};
use crate::api::{MediaType, SchemaId, Schemas, Shape, Union, label};
use crate::diagnostic::Diagnostics;
use crate::node::Origin;
use crate::record::{Key, Step};
use crate::source::Sources;

/// What an inline schema is named after, and its key.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// The words of the name.
    pub(super) words: String,
    /// The key.
    pub(super) key: Key,
}

impl Wanted {
    /// The same for what a step leads to.
    pub(super) fn step(&self, words: &str, step: Step<'_>) -> Self {
        Self { words: joined([&self.words, words]), key: self.key.then(step) }
    }
}

/// Claims the names of types.
pub(super) struct Inline<'a> {
    schemas: &'a Schemas,
    sources: &'a Sources,
    claimed: BTreeMap<SchemaId, (Key, Claim)>,
    /// The schemas that have been looked into; a list may hold itself without a name in between.
    passed: BTreeSet<SchemaId>,
    /// The named schema that is looked into: what is written elsewhere, and is there by `allOf`, has a name from its own place.
    home: Option<Origin>,
    /// What was met away from its own place, with the name that it has if that place gives it none.
    away: BTreeMap<(String, SchemaId), Key>,
    scope: Scope,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Inline<'a> {
    pub(super) fn new(schemas: &'a Schemas, sources: &'a Sources, diagnostics: &'a mut Diagnostics) -> Self {
        Self {
            schemas,
            sources,
            claimed: BTreeMap::new(),
            passed: BTreeSet::new(),
            home: None,
            away: BTreeMap::new(),
            scope: Scope::new(spelling::type_name),
            diagnostics,
        }
    }

    /// The names, and the scope in which they were claimed.
    pub(super) fn finish(self) -> (BTreeMap<SchemaId, (Key, Claim)>, Scope) {
        (self.claimed, self.scope)
    }

    /// Names a schema that has a name of its own. If another has it already, what is around it distinguishes them.
    pub(super) fn named(&mut self, id: SchemaId, name: &str, around: Option<&str>, key: Key) {
        let schema = &self.schemas[id];
        let explicit = schema.annotations.rust_name.as_deref();
        let label = explicit.unwrap_or(name);
        let longer = around.map(|around| format!("{around} {label}"));
        let candidates = Candidates { longer, ..Candidates::of(label, schema.at).or_explicit(explicit) };
        let claim = self.scope.claim(candidates, self.diagnostics);
        self.claimed.entry(id).or_insert((key, claim));
    }

    /// Names a schema and those inside it, by its place.
    pub(super) fn schema(&mut self, id: SchemaId, wanted: Wanted) {
        let mut queue = vec![(id, wanted)];
        while let Some((id, mut wanted)) = queue.pop() {
            if self.claimed.contains_key(&id) {
                continue;
            }
            if !self.is_home(id) {
                self.away.entry((wanted.words, id)).or_insert(wanted.key);
                continue;
            }
            if !self.passed.insert(id) {
                continue;
            }
            let schema = &self.schemas[id];
            let explicit = schema.annotations.rust_name.as_deref();
            wanted.words = explicit.map_or(wanted.words, str::to_owned);
            let children = self.children(id, &wanted);
            if self.schemas.is_model(id) {
                let words = self.own_name(id).unwrap_or(&wanted.words);
                let candidates = Candidates::of(words, schema.at).or_explicit(explicit);
                let claim = self.scope.claim(candidates, self.diagnostics);
                self.claimed.insert(id, (wanted.key, claim));
            }
            queue.extend(children.into_iter().rev());
        }
    }

    /// Names the schemas inside one.
    pub(super) fn inside(&mut self, id: SchemaId, wanted: &Wanted) {
        for (child, wanted) in self.children(id, wanted) {
            self.schema(child, wanted);
        }
    }

    /// Names the schemas inside the object that a form is, whose properties are parts of the form. A part with one value has no type.
    pub(super) fn parts(&mut self, id: SchemaId, form: &MediaType, wanted: &Wanted) {
        let target = self.schemas.target(id).0;
        match &self.schemas[target].shape {
            Shape::Object(object) => {
                let only = form.only_parts(object, self.schemas);
                let fixed: BTreeSet<SchemaId> = only.keys().map(|place| object.properties[*place].schema).collect();
                for (child, wanted) in self.children(target, wanted).into_iter().filter(|(child, _)| !fixed.contains(child)) {
                    self.schema(child, wanted);
                }
            }
            _ => self.schema(id, Wanted { words: joined([&wanted.words, "body"]), ..wanted.clone() }),
        }
    }

    /// Names the schemas inside a named one, as far as they were written in it.
    pub(super) fn at_home(&mut self, id: SchemaId) {
        let (key, claim) = &self.claimed[&id];
        let wanted = Wanted { words: claim.name.to_string(), key: key.clone() };
        self.home = Some(self.schemas[id].at);
        self.inside(id, &wanted);
        self.home = None;
    }

    /// Names what was met away from its own place and has no name since.
    pub(super) fn away(&mut self) {
        for ((words, id), key) in std::mem::take(&mut self.away) {
            self.schema(id, Wanted { words, key });
        }
    }

    /// The name that an enumeration's labels give it, unless another type has that name.
    fn own_name(&self, id: SchemaId) -> Option<&'a str> {
        let name = self.schemas[id].labels.type_name.as_deref().filter(|name| value_names::is_name(name))?;
        self.scope.is_free(name).then_some(name)
    }

    fn is_home(&self, id: SchemaId) -> bool {
        self.home.is_none_or(|home| self.sources.is_within(self.schemas[id].at, home))
    }

    /// The schemas right inside one that may be or hold models, and what each is named after.
    fn children(&self, id: SchemaId, of: &Wanted) -> Vec<(SchemaId, Wanted)> {
        let schemas = self.schemas;
        let is_leaf = |id: &SchemaId| {
            let shape = &schemas[*id].shape;
            matches!(
                shape,
                Shape::Any
                    | Shape::Null
                    | Shape::Boolean
                    | Shape::Integer(_)
                    | Shape::Number(_)
                    | Shape::Numeric(_)
                    | Shape::String(_)
                    | Shape::IntOrString
                    | Shape::Map(None)
            )
        };
        let child = |id: SchemaId, words: &str, step| (!is_leaf(&id)).then(|| (id, of.step(words, step)));
        match &schemas[id].shape {
            Shape::Reference(target) => vec![(*target, of.clone())],
            Shape::Array(items) => child(*items, "item", Step::Items).into_iter().collect(),
            Shape::Tuple(tuple) => {
                let item = |(place, id): (usize, &SchemaId)| child(*id, &format!("item {}", place + 1), Step::Item(place));
                let rest = tuple.rest.and_then(|rest| child(rest, "item", Step::Items));
                tuple.items.iter().enumerate().filter_map(item).chain(rest).collect()
            }
            Shape::Map(values) => values.and_then(|values| child(values, "value", Step::Values)).into_iter().collect(),
            Shape::Object(object) => {
                let property = |schema, name| child(schema, name, Step::Property(name));
                let properties = object.properties.iter().filter_map(|one| property(one.schema, one.name.as_str()));
                properties.chain(object.additional.and_then(|values| child(values, "value", Step::Values))).collect()
            }
            Shape::Union(union) => {
                let words = labels(union, schemas);
                let variants = union.variants.iter().zip(&words);
                variants.filter_map(|(variant, word)| child(*variant, word, Step::Alternative(word))).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The label of each alternative; one that others have as well gets a number.
fn labels(union: &Union, schemas: &Schemas) -> Vec<String> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let number = |label: String| {
        let count = known.entry(spelling::variant(&label).as_str().to_lowercase()).or_default();
        *count += 1;
        if *count == 1 { label } else { format!("{label} {count}") }
    };
    label::labels(union, schemas).into_iter().map(number).collect()
}

/// The words that there are, in one text.
pub(super) fn joined<const COUNT: usize>(words: [&str; COUNT]) -> String {
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
