//! `Pairs`: matches the items of two APIs.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::used::Used;
use crate::record::path::{models_in, split};
use crate::record::{Item, Key, Kind, Record, Step};

/// The types that belong to a call.
const OF_CALL: [&str; 6] = ["request", "required", "error", "output", "event", "body"];

/// The matching items of two APIs.
pub(super) struct Pairs<'r> {
    pub(super) before: &'r Record,
    pub(super) after: &'r Record,
    /// The new names of the old models.
    names: BTreeMap<&'r str, &'r str>,
    /// The new items by the old ones, once all of them are matched.
    counterparts: IndexMap<(&'r Key, Kind), &'r Item>,
    /// The old items by the new ones.
    origins: IndexMap<(&'r Key, Kind), &'r Item>,
}

impl<'r> Pairs<'r> {
    /// Matches items by key and models by place.
    pub(super) fn by_key(before: &'r Record, after: &'r Record) -> Self {
        let models = Kind::MODELS.iter().flat_map(|kind| before.of_kind(*kind));
        let names = models.filter_map(|model| Some((model.path.as_str(), after.model_of_place(&model.key)?.path.as_str())));
        Self { before, after, names: names.collect(), counterparts: IndexMap::new(), origins: IndexMap::new() }
    }

    /// Matches the items that callers can use: by key, then by Rust path, then models by their uses.
    pub(super) fn all(before: &Used<'r>, after: &Used<'r>) -> Self {
        let mut pairs = Self::by_key(before.record, after.record);
        for item in before.items() {
            let found = pairs.counterpart(after.record, item);
            let found =
                found.and_then(|found| if found.kind == Kind::Place { after.record.model_at(&found.path) } else { Some(found) });
            found.filter(|found| after.has(found)).into_iter().for_each(|found| pairs.add(item, found));
        }
        pairs.add_by_path(before, after);
        pairs.add_groups(before, after);
        while pairs.add_by_use(before, after) {}
        pairs
    }

    /// Returns the new item that matches an old one, among those that callers can use.
    pub(super) fn after(&self, item: &'r Item) -> Option<&'r Item> {
        self.counterparts.get(&(&item.key, item.kind)).copied()
    }

    /// Returns the old item that matches a new one, among those that callers can use.
    pub(super) fn before(&self, item: &'r Item) -> Option<&'r Item> {
        self.origins.get(&(&item.key, item.kind)).copied()
    }

    /// Returns whether a new item matches an old one.
    fn is_known(&self, item: &'r Item) -> bool {
        self.before(item).is_some()
    }

    /// Returns the new key of an item inside a moved one.
    pub(super) fn key_after(&self, key: &Key) -> Key {
        let mut around: Vec<Key> = key.ancestors().collect();
        around.reverse();
        let kinds = [Kind::Struct, Kind::Enum, Kind::Alias, Kind::Method];
        let moved = around.iter().find_map(|owner| {
            let after = kinds.into_iter().find_map(|kind| self.counterparts.get(&(owner, kind)))?;
            Some(after.key.inside(&key.as_str()[owner.as_str().len()..]))
        });
        moved.unwrap_or_else(|| key.clone())
    }

    fn add(&mut self, before: &'r Item, after: &'r Item) {
        self.counterparts.insert((&before.key, before.kind), after);
        self.origins.entry((&after.key, after.kind)).or_insert(before);
    }

    /// Matches items of the same kind and path, whose keys differ because a component or path was renamed.
    fn add_by_path(&mut self, before: &Used<'r>, after: &Used<'r>) {
        // Arguments share the path of their method.
        let is_found = |item: &&'r Item| item.kind != Kind::Argument;
        let new = after.items().filter(is_found).filter(|item| !self.is_known(item));
        let new: IndexMap<(&str, Kind), &Item> = new.map(|item| ((item.path.as_str(), item.kind), item)).collect();
        let lost: Vec<&Item> = before.items().filter(is_found).filter(|item| self.after(item).is_none()).collect();
        for item in lost {
            let Some(found) = new.get(&(item.path.as_str(), item.kind)) else { continue };
            self.add(item, found);
            if Kind::MODELS.contains(&item.kind) {
                self.names.entry(&item.path).or_insert(&found.path);
            }
        }
    }

    /// Matches groups whose calls all moved to the same new group.
    fn add_groups(&mut self, before: &Used<'r>, after: &Used<'r>) {
        let mut modules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for call in before.record.of_kind(Kind::Method) {
            let Some(now) = self.after(call) else { continue };
            if let Some((module, other)) = module_of_group(&call.path).zip(module_of_group(&now.path)) {
                modules.entry(module).or_default().insert(other);
            }
        }
        for (module, others) in modules.into_iter().filter(|(_, others)| others.len() == 1) {
            let other = others.into_iter().find_map(|other| after.record.at_path(other, Kind::Module));
            let groups = before.record.at_path(module, Kind::Module).zip(other);
            let are_free = |(one, other): &(&'r Item, &'r Item)| self.after(one).is_none() && !self.is_known(other);
            let Some((one, other)) = groups.filter(are_free) else { continue };
            for kind in [Kind::Module, Kind::Struct, Kind::Method] {
                if let Some((one, other)) = before.record.get(&one.key, kind).zip(after.record.get(&other.key, kind)) {
                    self.add(one, other);
                }
            }
        }
    }

    /// Matches models that are used where others used to be, and their members; returns whether there were any.
    fn add_by_use(&mut self, before: &Used<'r>, after: &Used<'r>) -> bool {
        let mut found: BTreeMap<&str, &str> = BTreeMap::new();
        for item in before.items() {
            let Some(now) = self.after(item).filter(|now| now.ty != item.ty) else { continue };
            let models = |item: &'r Item| models_in(&item.ty).map(|at| &item.ty[at]).collect::<Vec<&str>>();
            let (earlier, later) = (models(item), models(now));
            if earlier.len() == later.len() && without_models(&item.ty) == without_models(&now.ty) {
                for (earlier, later) in earlier.into_iter().zip(later) {
                    found.entry(earlier).or_insert(later);
                }
            }
        }
        let mut taken = BTreeSet::new();
        found.retain(|earlier, later| {
            let models = before.record.model_at(earlier).zip(after.record.model_at(later));
            let are_free = |(one, other): &(&'r Item, &'r Item)| self.after(one).is_none() && !self.is_known(other);
            models.filter(are_free).is_some_and(|(one, other)| is_alike(one, other, before, after) && taken.insert(*later))
        });
        for (earlier, later) in &found {
            self.names.insert(earlier, later);
            let Some((one, other)) = before.record.model_at(earlier).zip(after.record.model_at(later)) else { continue };
            self.add_inside(one, other, before, after);
        }
        !found.is_empty()
    }

    /// Matches the members of two models.
    fn add_inside(&mut self, one: &'r Item, other: &'r Item, before: &Used<'r>, after: &Used<'r>) {
        for item in before.inside(&one.key) {
            let key = other.key.inside(&item.key.as_str()[one.key.as_str().len()..]);
            let found = after.record.get(&key, item.kind).filter(|found| after.has(found) && !self.is_known(found));
            if let Some(found) = found.filter(|_| self.after(item).is_none()) {
                self.add(item, found);
            }
        }
    }

    /// Returns the item with the same key in the other API, where a model may be known by another of its places.
    pub(super) fn counterpart(&self, other: &'r Record, item: &Item) -> Option<&'r Item> {
        let same = other.get(&item.key, item.kind);
        let is_model = item.path.starts_with("models::") && item.kind == Kind::Place || Kind::MODELS.contains(&item.kind);
        if !is_model {
            return same.or_else(|| member_of_place(other, item));
        }
        same.or_else(|| other.model_of_place(&item.key).filter(|model| item.kind == Kind::Place || model.kind == item.kind))
            .or_else(|| other.get(&item.key, Kind::Place).filter(|_| item.key.is_inline()))
    }

    /// Returns the new name of an old model.
    pub(super) fn name<'a>(&'a self, path: &'a str) -> &'a str {
        self.names.get(path).copied().unwrap_or(path)
    }

    /// Returns whether an old model still exists.
    pub(super) fn has_model(&self, path: &str) -> bool {
        self.names.contains_key(path)
    }

    /// Translates an old type into the names of the new API.
    pub(super) fn typed(&self, ty: &str) -> String {
        let (mut typed, mut behind) = (String::new(), 0);
        for model in models_in(ty) {
            typed.push_str(&ty[behind..model.start]);
            typed.push_str(self.name(&ty[model.clone()]));
            behind = model.end;
        }
        typed + &ty[behind..]
    }

    /// Translates the type of an old item into the names of the new API, including those of types that belong to its call.
    pub(super) fn typed_in_call(&self, item: &Item, now: &Item) -> String {
        let typed = self.typed(&item.ty);
        if typed == now.ty { typed } else { self.in_call(&typed, item, now) }
    }

    /// Translates the names of types that belong to a call.
    pub(super) fn in_call(&self, typed: &str, item: &Item, now: &Item) -> String {
        let names = OF_CALL
            .into_iter()
            .filter_map(|word| Some((own_type(self.before, &item.key, word)?, own_type(self.after, &now.key, word)?)));
        let names: Vec<(&str, &str)> = names.collect();
        in_words(typed, |word| names.iter().find(|(before, _)| *before == word).map(|(_, after)| (*after).to_owned()))
    }
}

/// Returns the name of a type that belongs to a call, such as its error enum, from the key of the call or of an item inside it.
pub(super) fn own_type<'r>(record: &'r Record, key: &Key, word: &'static str) -> Option<&'r str> {
    let call = key.as_str().split_once(" own ").map_or(key.as_str(), |(call, _)| call);
    let key = Key::parse(call)?.then(Step::Own(word));
    let item = [Kind::Struct, Kind::Enum].into_iter().find_map(|kind| record.get(&key, kind))?;
    Some(split(&item.path).1)
}

/// Returns the member of a model that the other API knows by another of its places.
fn member_of_place<'r>(other: &'r Record, item: &Item) -> Option<&'r Item> {
    let mut ancestors: Vec<Key> = item.key.ancestors().collect();
    ancestors.reverse();
    let owner = ancestors.iter().skip(1).find(|key| other.get(key, Kind::Place).is_some())?;
    let model = other.model_of_place(owner)?;
    other.get(&model.key.inside(&item.key.as_str()[owner.as_str().len()..]), item.kind)
}

/// Returns the module of a call's group: `operations::pets`.
pub(super) fn module_of_group(path: &str) -> Option<&str> {
    let end = path.match_indices("::").nth(1)?.0;
    path.starts_with("operations::").then(|| &path[..end])
}

/// Returns whether the second model has at least half of the members of the first.
fn is_alike(one: &Item, other: &Item, before: &Used<'_>, after: &Used<'_>) -> bool {
    let members = |used: &Used<'_>, model: &Item| -> BTreeSet<(String, Kind)> {
        let members = used.inside(&model.key).filter(|item| matches!(item.kind, Kind::Field | Kind::Variant));
        members.map(|item| (item.key.as_str()[model.key.as_str().len()..].to_owned(), item.kind)).collect()
    };
    let (earlier, later) = (members(before, one), members(after, other));
    one.kind == other.kind && 2 * earlier.intersection(&later).count() >= earlier.len().min(later.len())
}

/// Returns a type with `_` for each model.
fn without_models(ty: &str) -> String {
    let (mut rest, mut behind) = (String::new(), 0);
    for model in models_in(ty) {
        rest.push_str(&ty[behind..model.start]);
        rest.push('_');
        behind = model.end;
    }
    rest + &ty[behind..]
}

/// Replaces words in a text.
fn in_words(text: &str, replaced: impl Fn(&str) -> Option<String>) -> String {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let mut result = String::new();
    for piece in text.split_inclusive(|character| !is_part(character)) {
        let end = piece.find(|character| !is_part(character)).unwrap_or(piece.len());
        result.push_str(&replaced(&piece[..end]).unwrap_or_else(|| piece[..end].to_owned()));
        result.push_str(&piece[end..]);
    }
    result
}
