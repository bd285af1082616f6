//! `Arguments`: the arguments of a call or constructor by key, whether positional or fields of a struct.

use super::pairs::Pairs;
use crate::record::{Item, Key, Kind, Record, Step, signature};

/// The arguments of a call or constructor.
#[derive(PartialEq, Eq)]
pub(super) struct Arguments {
    /// Whether they are the fields of one struct.
    pub(super) is_literal: bool,
    /// The arguments in order; fields of a struct have none.
    pub(super) all: Vec<Argument>,
}

/// One argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    /// The key of the parameter or property.
    pub(super) key: Key,
    /// Its name in the description.
    pub(super) name: String,
    pub(super) ty: String,
}

impl Arguments {
    /// Returns the arguments of a call's method or of a constructor.
    pub(super) fn of(record: &Record, item: &Item) -> Self {
        let literal = item.key.then(Step::Own("required"));
        let is_literal = record.get(&literal, Kind::Struct).is_some() && item.order.len() != signature::arguments(&item.ty).len();
        let all = if item.kind == Kind::Constructor && is_literal {
            let fields = record.parts(&literal, Kind::Field);
            let argument = |field: &Item| {
                let name = field.key.last_word();
                Argument { key: item.key.then(Step::Property(&name)), name, ty: field.ty.clone() }
            };
            fields.map(argument).collect()
        } else {
            let types = signature::arguments(&item.ty);
            let argument = |(place, word): (usize, &String)| {
                let (key, name) = if item.kind == Kind::Constructor {
                    (item.key.then(Step::Property(word)), word.clone())
                } else {
                    of_call(&item.key, word)
                };
                let field = || record.get(&key, Kind::Field).map(|field| field.ty.clone());
                let ty = if is_literal { field() } else { types.get(place).map(|ty| (*ty).to_owned()) };
                Argument { key, name, ty: ty.unwrap_or_default() }
            };
            item.order.iter().enumerate().map(argument).collect()
        };
        Self { is_literal, all }
    }

    /// Returns whether code that passes these arguments compiles with others: they are in an order and have the same types.
    pub(super) fn compile_as(&self, others: &Self) -> bool {
        let types = |arguments: &'_ Self| arguments.all.iter().map(|argument| argument.ty.clone()).collect::<Vec<_>>();
        !self.is_literal && !others.is_literal && types(self) == types(others)
    }

    /// Returns whether the others are the same in any order.
    pub(super) fn are_same(&self, others: &Self) -> bool {
        let are_in = |one: &Self, other: &Self| one.all.iter().all(|argument| other.get(&argument.key).is_some());
        are_in(self, others) && are_in(others, self)
    }

    /// Returns the argument with a key.
    pub(super) fn get(&self, key: &Key) -> Option<&Argument> {
        self.all.iter().find(|argument| argument.key == *key)
    }

    /// Returns the keys that `others` has too, in order.
    pub(super) fn shared<'a>(&'a self, others: &Self) -> Vec<&'a Argument> {
        self.all.iter().filter(|argument| others.get(&argument.key).is_some()).collect()
    }

    /// Translates the keys and types into those of the other API.
    pub(super) fn in_terms_of(self, pairs: &Pairs<'_>, before: &Item, after: &Item) -> Self {
        let (names, names_now) = (path_parameters(&before.key), path_parameters(&after.key));
        let translated = |argument: Argument| {
            let step = &argument.key.as_str()[before.key.as_str().len()..];
            let place = names.iter().position(|name| step.starts_with(" path ") && *name == argument.name);
            // A path parameter is identified by its position: its name is not sent.
            let name = place.and_then(|place| names_now.get(place));
            let key = match name {
                Some(name) => after.key.then(Step::Parameter("path", name)),
                None => after.key.inside(step),
            };
            let ty = pairs.in_call(&pairs.typed(&argument.ty), before, after);
            Argument { key, ty, name: name.cloned().unwrap_or(argument.name) }
        };
        Self { all: self.all.into_iter().map(translated).collect(), ..self }
    }

    /// Returns the arguments in Rust syntax: `id: i64, name: String`.
    pub(super) fn shown(&self) -> String {
        let shown = self.all.iter().map(Argument::shown).collect::<Vec<_>>().join(", ");
        if self.is_literal { format!("{{ {shown} }}") } else { shown }
    }

    /// Returns the names of the arguments.
    pub(super) fn names(&self) -> String {
        self.all.iter().map(|argument| argument.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Argument {
    /// Returns the argument in Rust syntax: `id: i64`.
    pub(super) fn shown(&self) -> String {
        format!("{}: {}", self.name, self.ty)
    }
}

/// Returns the key and name of a call's argument from its entry in the recorded order.
fn of_call(call: &Key, word: &str) -> (Key, String) {
    let (location, name) = word.split_once(':').unwrap_or(("input", word));
    let key = match location {
        "input" => call.inside(&format!(" input {name}")),
        "property" => call.then(Step::Property(name)),
        "part" => call.then(Step::Part(name)),
        _ => call.then(Step::Parameter(location, name)),
    };
    (key, name.to_owned())
}

/// Returns the names of the path parameters of a call, in order.
fn path_parameters(call: &Key) -> Vec<String> {
    let path = call.words().into_iter().nth(1).unwrap_or_default();
    path.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
}
