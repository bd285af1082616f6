//! Impls that say nothing of the description: they follow from the kind of the type, and are the same for all of them.

use syn::{ItemImpl, ItemMacro};

use super::trait_name;
use crate::reader::Facts;
use crate::reader::pattern::matches;

/// The traits that a type implements.
#[derive(Default)]
pub(crate) struct Impls(Vec<&'static str>);

impl Impls {
    /// Notes an impl that was read elsewhere; whether it was as expected.
    pub(crate) fn add(&mut self, name: &'static str, known: bool) -> bool {
        self.0.extend(known.then_some(name));
        known
    }

    /// Notes an impl that is the same for all types; whether it was one.
    pub(crate) fn take(&mut self, ty: &str, item: &ItemImpl) -> bool {
        let name = trait_name(item);
        let same = SAME.iter().filter(|(same, _)| name.as_deref() == Some(same));
        let found = { same }.find(|(_, pattern)| matches(pattern, item).is_some_and(|holes| holes["ty"] == ty));
        self.0.extend(found.map(|(name, _)| name));
        found.is_some()
    }

    /// Notes what a macro implements for a type; whether it is one of those that do so.
    pub(crate) fn expand(&mut self, ty: &str, item: &ItemMacro) -> bool {
        let found = MACROS.iter().find(|(pattern, _)| matches(pattern, item).is_some_and(|holes| holes["ty"] == ty));
        self.0.extend(found.into_iter().flat_map(|(_, names)| names.iter()));
        found.is_some()
    }

    /// Says which traits the type implements.
    pub(crate) fn say(mut self, subject: &str, facts: &mut Facts) {
        self.0.sort_unstable();
        facts.say(format!("{subject}: implements"), self.0.join(", "));
    }
}

const MACROS: [(&str, &[&str]); 3] = [
    ("runtime::serde_traits!($ty);", &["Deserialize", "Serialize"]),
    ("runtime::model_traits!($ty);", &["Debug", "Deserialize", "Serialize"]),
    (
        "runtime::text_enum_traits!($ty);",
        &["Debug", "Decode", "Deserialize", "Display", "Encode", "Eq", "FromStr", "Hash", "PartialEq", "Serialize"],
    ),
];

const SAME: [(&str, &str); 5] = [
    (
        "Default",
        "impl Default for $ty {
            fn default() -> Self {
                Self::new()
            }
        }",
    ),
    (
        "Display",
        "impl std::fmt::Display for $ty {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, \"{}\", self.as_i64())
            }
        }",
    ),
    (
        "FromStr",
        "impl std::str::FromStr for $ty {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, std::num::ParseIntError> {
                Ok(Self::from(text.parse::<i64>()?))
            }
        }",
    ),
    (
        "Decode",
        "impl runtime::Decode for $ty {
            fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                Ok(Self::from(json.integer::<i64>()?))
            }
        }",
    ),
    (
        "Encode",
        "impl runtime::Encode for $ty {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                json.integer(self.as_i64());
            }
        }",
    ),
];
