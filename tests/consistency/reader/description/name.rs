//! Names: what Rust calls a thing that the description calls otherwise.

/// `cloud_function`: a field, method or module.
pub(super) fn snake(text: &str) -> String {
    let name = words(text).join("_").to_lowercase();
    // What is no identifier is a keyword.
    if syn::parse_str::<syn::Ident>(&name).is_err() { name + "_" } else { name }
}

/// `CloudFunction`: a type or variant.
pub(super) fn pascal(text: &str) -> String {
    let capitalised = |word: String| word[..1].to_uppercase() + &word[1..].to_lowercase();
    words(text).into_iter().map(capitalised).collect()
}

/// The words of a name, however it separates them.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in text.chars() {
        if !character.is_ascii_alphanumeric() || (before.is_lowercase() && character.is_uppercase()) {
            words.push(String::new());
        }
        if character.is_ascii_alphanumeric() {
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
}
