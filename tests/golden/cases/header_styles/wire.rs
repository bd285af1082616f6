//! The table of styles that the specification has, for headers.

use header_styles_case::generated::models::{Color, Parts};
use header_styles_case::probe::*;

fn text(text: &str) -> Color {
    text.to_owned().into()
}

fn list(items: &[&str]) -> Color {
    items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>().into()
}

/// What the two headers hold, joined and exploded.
fn headers(color: &Color) -> [Option<String>; 2] {
    let request = sent(|client| client.colors().x_color(color.clone()).x_exploded(color.clone()));
    ["x-color", "x-exploded"].map(|name| header_of(&request, name))
}

fn both(text: &str) -> [Option<String>; 2] {
    [Some(text.to_owned()), Some(text.to_owned())]
}

#[test]
fn the_table_of_the_specification() {
    assert_eq!(headers(&text("")), both(""));
    assert_eq!(headers(&text("blue")), both("blue"));
    assert_eq!(headers(&list(&["blue", "black", "brown"])), both("blue,black,brown"));
    let parts = Parts::new().r(100).g(200).b(150).into();
    assert_eq!(headers(&parts), ["R,100,G,200,B,150", "R=100,G=200,B=150"].map(|text| Some(text.to_owned())));
}

#[test]
fn what_has_no_parts_is_absent() {
    assert_eq!(headers(&list(&[])), [None, None]);
    assert_eq!(headers(&Parts::new().into()), [None, None]);
    assert_eq!(header("x-color", |client| client.colors()), None);
}

#[test]
fn headers_are_not_encoded() {
    let text_of_a_header = "W/\"a b\", <https://example.com/?a=%20>; rel=\"next\"";
    assert_eq!(headers(&text(text_of_a_header)), both(text_of_a_header));
}

#[test]
fn what_would_be_read_as_something_else_is_refused() {
    let comma = "GET https://api.example.com/colors: header `X-Color`: an item holds a comma, which separates items";
    assert_eq!(refusal(|client| client.colors().x_color(list(&["a,b"]))), comma);
    for injected in ["a\r\nb: c", "a\nb", "a\0"] {
        let message = refusal(|client| client.colors().x_color(text(injected)));
        assert_eq!(
            message,
            "GET https://api.example.com/colors: header `X-Color`: the value holds a line break or another control character"
        );
    }
}
