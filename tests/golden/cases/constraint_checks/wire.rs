//! What breaks a constraint is not sent, and the error says which value breaks which.

use std::collections::BTreeMap;

use constraint_checks_case::generated::models::{Form, Label, Thing, ThingLabel, ThingSide, ThingTitle, ThingValue};
use constraint_checks_case::generated::operations::things::FindRequest;
use constraint_checks_case::probe::*;

fn thing() -> Thing {
    Thing::new("a").note("b")
}

fn find(set: impl FnOnce(FindRequest) -> FindRequest) -> String {
    refusal(|client| set(client.things().find("ab")))
}

/// What is said of the body, when a thing is to be sent.
fn of_body(thing: Thing) -> String {
    let text = refusal(|client| client.things().save("ab", thing));
    text.strip_prefix("PUT https://api.example.com/things/{code}: body: ").unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[test]
fn parameters_are_checked_wherever_they_stand() {
    assert_eq!(
        refusal(|client| client.things().find("abcd")),
        "GET https://api.example.com/things/{code}: path parameter `code`: expected a text that matches `^[a-z]{2,3}$`"
    );
    assert_eq!(
        find(|find| find.limit(0)),
        "GET https://api.example.com/things/{code}: query parameter `limit`: expected a number not less than 1"
    );
    assert_eq!(
        find(|find| find.limit(101)),
        "GET https://api.example.com/things/{code}: query parameter `limit`: expected a number not more than 100"
    );
    assert_eq!(
        find(|find| find.tags(vec!["a".to_owned(), "toolong".to_owned()])),
        "GET https://api.example.com/things/{code}: query parameter `tags`: [1]: expected at most 5 characters, found 7"
    );
    assert_eq!(
        find(|find| find.tags(vec!["a".to_owned(), "a".to_owned()])),
        "GET https://api.example.com/things/{code}: query parameter `tags`: expected items of which none is repeated, but item 1 is"
    );
    assert_eq!(
        find(|find| find.x_step(0.0)),
        "GET https://api.example.com/things/{code}: header `X-Step`: expected a number more than 0"
    );
    assert_eq!(
        find(|find| find.x_step(0.25)),
        "GET https://api.example.com/things/{code}: header `X-Step`: expected a multiple of 0.1"
    );
    assert_eq!(
        find(|find| find.session("abc")),
        "GET https://api.example.com/things/{code}: cookie `session`: expected at least 4 characters, found 3"
    );
}

#[test]
fn what_keeps_to_the_constraints_is_sent() {
    let target = target(|client| {
        let tags = vec!["a".to_owned(), "ééééé".to_owned()];
        client.things().find("abc").limit(100).tags(tags).x_step(0.3).session("abcd")
    });
    assert_eq!(target, "/things/abc?limit=100&tags=a&tags=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9");
    let labels = BTreeMap::from([("any".to_owned(), "label".to_owned())]);
    let full = thing().note_null().ratio(1.0).size(9).grid(vec![vec![1, 9]]).labels(labels).value(5);
    let (_, body) = body(|client| client.things().save("ab", full.children(vec![thing()])));
    assert!(body.contains(r#""children":[{"name":"a","note":"b"}]"#), "{body}");
}

#[test]
fn bodies_are_checked_with_all_that_is_in_them() {
    assert_eq!(of_body(Thing::new("a")), "expected at least 2 properties, found 1");
    assert_eq!(of_body(Thing::new("").note("b")), "name: expected at least 1 character, found 0");
    assert_eq!(of_body(thing().note("long")), "note: expected at most 3 characters, found 4");
    assert_eq!(of_body(thing().both("b")), "both: expected at least 2 characters, found 1");
    assert_eq!(of_body(thing().both("bbbbbb")), "both: expected at most 5 characters, found 6");
    assert_eq!(of_body(thing().both("aa")), "both: expected a text that matches `^b`");
    assert_eq!(of_body(thing().ratio(1.5)), "ratio: expected one of 0.5, 1, 2");
    assert_eq!(of_body(thing().size(0)), "size: expected a number more than 0");
    assert_eq!(of_body(thing().size(10)), "size: expected a number less than 10");
    assert_eq!(of_body(thing().size(4)), "size: expected a multiple of 3");
    assert_eq!(of_body(thing().children(vec![thing(), thing()])), "children: expected at most 1 item, found 2");
    let inner = thing().children(vec![thing().size(4)]);
    assert_eq!(of_body(thing().children(vec![inner])), "children[0].children[0].size: expected a multiple of 3");
    assert_eq!(of_body(thing().grid(vec![vec![1, 2], vec![3]])), "grid[1]: expected at least 2 items, found 1");
    assert_eq!(of_body(thing().grid(vec![vec![1, 10]])), "grid[0][1]: expected a number not more than 9");
    let labels = BTreeMap::from([("a".to_owned(), String::new())]);
    assert_eq!(of_body(thing().labels(labels)), "labels.a: expected at least 1 character, found 0");
    let labels = BTreeMap::from([("a".to_owned(), "b".to_owned()), ("c".to_owned(), "d".to_owned())]);
    assert_eq!(of_body(thing().labels(labels)), "labels: expected at most 1 property, found 2");
    assert_eq!(of_body(thing().value("abc".to_owned())), "value: expected at most 2 characters, found 3");
    assert_eq!(of_body(thing().value(4)), "value: expected a number not less than 5");
    let additional = BTreeMap::from([("more".to_owned(), "toolong".to_owned())]);
    assert_eq!(of_body(thing().additional(additional)), "more: expected at most 5 characters, found 7");
}

#[test]
fn constraints_beside_a_reference_are_checked() {
    assert_eq!(of_body(thing().label(ThingLabel::new("Box"))), "label: expected at least 2 properties, found 1");
    assert_eq!(of_body(thing().title(ThingTitle::new("Box"))), "title: expected at least 2 properties, found 1");
    assert_eq!(of_body(thing().side(ThingSide::Right)), "side: expected at most 4 characters, found 5");
    let kept = thing().label(ThingLabel::new("Box").de("Kiste")).caption(Label::new("Box")).side(ThingSide::Left);
    let (_, body) = body(|client| client.things().save("ab", kept));
    assert!(body.contains(r#""caption":{"en":"Box"},"side":"left""#), "{body}");
}

#[test]
fn each_way_to_write_a_body_is_checked() {
    let words: Vec<String> = Vec::new();
    assert_eq!(
        refusal(|client| client.words().words().body(words)),
        "POST https://api.example.com/words: body: expected at least 1 item, found 0"
    );
    assert_eq!(
        refusal(|client| client.words().words().body(Form::new().word("toolong"))),
        "POST https://api.example.com/words: body: word: expected at most 5 characters, found 7"
    );
    assert_eq!(body(|client| client.words().words().body("toolong".to_owned())).1, "toolong");
    assert_eq!(
        refusal(|client| client.words().parts().title("toolong")),
        "POST https://api.example.com/parts: body: title: expected at most 5 characters, found 7"
    );
}

#[test]
fn only_what_is_sent_is_checked() {
    let broken: Thing = round_trip(json!({"name": "", "value": "abc", "more": "toolong"}));
    assert_eq!(broken.value, Some(ThingValue::String("abc".to_owned())));
    let reply = reply(200, "application/json", r#"{"name": "toolong"}"#);
    let answer = answered(reply, |client| client.things().save("ab", thing()));
    assert_eq!(answer.map(|thing| thing.name).ok().as_deref(), Some("toolong"));
}
