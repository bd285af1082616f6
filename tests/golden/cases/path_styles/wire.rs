//! The table of styles that the specification has, and RFC 6570's rules, for parameters in paths.

use path_styles_case::generated::models::{Color, Parts};
use path_styles_case::probe::*;

fn text(text: &str) -> Color {
    text.to_owned().into()
}

fn list(items: &[&str]) -> Color {
    items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>().into()
}

fn rgb() -> Color {
    Parts::new().r(100).g(200).b(150).into()
}

/// The paths that a value gives: simple, label and matrix, each of them joined and exploded.
fn paths(color: &Color) -> [String; 6] {
    let color = || color.clone();
    [
        target(|client| client.simple(color())),
        target(|client| client.simple_exploded(color())),
        target(|client| client.label(color())),
        target(|client| client.label_exploded(color())),
        target(|client| client.matrix(color())),
        target(|client| client.matrix_exploded(color())),
    ]
}

fn expected(simple: [&str; 2], label: [&str; 2], matrix: [&str; 2]) -> [String; 6] {
    let named = [("simple", simple), ("label", label), ("matrix", matrix)];
    let paths = named.map(|(name, [joined, exploded])| [format!("/{name}/{joined}"), format!("/{name}-exploded/{exploded}")]);
    paths.as_flattened().to_vec().try_into().expect("three times two are six")
}

#[test]
fn the_table_of_the_specification() {
    let blue = expected(["blue", "blue"], [".blue", ".blue"], [";color=blue", ";color=blue"]);
    assert_eq!(paths(&text("blue")), blue);
    let colors = expected(
        ["blue,black,brown", "blue,black,brown"],
        [".blue,black,brown", ".blue.black.brown"],
        [";color=blue,black,brown", ";color=blue;color=black;color=brown"],
    );
    assert_eq!(paths(&list(&["blue", "black", "brown"])), colors);
    let parts = expected(
        ["R,100,G,200,B,150", "R=100,G=200,B=150"],
        [".R,100,G,200,B,150", ".R=100.G=200.B=150"],
        [";color=R,100,G,200,B,150", ";R=100;G=200;B=150"],
    );
    assert_eq!(paths(&rgb()), parts);
}

#[test]
fn all_but_unreserved_characters_are_encoded() {
    let unreserved = "AZaz09-._~";
    assert_eq!(target(|client| client.simple(text(unreserved))), format!("/simple/{unreserved}"));
    let encoded = [
        ("a b", "a%20b"),
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("100%", "100%25"),
        ("%2F", "%252F"),
        (":@!$&'()*+,;=", "%3A%40%21%24%26%27%28%29%2A%2B%2C%3B%3D"),
        ("[\"<>\\^`{|}]", "%5B%22%3C%3E%5C%5E%60%7B%7C%7D%5D"),
        ("喜", "%E5%96%9C"),
        ("é🦀", "%C3%A9%F0%9F%A6%80"),
        ("\n\0", "%0A%00"),
    ];
    for (plain, encoded) in encoded {
        assert_eq!(target(|client| client.simple(text(plain))), format!("/simple/{encoded}"));
        assert_eq!(target(|client| client.label(text(plain))), format!("/label/.{encoded}"));
        assert_eq!(target(|client| client.matrix(text(plain))), format!("/matrix/;color={encoded}"));
    }
}

#[test]
fn a_separator_inside_of_an_item_is_encoded() {
    let items = list(&["a,b", "c.d", "e;f", "g=h"]);
    assert_eq!(target(|client| client.simple(items.clone())), "/simple/a%2Cb,c.d,e%3Bf,g%3Dh");
    assert_eq!(target(|client| client.matrix_exploded(items)), "/matrix-exploded/;color=a%2Cb;color=c.d;color=e%3Bf;color=g%3Dh");
    let parts = Parts::new().r(1).a_b("x/y");
    assert_eq!(target(|client| client.matrix_exploded(parts.clone())), "/matrix-exploded/;R=1;a%2Fb=x%2Fy");
    assert_eq!(target(|client| client.simple_exploded(parts)), "/simple-exploded/R=1,a%2Fb=x%2Fy");
}

#[test]
fn an_empty_text_stays_where_its_style_leaves_something() {
    assert_eq!(target(|client| client.matrix(text(""))), "/matrix/;color");
    assert_eq!(target(|client| client.matrix_exploded(text(""))), "/matrix-exploded/;color");
}

#[test]
fn a_value_that_leaves_nothing_is_refused() {
    let nothing =
        "GET https://api.example.com/simple/{color}: path parameter `color`: an empty value would lead to another resource";
    for value in [text(""), list(&[]), Parts::new().into()] {
        assert_eq!(refusal(|client| client.simple(value)), nothing);
    }
    for value in [list(&[]), Parts::new().into()] {
        refusal(|client| client.label(value.clone()));
        refusal(|client| client.matrix_exploded(value));
    }
}

#[test]
fn steps_to_another_resource_are_refused() {
    for step in [".", ".."] {
        let steps = "GET https://api.example.com/simple/{color}: path parameter `color`: a path segment `.` or `..` would lead to another resource";
        assert_eq!(refusal(|client| client.simple(text(step))), steps);
    }
    // A label of nothing would be a single dot.
    refusal(|client| client.label(text("")));
    assert_eq!(target(|client| client.simple(text("..."))), "/simple/...");
}
