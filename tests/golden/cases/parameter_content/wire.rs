//! Parameters with a media type of their own, and whole queries.

use parameter_content_case::generated::models::Where;
use parameter_content_case::probe::*;

fn berlin() -> Where {
    Where::new().city("Berlin & co").zip(10115)
}

const JSON: &str = "%7B%22city%22%3A%22Berlin%20%26%20co%22%2C%22zip%22%3A10115%7D";

#[test]
fn json_stands_encoded_in_paths_queries_and_cookies() {
    let request = sent(|client| client.search(berlin()).filter(berlin()).where_2(berlin()));
    assert_eq!(request.uri.to_string(), format!("https://api.example.com/search/{JSON}?filter={JSON}"));
    assert_eq!(header_of(&request, "cookie"), Some(format!("where={JSON}")));
}

#[test]
fn json_stands_as_it_is_in_headers() {
    let request = sent(|client| client.search(Where::new()).x_where(berlin()).x_exploded(Where::new().zip(1)));
    assert_eq!(header_of(&request, "x-where").as_deref(), Some(r#"{"city":"Berlin & co","zip":10115}"#));
    assert_eq!(header_of(&request, "x-exploded").as_deref(), Some("zip=1"));
    assert_eq!(request.uri.path(), "/search/%7B%7D");
}

#[test]
fn a_query_may_be_one_value() {
    let form = sent(|client| client.ask("x").all(berlin()));
    assert_eq!((form.method.as_str(), form.uri.query()), ("QUERY", Some("city=Berlin+%26+co&zip=10115")));
    let copy = sent(|client| client.copy("x").all(berlin()));
    assert_eq!((copy.method.as_str(), copy.uri.query()), ("COPY", Some(JSON)));
    assert_eq!(target(|client| client.ask("x")), "/search/x");
}

#[test]
fn what_is_absent_is_not_sent() {
    let request = sent(|client| client.search(Where::new()));
    assert_eq!(request.uri.query(), None);
    assert_eq!(["x-where", "cookie"].map(|name| header_of(&request, name)), [None, None]);
}
