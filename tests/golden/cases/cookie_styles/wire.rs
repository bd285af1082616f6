//! The table of styles that the specification has, for cookies.

use cookie_styles_case::generated::models::{Color, Parts};
use cookie_styles_case::generated::operations::untagged::ColorsRequest;
use cookie_styles_case::probe::*;

fn text(text: &str) -> Color {
    text.to_owned().into()
}

fn list(items: &[&str]) -> Color {
    items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>().into()
}

fn rgb() -> Color {
    Parts::new().r(100).g(200).b(150).into()
}

fn cookie(set: impl FnOnce(ColorsRequest) -> ColorsRequest) -> Option<String> {
    header("cookie", |client| set(client.colors()))
}

#[test]
fn form_style_encodes_and_joins() {
    let form = |color| cookie(|request| request.joined(color)).unwrap_or_default();
    assert_eq!(form(text("")), "joined=");
    assert_eq!(form(text("blue")), "joined=blue");
    assert_eq!(form(list(&["blue", "black", "brown"])), "joined=blue,black,brown");
    assert_eq!(form(rgb()), "joined=R,100,G,200,B,150");
    assert_eq!(form(text("a b;c=喜")), "joined=a%20b%3Bc%3D%E5%96%9C");
    // Exploded, the specification's `&` would be a part of the first value: what is meant can only be said joined.
    assert_eq!(cookie(|request| request.color(list(&["blue", "black"]))).as_deref(), Some("color=blue,black"));
}

#[test]
fn cookie_style_is_a_cookie_per_item_and_encodes_nothing() {
    let plain = |color| cookie(|request| request.plain(color)).unwrap_or_default();
    assert_eq!(plain(text("")), "plain=");
    assert_eq!(plain(text("blue")), "plain=blue");
    assert_eq!(plain(list(&["blue", "black", "brown"])), "plain=blue; plain=black; plain=brown");
    assert_eq!(plain(rgb()), "R=100; G=200; B=150");
    assert_eq!(plain(text("a%20b/=?&")), "plain=a%20b/=?&");
    let joined = |color| cookie(|request| request.plain_joined(color)).unwrap_or_default();
    assert_eq!(joined(text("a,b")), "plainJoined=a,b");
    assert_eq!(joined(list(&["blue", "black"])), "plainJoined=blue,black");
    assert_eq!(joined(rgb()), "plainJoined=R,100,G,200,B,150");
}

#[test]
fn what_would_end_a_cookie_is_refused() {
    for value in ["a; admin=1", "a b", "\"", "a\\"] {
        let message = refusal(|client| client.colors().plain(text(value)));
        let problem = "a value holds a semicolon, space, quotation mark or backslash, which this style cannot write";
        assert_eq!(message, format!("GET https://api.example.com/colors: cookie `plain`: {problem}"));
    }
    let message = refusal(|client| client.colors().plain_joined(list(&["a,b", "c"])));
    assert!(message.contains("a value holds a comma, semicolon, space, "), "{message}");
}

#[test]
fn all_cookies_share_one_header() {
    let both = cookie(|request| request.color(text("blue")).plain(text("black")));
    assert_eq!(both.as_deref(), Some("color=blue; plain=black"));
    let (client, transport) = client_and_transport(|client| client.header("cookie", "session=1"));
    block_on(Sending::new(client.colors().color(text("blue")))).expect("the transport answers");
    assert_eq!(header_of(&transport.requests()[0], "cookie").as_deref(), Some("session=1; color=blue"));
    assert_eq!(cookie(|request| request.color(list(&[])).plain(Parts::new())), None);
}
