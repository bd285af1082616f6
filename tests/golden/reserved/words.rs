//! Words that a description may use as names: those of the language, of its libraries, of the runtime and of emitted code.

use std::collections::BTreeMap;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::runtime::{Runtime, texts};

/// Keywords of every edition, those that are keywords in some places only, and what cannot be a raw identifier.
const LANGUAGE: &str = "abstract as async auto await become box break const continue crate default do dyn else enum extern false
    final fn for gen if impl in let loop macro macro_rules match mod move mut override priv pub raw ref return safe self Self
    static struct super trait true try type typeof union unsafe unsized use virtual where while yield _";

/// Primitive types.
const PRIMITIVES: &str =
    "bool char f16 f32 f64 f128 i8 i16 i32 i64 i128 isize never slice str tuple u8 u16 u32 u64 u128 unit usize";

/// Types, traits, variants, functions, macros and attributes that need no import.
const PRELUDE: &str = "AsMut AsRef AsyncFn AsyncFnMut AsyncFnOnce Box Clone Copy Debug Default DoubleEndedIterator Drop Eq Err
    ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator Iterator None Ok Option
    Ord PartialEq PartialOrd Result Send Sized Some String Sync ToOwned ToString TryFrom TryInto Unpin Vec align_of align_of_val
    allow assert assert_eq cfg cfg_attr column compile_error concat dbg debug_assert deprecated derive doc drop env eprintln expect
    file format format_args forbid global_allocator include include_str inline line main matches module_path must_use option_env
    panic print println size_of size_of_val stringify test thread_local todo unimplemented unreachable vec warn write writeln";

/// Methods of the traits in the prelude, of `std::ops`, `std::fmt` and `std::hash`, and of serde.
const METHODS: &str =
    "add add_assign as_mut as_ref bitand bitor bitxor borrow borrow_mut call call_mut call_once clone clone_from
    clone_into cmp default deref deref_mut deserialize div eq extend fmt from from_iter from_str ge get_type_id gt hash index
    index_mut into into_future into_iter le lt max min mul ne neg next not partial_cmp poll rem serialize shl shr sub to_owned
    to_string try_from try_into type_id";

/// Crates that are there, or that a client depends on.
const CRATES: &str =
    "alloc base64 bytes chrono core futures_core http http_body httpdate percent_encoding proc_macro regex_lite reqwest
    serde serde_json std test tokio uuid";

/// Files and folders with a meaning of their own, and devices of Windows.
const FILES: &str = "build lib main mod tests aux con nul prn clock$ com0 com1 com9 lpt0 lpt1 lpt9 conin$ conout$";

/// What the generator calls things itself.
const OWN: &str = "Unknown unknown untagged ENDPOINT reqwest-without-tls all-groups other-models minapp_client";

/// All of them, each once: names that differ only in case and signs are one in Rust.
pub(super) fn all(runtime: &Runtime) -> Vec<String> {
    let lists = [LANGUAGE, PRIMITIVES, PRELUDE, METHODS, CRATES, FILES, OWN];
    let listed = lists.iter().flat_map(|list| list.split_whitespace()).map(str::to_owned);
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    for word in listed.chain(runtime.names()).chain(emitted()) {
        let key: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        words.entry(key.to_lowercase()).or_insert(word);
    }
    words.into_values().collect()
}

/// The words that emitted code is made of.
fn emitted() -> Vec<String> {
    let mut words = Vec::new();
    for text in texts("../codegen/src/emit") {
        let tokens = TokenStream::from_str(&text).expect("the generator's source is Rust");
        find_quoted(tokens, &mut words);
    }
    assert!(words.len() > 500, "emission quotes {} words", words.len());
    words
}

/// Finds what stands in `quote!`.
fn find_quoted(tokens: TokenStream, words: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    let mut is_quote = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) => {
                is_quote = word == "quote" && matches!(tokens.peek(), Some(TokenTree::Punct(sign)) if sign.as_char() == '!');
            }
            TokenTree::Punct(_) => {}
            TokenTree::Group(group) if is_quote => {
                add(group.stream(), words);
                is_quote = false;
            }
            TokenTree::Group(group) => find_quoted(group.stream(), words),
            TokenTree::Literal(_) => is_quote = false,
        }
    }
}

/// Adds the words of a quotation, without what is filled in.
fn add(tokens: TokenStream, words: &mut Vec<String>) {
    let mut is_filled_in = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) if !is_filled_in => words.push(word.to_string()),
            TokenTree::Group(group) if !(is_filled_in && group.delimiter() == Delimiter::Brace) => add(group.stream(), words),
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                is_filled_in = true;
                continue;
            }
            _ => {}
        }
        is_filled_in = false;
    }
}
