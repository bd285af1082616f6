//! Path parameters that may be empty where the description, or an overlay, says `allowEmptyValue`.

use empty_path_values_case::probe::*;

#[test]
fn an_empty_value_is_sent_where_it_is_allowed() {
    assert_eq!(target(|client| client.read("")), "/contents/");
    assert_eq!(target(|client| client.read("a b/c")), "/contents/a%20b%2Fc");
    assert_eq!(target(|client| client.tagged(Vec::<String>::new())), "/tags//items");
    assert_eq!(target(|client| client.tagged(vec!["a".to_owned(), "b".to_owned()])), "/tags/a,b/items");
    assert_eq!(target(|client| client.pet("ada", "")), "/owners/ada/");
}

#[test]
fn an_empty_value_is_refused_elsewhere() {
    let empty = "an empty value would lead to another resource";
    assert!(refusal(|client| client.write("")).ends_with(&format!("path parameter `path`: {empty}")));
    assert!(refusal(|client| client.pet("", "rex")).ends_with(&format!("path parameter `owner`: {empty}")));
    assert!(refusal(|client| client.read("..")).contains("path parameter `path`"));
}
