//! Names: what Rust calls a thing that the description calls otherwise.

use serde_yaml::Value;

/// `cloud_function`: a field, method or module.
pub(crate) fn snake(text: &str) -> String {
    let name = words(text).join("_").to_lowercase();
    // What is no identifier is a keyword.
    if syn::parse_str::<syn::Ident>(&name).is_err() { name + "_" } else { name }
}

/// `CloudFunction`: a type or variant.
pub(crate) fn pascal(text: &str) -> String {
    let capitalised = |word: String| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        first.to_uppercase() + &rest.to_lowercase()
    };
    let name: String = words(text).into_iter().map(capitalised).collect();
    match (text.strip_prefix('-'), name.starts_with(|first: char| first.is_ascii_digit())) {
        (Some(_), true) => format!("Minus{name}"),
        (None, true) => format!("N{name}"),
        (_, false) => name,
    }
}

/// What a thing is called: by `x-clientsmith`, or else as the description calls it.
pub(crate) fn wanted<'d>(thing: &'d Value, name: &'d str) -> &'d str {
    extension(thing, "name").and_then(Value::as_str).unwrap_or(name)
}

/// What `x-clientsmith` says of a thing under a key.
pub(crate) fn extension<'d>(thing: &'d Value, key: &str) -> Option<&'d Value> {
    thing.get("x-clientsmith")?.get(key)
}

/// The words of a name, however it separates them.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in text.chars() {
        if !character.is_alphanumeric() || (before.is_lowercase() && character.is_uppercase()) {
            words.push(String::new());
        }
        if character.is_alphanumeric() {
            words.last_mut().expect("there is a word from the start").push(character);
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn names_follow_rust() {
    assert_eq!(snake("cloud-functions"), "cloud_functions");
    assert_eq!(snake("userLogUrl"), "user_log_url");
    assert_eq!(snake("type"), "type_");
    assert_eq!(pascal("P_FREE"), "PFree");
    assert_eq!(pascal("CloudFunctionList"), "CloudFunctionList");
    assert_eq!((pascal("-1"), pascal("2")), ("Minus1".to_owned(), "N2".to_owned()));
}
