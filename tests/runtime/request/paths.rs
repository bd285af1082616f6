//! Path parameters: each value stays inside its segment, and no request climbs to another resource.

use super::{built, refused};
use crate::runtime::{Encode, JsonObject, PathStyle};

fn item(id: &str) -> String {
    let request = built(|request| {
        request.path("/items/");
        request.segment("id", &id);
        request.path("/");
    });
    let path = request.uri().path();
    path.strip_prefix("/v1/items/").and_then(|path| path.strip_suffix('/')).expect("the rest is as it was written").to_owned()
}

#[test]
fn values_are_encoded() {
    for (value, encoded) in [
        ("hello", "hello"),
        ("测试", "%E6%B5%8B%E8%AF%95"),
        ("a/b", "a%2Fb"),
        ("50%", "50%25"),
        ("%2e%2e", "%252e%252e"),
        ("a?b#c", "a%3Fb%23c"),
        ("a b;c\\d", "a%20b%3Bc%5Cd"),
        ("..\n", "..%0A"),
        ("\t..", "%09.."),
        ("...", "..."),
        (".a", ".a"),
        ("-._~", "-._~"),
        ("!$&'()*+,;=:@", "%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40"),
        ("\u{0}\u{7f}", "%00%7F"),
    ] {
        assert_eq!(item(value), encoded, "{value:?}");
    }
}

#[test]
fn dots_are_refused() {
    for id in [".", ".."] {
        let message = refused(|request| {
            request.path("/items/");
            request.segment("id", &id);
        });
        assert_eq!(message, "path parameter `id`: a path segment `.` or `..` would lead to another resource");
    }
}

#[test]
fn dots_of_a_whole_segment_are_refused() {
    let file = |name: &str, extension: &str| {
        refused(|request| {
            request.path("/files/");
            request.segment("name", &name);
            request.path(".");
            request.segment("extension", &extension);
            request.path("/content");
        })
    };
    assert_eq!(file("", "a"), "path parameter `name`: an empty value would lead to another resource");
    let pair = |first: &str, second: &str| {
        refused(|request| {
            request.path("/pair/");
            request.segment("first", &first);
            request.segment("second", &second);
        })
    };
    assert_eq!(pair(".", "."), "path parameter `first`, `second`: a path segment `.` or `..` would lead to another resource");
    let message = refused(|request| {
        request.path("/");
        request.segment("first", &"a");
        request.path("/");
        request.segment("second", &"..");
        request.path("/");
        request.segment("third", &"b");
    });
    assert_eq!(message, "path parameter `second`: a path segment `.` or `..` would lead to another resource");
    // One parameter and a dot of the description.
    let message = refused(|request| {
        request.path("/files/.");
        request.segment("name", &".");
        request.path("/content");
    });
    assert_eq!(message, "path parameter `name`: a path segment `.` or `..` would lead to another resource");
    let message = refused(|request| {
        request.path("/files/%2E");
        request.segment("name", &".");
    });
    assert_eq!(message, "path parameter `name`: a path segment `.` or `..` would lead to another resource");
    assert!(refused(|request| request.path("/files/../secret")).starts_with("address: "));
    assert!(refused(|request| request.path("/files/%2e%2E/secret")).starts_with("address: "));
    let label = refused(|request| {
        request.path("/");
        request.segment_styled("name", PathStyle::Label { explode: false }, &".");
    });
    assert!(label.starts_with("path parameter `name`: "), "{label}");
}

#[test]
fn empty_values_are_refused() {
    let empty = "an empty value would lead to another resource";
    for style in [PathStyle::Simple { explode: true }, PathStyle::Label { explode: true }] {
        assert_eq!(refused(|request| request.segment_styled("id", style, &"")), format!("path parameter `id`: {empty}"));
    }
    for style in [PathStyle::Simple { explode: true }, PathStyle::Label { explode: true }, PathStyle::Matrix { explode: true }] {
        assert_eq!(refused(|request| request.segment_styled("id", style, &None::<i64>)), format!("path parameter `id`: {empty}"));
        assert_eq!(
            refused(|request| request.segment_styled("id", style, &Vec::<i64>::new())),
            format!("path parameter `id`: {empty}")
        );
        assert_eq!(
            refused(|request| request.segment_styled("id", style, &JsonObject::new())),
            format!("path parameter `id`: {empty}")
        );
    }
    assert_eq!(refused(|request| request.segment("id", &vec![""])), format!("path parameter `id`: {empty}"));
}

#[test]
fn empty_values_are_sent_where_they_are_allowed() {
    let path = |style: PathStyle, value: &dyn Encode| {
        let request = built(|request| {
            request.path("/files/x");
            request.segment_or_empty("id", style, value);
            request.path("/all");
        });
        request.uri().path().to_owned()
    };
    // OpenAPI 3.1.1, section 4.8.12.4, column `empty`.
    for (style, expected) in [
        (PathStyle::Simple { explode: false }, "/v1/files/x/all"),
        (PathStyle::Label { explode: false }, "/v1/files/x./all"),
        (PathStyle::Matrix { explode: false }, "/v1/files/x;id/all"),
    ] {
        assert_eq!(path(style, &""), expected);
    }
    assert_eq!(path(PathStyle::Simple { explode: false }, &Vec::<String>::new()), "/v1/files/x/all");
    assert_eq!(path(PathStyle::Simple { explode: false }, &"a/b"), "/v1/files/xa%2Fb/all");
    let whole = |value: &str| {
        let request = built(|request| {
            request.path("/files/");
            request.segment_or_empty_reserved("id", PathStyle::Simple { explode: false }, &value);
        });
        request.uri().path().to_owned()
    };
    assert_eq!((whole(""), whole("a:b")), ("/v1/files/".to_owned(), "/v1/files/a:b".to_owned()));
    let refusal = refused(|request| {
        request.path("/files/");
        request.segment_or_empty("id", PathStyle::Simple { explode: false }, &"..");
    });
    assert_eq!(refusal, "path parameter `id`: a path segment `.` or `..` would lead to another resource");
}

#[test]
fn reserved_characters_that_have_no_meaning_in_a_path_can_stand_as_they_are() {
    let path = |value: &str| {
        let request = built(|request| {
            request.path("/");
            request.segment_reserved("id", PathStyle::Simple { explode: false }, &value);
        });
        request.uri().to_string()
    };
    assert!(path("a:b@c;d=e").ends_with("/v1/a:b@c;d=e"), "{}", path("a:b@c;d=e"));
    assert!(path("a/b?c#d é[%2F%zz%").ends_with("/v1/a/b%3Fc%23d%20%C3%A9%5B%2F%25zz%25"), "{}", path("a/b?c#d é[%2F%zz%"));
    let refusal = refused(|request| {
        request.path("/");
        request.segment_reserved("id", PathStyle::Simple { explode: false }, &"%2e.");
    });
    assert_eq!(refusal, "path parameter `id`: a path segment `.` or `..` would lead to another resource");
}

#[test]
fn several_segments_can_be_one_value() {
    let simple = PathStyle::Simple { explode: false };
    let path = |value: &str| {
        let request = built(|request| {
            request.path("/files/");
            request.segment_greedy("rest", simple, &value);
            request.path("/tail");
        });
        request.uri().path().to_owned()
    };
    assert_eq!(path("a/b c?%2F:"), "/v1/files/a/b%20c%3F%252F%3A/tail");
    assert_eq!(path("/a//b/"), "/v1/files//a//b//tail");
    for value in ["..", "a/..", "../a", "a/./b", "."] {
        let refusal = refused(|request| {
            request.path("/files/");
            request.segment_greedy("rest", simple, &value);
            request.path("/");
            request.segment("id", &"1");
        });
        assert_eq!(refusal, "path parameter `rest`: a path segment `.` or `..` would lead to another resource", "{value}");
    }
    let joined = refused(|request| {
        request.path("/");
        request.segment_greedy("rest", simple, &"a/.");
        request.segment_or_empty_greedy("end", simple, &".");
    });
    assert_eq!(joined, "path parameter `rest`, `end`: a path segment `.` or `..` would lead to another resource");
}

#[test]
fn the_description_is_sent_as_it_stands() {
    let path = |text: &str| built(|request| request.path(text)).uri().path().to_owned();
    assert_eq!(path("/cloud-function/"), "/v1/cloud-function/");
    assert_eq!(path("/a%20b/50%/%zz/%"), "/v1/a%20b/50%25/%25zz/%25");
    assert_eq!(path("/a b/\"{x}\"/é?#"), "/v1/a%20b/%22%7Bx%7D%22/%C3%A9%3F%23");
    assert_eq!(path("/a;v=1/b:c@d/(e)'!$&*+,"), "/v1/a;v=1/b:c@d/(e)'!$&*+,");
    assert_eq!(path("//a//"), "/v1//a//");
}

#[test]
fn the_first_problem_is_told() {
    let message = refused(|request| {
        request.query("fine", &1);
        request.segment("first", &"");
        request.segment("second", &"");
        request.header("third", &"\n");
    });
    assert_eq!(message, "path parameter `first`: an empty value would lead to another resource");
}
