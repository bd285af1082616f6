//! `Reading`: how far a body may differ from its description, and the record of where it did.

use std::cell::{Cell, RefCell};

use super::deviation::{Deviation, Deviations, MAX_KEPT};
use super::path::{write_item, write_property};
use super::tape::Tape;
use super::{Decode, DecodeError, Json, Scalar};

/// How far the body of a response may differ from its description.
///
/// In every mode, an optional property that is null reads as absent and does not count as a deviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reading {
    /// Each of these is read, with a deviation: null or nothing for a required list or map, as an empty one; a value that no
    /// alternative of a union can hold, as `Unknown`, among them an object of which a property has another value than the only one
    /// that its alternative allows; a text in another form than its format; text where JSON is described, if the
    /// result is a text; another value, or none, where the description allows only one. A missing list is an error where none of
    /// its object's properties arrived, and where paging follows it.
    #[default]
    Tolerant,
    /// Each deviation is an error: for tests against a server.
    Strict,
    /// As `Tolerant`, and a required scalar that is missing or of another type reads as the empty value of its type, with a
    /// deviation: an empty text, `0` or `false`. Of an enum this is mostly `Unknown`, but `0` may be one of the values that an integer
    /// enum lists; a union that is missing is `Unknown`. An optional property of another type reads as absent. A missing list is an
    /// empty one even if none of its object's properties arrived. Required dates, times and UUIDs have no empty value, so those
    /// stay errors, as do objects.
    Lenient,
}

/// How a tape is read, and where it differed.
#[derive(Debug, Default)]
pub(super) struct Tolerance {
    reading: Cell<Reading>,
    /// The value that is read as an alternative of a union.
    alternative: Cell<Option<u32>>,
    noted: RefCell<Vec<Noted>>,
    total: Cell<usize>,
}

/// A value that was tolerated, with the error that it would have been.
#[derive(Debug)]
struct Noted {
    token: u32,
    error: DecodeError,
}

impl Tolerance {
    pub(super) fn new(reading: Reading) -> Self {
        Self { reading: Cell::new(reading), ..Self::default() }
    }

    pub(super) fn reading(&self) -> Reading {
        self.reading.get()
    }

    /// Does some work in which each deviation is an error.
    pub(super) fn strictly<T>(&self, work: impl FnOnce() -> T) -> T {
        let reading = self.reading.replace(Reading::Strict);
        let outcome = work();
        self.reading.set(reading);
        outcome
    }

    /// Does some work that reads a value as an alternative of a union.
    pub(super) fn as_alternative<T>(&self, token: u32, work: impl FnOnce() -> T) -> T {
        let outer = self.alternative.replace(Some(token));
        let outcome = work();
        self.alternative.set(outer);
        outcome
    }

    /// Whether a value is read as an alternative of a union.
    pub(super) fn is_alternative(&self, token: u32) -> bool {
        self.alternative.get() == Some(token)
    }

    /// Runs `work`. If it fails, the deviations it noted are discarded.
    pub(super) fn attempt<T, E>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let (noted, total) = (self.noted.borrow().len(), self.total.get());
        work().inspect_err(|_| {
            self.noted.borrow_mut().truncate(noted);
            self.total.set(total);
        })
    }

    /// Notes an error as a deviation, unless reading is strict.
    #[cold]
    pub(super) fn note(&self, token: u32, error: DecodeError) -> Result<(), DecodeError> {
        if self.reading() == Reading::Strict {
            return Err(error);
        }
        self.total.set(self.total.get() + 1);
        let mut noted = self.noted.borrow_mut();
        if noted.len() < MAX_KEPT {
            noted.push(Noted { token, error });
        }
        Ok(())
    }
}

impl Tape<'_> {
    /// The deviations that were noted while this was read.
    pub(super) fn deviations(&self) -> Deviations {
        let mut noted = self.tolerance.noted.take();
        if noted.is_empty() {
            return Deviations::default();
        }
        noted.sort_by_key(|noted| noted.token);
        let mut first = Vec::with_capacity(noted.len());
        locate(self.root(), &noted, &mut String::new(), &mut first);
        Deviations { first, total: self.tolerance.total.take() }
    }
}

/// Finds, in one walk, where each deviation noted at a value or inside it is.
fn locate(json: Json<'_>, mut noted: &[Noted], place: &mut String, found: &mut Vec<Deviation>) {
    while let Some((first, rest)) = noted.split_first().filter(|(first, _)| first.token == json.index()) {
        found.push(deviation(&first.error, place));
        noted = rest;
    }
    let length = place.len();
    let mut inside = |json: Json<'_>, step: &dyn Fn(&mut String) -> std::fmt::Result| {
        let (within, rest) = noted.split_at(noted.partition_point(|noted| noted.token < json.after()));
        noted = rest;
        if !within.is_empty() {
            // Writing to a string cannot fail.
            _ = step(place);
            locate(json, within, place, found);
            place.truncate(length);
        }
    };
    if let Ok(entries) = json.entries() {
        entries.for_each(|(key, value)| inside(value, &|place| write_property(place, length == 0, key)));
    } else if let Ok(elements) = json.elements() {
        elements.enumerate().for_each(|(index, value)| inside(value, &|place| write_item(place, index)));
    }
}

/// An error as a deviation, at a value or in it.
fn deviation(error: &DecodeError, place: &str) -> Deviation {
    let (path, expected, found) = error.parts();
    let mut place = place.to_owned();
    _ = path.write(place.is_empty(), &mut place);
    Deviation { place, expected, found }
}

/// The value of a required property that is not what its type says, as far as reading goes.
#[cold]
pub(super) fn required<T: Decode>(json: Json<'_>, error: DecodeError) -> Result<T, DecodeError> {
    let is_lenient = json.reading() == Reading::Lenient && error.is_at_value();
    let empty = json.is_null().then(T::when_missing).flatten();
    match empty.or_else(|| is_lenient.then(empty_scalar).flatten()) {
        Some(empty) => json.tolerate(error).map(|()| empty),
        None => Err(error),
    }
}

/// Notes that a value is not the only one that the description allows for a property of an object. An alternative of a union
/// cannot hold such an object.
#[cold]
pub(super) fn other_value(object: Json<'_>, json: Json<'_>, only: Scalar<'_>) -> Result<(), DecodeError> {
    let error = DecodeError::expected(only, json);
    if object.is_alternative() { Err(error) } else { json.tolerate(error) }
}

/// Whether an optional property that is not what its type says reads as absent.
#[cold]
pub(super) fn optional(json: Json<'_>, error: DecodeError) -> Result<(), DecodeError> {
    if json.reading() == Reading::Lenient && error.is_at_value() { json.tolerate(error) } else { Err(error) }
}

/// The value of a required property that is missing, as far as reading goes.
#[cold]
pub(super) fn missing<T: Decode>(object: Json<'_>, error: DecodeError) -> Result<T, DecodeError> {
    let is_lenient = object.reading() == Reading::Lenient;
    match T::when_missing().or_else(|| is_lenient.then(empty_scalar).flatten()) {
        Some(empty) => object.tolerate(error).map(|()| empty),
        None => Err(error),
    }
}

/// The form that a type asks for, by its complaint about null.
#[cold]
pub(super) fn expected<T: Decode>() -> Option<String> {
    let tape = Tape::parse(b"null").ok()?;
    let complaint = tape.tolerance.strictly(|| T::decode(tape.root())).err()?;
    complaint.is_of_form().then(|| complaint.parts().1)
}

/// The empty value of a scalar type: what null, an empty text, zero or `false` is read as, whichever is one of its values.
fn empty_scalar<T: Decode>() -> Option<T> {
    let read = |text: &str| T::decode(Tape::parse(text.as_bytes()).ok()?.root()).ok();
    ["null", "\"\"", "0", "false"].into_iter().find_map(read)
}
