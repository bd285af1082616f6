//! Parameters in headers and cookies, of a path and of its operation.

use headers_and_cookies_case::probe::*;

#[test]
fn headers_and_cookies_are_typed() {
    let request = sent(|client| {
        client.things("t-1", true).session("a b").x_flags([("a".to_owned(), true), ("b".to_owned(), false)].into())
    });
    assert_eq!(request.uri.to_string(), "https://api.example.com/things");
    assert_eq!(header_of(&request, "x-trace").as_deref(), Some("t-1"));
    assert_eq!(header_of(&request, "x-flags").as_deref(), Some("a=true,b=false"));
    assert_eq!(header_of(&request, "cookie").as_deref(), Some("session=a%20b; consent=true"));
}

#[test]
fn what_is_required_is_sent_and_nothing_else() {
    let request = sent(|client| client.things("", false));
    assert_eq!(header_of(&request, "x-trace").as_deref(), Some(""));
    assert_eq!(header_of(&request, "cookie").as_deref(), Some("consent=false"));
    assert_eq!(header_of(&request, "x-flags"), None);
}
