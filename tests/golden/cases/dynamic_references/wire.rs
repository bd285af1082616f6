//! `$dynamicRef`: what a schema holds depends on who refers to it. JSON Schema 2020-12, section 8.2.3.2.

use dynamic_references_case::generated::models::{
    Both, NamedNode, Node, NumberedShelf, Page, PageOfPet, PageOfText, PageOfToy, PlainList, Shelf,
};
use dynamic_references_case::probe::*;

#[test]
fn a_page_holds_what_its_user_says() {
    let page: PageOfPet = round_trip(json!({
        "items": [{"name": "a"}], "first": {"name": "b"}, "total": 1,
        "cursor": {"next": "c", "last": {"name": "d"}, "page": {"items": [{"name": "e"}]}},
        "previous": {"items": [{"name": "f"}]},
    }));
    assert_eq!((page.items[0].name.as_str(), page.first.map(|pet| pet.name).as_deref()), ("a", Some("b")));
    let cursor = page.cursor.expect("it was sent");
    assert_eq!(cursor.last.map(|pet| pet.name).as_deref(), Some("d"));
    assert_eq!(cursor.page.map(|page| page.items[0].name.clone()).as_deref(), Some("e"));
    assert_eq!(page.previous.map(|page| page.items[0].name.clone()).as_deref(), Some("f"));
    let page: PageOfToy = round_trip(json!({"items": [{"price": 1}], "first": {"price": 2}, "shop": "a"}));
    assert_eq!((page.items[0].price, page.shop.as_deref()), (1, Some("a")));
    let both: Both = round_trip(json!({"pets": {"items": [{"name": "a"}]}, "toys": {"items": [{"price": 3}]}}));
    assert_eq!(both.pets.map(|page| page.items[0].name.clone()).as_deref(), Some("a"));
    assert_eq!(both.toys.map(|page| page.items[0].price), Some(3));
}

#[test]
fn a_page_in_a_response_holds_what_is_said_there() {
    let page = answered(reply(200, "application/json", r#"{"items": [{"price": 4}]}"#), Client::list_toys).expect("it is a page");
    assert_eq!(page.items[0].price, 4);
}

#[test]
fn without_such_a_user_it_is_a_reference() {
    let page: Page = round_trip(json!({"items": [1, "a"], "first": null}));
    assert_eq!(page.items, [json!(1), json!("a")]);
    let list: PlainList = round_trip(json!({"list": {"elements": [true], "size": 1}}));
    assert_eq!(list.list.map(|list| list.elements), Some(vec![json!(true)]));
    let texts: PageOfText = round_trip(json!({"elements": ["a"], "size": 1}));
    assert_eq!(texts.elements, ["a"]);
}

#[test]
fn a_tree_that_is_extended_has_extended_branches() {
    let node: Node = round_trip(json!({"value": 1, "children": [{"value": 2}]}));
    assert_eq!(node.children.expect("it was sent")[0].value, 2);
    let node: NamedNode = round_trip(json!({"value": 1, "name": "a", "children": [{"value": 2, "name": "b"}]}));
    assert_eq!(node.children.expect("it was sent")[0].name, "b");
}

#[test]
fn a_name_that_a_user_leaves_open_keeps_its_usual_meaning() {
    let shelf: Shelf = round_trip(json!({"box": {"things": [true], "label": "a"}}));
    let contents = shelf.box_.expect("it was sent");
    assert_eq!((contents.things, contents.label.as_deref()), (vec![true], Some("a")));
    let shelf: NumberedShelf = round_trip(json!({"box": {"things": [1], "label": 2}}));
    let contents = shelf.box_.expect("it was sent");
    assert_eq!((contents.things, contents.label), (vec![1], Some(2)));
}
