//! What was printed is read again, by the compiler's own lexer: it has the words that were emitted, and declares what was planned.
//!
//! Neither can fail because of a description. If one does, the generator is at fault, and nothing is written.

use std::collections::BTreeSet;

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

use crate::emit::{Kind, Token, TokenStream};

/// Compares the text of a file with the tokens that were emitted and with the names of the items that it is to have.
///
/// # Errors
///
/// Says what differs.
pub(super) fn compare(text: &str, emitted: &[Token<'_>], planned: &BTreeSet<&str>) -> Result<(), String> {
    let printed = tokens(text)?;
    let (mut expected, mut found) = (words(emitted), words(&printed));
    loop {
        match (expected.next(), found.next()) {
            (None, None) => break,
            (expected, found) if expected == found => {}
            (expected, found) => return Err(format!("{} is printed for {}", quoted(found), quoted(expected))),
        }
    }
    let declared = declared(&printed)?;
    match planned.symmetric_difference(&declared).next() {
        None => Ok(()),
        Some(name) if planned.contains(name) => Err(format!("`{name}` is missing")),
        Some(name) => Err(format!("`{name}` was not planned")),
    }
}

/// Reads a text as code.
///
/// # Errors
///
/// Returns a message if the text is not valid Rust.
pub(super) fn code(text: &str) -> Result<TokenStream, String> {
    let mut code = TokenStream::default();
    let (mut opened, mut behind) = (Vec::new(), 0);
    for token in tokens(text)? {
        match token.kind {
            Kind::Open => opened.push(code.open(token.text)),
            Kind::Close => opened.pop().into_iter().for_each(|open| code.close(open, token.text)),
            Kind::Operator if token.start == behind && code.join(token.text) => {}
            kind => code.push(kind, token.text),
        }
        behind = token.start + token.text.len();
    }
    Ok(code)
}

fn quoted(word: Option<&str>) -> String {
    word.map_or_else(|| "nothing".to_owned(), |word| format!("`{word}`"))
}

/// A text's tokens, as the compiler will see them.
fn tokens(text: &str) -> Result<Vec<Token<'_>>, String> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut opened = Vec::new();
    let mut rest = text;
    for token in tokenize(text, FrontmatterAllowed::No) {
        let start = text.len() - rest.len();
        let (word, behind) = rest.split_at(token.len as usize);
        rest = behind;
        if let Some(kind) = kind(token.kind).ok_or_else(|| format!("`{word}` is no Rust"))? {
            match kind {
                Kind::Open => opened.push(tokens.len()),
                Kind::Close => {
                    let open = opened.pop().ok_or_else(|| format!("`{word}` closes nothing"))?;
                    tokens[open].end = tokens.len();
                }
                _ => {}
            }
            tokens.push(Token { kind, text: word, start, end: 0 });
        }
    }
    if opened.is_empty() { Ok(tokens) } else { Err("a bracket is not closed".to_owned()) }
}

/// What a token is to the printer: nothing if it is a comment or blank, and none if it cannot be in a file.
fn kind(kind: TokenKind) -> Option<Option<Kind>> {
    Some(match kind {
        TokenKind::Whitespace | TokenKind::LineComment { .. } => None,
        TokenKind::BlockComment { terminated: true, .. } => None,
        TokenKind::Ident => Some(Kind::Word),
        TokenKind::Lifetime { starts_with_number: false } => Some(Kind::Lifetime),
        TokenKind::Literal { kind, .. } => {
            let is_ended = match kind {
                LiteralKind::Char { terminated }
                | LiteralKind::Byte { terminated }
                | LiteralKind::Str { terminated }
                | LiteralKind::ByteStr { terminated } => terminated,
                LiteralKind::Int { .. } | LiteralKind::Float { .. } => true,
                _ => false,
            };
            Some(is_ended.then_some(Kind::Literal)?)
        }
        TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => Some(Kind::Open),
        TokenKind::CloseParen | TokenKind::CloseBrace | TokenKind::CloseBracket => Some(Kind::Close),
        TokenKind::Semi
        | TokenKind::Comma
        | TokenKind::Dot
        | TokenKind::Pound
        | TokenKind::Question
        | TokenKind::Colon
        | TokenKind::Eq
        | TokenKind::Bang
        | TokenKind::Lt
        | TokenKind::Gt
        | TokenKind::Minus
        | TokenKind::And
        | TokenKind::Or
        | TokenKind::Plus
        | TokenKind::Star
        | TokenKind::Slash
        | TokenKind::Percent => Some(Kind::Operator),
        _ => return None,
    })
}

/// Names, keywords and literals. Printing may add and drop commas and braces, and makes comments of docs, but these it only moves.
fn words<'t>(tokens: &[Token<'t>]) -> impl Iterator<Item = &'t str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let token = tokens.get(at)?;
            at = end_of_docs(tokens, at).unwrap_or(at + 1);
            match token.kind {
                Kind::Word | Kind::Lifetime => return Some(token.text),
                // A sign is an operator where it is read, but may be part of a literal that is written.
                Kind::Literal => return Some(token.text.trim_start_matches('-')),
                Kind::Operator | Kind::Open | Kind::Close => {}
            }
        }
    })
}

/// Where `#[doc = "..."]` ends, if one begins here.
fn end_of_docs(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    if !is(at, "#") {
        return None;
    }
    let bracket = at + if is(at + 1, "!") { 2 } else { 1 };
    let is_docs = is(bracket, "[") && is(bracket + 1, "doc") && is(bracket + 2, "=");
    let is_text = tokens.get(bracket + 3).is_some_and(|token| token.kind == Kind::Literal) && is(bracket + 4, "]");
    (is_docs && is_text).then_some(bracket + 5)
}

/// The names of a file's items. Imports, impls and macros of the runtime have none; items of other kinds no file has.
fn declared<'t>(tokens: &[Token<'t>]) -> Result<BTreeSet<&'t str>, String> {
    let mut names = BTreeSet::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let text_at = |distance: usize| tokens.get(at + distance).map_or("", |token| token.text);
        let behind = match token.text {
            "#" => tokens.get(at + if text_at(1) == "!" { 2 } else { 1 }).map(|bracket| bracket.end + 1),
            "pub" => Some(at + 1),
            "impl" => end_of_item(tokens, at, true),
            "use" => end_of_item(tokens, at, false),
            "runtime" if text_at(4) == "!" => end_of_item(tokens, at, false),
            "struct" | "enum" | "mod" if names.insert(text_at(1)) => end_of_item(tokens, at, true),
            "type" | "const" if names.insert(text_at(1)) => end_of_item(tokens, at, false),
            _ => return Err(format!("`{} {}` was not planned", token.text, text_at(1))),
        };
        at = behind.ok_or_else(|| format!("`{} {}` does not end", token.text, text_at(1)))?;
    }
    Ok(names)
}

/// The place behind an item: behind its semicolon, or the braces around what it has.
fn end_of_item(tokens: &[Token<'_>], mut at: usize, has_braces: bool) -> Option<usize> {
    loop {
        let token = tokens.get(at)?;
        at = if token.kind == Kind::Open { token.end + 1 } else { at + 1 };
        if token.text == ";" || has_braces && token.text == "{" {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str =
        "//! Docs.\n\nuse a::{B, C};\n\n/// Its \"docs\".\n#[derive(Debug)]\npub struct D<'a> {\n    e: &'a str,\n}
impl D<'_> {\n    fn f(&self) -> i8 {\n        // What it gives.\n        g!('h', \"i\", -1)\n    }\n}\n
runtime::j!(D);\npub type K = [u8; 2];\npub mod l;\npub const M: &str = \"n\";\nenum O {}\nstruct P(u8);\n";

    const NAMES: [&str; 6] = ["D", "K", "l", "M", "O", "P"];

    fn compared(text: &str, emitted: &str, planned: &[&str]) -> Result<(), String> {
        compare(text, &tokens(emitted).unwrap(), &planned.iter().copied().collect())
    }

    #[test]
    fn what_was_emitted_and_planned_passes() {
        assert_eq!(compared(CODE, CODE, &NAMES), Ok(()));
        assert_eq!(compared("enum A {}", "enum A { , }", &["A"]), Ok(()));
        assert_eq!(compared("#![doc = \"a\"]\n/// b\nenum A {}", "/** c */ enum A {}", &["A"]), Ok(()));
    }

    #[test]
    fn other_words_are_found_wherever_they_are() {
        for (place, injected, told) in [
            ("\"docs\".", "\npub fn evil() {}\n///", "`pub` is printed for `derive`"),
            ("// What it gives.", "\nevil();", "`evil` is printed for `g`"),
            ("\"i", "\", evil(), \"", "`evil` is printed for `1`"),
            ("struct P(u8);", " fn evil() {}", "`fn` is printed for nothing"),
            ("-1", "2", "`12` is printed for `1`"),
            ("'_> {", " #[doc = include_str!(\"/etc/passwd\")]", "`doc` is printed for `fn`"),
        ] {
            let changed = CODE.replace(place, &format!("{place}{injected}"));
            assert_ne!(changed, CODE);
            let outcome = compared(&changed, CODE, &NAMES).unwrap_err();
            assert!(outcome.starts_with(told), "{place}: {outcome}");
        }
        assert_eq!(compared("enum A {}", "enum A { B }", &["A"]), Err("nothing is printed for `B`".to_owned()));
    }

    #[test]
    fn items_that_were_not_planned_are_found() {
        assert_eq!(compared(CODE, CODE, &["D", "K", "l", "M", "O"]), Err("`P` was not planned".to_owned()));
        assert_eq!(compared(CODE, CODE, &["D", "K", "l", "M", "O", "P", "Q"]), Err("`Q` is missing".to_owned()));
        for (code, told) in [
            ("fn evil() {}", "`fn evil` was not planned"),
            ("unsafe extern \"C\" {}", "`unsafe extern` was not planned"),
            ("static A: u8 = 1;", "`static A` was not planned"),
            ("evil!();", "`evil !` was not planned"),
            ("std::include!(\"/etc/passwd\");", "`std :` was not planned"),
            ("enum A {} enum A {}", "`enum A` was not planned"),
            ("pub struct A", "`struct A` does not end"),
        ] {
            assert_eq!(compared(code, code, &["A"]), Err(told.to_owned()), "{code}");
        }
    }

    #[test]
    fn what_is_no_rust_is_found() {
        for (code, told) in [
            ("enum A {", "a bracket is not closed"),
            ("enum A {}}", "`}` closes nothing"),
            ("enum A { /* }", "`/* }` is no Rust"),
            ("const A: &str = \"a;", "`\"a;` is no Rust"),
            ("const A: &str = r##\"a\"##;", "`r##\"a\"##` is no Rust"),
            ("enum A \u{202e} {}", "`\u{202e}` is no Rust"),
        ] {
            assert_eq!(compared(code, "enum A {}", &["A"]), Err(told.to_owned()), "{code}");
        }
    }
}
