//! Signs in names: what separates words, and which signs become words.

use std::borrow::Cow;

use regex_lite::Regex;

use super::letters;

/// The text in letters, digits and what separates words. A sign that has a meaning of its own becomes a
/// word, because `+1` and `-1`, `name` and `-name`, or `<` and `>`, must not become one name: `+` anywhere, the others where
/// they begin a word or end the text.
pub(super) fn spelled(text: &str) -> String {
    const SIGNS: [char; 6] = ['-', '*', '!', '=', '<', '>'];
    let text = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(letters::composed(text)) };
    let text = plain_generics(&text);
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
            _ if letters::is_letter(character) => spelled.push(character),
            _ if !bare && (character.is_ascii() || letters::is_separator(character)) => spelled.push(' '),
            _ => spelled.push_str(&format!(" {} ", word(character))),
        }
        begins_word = character == ' ' || begins_word && is_sign(character);
    }
    if spelled.trim().is_empty() { "empty".to_owned() } else { spelled }
}

/// A generic type of .NET without the number of its parameters and the assemblies of their types: ``Page`1[[Shop.User, Shop,
/// Version=1.0.0.0]]`` is `Page[[Shop.User]]`.
fn plain_generics(text: &str) -> Cow<'_, str> {
    if !text.contains('`') {
        return Cow::Borrowed(text);
    }
    let arity = Regex::new(r"`[0-9]+\[").expect("the expression is valid");
    let assembly = Regex::new(r",[^,\[\]]*,\s*Version=[^\[\]]*").expect("the expression is valid");
    let text = arity.replace_all(text, "[");
    Cow::Owned(assembly.replace_all(&text, "").into_owned())
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
        _ => return letters::number(character),
    };
    word.to_owned()
}
