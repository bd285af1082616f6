//! `Scope`: the names that are taken in one place.

use std::collections::BTreeMap;

use super::Name;
use crate::diagnostic::{Diagnostics, Problem};
use crate::node::Origin;

/// The names that are taken in one place: a module, a type or a list of arguments.
#[derive(Default)]
pub struct Scope {
    /// What each name stands for, by its spelling without case, because files need that.
    taken: BTreeMap<String, String>,
    /// The last number that each name was given. Those before it are taken, and stay so.
    numbers: BTreeMap<Name, usize>,
    /// Whether the names are those of values, which have no `x-rust-name`.
    of_values: bool,
}

impl Scope {
    /// A scope for the names of values, which have no `x-rust-name`.
    pub fn of_values() -> Self {
        Self { of_values: true, ..Self::default() }
    }

    /// Takes a name that nobody else may have.
    pub fn reserve(&mut self, name: &str) {
        self.taken.insert(name.to_ascii_lowercase(), name.to_owned());
    }

    /// Takes a name that no description chooses, such as a private module's; where it is taken already, it gets a number.
    pub fn place(&mut self, wanted: Name) -> Name {
        let name = if self.is_taken(wanted.as_str()) { self.next(&wanted) } else { wanted };
        self.reserve(name.as_str());
        name
    }

    /// Takes a name. Where it is taken already, that is reported and the newcomer gets a number; who had it keeps it.
    pub fn claim(&mut self, wanted: Name, wire_name: &str, at: Origin, diagnostics: &mut Diagnostics) -> Name {
        self.claim_either(wanted, None, wire_name, at, diagnostics)
    }

    /// The same, with a second name to take before there is a number.
    pub fn claim_either(
        &mut self,
        wanted: Name,
        otherwise: Option<Name>,
        wire_name: &str,
        at: Origin,
        diagnostics: &mut Diagnostics,
    ) -> Name {
        let key = |name: &Name| name.as_str().to_ascii_lowercase();
        let Some(first) = self.taken.get(&key(&wanted)).cloned() else {
            self.taken.insert(key(&wanted), wire_name.to_owned());
            return wanted;
        };
        let otherwise = otherwise.filter(|name| !self.is_taken(name.as_str()));
        let name = otherwise.unwrap_or_else(|| self.next(&wanted));
        let renamed = name.to_string();
        let problem = Problem::NameCollision { name: wire_name.to_owned(), first, renamed, of_values: self.of_values };
        diagnostics.report(at, problem);
        self.taken.insert(key(&name), wire_name.to_owned());
        name
    }

    fn is_taken(&self, name: &str) -> bool {
        self.taken.contains_key(&name.to_ascii_lowercase())
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
