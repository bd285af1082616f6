//! `Change`: an item that differs between two APIs.

use super::arguments::{Argument, Arguments};
use super::pairs::Pairs;
use super::subject::Subject;
use crate::record::path::split;
use crate::record::{Item, Key, Kind};

/// An item that differs between two APIs, or that only one of them has.
#[derive(Clone, Copy)]
pub(super) struct Change<'c, 'r> {
    pub(super) pairs: &'c Pairs<'r>,
    pub(super) before: Option<&'r Item>,
    pub(super) after: Option<&'r Item>,
    /// What is at the path of the item now, if that is another one.
    pub(super) instead: Option<&'r Item>,
}

/// What a rule says of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The key that it is about.
    pub(super) key: Key,
    /// Its path in Rust.
    pub(super) path: String,
    /// What was there, in Rust.
    pub(super) before: String,
    /// What is there now, in Rust.
    pub(super) after: String,
}

impl<'r> Change<'_, 'r> {
    /// The item, as it was if it was there.
    pub(super) fn item(&self) -> &'r Item {
        self.before.or(self.after).expect("a change is of an item that one of the two has")
    }

    /// What part of the API it is.
    pub(super) fn subject(&self) -> Subject {
        Subject::of(self.item())
    }

    /// Both items, if both APIs have it.
    pub(super) fn both(&self) -> Option<(&'r Item, &'r Item)> {
        self.before.zip(self.after)
    }

    /// A difference in the item itself.
    pub(super) fn differs(&self, before: impl Into<String>, after: impl Into<String>) -> Vec<Difference> {
        let item = self.item();
        // Where both have it, it is looked up in the description as it is now.
        let key = self.after.unwrap_or(item).key.clone();
        let path = match item.kind {
            Kind::Argument => format!("{}({})", item.path, item.key.last_word()),
            _ => item.path.clone(),
        };
        vec![Difference { key, path, before: before.into(), after: after.into() }]
    }

    /// The difference if only the first has it.
    pub(super) fn removed(&self, subject: Subject) -> Vec<Difference> {
        match (self.before, self.after) {
            (Some(before), None) if self.subject() == subject => self.differs(shown(before), ""),
            _ => Vec::new(),
        }
    }

    /// The difference if only the second has it.
    pub(super) fn added(&self, subject: Subject) -> Vec<Difference> {
        match (self.before, self.after) {
            (None, Some(after)) if self.subject() == subject => self.differs("", shown(after)),
            _ => Vec::new(),
        }
    }

    /// The model that is there in place of one of another kind.
    pub(super) fn replacement(&self) -> Option<&'r Item> {
        let before = self.before.filter(|_| self.after.is_none() && self.subject() == Subject::Model)?;
        let after = self.pairs.after.model_at(self.pairs.name(&before.path))?;
        self.pairs.before(after).is_none().then_some(after)
    }

    /// Whether it is a model in place of one of another kind.
    pub(super) fn is_replacement(&self) -> bool {
        let model = self.after.filter(|_| self.before.is_none() && self.subject() == Subject::Model);
        let earlier = model.and_then(|model| self.pairs.before.model_of_place(&model.key));
        earlier.is_some_and(|earlier| self.pairs.after(earlier).is_none())
    }

    /// The difference if its path in Rust is another one, and nothing is left at its earlier path.
    pub(super) fn renamed(&self, subject: Subject) -> Vec<Difference> {
        match self.both() {
            Some((before, after)) if before.path != after.path && !self.is_softened() && self.subject() == subject => {
                self.differs(&before.path, &after.path)
            }
            _ => Vec::new(),
        }
    }

    /// Whether it has another name, and a deprecated one that is the earlier one.
    pub(super) fn is_softened(&self) -> bool {
        let former = self.instead.and_then(|instead| instead.key.before_former());
        former.is_some_and(|key| self.after.is_some_and(|after| after.key == key))
    }

    /// Its type before, in the names of the second API, and its type now, if these differ. What functions take is compared by
    /// argument.
    pub(super) fn types(&self) -> Option<(String, String)> {
        let (before, after) = self.both()?;
        let is_by_argument = before.kind == Kind::Constructor || self.subject() == Subject::Call;
        let types = (self.pairs.typed_in_call(before, after), after.ty.clone());
        (!is_by_argument && types.0 != types.1).then_some(types)
    }

    /// The difference if it has another type.
    pub(super) fn retyped(&self, subjects: &[Subject], is_meant: impl Fn(&str, &str) -> bool) -> Vec<Difference> {
        match self.types() {
            Some((before, after)) if subjects.contains(&self.subject()) && is_meant(&before, &after) => {
                self.differs(before, after)
            }
            _ => Vec::new(),
        }
    }

    /// What a call or constructor took, in the terms of the second API, and what it takes.
    pub(super) fn arguments(&self) -> Option<(Arguments, Arguments)> {
        let (before, after) = self.both().filter(|_| matches!(self.subject(), Subject::Call | Subject::Constructor))?;
        let arguments = Arguments::of(self.pairs.before, before).in_terms_of(self.pairs, before, after);
        Some((arguments, Arguments::of(self.pairs.after, after)))
    }

    /// The difference in an argument.
    pub(super) fn of_argument(&self, argument: &Argument, before: &str, after: &str) -> Difference {
        let (before, after) = (before.to_owned(), after.to_owned());
        Difference { key: argument.key.clone(), path: self.item().path.clone(), before, after }
    }

    /// Whether its name within the item that it is in is another one.
    pub(super) fn has_other_name(&self) -> bool {
        self.both().is_some_and(|(before, after)| split(&before.path).1 != split(&after.path).1)
    }
}

/// An item in Rust: its path, and its type, unless it is a method.
pub(super) fn shown(item: &Item) -> String {
    if item.ty.is_empty() || item.kind == Kind::Method { item.path.clone() } else { format!("{}: {}", item.path, item.ty) }
}
