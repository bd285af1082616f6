//! `Change`: an item that differs between two APIs.

use super::arguments::{Argument, Arguments};
use super::pairs::Pairs;
use super::subject::Subject;
use crate::record::path::split;
use crate::record::{Item, Key, Kind, Step};

/// An item that differs between two APIs, or that only one of them has.
#[derive(Clone, Copy)]
pub(super) struct Change<'c, 'r> {
    pub(super) pairs: &'c Pairs<'r>,
    pub(super) before: Option<&'r Item>,
    pub(super) after: Option<&'r Item>,
    /// The item that now has the path of this one.
    pub(super) instead: Option<&'r Item>,
}

/// A difference that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The key of the item.
    pub(super) key: Key,
    /// The Rust path of the item.
    pub(super) path: String,
    /// The old state in Rust syntax.
    pub(super) before: String,
    /// The new state in Rust syntax.
    pub(super) after: String,
}

impl<'r> Change<'_, 'r> {
    /// Returns the old item, or the new one if there was none.
    pub(super) fn item(&self) -> &'r Item {
        self.before.or(self.after).expect("a change is of an item that one of the two has")
    }

    /// Returns the part of the API that the item is.
    pub(super) fn subject(&self) -> Subject {
        Subject::of(self.item())
    }

    /// Returns the old and the new item if there are both.
    pub(super) fn both(&self) -> Option<(&'r Item, &'r Item)> {
        self.before.zip(self.after)
    }

    /// Returns a difference in the item itself.
    pub(super) fn differs(&self, before: impl Into<String>, after: impl Into<String>) -> Vec<Difference> {
        let item = self.item();
        // The key is looked up in the new description if the item is still there.
        let key = self.after.unwrap_or(item).key.clone();
        let path = match item.kind {
            Kind::Argument => format!("{}({})", item.path, item.key.last_word()),
            _ => item.path.clone(),
        };
        vec![Difference { key, path, before: before.into(), after: after.into() }]
    }

    /// Returns the difference if the item was removed.
    pub(super) fn removed(&self, subject: Subject) -> Vec<Difference> {
        match (self.before, self.after) {
            (Some(before), None) if self.subject() == subject => self.differs(shown(before), ""),
            _ => Vec::new(),
        }
    }

    /// Returns the difference if the item was added.
    pub(super) fn added(&self, subject: Subject) -> Vec<Difference> {
        match (self.before, self.after) {
            (None, Some(after)) if self.subject() == subject => self.differs("", shown(after)),
            _ => Vec::new(),
        }
    }

    /// Returns the model of a different kind that replaced this one.
    pub(super) fn replacement(&self) -> Option<&'r Item> {
        let before = self.before.filter(|_| self.after.is_none() && self.subject() == Subject::Model)?;
        let after = self.pairs.after.model_at(self.pairs.name(&before.path))?;
        self.pairs.before(after).is_none().then_some(after)
    }

    /// Returns whether this is a model that replaced one of a different kind.
    pub(super) fn is_replacement(&self) -> bool {
        let model = self.after.filter(|_| self.before.is_none() && self.subject() == Subject::Model);
        let earlier = model.and_then(|model| self.pairs.before.model_of_place(&model.key));
        earlier.is_some_and(|earlier| self.pairs.after(earlier).is_none())
    }

    /// Returns the difference if the Rust path changed without leaving an alias.
    pub(super) fn renamed(&self, subject: Subject) -> Vec<Difference> {
        match self.both() {
            Some((before, after)) if before.path != after.path && !self.is_softened() && self.subject() == subject => {
                self.differs(&before.path, &after.path)
            }
            _ => Vec::new(),
        }
    }

    /// Returns whether the item was renamed and its old name is a deprecated alias.
    pub(super) fn is_softened(&self) -> bool {
        let former = self.instead.and_then(|instead| instead.key.before_former());
        former.is_some_and(|key| self.after.is_some_and(|after| after.key == key))
    }

    /// Returns the old type, in the names of the new API, and the new type if they differ. Arguments of functions are compared one
    /// by one instead.
    pub(super) fn types(&self) -> Option<(String, String)> {
        let (before, after) = self.both()?;
        let is_by_argument = before.kind == Kind::Constructor || self.subject() == Subject::Call;
        let types = (self.pairs.typed_in_call(before, after), after.ty.clone());
        (!is_by_argument && types.0 != types.1).then_some(types)
    }

    /// Returns the difference if the type changed.
    pub(super) fn retyped(&self, subjects: &[Subject], is_meant: impl Fn(&str, &str) -> bool) -> Vec<Difference> {
        match self.types() {
            Some((before, after)) if subjects.contains(&self.subject()) && is_meant(&before, &after) => {
                self.differs(before, after)
            }
            _ => Vec::new(),
        }
    }

    /// Returns the old arguments of a call or constructor, in the names of the new API, and the new ones.
    pub(super) fn arguments(&self) -> Option<(Arguments, Arguments)> {
        let (before, after) = self.both().filter(|_| matches!(self.subject(), Subject::Call | Subject::Constructor))?;
        let arguments = Arguments::of(self.pairs.before, before).in_terms_of(self.pairs, before, after);
        Some((arguments, Arguments::of(self.pairs.after, after)))
    }

    /// Returns a difference in an argument.
    pub(super) fn of_argument(&self, argument: &Argument, before: &str, after: &str) -> Difference {
        let (before, after) = (before.to_owned(), after.to_owned());
        Difference { key: argument.key.clone(), path: self.item().path.clone(), before, after }
    }

    /// Returns whether the last segment of the path changed.
    pub(super) fn has_other_name(&self) -> bool {
        self.both().is_some_and(|(before, after)| split(&before.path).1 != split(&after.path).1)
    }
}

/// Returns whether objects may lack a property: it is an `Option`, or the map of properties without a name.
pub(super) fn may_be_absent(property: &Item) -> bool {
    property.ty.starts_with("Option<") || property.key.last_word() == Step::Values.to_string()
}

/// Shows an item as its path and, except for methods, its type.
pub(super) fn shown(item: &Item) -> String {
    if item.ty.is_empty() || item.kind == Kind::Method { item.path.clone() } else { format!("{}: {}", item.path, item.ty) }
}
