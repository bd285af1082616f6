//! `Constraint`: what the description demands of a value beyond its type, checked where the value is sent.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use regex_lite::Regex;

use super::json::number::{Integral, integral};
use super::{Encode, EncodeError, Json, JsonWriter, Tape};

/// What the description demands of a value beyond its type. A constraint on values of one type allows all values of others.
///
/// Numbers and listed values are JSON text, so that they are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Constraint {
    /// `minLength`: at least so many characters.
    MinLength(u64),
    /// `maxLength`: at most so many characters.
    MaxLength(u64),
    /// `pattern`: a text in which this regular expression is found.
    Pattern(&'static str),
    /// `minimum`: this number or more.
    Minimum(&'static str),
    /// `exclusiveMinimum`: more than this number.
    ExclusiveMinimum(&'static str),
    /// `maximum`: this number or less.
    Maximum(&'static str),
    /// `exclusiveMaximum`: less than this number.
    ExclusiveMaximum(&'static str),
    /// `multipleOf`: this number, any number of times.
    MultipleOf(&'static str),
    /// `minItems`: at least so many items.
    MinItems(u64),
    /// `maxItems`: at most so many items.
    MaxItems(u64),
    /// `uniqueItems`: no two items are equal.
    UniqueItems,
    /// `minProperties`: at least so many properties.
    MinProperties(u64),
    /// `maxProperties`: at most so many properties.
    MaxProperties(u64),
    /// `enum` and `const`: one of these values.
    OneOf(&'static [&'static str]),
    /// The constraints of every item of an array.
    Items(&'static [Constraint]),
    /// The constraints of the first items of an array, one list for each.
    PrefixItems(&'static [&'static [Constraint]]),
    /// The constraints of every property value of an object.
    Values(&'static [Constraint]),
}

/// A value with its constraints. Sending it fails if it breaks one of them; written otherwise, it is like the value alone.
#[derive(Clone, Copy)]
pub struct Constrained<'v> {
    value: &'v dyn Encode,
    constraints: &'static [Constraint],
}

impl<'v> Constrained<'v> {
    /// A value with its constraints.
    pub fn new(value: &'v dyn Encode, constraints: &'static [Constraint]) -> Self {
        Self { value, constraints }
    }

    /// Each value of a map with the same constraints.
    pub fn each<T: Encode>(map: &'v BTreeMap<String, T>, constraints: &'static [Constraint]) -> BTreeMap<String, Self> {
        map.iter().map(|(key, value)| (key.clone(), Self::new(value, constraints))).collect()
    }
}

/// Only the constraints: the value may be secret.
impl fmt::Debug for Constrained<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Constrained").field(&self.constraints).finish()
    }
}

impl Encode for Constrained<'_> {
    fn encode(&self, json: &mut JsonWriter) {
        json.constrained(self.value, |text| match Tape::parse(text) {
            Ok(tape) => self.constraints.iter().try_for_each(|constraint| constraint.check(tape.root())),
            // What has no form in JSON has been recorded as that.
            Err(_) => Ok(()),
        });
    }

    fn is_absent(&self) -> bool {
        self.value.is_absent()
    }
}

impl Constraint {
    /// Checks a value. The error says what was expected, but not what the value is, which may be secret.
    fn check(self, json: Json<'_>) -> Result<(), EncodeError> {
        let broken = match self {
            Self::Items(constraints) => return each(json.elements().ok().into_iter().flatten().enumerate(), constraints),
            Self::PrefixItems(places) => {
                let mut items = json.elements().ok().into_iter().flatten().zip(places).enumerate();
                return items.try_for_each(|(place, (item, constraints))| each(std::iter::once((place, item)), constraints));
            }
            Self::Values(constraints) => return each(json.entries().ok().into_iter().flatten(), constraints),
            Self::MinLength(least) => too_few(characters(json), least, "character"),
            Self::MaxLength(most) => too_many(characters(json), most, "character"),
            Self::MinItems(least) => too_few(items(json), least, "item"),
            Self::MaxItems(most) => too_many(items(json), most, "item"),
            Self::MinProperties(least) => too_few(properties(json), least, "property"),
            Self::MaxProperties(most) => too_many(properties(json), most, "property"),
            Self::Pattern(pattern) => {
                let is_broken = json.as_str().is_some_and(|text| !is_match(pattern, text));
                is_broken.then(|| format!("expected a text that matches `{pattern}`"))
            }
            Self::Minimum(bound) => compared(json, bound, Ordering::is_ge, "not less than"),
            Self::ExclusiveMinimum(bound) => compared(json, bound, Ordering::is_gt, "more than"),
            Self::Maximum(bound) => compared(json, bound, Ordering::is_le, "not more than"),
            Self::ExclusiveMaximum(bound) => compared(json, bound, Ordering::is_lt, "less than"),
            Self::MultipleOf(unit) => {
                let is_broken = json.number_text().is_some_and(|number| !is_multiple(number, unit));
                is_broken.then(|| format!("expected a multiple of {unit}"))
            }
            Self::UniqueItems => {
                let mut seen = HashSet::new();
                let repeated = json.elements().ok().and_then(|mut items| items.position(|item| !seen.insert(canonical(item))));
                repeated.map(|index| format!("expected items of which none is repeated, but item {index} is"))
            }
            Self::OneOf(values) => {
                let own = canonical(json);
                let is_it = |value: &&str| Tape::parse(value.as_bytes()).is_ok_and(|tape| canonical(tape.root()) == own);
                (!json.is_null() && !values.iter().any(is_it)).then(|| format!("expected one of {}", values.join(", ")))
            }
        };
        broken.map_or(Ok(()), |problem| Err(EncodeError::new(problem)))
    }
}

/// Where a value stands in another.
trait Place {
    fn enter(self, error: &mut EncodeError);
}

impl Place for usize {
    fn enter(self, error: &mut EncodeError) {
        error.enter_item(self);
    }
}

impl Place for &str {
    fn enter(self, error: &mut EncodeError) {
        error.enter_property(self);
    }
}

fn each<'j, P: Place>(values: impl Iterator<Item = (P, Json<'j>)>, constraints: &[Constraint]) -> Result<(), EncodeError> {
    for (place, value) in values {
        if let Err(mut error) = constraints.iter().try_for_each(|constraint| constraint.check(value)) {
            place.enter(&mut error);
            return Err(error);
        }
    }
    Ok(())
}

fn characters(json: Json<'_>) -> Option<u64> {
    Some(json.as_str()?.chars().count() as u64)
}

fn items(json: Json<'_>) -> Option<u64> {
    Some(json.elements().ok()?.count() as u64)
}

fn properties(json: Json<'_>) -> Option<u64> {
    Some(json.entries().ok()?.count() as u64)
}

fn too_few(count: Option<u64>, least: u64, noun: &str) -> Option<String> {
    let count = count.filter(|count| *count < least)?;
    Some(format!("expected at least {}, found {count}", counted(least, noun)))
}

fn too_many(count: Option<u64>, most: u64, noun: &str) -> Option<String> {
    let count = count.filter(|count| *count > most)?;
    Some(format!("expected at most {}, found {count}", counted(most, noun)))
}

fn counted(count: u64, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {noun}s"),
    }
}

fn compared(json: Json<'_>, bound: &str, is_allowed: fn(Ordering) -> bool, words: &str) -> Option<String> {
    let ordering = compare(json.number_text()?, bound)?;
    (!is_allowed(ordering)).then(|| format!("expected a number {words} {bound}"))
}

/// Compares two numbers of JSON text: integers exactly, others as `f64`.
fn compare(left: &str, right: &str) -> Option<Ordering> {
    match (integral(left), integral(right)) {
        (Integral::Value(left), Integral::Value(right)) => Some(left.cmp(&right)),
        _ => left.parse::<f64>().ok()?.partial_cmp(&right.parse().ok()?),
    }
}

/// Whether a number is a unit any number of times: integers exactly, others up to the precision of `f64`.
fn is_multiple(number: &str, unit: &str) -> bool {
    match (integral(number), integral(unit)) {
        (_, Integral::Value(0)) => true,
        (Integral::Value(number), Integral::Value(unit)) => number % unit == 0,
        _ => match (number.parse::<f64>(), unit.parse::<f64>()) {
            (Ok(number), Ok(unit)) => {
                let times = number / unit;
                (times - times.round()).abs() <= times.abs().max(1.0) * 4.0 * f64::EPSILON
            }
            _ => true,
        },
    }
}

thread_local! {
    /// The regular expressions used so far: as many as the description has.
    static EXPRESSIONS: RefCell<HashMap<&'static str, Option<Regex>>> = RefCell::default();
}

/// Whether a regular expression is found in a text. The generator has made sure that it is one.
fn is_match(pattern: &'static str, text: &str) -> bool {
    EXPRESSIONS.with_borrow_mut(|expressions| {
        let expression = expressions.entry(pattern).or_insert_with(|| Regex::new(pattern).ok());
        expression.as_ref().is_none_or(|expression| expression.is_match(text))
    })
}

/// Text that is the same for equal values, whatever the order of properties and the form of numbers.
fn canonical(json: Json<'_>) -> String {
    if let Some(text) = json.as_str() {
        format!("{text:?}")
    } else if let Some(text) = json.number_text() {
        match integral(text) {
            Integral::Value(value) => value.to_string(),
            _ => text.parse::<f64>().map_or_else(|_| text.to_owned(), |value| format!("{value:?}")),
        }
    } else if let Ok(items) = json.elements() {
        format!("[{}]", items.map(canonical).collect::<Vec<_>>().join(","))
    } else if let Ok(entries) = json.entries() {
        let entries: BTreeMap<&str, String> = entries.map(|(key, value)| (key, canonical(value))).collect();
        format!("{entries:?}")
    } else {
        json.boolean().map_or_else(|_| "null".to_owned(), |value| value.to_string())
    }
}
