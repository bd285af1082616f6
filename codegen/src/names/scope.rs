//! `Scope`: the names that are taken in one place.

use std::collections::{BTreeMap, BTreeSet};

use super::Name;
use super::claim::{Candidates, Claim, Decision};
use super::letters::{Scripts, caseless};
use super::reserved::{self, Space};
use crate::diagnostic::{Diagnostics, Problem};

/// The names that are taken in one place: a module, a type or a list of arguments.
pub struct Scope {
    /// How a text is spelled as a name here.
    spell: fn(&str, &Scripts) -> Name,
    /// The scripts of the names here.
    scripts: Scripts,
    /// What each name stands for, by its spelling without case, because files need that.
    taken: BTreeMap<String, String>,
    /// The texts that are names as they are, by their spelling without case: what only resembles one does not get its name.
    exact: BTreeMap<String, String>,
    /// The names that are reserved before a description is read.
    reserved: BTreeSet<String>,
    /// The last number that each name was given. Those before it are taken, and stay so.
    numbers: BTreeMap<Name, usize>,
    /// Whether the names are those of values, for which the description cannot give another name.
    is_of_values: bool,
}

impl Scope {
    /// An empty scope, whose names are spelled by a function of [`super::spelling`].
    pub fn new(spell: fn(&str, &Scripts) -> Name) -> Self {
        Self {
            spell,
            scripts: Scripts::default(),
            taken: BTreeMap::new(),
            exact: BTreeMap::new(),
            reserved: BTreeSet::new(),
            numbers: BTreeMap::new(),
            is_of_values: false,
        }
    }

    /// A scope for the names of values, for which the description cannot give another name.
    pub fn of_values(spell: fn(&str, &Scripts) -> Name) -> Self {
        Self { is_of_values: true, ..Self::new(spell) }
    }

    /// The same scope without the names that are reserved in a space.
    pub fn without(mut self, space: Space) -> Self {
        for name in reserved::names(space) {
            self.reserve(name);
            self.reserved.insert(caseless(name));
        }
        self
    }

    /// Keeps the names of texts that need no change to be names for exactly those: `id` for `id` and not for `_id`.
    pub fn prefer<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let texts: Vec<&str> = texts.into_iter().collect();
        texts.iter().for_each(|text| self.recognize(text));
        for text in texts.into_iter().filter(|text| (self.spell)(text, &self.scripts).as_str() == *text) {
            self.exact.entry(caseless(text)).or_insert_with(|| text.to_owned());
        }
    }

    /// Notes the name of something else in the same file, whose letters need not be recognizable again.
    pub fn accept(&mut self, name: &str) {
        self.scripts.accept(name);
    }

    /// Notes a text that will be a name here: its letters may make those of others recognizable.
    pub fn recognize(&mut self, text: &str) {
        let whole = (self.spell)(text, &Scripts::all());
        self.scripts.show(whole.as_str());
    }

    /// The name that a text becomes, if it is free.
    pub(super) fn spelled(&self, text: &str) -> Name {
        (self.spell)(text, &self.scripts)
    }

    /// Reserves a name.
    pub fn reserve(&mut self, name: &str) {
        self.taken.insert(caseless(name), name.to_owned());
    }

    /// Takes a name that no description chooses, such as a private module's; if it is taken already, it gets a number.
    pub fn place(&mut self, wanted: Name) -> Name {
        let name = if self.is_taken(wanted.as_str()) { self.next(&wanted) } else { wanted };
        self.reserve(name.as_str());
        name
    }

    /// Claims the first name of an item that is free. If all are taken, that is reported and the item gets a number; the
    /// item that has the name keeps it.
    pub fn claim(&mut self, candidates: Candidates<'_>, diagnostics: &mut Diagnostics) -> Claim {
        let Candidates { explicit, derived, longer, label, at } = candidates;
        let wanted = self.spelled(explicit.unwrap_or(derived));
        let is_other = |text: &&String| explicit.is_none() && text.as_str() != derived;
        let key = caseless(wanted.as_str());
        let Some(first) = self.taken.get(&key).or_else(|| self.exact.get(&key).filter(is_other)).cloned() else {
            let decision = if explicit.is_some() { Decision::Explicit } else { Decision::Derived };
            return self.take(Claim { name: wanted, decision, at }, label);
        };
        let longer = longer.map(|longer| self.spelled(&longer)).filter(|name| !self.is_taken(name.as_str()));
        let name = longer.unwrap_or_else(|| self.next(&wanted));
        let renamed = name.to_string();
        let (name_of, of_values) = (label.to_owned(), self.is_of_values);
        diagnostics.report(
            at,
            match self.reserved.contains(&caseless(wanted.as_str())) {
                true => Problem::ReservedName { name: name_of, reserved: wanted.to_string(), renamed },
                false => Problem::NameCollision { name: name_of, first, renamed, of_values },
            },
        );
        self.take(Claim { name, decision: Decision::Distinguished, at }, label)
    }

    /// Claims the name that an item had when the client was last generated, unless another item has it.
    pub fn keep(&mut self, name: Name, candidates: &Candidates<'_>) -> Option<Claim> {
        let claim = Claim { name, decision: Decision::Recorded, at: candidates.at };
        let is_free = !self.taken.contains_key(&caseless(claim.name.as_str()));
        is_free.then(|| self.take(claim, candidates.label))
    }

    fn take(&mut self, claim: Claim, label: &str) -> Claim {
        self.taken.insert(caseless(claim.name.as_str()), label.to_owned());
        claim
    }

    /// Whether the name that a text becomes is free for this text.
    pub fn is_free(&self, text: &str) -> bool {
        let key = caseless(self.spelled(text).as_str());
        !self.taken.contains_key(&key) && self.exact.get(&key).is_none_or(|exact| exact == text)
    }

    fn is_taken(&self, name: &str) -> bool {
        let key = caseless(name);
        self.taken.contains_key(&key) || self.exact.contains_key(&key)
    }

    /// The first number after a name that makes it free.
    fn next(&mut self, wanted: &Name) -> Name {
        let latest = self.numbers.get(wanted).copied().unwrap_or(1);
        let mut numbered = (latest + 1..).map(|number| (number, wanted.numbered(number)));
        let (number, name) = numbered.find(|(_, name)| !self.is_taken(name.as_str())).expect("there are more numbers than names");
        self.numbers.insert(wanted.clone(), number);
        name
    }
}
