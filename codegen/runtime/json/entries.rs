//! `Elements` and `Entries`: what arrays and objects hold, one after the other.

use super::Json;
use super::tape::{Tape, Token, key_bits, print, wide_key_bit};

/// The items of an array.
#[derive(Clone, Debug)]
pub struct Elements<'a> {
    tape: &'a Tape<'a>,
    length: u32,
    next: u32,
    end: u32,
}

impl<'a> Elements<'a> {
    pub(super) fn new(tape: &'a Tape<'a>, array: &Token, first: u32) -> Self {
        Self { tape, length: array.start, next: first, end: array.end }
    }

    /// How many items the whole array has.
    pub(in crate::runtime) fn length(&self) -> usize {
        self.length as usize
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Json<'a>;

    fn next(&mut self) -> Option<Json<'a>> {
        let value = (self.next < self.end).then(|| Json::new(self.tape, self.next))?;
        self.next = value.after();
        Some(value)
    }
}

/// The properties of an object in the order of the text; of a repeated key the last one.
#[derive(Clone, Debug)]
pub struct Entries<'a> {
    tape: &'a Tape<'a>,
    /// The bits of all keys of the object.
    key_bits: u32,
    next: u32,
    end: u32,
}

impl<'a> Entries<'a> {
    pub(super) fn new(tape: &'a Tape<'a>, object: &Token, first: u32) -> Self {
        Self { tape, key_bits: object.start, next: first, end: object.end }
    }

    /// The object, as long as no property was passed.
    pub(super) fn object(&self) -> Json<'a> {
        Json::new(self.tape, self.next - 1)
    }

    /// How many tokens are left: as many as properties, or more.
    pub(super) fn tokens(&self) -> usize {
        (self.end - self.next) as usize
    }

    /// Whether the object surely has no property of this name.
    #[inline]
    pub(super) fn surely_lacks(&self, name: &str) -> bool {
        self.key_bits & key_bits(wide_key_bit(print(name.as_bytes()))) == 0
    }

    /// The next property, also if its key is repeated later.
    #[inline]
    fn step(&mut self) -> Option<(&'a Token, Json<'a>)> {
        if self.next >= self.end {
            return None;
        }
        let value = Json::new(self.tape, self.next);
        let token = value.token();
        self.next = token.after(self.next);
        Some((token, value))
    }

    /// The value of the next property, if that has this name; otherwise it stays the next.
    #[inline]
    pub(super) fn next_if(&mut self, name: &str) -> Option<Json<'a>> {
        if self.next >= self.end {
            return None;
        }
        let value = Json::new(self.tape, self.next);
        let token = value.token();
        if !self.tape.has_key(token, name) {
            return None;
        }
        self.next = token.after(self.next);
        Some(value)
    }

    /// The properties behind this one.
    pub(super) fn behind(&self, property: Json<'a>) -> Self {
        Self { next: property.after(), ..self.clone() }
    }

    /// Goes past the next property; false at the end.
    #[inline]
    pub(super) fn pass(&mut self) -> bool {
        self.step().is_some()
    }

    /// The properties, each with its place among all, those repeated later included.
    pub(super) fn with_positions(&self) -> impl Iterator<Item = (usize, (&'a str, Json<'a>))> + use<'a> {
        let (tape, mut rest) = (self.tape, self.clone());
        let steps = std::iter::from_fn(move || rest.step()).enumerate();
        steps.filter_map(|(position, (token, value))| Some((position, (tape.key(token)?, value))))
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a str, Json<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (token, value) = self.step()?;
            if let Some(key) = self.tape.key(token) {
                return Some((key, value));
            }
        }
    }
}
