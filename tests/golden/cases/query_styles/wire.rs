//! The table of styles that the specification has, and RFC 6570's rules, for parameters in the query.

use query_styles_case::generated::models::{Color, Parts};
use query_styles_case::generated::operations::untagged::ColorsRequest;
use query_styles_case::probe::*;

fn text(text: &str) -> Color {
    text.to_owned().into()
}

fn list(items: &[&str]) -> Color {
    items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>().into()
}

fn rgb() -> Color {
    Parts::new().r(100).g(200).b(150).into()
}

type Setter = fn(ColorsRequest, Color) -> ColorsRequest;

/// The styles that are not only for objects, with the name of a parameter each and how it is set.
const STYLES: [(&str, Setter); 6] = [
    ("color", ColorsRequest::color),
    ("joined", ColorsRequest::joined),
    ("spaces", ColorsRequest::spaces),
    ("spacesExploded", ColorsRequest::spaces_exploded),
    ("pipes", ColorsRequest::pipes),
    ("pipesExploded", ColorsRequest::pipes_exploded),
];

/// Checks what the styles make of a value, in their order. In what is expected, `*` stands for the parameter's name.
fn check(color: &Color, expected: [&str; 6]) {
    for ((name, set), expected) in STYLES.into_iter().zip(expected) {
        let query = query(|client| set(client.colors(), color.clone()));
        assert_eq!(query.as_deref().unwrap_or("nothing"), expected.replace('*', name));
    }
}

#[test]
fn the_table_of_the_specification() {
    check(&text("blue"), ["*=blue"; 6]);
    let exploded = "*=blue&*=black&*=brown";
    let spaces = "*=blue%20black%20brown";
    let pipes = "*=blue%7Cblack%7Cbrown";
    let colors = list(&["blue", "black", "brown"]);
    check(&colors, [exploded, "*=blue,black,brown", spaces, exploded, pipes, exploded]);
    let exploded = "R=100&G=200&B=150";
    let spaces = "*=R%20100%20G%20200%20B%20150";
    let pipes = "*=R%7C100%7CG%7C200%7CB%7C150";
    check(&rgb(), [exploded, "*=R,100,G,200,B,150", spaces, exploded, pipes, exploded]);
}

#[test]
fn a_text_may_be_empty() {
    check(&text(""), ["*="; 6]);
    assert_eq!(query(|client| client.colors().flag("")).as_deref(), Some("flag="));
}

#[test]
fn a_list_or_object_without_parts_is_absent() {
    check(&list(&[]), ["nothing"; 6]);
    check(&Parts::new().into(), ["nothing"; 6]);
    assert_eq!(query(|client| client.colors().deep(Parts::new())), None);
    assert_eq!(target(|client| client.colors()), "/colors");
}

#[test]
fn an_empty_item_is_an_item() {
    check(&list(&["", "a"]), ["*=&*=a", "*=,a", "*=%20a", "*=&*=a", "*=%7Ca", "*=&*=a"]);
}

#[test]
fn all_but_unreserved_characters_are_encoded() {
    let encoded = [
        ("AZaz09-._~", "AZaz09-._~"),
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a&b=c", "a%26b%3Dc"),
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("100%", "100%25"),
        (":@!$'()*,;", "%3A%40%21%24%27%28%29%2A%2C%3B"),
        ("[\"<>\\^`{|}]", "%5B%22%3C%3E%5C%5E%60%7B%7C%7D%5D"),
        ("喜", "%E5%96%9C"),
        ("é🦀", "%C3%A9%F0%9F%A6%80"),
        ("\r\n\0", "%0D%0A%00"),
    ];
    for (plain, encoded) in encoded {
        check(&text(plain), [&format!("*={encoded}"); 6]);
    }
    assert_eq!(query(|client| client.colors().odd("c]")).as_deref(), Some("a%5Bb%5D%26c=c%5D"));
    assert_eq!(query(|client| client.colors().color(Parts::new().a_b("c d"))).as_deref(), Some("a%20b=c%20d"));
}

#[test]
fn a_comma_inside_of_an_item_is_encoded() {
    assert_eq!(query(|client| client.colors().joined(list(&["a,b", "c"]))).as_deref(), Some("joined=a%2Cb,c"));
}

#[test]
fn a_deep_object_names_the_way_to_each_value() {
    let parts = Parts::new().r(100).g(200).b(150);
    let expected = "deep%5BR%5D=100&deep%5BG%5D=200&deep%5BB%5D=150";
    assert_eq!(query(|client| client.colors().deep(parts)).as_deref(), Some(expected));
    let parts = Parts::new().a_b("c&d");
    assert_eq!(query(|client| client.colors().deep(parts)).as_deref(), Some("deep%5Ba%20b%5D=c%26d"));
    // The specification leaves open what is deeper; this is what the readers of such queries do.
    let nested = json!({"a": {"b": "x"}, "c": ["y", "z"]}).as_object().cloned().unwrap_or_default();
    let expected = "nested%5Ba%5D%5Bb%5D=x&nested%5Bc%5D%5B0%5D=y&nested%5Bc%5D%5B1%5D=z";
    assert_eq!(query(|client| client.colors().nested(nested)).as_deref(), Some(expected));
}

#[test]
fn reserved_characters_may_stand_as_they_are() {
    let reserved = |value: Color| query(|client| client.colors().reserved(value)).unwrap_or_default();
    assert_eq!(reserved(text("https://a.b/c?d=e;f@g")), "reserved=https://a.b/c?d=e;f@g");
    assert_eq!(reserved(text("!$'()*,:")), "reserved=!$'()*,:");
    // These would end the value or the query, or be read as something else.
    assert_eq!(reserved(text("a&b#c+d e")), "reserved=a%26b%23c%2Bd%20e");
    // These can stand in no query (RFC 3986, section 3.4).
    assert_eq!(reserved(text("[\"<>\\^`{|}]喜")), "reserved=%5B%22%3C%3E%5C%5E%60%7B%7C%7D%5D%E5%96%9C");
    // What is encoded already passes unchanged, too (RFC 6570, section 3.2.3).
    assert_eq!(reserved(text("%2Fa%20b%c3%A9")), "reserved=%2Fa%20b%c3%A9");
    assert_eq!(reserved(text("100%,%zz%2")), "reserved=100%25,%25zz%252");
    assert_eq!(reserved(list(&["a/b", "c"])), "reserved=a/b&reserved=c");
}
