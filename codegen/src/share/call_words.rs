//! `CallWords`: the words that names of calls, and of what is inside them, are made from.

use std::collections::BTreeMap;

use crate::api::{Api, Operation};

/// The words of each operation, by its place in the API.
#[derive(Clone, Debug, PartialEq)]
pub struct CallWords(Vec<Words>);

/// The words of an operation.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    /// Its id as it was written, or its method and path.
    whole: String,
    /// The same without what says nothing about the operation alone.
    own: String,
    /// Whether no other operation has the same own words.
    is_unique: bool,
}

impl CallWords {
    /// The words of an API's operations.
    pub fn of(api: &Api) -> Self {
        let words = |operation: &Operation| Words { whole: whole(operation), own: own(operation, api), is_unique: true };
        let mut words: Vec<Words> = api.operations.iter().map(words).collect();
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        words.iter().for_each(|words| *count.entry(words.own.clone()).or_default() += 1);
        words.iter_mut().for_each(|words| words.is_unique = count[&words.own] == 1);
        Self(words)
    }

    /// The words of an operation among those of its group: an id without the method and path that some frameworks add to it
    /// (`read_item` for `read_item_items__id__get`), or the method and path without the prefix that all paths share.
    pub fn own(&self, operation: usize) -> &str {
        &self.0[operation].own
    }

    /// Its id as it was written, or its method and path.
    pub fn whole(&self, operation: usize) -> &str {
        &self.0[operation].whole
    }

    /// The words of an operation among all: its own, unless another one has the same.
    pub fn unique(&self, operation: usize) -> &str {
        let words = &self.0[operation];
        if words.is_unique { &words.own } else { &words.whole }
    }

    /// The unique words of the operation with an id.
    pub fn of_id(&self, id: &str) -> Option<&str> {
        let operation = self.0.iter().position(|words| words.whole == id)?;
        Some(self.unique(operation))
    }
}

fn whole(operation: &Operation) -> String {
    operation.id.clone().unwrap_or_else(|| format!("{} {}", operation.method.to_lowercase(), operation.path.bare()))
}

fn own(operation: &Operation, api: &Api) -> String {
    let path = operation.path.bare();
    let method = operation.method.to_lowercase();
    let Some(id) = &operation.id else {
        return format!("{method} {}", path.strip_prefix(&api.path_prefix).unwrap_or(&path));
    };
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let repeated: String = path.chars().map(|character| if is_word(character) { character } else { '_' }).collect();
    let rest = id.strip_suffix(&format!("{repeated}_{method}")).map(|rest| rest.trim_matches('_'));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(id).to_owned()
}
