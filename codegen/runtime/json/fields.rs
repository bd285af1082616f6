//! `Fields`: an object's properties, taken by name.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Enumerate;

use super::{Decode, DecodeError, Entries, Json};

/// An object's properties, taken by name.
///
/// Each search starts where the last one ended, because documents mostly keep the order of their schema. An object on which
/// the searches still take long gets an index, so that a hostile document cannot make them quadratic.
///
/// The first error is kept until [`finish`](Self::finish), so that generated code need not look after each property.
#[derive(Debug)]
pub struct Fields<'a> {
    all: Entries<'a>,
    /// The properties after the last one found, each with its position.
    rest: Enumerate<Entries<'a>>,
    /// How many properties were looked at in vain.
    looked_at: usize,
    index: Option<BTreeMap<&'a str, (usize, Json<'a>)>>,
    taken: Taken,
    /// The first error.
    error: Option<DecodeError>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(entries: Entries<'a>) -> Self {
        Self { all: entries.clone(), rest: entries.enumerate(), looked_at: 0, index: None, taken: Taken::default(), error: None }
    }

    /// A property that must be there. It may be null if `T` can be.
    pub fn required<T: Decode + Default>(&mut self, name: &'static str) -> T {
        let outcome = self.get(name);
        self.keep(outcome).unwrap_or_default()
    }

    /// The same, of a type that has no value to go on with after an error.
    ///
    /// # Errors
    ///
    /// The first one, of this or an earlier property.
    pub fn try_required<T: Decode>(&mut self, name: &'static str) -> Result<T, DecodeError> {
        match self.error.take() {
            Some(error) => Err(error),
            None => self.get(name),
        }
    }

    /// A property that may be missing. Null counts as missing unless it is one of the type's own values.
    pub fn optional<T: Decode>(&mut self, name: &'static str) -> Option<T> {
        let json = self.take(name).filter(|json| T::HOLDS_NULL || !json.is_null())?;
        self.keep(T::decode(json).map_err(|error| error.in_property(name)))
    }

    /// A property that may be missing (`None`) or null (`Some(None)`).
    pub fn optional_nullable<T: Decode>(&mut self, name: &'static str) -> Option<Option<T>> {
        let json = self.take(name)?;
        if json.is_null() {
            return Some(None);
        }
        self.keep(T::decode(json).map_err(|error| error.in_property(name))).map(Some)
    }

    /// All properties that were not taken before.
    pub fn additional<T: Decode>(&mut self) -> BTreeMap<String, T> {
        let mut additional = BTreeMap::new();
        for (position, (key, json)) in self.all.clone().enumerate() {
            if !self.taken.contains(position) {
                match T::decode(json) {
                    Ok(value) => _ = additional.insert(key.to_owned(), value),
                    Err(error) => return self.keep(Err(error.in_property(key.to_owned()))).unwrap_or_default(),
                }
            }
        }
        additional
    }

    /// What was made of the properties, unless there was an error.
    ///
    /// # Errors
    ///
    /// The first one.
    pub fn finish<T>(self, value: T) -> Result<T, DecodeError> {
        self.error.map_or(Ok(value), Err)
    }

    fn get<T: Decode>(&mut self, name: &'static str) -> Result<T, DecodeError> {
        match self.take(name) {
            Some(json) => T::decode(json).map_err(|error| error.in_property(name)),
            None => Err(DecodeError::missing(name)),
        }
    }

    /// Keeps the first error.
    fn keep<T>(&mut self, outcome: Result<T, DecodeError>) -> Option<T> {
        match outcome {
            Ok(value) => Some(value),
            Err(error) => {
                self.error.get_or_insert(error);
                None
            }
        }
    }

    fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let (position, json) = self.find(name)?;
        self.taken.insert(position);
        Some(json)
    }

    fn find(&mut self, name: &str) -> Option<(usize, Json<'a>)> {
        if let Some(index) = &self.index {
            return index.get(name).copied();
        }
        // Once around: to the end and on from the start.
        for _ in 0..=self.all.length() {
            match self.rest.next() {
                Some((position, (key, json))) if key == name => return Some((position, json)),
                Some(_) => self.looked_at += 1,
                None => self.rest = self.all.clone().enumerate(),
            }
        }
        if self.looked_at > 16 * self.all.length().max(64) {
            let entries = self.all.clone().enumerate();
            self.index = Some(entries.map(|(position, (key, json))| (key, (position, json))).collect());
        }
        None
    }
}

/// The positions of the properties found so far; without an allocation for the usual object.
#[derive(Debug, Default)]
struct Taken {
    first: u64,
    further: BTreeSet<usize>,
}

impl Taken {
    fn insert(&mut self, position: usize) {
        if position < 64 {
            self.first |= 1 << position;
        } else {
            self.further.insert(position);
        }
    }

    fn contains(&self, position: usize) -> bool {
        if position < 64 { self.first >> position & 1 == 1 } else { self.further.contains(&position) }
    }
}
