//! `Fields`: an object's properties, taken by name.

use std::collections::{BTreeMap, BTreeSet};

use super::tolerance::{self, expected};
use super::{Decode, DecodeError, Entries, Json, Reading, Scalar};

/// An object's properties, taken by name.
///
/// Each search starts where the last one ended, because documents mostly keep the order of their schema. An object on which
/// the searches still take long gets an index, so that a hostile document cannot make them quadratic.
///
/// The first error is kept until [`finish`](Self::finish), so that generated code need not look after each property.
#[derive(Debug)]
pub struct Fields<'a> {
    all: Entries<'a>,
    /// The properties after the last one found.
    rest: Entries<'a>,
    /// Where the first of these stands among all.
    position: usize,
    /// How many properties were looked at in vain.
    looked_at: usize,
    /// Which of the first 64 properties were taken.
    taken: u64,
    wide: Option<Box<Wide<'a>>>,
    /// The first error.
    error: Option<DecodeError>,
}

/// What only an object of many properties needs, or one that lacks a list.
#[derive(Debug, Default)]
struct Wide<'a> {
    /// Where each key's property is.
    index: Option<BTreeMap<&'a str, (usize, Json<'a>)>>,
    /// The further properties that were taken.
    taken: BTreeSet<usize>,
    /// The first property that was missing and read as empty.
    missing: Option<DecodeError>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(entries: Entries<'a>) -> Self {
        Self { all: entries.clone(), rest: entries, position: 0, looked_at: 0, taken: 0, wide: None, error: None }
    }

    /// A property that must be there. It may be null if `T` can be. Null or nothing for a list or map is an empty one, as far as
    /// [`Reading`] goes.
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

    /// The list that paging follows, which must be there in every mode of reading: without it, paging would end as if it were
    /// complete.
    ///
    /// # Errors
    ///
    /// The first one, of this or an earlier property.
    pub fn present<T: Decode>(&mut self, name: &'static str) -> Result<T, DecodeError> {
        match (self.error.take(), self.take(name)) {
            (Some(error), _) => Err(error),
            (None, Some(json)) => required(name, json),
            (None, None) => Err(DecodeError::missing(name, expected::<T>())),
        }
    }

    /// A property that may be missing. Null counts as missing unless it is one of the type's own values.
    pub fn optional<T: Decode>(&mut self, name: &'static str) -> Option<T> {
        let json = self.take(name).filter(|json| T::HOLDS_NULL || !json.is_null())?;
        let outcome = optional(name, json);
        self.keep(outcome)?
    }

    /// A property that may be missing (`None`) or null (`Some(None)`).
    pub fn optional_nullable<T: Decode>(&mut self, name: &'static str) -> Option<Option<T>> {
        let json = self.take(name)?;
        if json.is_null() {
            return Some(None);
        }
        let outcome = optional(name, json);
        self.keep(outcome)?.map(Some)
    }

    /// A property that has only one value. Another one, or none, is a deviation; another one is an error in an object that is read
    /// as an alternative of a union.
    pub fn constant(&mut self, name: &'static str, value: impl Into<Scalar<'static>>) -> &mut Self {
        self.only(name, value.into(), true)
    }

    /// The same, of a property that may be missing.
    pub fn optional_constant(&mut self, name: &'static str, value: impl Into<Scalar<'static>>) -> &mut Self {
        self.only(name, value.into(), false)
    }

    fn only(&mut self, name: &'static str, value: Scalar<'static>, is_required: bool) -> &mut Self {
        let outcome = match self.take(name) {
            Some(json) if Scalar::of(json) == Some(value) => Ok(()),
            Some(json) => tolerance::other_value(self.all.object(), json, value).map_err(|error| error.in_property(name)),
            None if is_required => self.all.object().tolerate(DecodeError::missing(name, Some(value.to_string()))),
            None => Ok(()),
        };
        self.keep(outcome);
        self
    }

    /// All properties that were not taken before.
    pub fn additional<T: Decode>(&mut self) -> BTreeMap<String, T> {
        let mut additional = BTreeMap::new();
        for (position, (key, json)) in self.all.with_positions() {
            if !self.is_taken(position) {
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
        match (self.error, self.wide) {
            (Some(error), _) => Err(error),
            // A list was missing, and so was everything else: this is another object.
            (None, Some(wide)) if self.taken == 0 && wide.taken.is_empty() => wide.missing.map_or(Ok(value), Err),
            (None, _) => Ok(value),
        }
    }

    fn get<T: Decode>(&mut self, name: &'static str) -> Result<T, DecodeError> {
        match self.take(name) {
            Some(json) => required(name, json),
            None => self.missing(name),
        }
    }

    /// A property that is missing: an empty list or map, as far as reading goes.
    #[cold]
    #[inline(never)]
    fn missing<T: Decode>(&mut self, name: &'static str) -> Result<T, DecodeError> {
        let (object, error) = (self.all.object(), DecodeError::missing(name, expected::<T>()));
        if object.reading() == Reading::Tolerant {
            self.wide.get_or_insert_default().missing.get_or_insert_with(|| error.clone());
        }
        tolerance::missing(object, error)
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

    fn is_taken(&self, position: usize) -> bool {
        match self.taken.checked_shr(position as u32) {
            Some(taken) => taken & 1 == 1,
            None => self.wide.as_ref().is_some_and(|wide| wide.taken.contains(&position)),
        }
    }

    fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let json = match self.rest.next_if(name) {
            Some(json) => json,
            None => self.search(name)?,
        };
        match 1_u64.checked_shl(self.position as u32) {
            Some(bit) => self.taken |= bit,
            None => drop(self.wide.get_or_insert_default().taken.insert(self.position)),
        }
        self.position += 1;
        Some(json)
    }

    /// Finds a property that is not the next one, and goes on behind it.
    #[inline(never)]
    fn search(&mut self, name: &str) -> Option<Json<'a>> {
        if let Some(Wide { index: Some(index), .. }) = self.wide.as_deref() {
            let (position, json) = *index.get(name)?;
            (self.rest, self.position) = (self.all.behind(json), position);
            return Some(json);
        }
        if self.all.surely_lacks(name) {
            return None;
        }
        // Once around: to the end and on from the start.
        let start = self.position;
        for looked_at in 0.. {
            if self.rest.pass() {
                self.position += 1;
            } else {
                (self.rest, self.position) = (self.all.clone(), 0);
            }
            if self.position == start {
                self.looked_at += looked_at;
                break;
            }
            if let Some(json) = self.rest.next_if(name) {
                self.looked_at += looked_at;
                return Some(json);
            }
        }
        if self.looked_at > 16 * self.all.tokens().max(64) {
            let properties = self.all.with_positions();
            let index = properties.map(|(position, (key, json))| (key, (position, json))).collect();
            self.wide.get_or_insert_default().index = Some(index);
        }
        None
    }
}

fn required<T: Decode>(name: &'static str, json: Json<'_>) -> Result<T, DecodeError> {
    T::decode(json).or_else(|error| tolerance::required(json, error)).map_err(|error| error.in_property(name))
}

fn optional<T: Decode>(name: &'static str, json: Json<'_>) -> Result<Option<T>, DecodeError> {
    match T::decode(json) {
        Ok(value) => Ok(Some(value)),
        Err(error) => tolerance::optional(json, error).map(|()| None).map_err(|error| error.in_property(name)),
    }
}
