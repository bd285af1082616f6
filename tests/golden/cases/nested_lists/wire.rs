//! `collectionFormat` of lists, and of the lists in them ("Items Object" of Swagger 2.0).

use nested_lists_case::generated::models::FormBody;
use nested_lists_case::generated::operations::untagged::RowsRequest;
use nested_lists_case::probe::*;

fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect()
}

fn rows(client: &Client) -> RowsRequest {
    client.rows(vec![vec![1]])
}

#[test]
fn each_level_has_its_separator() {
    assert_eq!(target(|client| client.rows(vec![vec![1, 2], vec![3]])), "/rows/1,2%203");
    let query = |set: fn(RowsRequest) -> RowsRequest| query(|client| set(rows(client))).unwrap_or_default();
    assert_eq!(query(|call| call.pipes(texts(&[&["a", "b,c"], &["d"]]))), "pipes=a,b%2Cc%7Cd");
    assert_eq!(query(|call| call.tabs(texts(&[&["a", "b"], &["c"]]))), "tabs=a%20b%09c");
    assert_eq!(query(|call| call.multi(vec![vec![1, 2], vec![3]])), "multi=1%7C2&multi=3");
    assert_eq!(query(|call| call.cube(vec![vec![vec![1, 2], vec![3]], vec![vec![4]]])), "cube=1,2%203%7C4");
}

#[test]
fn levels_may_have_the_same_separator() {
    assert_eq!(query(|client| rows(client).commas(vec![vec![1, 2], vec![3]])).as_deref(), Some("commas=1,2,3"));
    assert_eq!(header("x-commas", |client| rows(client).x_commas(texts(&[&["a", "b"], &["c"]]))).as_deref(), Some("a,b,c"));
}

#[test]
fn no_text_in_a_header_holds_a_separator() {
    assert_eq!(header("x-rows", |client| rows(client).x_rows(texts(&[&["a", "b"], &["c"]]))).as_deref(), Some("a|b,c"));
    let refused = |text: &str| refusal(|client| rows(client).x_rows(texts(&[&[text]])));
    assert!(refused("a|b").ends_with("header `X-Rows`: an item holds the character that separates items"), "{}", refused("a|b"));
    assert!(refused("a,b").ends_with("header `X-Rows`: an item holds a comma, which separates items"), "{}", refused("a,b"));
}

#[test]
fn a_form_has_the_same_separators() {
    let tags = vec!["a".to_owned(), "b".to_owned()];
    let form = FormBody::new().rows(vec![vec![1, 2], vec![3]]).multi(vec![vec![4, 5], vec![6]]).tags(tags).note("");
    assert_eq!(body(|client| client.form().body(form)).1, "rows=1,2%7C3&multi=4,5&multi=6&tags=a+b&note=");
}

#[test]
fn a_form_with_files_has_the_same_separators() {
    let list = || vec!["a".to_owned(), "b".to_owned()];
    let sent = body(|client| client.upload("content").rows(vec![vec![1, 2], vec![3]]).multi(list()).commas(list())).1;
    let parts: Vec<_> = sent.split("name=\"").skip(3).map(|part| part.split("\r\n--").next().unwrap_or_default()).collect();
    assert_eq!(parts, ["rows\"\r\n\r\n1,2|3", "multi\"\r\n\r\na", "multi\"\r\n\r\nb", "commas\"\r\n\r\na,b"]);
}

#[test]
fn a_text_may_be_empty() {
    assert_eq!(query(|client| rows(client).empty("")).as_deref(), Some("empty="));
}
