//! The table of styles in the OpenAPI specification, row by row.
//!
//! Separators are percent-encoded where RFC 3986 asks for it (`%20`, `%7C`, `%5B`), as in the table of 3.1.1.

use serde_json::{Value, json};

use super::{built, refused};
use crate::runtime::{Encode, PathStyle, QueryStyle};

fn path(style: PathStyle, value: &dyn Encode) -> String {
    let request = built(|request| {
        request.path("/");
        request.segment_styled("color", style, value);
    });
    request.uri().path().strip_prefix("/v1/").expect("the base URL comes first").to_owned()
}

fn query(style: QueryStyle, value: &dyn Encode) -> Option<String> {
    built(|request| request.query_styled("color", style, value)).uri().query().map(ToOwned::to_owned)
}

fn array() -> Value {
    json!(["blue", "black", "brown"])
}

/// With its keys in the order in which serde_json keeps them.
fn object() -> Value {
    json!({"B": 150, "G": 200, "R": 100})
}

#[test]
fn simple() {
    for explode in [false, true] {
        let style = PathStyle::Simple { explode };
        assert_eq!(path(style, &"blue"), "blue");
        assert_eq!(path(style, &array()), "blue,black,brown");
    }
    assert_eq!(path(PathStyle::Simple { explode: false }, &object()), "B,150,G,200,R,100");
    assert_eq!(path(PathStyle::Simple { explode: true }, &object()), "B=150,G=200,R=100");
}

#[test]
fn label() {
    for explode in [false, true] {
        assert_eq!(path(PathStyle::Label { explode }, &"blue"), ".blue");
    }
    assert_eq!(path(PathStyle::Label { explode: false }, &array()), ".blue,black,brown");
    assert_eq!(path(PathStyle::Label { explode: true }, &array()), ".blue.black.brown");
    assert_eq!(path(PathStyle::Label { explode: false }, &object()), ".B,150,G,200,R,100");
    assert_eq!(path(PathStyle::Label { explode: true }, &object()), ".B=150.G=200.R=100");
}

#[test]
fn matrix() {
    for explode in [false, true] {
        assert_eq!(path(PathStyle::Matrix { explode }, &""), ";color");
        assert_eq!(path(PathStyle::Matrix { explode }, &"blue"), ";color=blue");
    }
    assert_eq!(path(PathStyle::Matrix { explode: false }, &array()), ";color=blue,black,brown");
    assert_eq!(path(PathStyle::Matrix { explode: true }, &array()), ";color=blue;color=black;color=brown");
    assert_eq!(path(PathStyle::Matrix { explode: false }, &object()), ";color=B,150,G,200,R,100");
    assert_eq!(path(PathStyle::Matrix { explode: true }, &object()), ";B=150;G=200;R=100");
}

#[test]
fn form() {
    for explode in [false, true] {
        let style = QueryStyle::Form { explode };
        assert_eq!(query(style, &"").as_deref(), Some("color="));
        assert_eq!(query(style, &"blue").as_deref(), Some("color=blue"));
        assert_eq!(query(style, &json!([])), None);
        assert_eq!(query(style, &json!({})), None);
    }
    assert_eq!(query(QueryStyle::Form { explode: false }, &array()).as_deref(), Some("color=blue,black,brown"));
    assert_eq!(query(QueryStyle::Form { explode: true }, &array()).as_deref(), Some("color=blue&color=black&color=brown"));
    assert_eq!(query(QueryStyle::Form { explode: false }, &object()).as_deref(), Some("color=B,150,G,200,R,100"));
    assert_eq!(query(QueryStyle::Form { explode: true }, &object()).as_deref(), Some("B=150&G=200&R=100"));
}

#[test]
fn delimited() {
    let space = QueryStyle::SpaceDelimited { explode: false };
    assert_eq!(query(space, &array()).as_deref(), Some("color=blue%20black%20brown"));
    assert_eq!(query(space, &object()).as_deref(), Some("color=B%20150%20G%20200%20R%20100"));
    let pipe = QueryStyle::PipeDelimited { explode: false };
    assert_eq!(query(pipe, &array()).as_deref(), Some("color=blue%7Cblack%7Cbrown"));
    assert_eq!(query(pipe, &object()).as_deref(), Some("color=B%7C150%7CG%7C200%7CR%7C100"));
    assert_eq!(query(QueryStyle::TabDelimited, &array()).as_deref(), Some("color=blue%09black%09brown"));
    for style in [QueryStyle::SpaceDelimited { explode: true }, QueryStyle::PipeDelimited { explode: true }] {
        assert_eq!(query(style, &array()).as_deref(), Some("color=blue&color=black&color=brown"));
    }
}

#[test]
fn deep_object() {
    assert_eq!(query(QueryStyle::DeepObject, &object()).as_deref(), Some("color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100"));
    assert_eq!(query(QueryStyle::DeepObject, &json!(["a", "b"])).as_deref(), Some("color%5B0%5D=a&color%5B1%5D=b"));
    let deep = json!({"a": {"b": [1, {"c": true}], "none": null}});
    assert_eq!(
        query(QueryStyle::DeepObject, &deep).as_deref(),
        Some("color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=true")
    );
    assert_eq!(query(QueryStyle::DeepObject, &json!("blue")).as_deref(), Some("color=blue"));
}

#[test]
fn the_default_of_a_query_is_exploded_form() {
    let request = built(|request| {
        request.query("color", &array());
        request.query("n", &Some(1.5));
        request.query("yes", &true);
    });
    assert_eq!(request.uri().query(), Some("color=blue&color=black&color=brown&n=1.5&yes=true"));
}

#[test]
fn a_value_stays_one_value() {
    let hostile = json!(["a,b", "c&d=e#f", "g|h i+j", "%2e;é"]);
    let parts = ["a%2Cb", "c%26d%3De%23f", "g%7Ch%20i%2Bj", "%252e%3B%C3%A9"];
    assert_eq!(path(PathStyle::Simple { explode: false }, &hostile), parts.join(","));
    assert_eq!(path(PathStyle::Label { explode: true }, &hostile), format!(".{}", parts.join(".")));
    assert_eq!(query(QueryStyle::Form { explode: false }, &hostile), Some(format!("color={}", parts.join(","))));
    assert_eq!(query(QueryStyle::PipeDelimited { explode: false }, &hostile), Some(format!("color={}", parts.join("%7C"))));
    let hostile = json!({"a&b=c": "d&e"});
    assert_eq!(query(QueryStyle::Form { explode: true }, &hostile).as_deref(), Some("a%26b%3Dc=d%26e"));
    assert_eq!(query(QueryStyle::DeepObject, &hostile).as_deref(), Some("color%5Ba%26b%3Dc%5D=d%26e"));
    let request = built(|request| request.query("f[x]&", &"1"));
    assert_eq!(request.uri().query(), Some("f%5Bx%5D%26=1"));
}

#[test]
fn nothing_is_left_out() {
    let request = built(|request| {
        request.query("none", &None::<i64>);
        request.query("null", &json!(null));
        request.query("items", &json!(["a", null, "b"]));
        request.query("entries", &json!({"x": null, "y": 1}));
    });
    assert_eq!(request.uri().query(), Some("items=a&items=b&y=1"));
}

#[test]
fn what_has_no_form_is_json() {
    let exploded = QueryStyle::Form { explode: true };
    for (value, expected) in [
        (json!([[1], []]), "color=%5B1%5D&color=%5B%5D"),
        (json!([{}]), "color=%7B%7D"),
        (json!({"a": [1, "b"], "c": []}), "a=1&a=b"),
        (json!({"a": [[1]]}), "a=%5B1%5D"),
        (json!({"a": {"b": 1}}), "a=%7B%22b%22%3A1%7D"),
    ] {
        assert_eq!(query(exploded, &value).as_deref(), Some(expected), "{value}");
    }
    assert_eq!(query(exploded, &json!({"a": []})), None);
    assert_eq!(query(QueryStyle::Form { explode: false }, &json!({"a": [1, 2]})).as_deref(), Some("color=a,%5B1%2C2%5D"));
    assert_eq!(path(PathStyle::Simple { explode: true }, &json!({"a": [1, 2], "b": 3})), "a=%5B1%2C2%5D,b=3");
    assert_eq!(path(PathStyle::Matrix { explode: true }, &json!({"a": [1, 2], "b": 3})), ";a=1;a=2;b=3");
    assert_eq!(refused(|request| request.query("x", &f64::NAN)), "query parameter `x`: NaN is not a number in JSON");
}

#[test]
fn lists_in_lists_have_separators() {
    let rows = json!([["a,b", "c"], "d", [["e"], 1], {"f": 1}]);
    let style = QueryStyle::Lists { explode: false, separators: &['|', ','] };
    assert_eq!(query(style, &rows).as_deref(), Some("color=a%2Cb,c%7Cd%7C%5B%22e%22%5D,1%7C%7B%22f%22%3A1%7D"));
    let style = QueryStyle::Lists { explode: true, separators: &[',', ' ', '\t'] };
    assert_eq!(query(style, &json!([[["a", "b"], ["c"]], [["d"]]])).as_deref(), Some("color=a%09b%20c&color=d"));
    assert_eq!(path(PathStyle::Lists { separators: &[' ', ','] }, &json!([[1, 2], [3]])), "1,2%203");
}
