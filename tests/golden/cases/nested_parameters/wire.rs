//! Lists and objects inside of parameters: OpenAPI's "Style Values" define none, so that what is widespread is sent, and else JSON.

use nested_parameters_case::generated::models::{
    FiltersCreated, FiltersCreatedGt, FiltersFilter, FiltersName, Key, Page, RowsEither, RowsEitherItem, RowsOnly, Tree,
};
use nested_parameters_case::generated::operations::untagged::RowsRequest;
use nested_parameters_case::probe::*;

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn key() -> Key {
    Key::new().by("a b").down(true)
}

fn rows(client: &Client) -> RowsRequest {
    client.rows(vec![texts(&["x"])], Page::new().page(1))
}

/// What a percent-encoded text says.
fn plain(text: &str) -> String {
    let pairs = [("%22", "\""), ("%20", " "), ("%3A", ":"), ("%2C", ","), ("%7B", "{"), ("%7D", "}"), ("%5B", "["), ("%5D", "]")];
    pairs.into_iter().fold(text.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

#[test]
fn a_list_in_an_exploded_object_repeats_its_key() {
    let page = Page::new().page(0).size(20).sort(texts(&["name,asc", "id"]));
    assert_eq!(query(|client| client.pages(page)).as_deref(), Some("page=0&size=20&sort=name%2Casc&sort=id"));
    assert_eq!(query(|client| client.pages(Page::new().size(5).sort(Vec::new()))).as_deref(), Some("size=5"));
    let labels = [("a".to_owned(), texts(&["x", "y"])), ("b".to_owned(), texts(&["z"]))].into();
    assert_eq!(query(|client| client.pages(Page::new()).labels(labels)).as_deref(), Some("a=x&a=y&b=z"));
}

#[test]
fn what_has_no_form_in_a_query_is_json_in_its_place() {
    let sent = |call: fn(RowsRequest) -> RowsRequest| plain(&query(|client| call(rows(client))).unwrap_or_default());
    assert_eq!(sent(|call| call.sort(vec![key(), Key::new()])), r#"sort={"by":"a b","down":true}&sort={}"#);
    assert_eq!(sent(|call| call.only(RowsOnly::new().a(key()))), r#"a={"by":"a b","down":true}"#);
    assert_eq!(sent(|call| call.only(RowsOnly::new().b(vec![key(), key()]))), [r#"b={"by":"a b","down":true}"#; 2].join("&"));
    assert_eq!(sent(|call| call.pipes(vec![vec![1, 2], vec![3]])), "pipes=[1,2]%7C[3]");
    let page = Page::new().page(1).sort(texts(&["a", "b"]));
    assert_eq!(query(|client| rows(client).joined(page)).as_deref(), Some("joined=page,1,sort,%5B%22a%22%2C%22b%22%5D"));
}

#[test]
fn what_refers_to_itself_is_json_from_the_first_round_on() {
    let tree = Tree::new().name("a").child(Tree::new().child(Tree::new().name("b")));
    let sent = query(|client| rows(client).tree(tree)).unwrap_or_default();
    assert_eq!(plain(&sent), r#"name=a&child={"child":{"name":"b"}}"#);
}

#[test]
fn alternatives_are_sent_as_what_they_are() {
    let sent = |either: RowsEither| plain(&query(|client| rows(client).either(either)).unwrap_or_default());
    assert_eq!(sent("a".to_owned().into()), "either=a");
    let items: Vec<RowsEitherItem> = vec!["a".to_owned().into(), key().into()];
    assert_eq!(sent(items.into()), r#"either=a&either={"by":"a b","down":true}"#);
}

#[test]
fn paths_have_json_for_a_list_in_a_list() {
    let call = |client: &Client| client.rows(vec![texts(&["a", "b"]), texts(&["c"])], Page::new().sort(texts(&["d", "e"])));
    assert_eq!(target(call), "/rows/%5B%22a%22%2C%22b%22%5D,%5B%22c%22%5D/;sort=d;sort=e");
}

#[test]
fn headers_and_plain_cookies_are_json_as_a_whole() {
    let grid = || vec![vec![1, 2], vec![3]];
    assert_eq!(header("x-grid", |client| rows(client).x_grid(grid())).as_deref(), Some("[[1,2],[3]]"));
    let page = |sort: Vec<String>| Page::new().page(1).sort(sort);
    assert_eq!(
        header("x-page", |client| rows(client).x_page(page(texts(&["a"])))).as_deref(),
        Some(r#"{"page":1,"sort":["a"]}"#)
    );
    assert_eq!(header("x-page", |client| rows(client).x_page(Page::new().page(1).size(2))).as_deref(), Some("page=1,size=2"));
    assert_eq!(header("cookie", |client| rows(client).grid(grid())).as_deref(), Some("grid=%5B1%2C2%5D,%5B3%5D"));
    let cookie = header("cookie", |client| rows(client).keys(vec![key()])).unwrap_or_default();
    assert_eq!(plain(&cookie), r#"keys=[{"by":"a b","down":true}]"#);
}

#[test]
fn a_deep_object_names_the_way_to_each_value() {
    let name = FiltersName::new().in_(texts(&["a", "b"])).not("c");
    let filter = FiltersFilter::new().name(name).tags(texts(&["d"]));
    let sent = query(|client| client.filters().filter(filter)).unwrap_or_default();
    assert_eq!(plain(&sent), "filter[name][in][0]=a&filter[name][in][1]=b&filter[name][not]=c&filter[tags][0]=d");
}

#[test]
fn a_text_or_number_in_deep_style_has_the_parameters_name() {
    let created = |created: FiltersCreated| plain(&query(|client| client.filters().created(created)).unwrap_or_default());
    assert_eq!(created(5.into()), "created=5");
    assert_eq!(created(FiltersCreatedGt::new().gt(5).into()), "created[gt]=5");
    let expand = query(|client| client.filters().expand(texts(&["a", "b"]))).unwrap_or_default();
    assert_eq!(plain(&expand), "expand[0]=a&expand[1]=b");
}

#[test]
fn any_json_can_be_sent_in_each_place() {
    for value in [json!("a"), json!(1.5), json!(true), json!(["a", 1]), json!([["a"], {"b": 1}]), json!({"a": {"b": ["c"]}})] {
        let request = sent(|client| {
            let call = client.anything(value.clone()).what(value.clone()).x_what(value.clone());
            call.what_2(value.clone()).plain(value.clone())
        });
        assert!(request.uri.query().is_some_and(|query| !query.is_empty()), "{value}: {}", request.uri);
    }
    let sent = |value: Value| plain(&target(|client| client.anything(value.clone()).what(value)));
    assert_eq!(sent(json!("a/b")), "/anything/a%2Fb?what=a%2Fb");
    assert_eq!(sent(json!([["a"], "b"])), r#"/anything/["a"],b?what=["a"]&what=b"#);
    assert_eq!(sent(json!({"a": {"b": 1}, "c": 2})), r#"/anything/a,{"b":1},c,2?a={"b":1}&c=2"#);
    let flat = json!({"a": [1, 2], "b": 3}).as_object().cloned().unwrap_or_default();
    assert_eq!(plain(&query(|client| client.anything("x").flat(flat)).unwrap_or_default()), "flat=a,[1,2],b,3");
}

#[test]
fn a_whole_query_may_have_no_names() {
    assert_eq!(query(|client| client.whole_text().q("a b&c")).as_deref(), Some("a%20b%26c"));
    assert_eq!(query(|client| client.whole_anything().q(json!({"a": 1, "b": "c d"}))).as_deref(), Some("a=1&b=c+d"));
    assert_eq!(query(|client| client.whole_anything().q(json!([1, 2]))).as_deref(), Some("%5B1%2C2%5D"));
}
