//! `Facts`: what one side says, thing by thing, so that two sides can be laid over each other.

use std::collections::BTreeMap;

/// What is said of each thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts(BTreeMap<String, Vec<String>>);

impl Facts {
    /// Says something of a thing. Who says two things of one contradicts whoever says only one.
    pub(crate) fn say(&mut self, thing: impl Into<String>, what: impl Into<String>) {
        self.0.entry(thing.into()).or_default().push(what.into());
    }

    /// How many things are spoken of.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The things that are spoken of.
    pub(crate) fn things(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// How many of the things have a name that ends like this.
    pub(crate) fn count(&self, ending: &str) -> usize {
        self.0.keys().filter(|thing| thing.ends_with(ending)).count()
    }

    /// Adds what another says.
    pub(crate) fn extend(&mut self, other: &Self) {
        for (thing, said) in &other.0 {
            self.0.entry(thing.clone()).or_default().extend(said.iter().cloned());
        }
    }

    /// Where the description, which speaks here, and the client do not say the same.
    pub(crate) fn differences(&self, client: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        for (thing, said) in &self.0 {
            let said = said.join("` and `");
            match client.0.get(thing).map(|other| other.join("` and `")) {
                Some(other) if other == said => {}
                Some(other) => differences.push(format!("{thing}: the description says `{said}`, the client `{other}`")),
                None => differences.push(format!("{thing}: the description says `{said}`, the client nothing")),
            }
        }
        for (thing, said) in client.0.iter().filter(|(thing, _)| !self.0.contains_key(*thing)) {
            differences.push(format!("{thing}: the client says `{}`, the description nothing", said.join("` and `")));
        }
        differences
    }
}
