//! `Name`: a Rust identifier, and the only place that decides one.

use std::fmt;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::names::reserved::{Space, is_reserved};

/// A valid Rust identifier, in ASCII.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// An identifier that the generator itself chooses.
    pub(crate) fn literal(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The identifier's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `name_2` or `Name2`.
    pub(super) fn numbered(&self, number: usize) -> Self {
        let lower = self.0.starts_with(|character: char| character.is_ascii_lowercase());
        Self(format!("{}{}{number}", self.0.trim_end_matches('_'), if lower { "_" } else { "" }))
    }

    /// Reads an identifier that was written down earlier.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut characters = text.chars();
        let is_first = |first: char| first.is_ascii_alphabetic() || first == '_';
        let is_name = characters.next().is_some_and(is_first) && characters.all(|one| one.is_ascii_alphanumeric() || one == '_');
        is_name.then(|| Self(text.to_owned()))
    }

    /// Whether another name is this one, with a number or without.
    pub(super) fn is_or_was_numbered(&self, other: &Self) -> bool {
        let base = self.0.trim_end_matches('_');
        let number = other.0.strip_prefix(base).map(|rest| rest.trim_start_matches('_'));
        self == other || number.is_some_and(|number| number.parse::<usize>().is_ok_and(|number| *other == self.numbered(number)))
    }

    /// This name and another word, as a type: `List` and `error` are `ListError`.
    pub fn with(&self, word: &str) -> Self {
        type_name(&format!("{}_{word}", self.0))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The name of a type: `CloudFunction`.
pub fn type_name(text: &str) -> Name {
    let name = prefixed(spelled(text).to_upper_camel_case(), "N");
    Name(if is_reserved(Space::Type, &name) { format!("{name}Model") } else { name })
}

/// The name of an enum's variant: `CloudFunction`. Names of the prelude are free here; `Unknown` is the variant that every
/// open enum has.
pub fn variant(text: &str) -> Name {
    let name = prefixed(spelled(text).to_upper_camel_case(), "N");
    Name(if is_reserved(Space::Variant, &name) { format!("{name}_") } else { name })
}

/// The name of a module, and of its file, which has room for a number and an extension within 80 bytes: `cloud_function`.
pub fn module(text: &str) -> Name {
    let name = shortened::<74>(spelled(text).to_snake_case(), "n");
    Name(if is_reserved(Space::Module, &name) { format!("{name}_") } else { name })
}

/// The name of a model's field and of its setter: `cloud_function`.
pub fn field(text: &str) -> Name {
    value(text, Space::Field)
}

/// The name of an argument or setter of a request: `cloud_function`.
pub fn member(text: &str) -> Name {
    value(text, Space::Member)
}

/// The name of a method that makes a request: `list`.
pub fn method(text: &str) -> Name {
    value(text, Space::Method)
}

/// A name in lower case that is not reserved in a space.
fn value(text: &str, space: Space) -> Name {
    let name = prefixed(spelled(text).to_snake_case(), "n");
    Name(if is_reserved(space, &name) { format!("{name}_") } else { name })
}

/// The name of a constant: `CLOUD_FUNCTION`.
pub fn constant(text: &str) -> Name {
    Name(prefixed(spelled(text).to_shouty_snake_case(), "N"))
}

/// The text in letters and digits of ASCII and what separates words. A sign that has a meaning of its own becomes a
/// word, because `+1` and `-1`, `name` and `-name`, or `<` and `>`, must not become one name: `+` anywhere, the others where
/// they begin a word or end the text.
fn spelled(text: &str) -> String {
    const SIGNS: [char; 6] = ['-', '*', '!', '=', '<', '>'];
    let bare = !text.chars().any(char::is_alphanumeric);
    let is_bracketed = text.contains('<') && text.contains('>');
    let is_sign = |sign: char| SIGNS.contains(&sign) && !(is_bracketed && matches!(sign, '<' | '>'));
    let end = text.trim_end_matches(|sign| is_sign(sign) && sign != '-').len();
    let mut spelled = String::new();
    let mut rest = text.char_indices().peekable();
    let mut begins_word = true;
    while let Some((place, character)) = rest.next() {
        let is_alone = rest.peek().is_none_or(|(_, next)| *next == ' ');
        let is_word = place >= end || begins_word && (place == 0 || !is_alone);
        match character {
            '+' => spelled.push_str(" plus "),
            _ if is_sign(character) && is_word => spelled.push_str(&format!(" {} ", word(character))),
            _ if character.is_ascii_alphanumeric() => spelled.push(character),
            _ if character.is_ascii() && !bare => spelled.push(' '),
            _ => spelled.push_str(&format!(" {} ", word(character))),
        }
        begins_word = character == ' ' || begins_word && is_sign(character);
    }
    if spelled.trim().is_empty() { "empty".to_owned() } else { spelled }
}

/// A word for a character that no identifier can hold.
fn word(character: char) -> String {
    let word = match character {
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '*' => "star",
        '/' => "slash",
        '-' => "minus",
        '_' => "underscore",
        '.' => "dot",
        ' ' => "space",
        _ => return format!("u{:x}", u32::from(character)),
    };
    word.to_owned()
}

/// A name must not begin with a digit, and be of a bearable length.
fn prefixed(name: String, prefix: &str) -> String {
    shortened::<120>(name, prefix)
}

/// The same with a length: what is cut off is told by a hash.
fn shortened<const LONGEST: usize>(mut name: String, prefix: &str) -> String {
    const HASH: usize = 16;
    if name.starts_with(|character: char| character.is_ascii_digit()) {
        name.insert_str(0, prefix);
    }
    if name.len() > LONGEST {
        let hash =
            name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        name.truncate(LONGEST - HASH);
        name.push_str(&format!("{hash:0HASH$x}"));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_rust() {
        assert_eq!(type_name("cloud-function").as_str(), "CloudFunction");
        assert_eq!(field("userLogURL").as_str(), "user_log_url");
        assert_eq!(module("Pet.Status").as_str(), "pet_status");
        assert_eq!((module("Con").as_str(), module("LPT1").as_str()), ("con_", "lpt1_"));
        assert_eq!(constant("production eu").as_str(), "PRODUCTION_EU");
        assert_eq!(Name::literal("List").with("error").as_str(), "ListError");
    }

    #[test]
    fn no_name_is_a_keyword_or_hides_the_prelude() {
        assert_eq!(field("type").as_str(), "type_");
        assert_eq!(method("Self").as_str(), "self_");
        assert_eq!(type_name("option").as_str(), "OptionModel");
        assert_eq!(variant("none").as_str(), "None");
        assert_eq!(variant("self").as_str(), "Self_");
        assert_eq!(field("new").as_str(), "new_");
        assert_eq!(method("new").as_str(), "new");
        assert_eq!(member("client").as_str(), "client_");
    }

    #[test]
    fn every_text_has_a_name_of_its_own() {
        let texts = [
            "+1", "-1", "1", "<", ">", "<=", "", "*", "é", "测试", "-", "_", "1st", " ", "at", "-at", "--at", "at<", "at>",
            "at<=", "at>=", "at*", "!at", "A 1", "A -1", "A +1",
        ];
        let mut names: Vec<Name> = texts.iter().map(|text| variant(text)).collect();
        assert!(names.iter().all(|name| name.as_str().starts_with(|first: char| first.is_ascii_uppercase())), "{names:?}");
        names.sort();
        names.dedup();
        assert_eq!(names.len(), texts.len(), "{names:?}");
    }

    #[test]
    fn a_sign_at_the_start_of_a_word_is_a_word() {
        let names = ["-Infinity", "A n -1", "--x", " -y", "a - b", "a-b", "-", "<=x", "at>=", "get /a/-/b", "List<Pet>"];
        let spelled = names.map(|text| type_name(text).to_string());
        let expected = [
            "MinusInfinity",
            "ANMinus1",
            "MinusMinusX",
            "MinusY",
            "AB",
            "AB",
            "Minus",
            "LessEqualX",
            "AtGreaterEqual",
            "GetAB",
            "ListPet",
        ];
        assert_eq!(spelled, expected);
    }

    #[test]
    fn long_names_stay_apart() {
        let long = "x".repeat(300);
        let longer = "x".repeat(301);
        assert_eq!((module(&long).as_str().len(), type_name(&long).as_str().len()), (74, 120));
        assert_ne!(module(&long), module(&longer));
    }
}
