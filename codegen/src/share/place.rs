//! `Place`: where a model is in the description, and the words that its name can be made from.

use crate::api::SchemaId;
use crate::record::{Key, Step};

/// Where a model is in the description, and the words that its name can be made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where it comes from.
    pub key: Key,
    /// The nearest item with a name that it is inside of.
    pub owner: Owner,
    /// The words of the steps from the owner to it. Only the last is needed, unless that makes two names equal.
    pub path: Vec<LocalName>,
}

/// An item whose name begins the names of the models inside it.
#[derive(Clone, Debug, PartialEq)]
pub enum Owner {
    /// A model with a name.
    Model(SchemaId),
    /// A call, a webhook or a component, by the words of its name.
    Words(String),
}

/// The words of a step from an owner to a model.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalName {
    /// The words.
    pub words: String,
    /// Whether they say what the model is, as the names of properties and parameters do, and not only how a call uses it.
    pub is_telling: bool,
}

impl Place {
    /// The place of an owner.
    pub(super) fn of(owner: Owner, key: Key) -> Self {
        Self { key, owner, path: Vec::new() }
    }

    /// What a property or parameter leads to.
    pub(super) fn property(&self, name: &str, step: Step<'_>) -> Self {
        self.step(LocalName { words: name.to_owned(), is_telling: true }, step)
    }

    /// What a body, a response or a variant leads to.
    pub(super) fn role(&self, words: &str, step: Step<'_>) -> Self {
        self.step(LocalName { words: words.to_owned(), is_telling: false }, step)
    }

    fn step(&self, name: LocalName, step: Step<'_>) -> Self {
        let mut path = self.path.clone();
        path.push(name);
        Self { key: self.key.then(step), owner: self.owner.clone(), path }
    }

    /// What the items, values or an alternative of the same thing lead to.
    pub(super) fn inside(&self, words: &str, step: Step<'_>) -> Self {
        let mut place = Self { key: self.key.then(step), ..self.clone() };
        match place.path.last_mut() {
            Some(last) => last.words = format!("{} {words}", last.words),
            None => place.path.push(LocalName { words: words.to_owned(), is_telling: false }),
        }
        place
    }

    /// The words of the last step.
    pub fn local(&self) -> Option<&LocalName> {
        self.path.last()
    }
}
