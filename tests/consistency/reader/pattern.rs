//! Patterns: pieces of Rust with holes. `$name` takes one token, `$(name)` any run of tokens.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// What the holes of a pattern took, spelled as [`spell`] does.
pub(crate) type Holes = BTreeMap<String, String>;

/// Lays a pattern over a piece of Rust. Neither spaces nor a comma after the last item matter.
pub(crate) fn matches(pattern: &str, rust: &impl ToTokens) -> Option<Holes> {
    let mut holes = Holes::new();
    lay(&parts(pattern), &words(rust.to_token_stream()), &mut holes).then_some(holes)
}

/// A piece of Rust in one line, the same for every layout.
pub(crate) fn spell(rust: &impl ToTokens) -> String {
    join(&words(rust.to_token_stream()))
}

thread_local! {
    /// Patterns that were taken apart before.
    static PARTS: RefCell<BTreeMap<&'static str, Rc<[Part]>>> = const { RefCell::new(BTreeMap::new()) };
}

enum Part {
    Word(String),
    One(String),
    Run(String),
}

fn parts(pattern: &str) -> Vec<Part> {
    let tokens: TokenStream = pattern.parse().expect("a pattern is made of Rust's tokens");
    let mut parts = Vec::new();
    let mut words = words(tokens).into_iter();
    while let Some(word) = words.next() {
        if word != "$" {
            parts.push(Part::Word(word));
            continue;
        }
        let name = words.next().expect("a hole has a name");
        if name != "(" {
            parts.push(Part::One(name));
            continue;
        }
        parts.push(Part::Run(words.next().expect("a hole has a name")));
        assert_eq!(words.next().as_deref(), Some(")"), "a hole is a name in parentheses");
    }
    parts
}

fn lay(parts: &[Part], words: &[String], holes: &mut Holes) -> bool {
    let Some((part, parts)) = parts.split_first() else { return words.is_empty() };
    match part {
        Part::Word(word) => words.split_first().is_some_and(|(first, rest)| first == word && lay(parts, rest, holes)),
        Part::One(name) => words.split_first().is_some_and(|(_, rest)| lay_hole(name, &words[..1], parts, rest, holes)),
        Part::Run(name) => (0..=words.len())
            .filter(|end| is_balanced(&words[..*end]))
            .any(|end| lay_hole(name, &words[..end], parts, &words[end..], holes)),
    }
}

/// Fills a hole, and lays the rest. A hole that is named twice takes the same twice.
fn lay_hole(name: &str, taken: &[String], parts: &[Part], rest: &[String], holes: &mut Holes) -> bool {
    let taken = join(taken);
    match holes.get(name) {
        Some(earlier) => *earlier == taken && lay(parts, rest, holes),
        None => {
            holes.insert(name.to_owned(), taken);
            let fits = lay(parts, rest, holes);
            if !fits {
                holes.remove(name);
            }
            fits
        }
    }
}

fn is_balanced(words: &[String]) -> bool {
    let mut depth = 0;
    for word in words {
        match word.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// The tokens one after another, delimiters among them.
fn words(tokens: TokenStream) -> Vec<String> {
    let mut words = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                let mut inner = self::words(group.stream());
                if inner.last().is_some_and(|word| word == ",") {
                    inner.pop();
                }
                words.extend([vec![open.to_owned()], inner, vec![close.to_owned()]].concat());
            }
            TokenTree::Literal(literal) => words.push(literal.to_string()),
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Punct(punct) => words.push(punct.as_char().to_string()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A space only where two words would run into one.
fn join(words: &[String]) -> String {
    let is_wordy =
        |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || "_\"".contains(character));
    let mut text = String::new();
    for word in words {
        if is_wordy(text.chars().last()) && is_wordy(word.chars().next()) {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[test]
fn holes_take_tokens_and_runs_of_them() {
    let rust: syn::Expr = syn::parse_str("request.query(\"limit\", &self.page.limit,)").expect("it is an expression");
    let holes = matches("request.query($wire, &self.$(field))", &rust).expect("the pattern fits");
    assert_eq!((holes["wire"].as_str(), holes["field"].as_str()), ("\"limit\"", "page.limit"));
    assert_eq!(matches("request.query($wire, &self.$field)", &rust), None, "one token is not three");
    assert_eq!(matches("request.header($wire, &self.$(field))", &rust), None);
    let twice: syn::Expr = syn::parse_str("a.b(a)").expect("it is an expression");
    assert!(matches("$x.b($x)", &twice).is_some() && matches("$x.$x(a)", &twice).is_none());
    assert_eq!(spell(&rust), "request.query(\"limit\",&self.page.limit)");
}
