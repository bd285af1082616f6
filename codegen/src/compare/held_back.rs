//! Decisions that are held back: those of the record where the description alone would give others.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::pairs::{Pairs, module_of_group, own_type};
use crate::record::path::{models_in, split};
use crate::record::{Item, Key, Kind, Record};

/// A recorded decision that is kept although the description gives a different one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// The key of the item.
    pub key: Key,
    /// The recorded form.
    pub kept: String,
    /// The form that the description gives.
    pub given: String,
}

impl HeldBack {
    /// Converts a list to JSON.
    pub fn list_to_json(list: &[Self]) -> Value {
        let object = |Self { key, kept, given }: &Self| json!({"key": key.as_str(), "kept": kept, "given": given});
        list.iter().map(object).collect()
    }

    /// Reads a value from its JSON form.
    pub fn list_from_json(value: &Value) -> Option<Vec<Self>> {
        let text = |object: &Value, name: &str| Some(object.get(name)?.as_str()?.to_owned());
        let read = |object| {
            let key = Key::parse(&text(object, "key")?)?;
            Some(Self { key, kept: text(object, "kept")?, given: text(object, "given")? })
        };
        value.as_array()?.iter().map(read).collect()
    }
}

/// Why an item differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    /// The item or its type: this explains everything inside the item.
    Type,
    /// The name: this explains the names of types derived from it.
    Name,
    /// The arguments or their order: a type change explains this.
    Order,
}

/// Returns the decisions that are held back: compares a client with the one generated without its record. Consequences of a decision
/// are omitted: differences inside a changed type and names derived from a changed name.
pub fn held_back(record: &Record, kept: &Record, given: &Record) -> Vec<HeldBack> {
    let comparison = Comparison::of(kept, given);
    let mut found: BTreeMap<&Key, Vec<(Difference, Found<'_>)>> = BTreeMap::new();
    for (key, difference, items) in comparison.differences() {
        found.entry(key).or_default().push((difference, items));
    }
    found.values_mut().for_each(|differences| differences.sort_by_key(|(difference, items)| (*difference, items.rank())));
    let decisive: BTreeMap<&Key, Difference> = found.iter().map(|(key, differences)| (*key, differences[0].0)).collect();
    let moved = comparison.moved_groups();
    let follows = |key: &Key, difference: Difference, items: &Found<'_>| {
        let around = key.ancestors().filter(|ancestor| ancestor != key).filter_map(|ancestor| decisive.get(&ancestor));
        let mut around = around.filter(|around| **around == Difference::Type || difference == Difference::Name);
        !record.has(key) || around.next().is_some() || comparison.is_consequence(items, &decisive) || moved.contains(key)
    };
    let mut models: BTreeSet<&str> = BTreeSet::new();
    let decisions = found.iter().filter_map(|(key, differences)| {
        let (difference, items) = &differences[0];
        // A model with several places is one decision.
        let mut is_first = || comparison.model_without_counterpart(items).is_none_or(|model| models.insert(model));
        (!follows(key, *difference, items) && is_first()).then(|| items.described(key, *difference))
    });
    decisions.collect()
}

/// An item and its counterpart.
#[derive(Clone, Copy)]
struct Found<'r> {
    kept: Option<&'r Item>,
    given: Option<&'r Item>,
}

impl Found<'_> {
    /// Ranks items with the same key: items on both sides first, a field before its setter.
    fn rank(&self) -> (bool, Kind) {
        let kind = self.kept.or(self.given).map_or(Kind::Place, |item| item.kind);
        (self.kept.is_none() || self.given.is_none(), kind)
    }

    fn described(&self, key: &Key, difference: Difference) -> HeldBack {
        let shown = |item: Option<&Item>| match item {
            None => "nothing".to_owned(),
            Some(item) if difference == Difference::Order || item.kind == Kind::Constructor => {
                format!("{}({})", item.path, item.order.join(", "))
            }
            Some(item) if difference == Difference::Name || item.ty.is_empty() || item.kind == Kind::Method => item.path.clone(),
            Some(item) => format!("{}: {}", item.path, item.ty),
        };
        HeldBack { key: key.clone(), kept: shown(self.kept), given: shown(self.given) }
    }
}

/// The kept API, the given one and their pairs of items.
struct Comparison<'r> {
    kept: &'r Record,
    given: &'r Record,
    pairs: Pairs<'r>,
}

impl<'r> Comparison<'r> {
    fn of(kept: &'r Record, given: &'r Record) -> Self {
        Self { kept, given, pairs: Pairs::by_key(kept, given) }
    }

    /// Returns the items that differ.
    fn differences(&self) -> Vec<(&'r Key, Difference, Found<'r>)> {
        let mut found = Vec::new();
        for item in self.kept.items().filter(|item| is_compared(item)) {
            let other = self.pairs.counterpart(self.given, item);
            let difference = other.map_or(Some(Difference::Type), |other| self.difference(item, other));
            found.extend(difference.map(|difference| (&item.key, difference, Found { kept: Some(item), given: other })));
        }
        for item in self.given.items().filter(|item| is_compared(item)) {
            if self.pairs.counterpart(self.kept, item).is_none() {
                found.push((&item.key, Difference::Type, Found { kept: None, given: Some(item) }));
            }
        }
        found
    }

    fn difference(&self, kept: &Item, given: &Item) -> Option<Difference> {
        let (is_type, is_function) = (kept.path.starts_with("models::") && !kept.path[8..].contains("::"), has_order(kept));
        if is_type && kept.ty.is_empty() {
            let name = if kept.kind == Kind::Place { self.pairs.name(&kept.path) } else { kept.path.as_str() };
            return (name != given.path).then_some(Difference::Name);
        }
        if !is_function && self.pairs.typed(&kept.ty) != given.ty && !self.is_of_call(kept, given) {
            return Some(Difference::Type);
        }
        let owners = || kept.kind == Kind::Method && split(&kept.path).0 != split(&given.path).0;
        if split(&kept.path).1 != split(&given.path).1 || owners() && !kept.key.as_str().contains(" own ") {
            return Some(Difference::Name);
        }
        (is_function && kept.order != given.order).then_some(Difference::Order)
    }

    /// Returns whether both are types of the same call, such as its error enum.
    fn is_of_call(&self, kept: &Item, given: &Item) -> bool {
        let is_own = |record: &Record, item: &Item, word| own_type(record, &kept.key, word) == Some(&item.ty);
        kept.key.as_str().contains(" own ")
            && OF_CALL.into_iter().any(|word| is_own(self.kept, kept, word) && is_own(self.given, given, word))
    }

    /// Returns the kept model that an item is or holds if the given API has none in its place.
    fn model_without_counterpart(&self, items: &Found<'r>) -> Option<&'r str> {
        let kept = items.kept?;
        let models = [kept.path.as_str(), kept.ty.as_str()].into_iter().flat_map(|text| models_in(text).map(|at| &text[at]));
        models.into_iter().find(|path| !self.pairs.has_model(path))
    }

    /// Returns whether an item is part of another decision: a model that exists on one side only because a value has a different
    /// type, or a setter or constructor that belongs to a field.
    fn is_consequence(&self, items: &Found<'_>, decisive: &BTreeMap<&Key, Difference>) -> bool {
        let Some(item) = items.kept.or(items.given) else { return false };
        match item.kind {
            Kind::Constructor => {
                let members = [self.kept, self.given].into_iter().flat_map(|record| record.parts(&item.key, Kind::Field));
                members.into_iter().any(|field| decisive.contains_key(&field.key))
            }
            Kind::Setter => self.differs_in_constructor(&item.key),
            // The variant of an alternative is named after its model.
            Kind::Variant => items.kept.is_some_and(|kept| items.given.is_some() && self.pairs.typed(&kept.ty) != kept.ty),
            Kind::Feature => {
                let modules = [self.kept, self.given].into_iter().flat_map(|record| record.of_kind(Kind::Module));
                modules.into_iter().any(|module| decisive.contains_key(&module.key))
            }
            _ => false,
        }
    }

    /// Returns whether the constructor of a setter's model differs: it takes the same value, or is missing.
    fn differs_in_constructor(&self, setter: &Key) -> bool {
        let constructor = |record: &'r Record, key: &Key| record.get(key, Kind::Constructor).filter(|item| is_compared(item));
        setter.ancestors().any(|key| match (constructor(self.kept, &key), constructor(self.given, &key)) {
            (None, None) => false,
            (Some(kept), Some(given)) => kept.order != given.order || kept.ty.is_empty() != given.ty.is_empty(),
            _ => true,
        })
    }

    /// Returns the calls of a group under its other name.
    fn moved_groups(&self) -> BTreeSet<Key> {
        let groups: BTreeMap<&str, &str> = self
            .kept
            .of_kind(Kind::Module)
            .filter_map(|kept| Some((kept.path.as_str(), self.given.get(&kept.key, Kind::Module)?.path.as_str())))
            .collect();
        let methods = self.kept.of_kind(Kind::Method).filter_map(|kept| Some((kept, self.given.get(&kept.key, Kind::Method)?)));
        let is_moved = |(kept, given): &(&Item, &Item)| {
            let other = module_of_group(&kept.path).and_then(|module| groups.get(module).copied());
            split(&kept.path).1 == split(&given.path).1
                && kept.order == given.order
                && other.is_some()
                && other == module_of_group(&given.path)
        };
        methods.filter(is_moved).filter(|(kept, given)| kept.path != given.path).map(|(kept, _)| kept.key.clone()).collect()
    }
}

/// The types that belong to a call.
const OF_CALL: [&str; 3] = ["error", "output", "event"];

/// Returns whether an item is a decision on its own.
fn is_compared(item: &Item) -> bool {
    !item.is_only_for_tests() && !matches!(item.kind, Kind::Adopted | Kind::Argument) && item.key.before_former().is_none()
}

/// Returns whether an item takes ordered arguments, whose types follow from other items.
fn has_order(item: &Item) -> bool {
    matches!(item.kind, Kind::Constructor | Kind::Method | Kind::Setter)
}
