//! The letters of identifiers: which words Rust accepts as they are, without a warning, and how others are written in ASCII.

use any_ascii::any_ascii_char;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{GeneralSecurityProfile, is_potential_mixed_script_confusable_char};

/// Whether a text is an identifier in the form in which the compiler compares identifiers.
pub(super) fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let is_first = |first| unicode_ident::is_xid_start(first) || first == '_';
    characters.next().is_some_and(is_first) && characters.all(unicode_ident::is_xid_continue) && is_nfc(text)
}

/// Whether an identifier may begin with a character.
pub(super) fn is_first(character: char) -> bool {
    unicode_ident::is_xid_start(character)
}

/// Normalizes a text: letters are composed (NFC), and compatibility characters (`ﬁ`, `Ａ`, `②`, a non-breaking space) are replaced
/// by the characters that they stand for.
pub(super) fn composed(text: &str) -> String {
    let plain = |character: char| {
        let plain: String = std::iter::once(character).nfkc().collect();
        let is_variant = match character.is_alphanumeric() {
            true => !character.identifier_allowed() && plain.chars().all(is_letter),
            false => plain.len() == 1,
        };
        if is_variant { plain } else { character.to_string() }
    };
    text.nfc().map(plain).collect::<String>().nfc().collect()
}

/// Whether a character is a part of a word: a letter, a digit, or a mark on a letter.
pub(super) fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    let is_mark = || character.general_category_group() == GeneralCategoryGroup::Mark && character.identifier_allowed();
    unicode_ident::is_xid_continue(character) && (character.is_alphanumeric() || is_mark())
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character| !is_letter(character)).filter(|word| !word.is_empty())
}

/// Whether a character separates words and says nothing else: quotation marks, brackets, dashes, spaces, accents without a letter,
/// invisible characters.
pub(super) fn is_separator(character: char) -> bool {
    use GeneralCategory::{Format, ModifierSymbol};
    use GeneralCategoryGroup::{Mark, Punctuation, Separator};
    matches!(character.general_category_group(), Mark | Punctuation | Separator)
        || matches!(character.general_category(), Format | ModifierSymbol)
}

/// Splits a word where letters with and without case meet: `用户Id` is `用户` and `Id`.
pub(super) fn split_by_case(word: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut had_case) = (0, None);
    for (place, character) in word.char_indices().filter(|(_, character)| character.is_alphabetic()) {
        let has_case = has_case(character);
        if had_case.is_some_and(|had| had != has_case) {
            words.push(&word[start..place]);
            start = place;
        }
        had_case = Some(has_case);
    }
    words.push(&word[start..]);
    words
}

/// Whether a letter has an upper and a lower case.
pub(super) fn has_case(character: char) -> bool {
    character.is_uppercase() || character.is_lowercase()
}

/// The scripts that a reader recognizes, because a letter that is like none of another script is nearby. Latin always is.
#[derive(Clone, Debug, Default)]
pub struct Scripts {
    shown: Vec<AugmentedScriptSet>,
    has_all: bool,
}

impl Scripts {
    /// All scripts.
    pub(super) fn all() -> Self {
        Self { has_all: true, ..Self::default() }
    }

    /// Adds the scripts that an identifier shows.
    pub(super) fn show(&mut self, identifier: &str) {
        if identifier.is_ascii() {
            return;
        }
        let telling = || identifier.chars().filter(|letter| !is_potential_mixed_script_confusable_char(*letter));
        let mut own = Self::default();
        own.extend(telling());
        if own.allow(identifier) {
            self.extend(telling());
        }
    }

    /// Adds the scripts of an identifier that the compiler accepts.
    pub(super) fn accept(&mut self, identifier: &str) {
        self.extend(identifier.chars());
    }

    fn extend(&mut self, letters: impl Iterator<Item = char>) {
        for scripts in letters.filter(|letter| !letter.is_ascii()).map(AugmentedScriptSet::for_char) {
            if !scripts.is_all() && !self.shown.contains(&scripts) {
                self.shown.push(scripts);
            }
        }
    }

    /// Whether the compiler has nothing to say about the letters of a word: all of them are in common use (`uncommon_codepoints`),
    /// and those that are like letters of another script are of one that is recognized (`mixed_script_confusables`).
    pub(super) fn allow(&self, word: &str) -> bool {
        let is_recognized = |letter: char| {
            let scripts = AugmentedScriptSet::for_char(letter);
            let is_shared = |other: &AugmentedScriptSet| {
                let mut shared = scripts;
                shared.intersect_with(*other);
                !shared.is_empty()
            };
            let is_known = self.has_all || scripts.is_all() || !is_potential_mixed_script_confusable_char(letter);
            is_known || is_shared(&AugmentedScriptSet::for_char('A')) || self.shown.iter().any(is_shared)
        };
        word.chars().filter(|letter| !letter.is_ascii()).all(|letter| letter.identifier_allowed() && is_recognized(letter))
    }
}

/// A word in letters and digits of ASCII: a transliteration, or the numbers of characters that have none.
pub(super) fn in_ascii(word: &str) -> String {
    let mut ascii = String::new();
    let mut characters = word.chars().peekable();
    let mut was_upper = false;
    while let Some(character) = characters.next() {
        let next_is_lower = characters.peek().is_some_and(|next| next.is_lowercase());
        let next_is_upper = characters.peek().is_some_and(|next| next.is_uppercase());
        let letters: String = any_ascii_char(character).chars().filter(char::is_ascii_alphanumeric).collect();
        let is_among_upper = character.is_uppercase() && !next_is_lower && (was_upper || next_is_upper);
        match any_ascii_char(character).is_empty() && !character.identifier_allowed() {
            true => ascii.push_str(&number(character)),
            false if is_among_upper => ascii.push_str(&letters.to_ascii_uppercase()),
            false => ascii.push_str(&letters),
        }
        was_upper = character.is_uppercase();
    }
    if ascii.is_empty() { word.chars().map(number).collect() } else { ascii }
}

/// A character's number, as a word.
pub(super) fn number(character: char) -> String {
    format!("u{:x}", u32::from(character))
}

/// An identifier without regard to case.
pub(super) fn caseless(identifier: &str) -> String {
    identifier.to_lowercase()
}
