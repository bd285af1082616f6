//! `Scope`: the names that are taken in one place.

use std::collections::{BTreeMap, BTreeSet};

use super::Name;
use super::claim::{Candidates, Claim, Decision};
use super::letters::{Scripts, caseless};
use super::recorded::RecordedScope;
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
    /// The names that items had when the client was last generated, by their spelling without case: nothing else gets them by derivation.
    recorded: BTreeMap<String, String>,
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
            recorded: BTreeMap::new(),
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

    /// Claims a name for each of several items: first those that the description gives, then those that are recorded, then derived
    /// ones. A derived name is never one that is recorded here, even for an item that is gone: old code would mean another one by it.
    pub(super) fn claim_all(
        &mut self,
        items: Vec<Candidates<'_>>,
        recorded: &RecordedScope<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Claim> {
        recorded.names().for_each(|name| self.set_aside(name));
        let mut claims: Vec<Option<Claim>> = vec![None; items.len()];
        for (item, claim) in items.iter().zip(&mut claims) {
            let unchanged =
                item.explicit.map(|explicit| self.spelled(explicit)).filter(|name| item.recorded.as_ref() == Some(name));
            *claim = unchanged.and_then(|name| self.claim_free(name, Decision::Explicit, item));
        }
        for (item, claim) in items.iter().zip(&mut claims).filter(|(_, claim)| claim.is_none()) {
            let explicit = item.explicit.map(|explicit| self.spelled(explicit));
            *claim = explicit.and_then(|name| self.claim_free(name, Decision::Explicit, item));
        }
        let mut lookalikes = None;
        for (place, item) in items.iter().enumerate() {
            if claims[place].is_none() {
                claims[place] = item.recorded.as_ref().and_then(|name| self.keep(name.clone(), item));
                if claims[place].is_some() {
                    self.report_kept(place, &items, &mut lookalikes, diagnostics);
                }
            }
        }
        for is_explicit in [true, false] {
            for (item, claim) in items.iter().zip(&mut claims).filter(|(item, _)| item.explicit.is_some() == is_explicit) {
                claim.get_or_insert_with(|| self.claim(item.clone(), diagnostics));
            }
        }
        claims.into_iter().flatten().collect()
    }

    /// Reports that an item has a recorded name because another one has its first name, which is so without a record as well.
    fn report_kept(
        &self,
        place: usize,
        items: &[Candidates<'_>],
        lookalikes: &mut Option<BTreeMap<String, Vec<usize>>>,
        diagnostics: &mut Diagnostics,
    ) {
        let item = &items[place];
        let first_name = |item: &Candidates<'_>| self.spelled(item.explicit.unwrap_or(item.derived));
        let wanted = first_name(item);
        let Some(recorded) = item.recorded.as_ref().filter(|recorded| item.is_reported && **recorded != wanted) else { return };
        let lookalikes = lookalikes.get_or_insert_with(|| {
            let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (place, item) in items.iter().enumerate() {
                places.entry(caseless(first_name(item).as_str())).or_default().push(place);
            }
            places
        });
        let mut others = lookalikes[&caseless(wanted.as_str())].iter().filter(|other| **other != place);
        let first = others.next().map(|other| items[*other].label.to_owned());
        self.report_taken(item, &wanted, first, recorded, diagnostics);
    }

    /// Claims the first name of an item that is free, whether the description gives it, or it is recorded or derived. If all are
    /// taken, that is reported and the item gets a number; the item that has the name keeps it.
    pub fn claim(&mut self, candidates: Candidates<'_>, diagnostics: &mut Diagnostics) -> Claim {
        if let (None, Some(recorded)) = (candidates.explicit, &candidates.recorded)
            && let Some(claim) = self.keep(recorded.clone(), &candidates)
        {
            return claim;
        }
        let Candidates { explicit, derived, ref longer, at, .. } = candidates;
        let unusable = candidates.recorded.as_ref().filter(|name| self.is_reserved(name));
        let wanted = self.spelled(explicit.unwrap_or(derived));
        let is_other = |text: &&String| explicit.is_none() && text.as_str() != derived;
        let key = caseless(wanted.as_str());
        let set_aside = || self.recorded.get(&key).filter(|_| explicit.is_none());
        let first = self.taken.get(&key).or_else(|| self.exact.get(&key).filter(is_other)).or_else(set_aside);
        let Some(first) = first.cloned() else {
            let decision = if explicit.is_some() { Decision::Explicit } else { Decision::Derived };
            if let Some(reserved) = unusable {
                let (name, reserved, renamed) = (candidates.label.to_owned(), reserved.to_string(), wanted.to_string());
                diagnostics.report(at, Problem::ReservedName { name, reserved, renamed });
            }
            return self.take(Claim { name: wanted, decision, at }, candidates.label);
        };
        let longer = longer.as_ref().map(|longer| self.spelled(longer)).filter(|name| !self.is_taken(name.as_str()));
        let name = longer.unwrap_or_else(|| self.next(&wanted));
        self.report_taken(&candidates, &wanted, Some(first), &name, diagnostics);
        self.take(Claim { name, decision: Decision::Distinguished, at }, candidates.label)
    }

    /// Reports that an item has another name than its first one, which is reserved or taken.
    fn report_taken(
        &self,
        item: &Candidates<'_>,
        wanted: &Name,
        first: Option<String>,
        name: &Name,
        diagnostics: &mut Diagnostics,
    ) {
        if !item.is_reported {
            return;
        }
        let (renamed, label, of_values) = (name.to_string(), item.label.to_owned(), self.is_of_values);
        if self.reserved.contains(&caseless(wanted.as_str())) {
            diagnostics.report(item.at, Problem::ReservedName { name: label, reserved: wanted.to_string(), renamed });
        } else if let Some(first) = first {
            diagnostics.report(item.at, Problem::NameCollision { name: label, first, renamed, of_values });
        }
    }

    /// Claims the name that an item had when the client was last generated, unless it is reserved or another item has it.
    pub fn keep(&mut self, name: Name, candidates: &Candidates<'_>) -> Option<Claim> {
        if self.is_reserved(&name) { None } else { self.claim_free(name, Decision::Recorded, candidates) }
    }

    /// Whether a name that was written down earlier is reserved by now: spelling adds something to it then.
    pub(super) fn is_reserved(&self, name: &Name) -> bool {
        let spelled = (self.spell)(name.as_str(), &Scripts::all());
        let is_extended = spelled.as_str().len() > name.as_str().len() && spelled.as_str().starts_with(name.as_str());
        is_extended || self.reserved.contains(&caseless(name.as_str()))
    }

    fn claim_free(&mut self, name: Name, decision: Decision, candidates: &Candidates<'_>) -> Option<Claim> {
        let is_free = !self.taken.contains_key(&caseless(name.as_str()));
        is_free.then(|| self.take(Claim { name, decision, at: candidates.at }, candidates.label))
    }

    /// Sets a recorded name aside: nothing gets it by derivation.
    pub(super) fn set_aside(&mut self, name: &str) {
        self.recorded.insert(caseless(name), name.to_owned());
    }

    fn take(&mut self, claim: Claim, label: &str) -> Claim {
        self.taken.insert(caseless(claim.name.as_str()), label.to_owned());
        claim
    }

    /// Whether the name that a text becomes is free for this text.
    pub fn is_free(&self, text: &str) -> bool {
        let key = caseless(self.spelled(text).as_str());
        let is_open = !self.taken.contains_key(&key) && !self.recorded.contains_key(&key);
        is_open && self.exact.get(&key).is_none_or(|exact| exact == text)
    }

    fn is_taken(&self, name: &str) -> bool {
        let key = caseless(name);
        [&self.taken, &self.recorded, &self.exact].iter().any(|names| names.contains_key(&key))
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
