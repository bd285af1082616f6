//! Pages of a list and the links between them.

use serde_json::{Value, json};
use tests::minapp_server::{MAXIMUM_LIMIT, MinappServer, StoredJob};

use crate::raw::call;

#[test]
fn links_lead_through_all_pages_and_back() {
    let server = MinappServer::start();
    server.add_functions(45);
    let meta = |query: &str| call(&server, "GET", &format!("/cloud-function/{query}"), "").json()["meta"].clone();
    let link = |offset: usize| json!(format!("/userve/v1.3/cloud-function/?limit=20&offset={offset}"));
    let expected = |offset: usize, previous: Value, next: Value| json!({"limit": 20, "next": next, "offset": offset, "previous": previous, "total_count": 45});
    assert_eq!(meta(""), expected(0, Value::Null, link(20)));
    assert_eq!(meta("?limit=20&offset=20"), expected(20, link(0), link(40)));
    assert_eq!(meta("?offset=40"), expected(40, link(20), Value::Null));
    assert_eq!(meta("?offset=5"), expected(5, link(0), link(25)));
    assert_eq!(meta("?offset=100"), expected(100, link(80), Value::Null));
}

#[test]
fn pages_neither_overlap_nor_leave_gaps() {
    let server = MinappServer::start();
    server.add_functions(45);
    let mut names = Vec::new();
    let mut path = "/cloud-function/?limit=7".to_owned();
    loop {
        let list = call(&server, "GET", &path, "").json();
        names.extend(list["objects"].as_array().into_iter().flatten().map(|function| function["name"].clone()));
        match list["meta"]["next"].as_str().and_then(|next| next.strip_prefix("/userve/v1.3")) {
            Some(next) => path = next.to_owned(),
            None => break,
        }
    }
    let expected: Vec<Value> = (0..45).rev().map(|number| json!(format!("function-{number:03}"))).collect();
    assert_eq!(names, expected);
}

#[test]
fn links_keep_filters_and_the_encoded_name() {
    let server = MinappServer::start();
    server.add_function("a/b", "code");
    for _ in 0..3 {
        server.add_job("a/b", StoredJob::new("fulfilled", "timer", "batch"));
        server.add_job("a/b", StoredJob::new("waiting", "timer", "batch"));
    }
    let list = call(&server, "GET", "/cloud-function/a%2Fb/job/?status=fulfilled&limit=2&source=timer", "").json();
    let next = "/userve/v1.3/cloud-function/a%2Fb/job/?limit=2&offset=2&status=fulfilled&source=timer";
    assert_eq!(list["meta"], json!({"limit": 2, "next": next, "offset": 0, "previous": null, "total_count": 3}));
}

#[test]
fn a_page_is_never_larger_than_the_maximum() {
    let server = MinappServer::start();
    server.add_functions(MAXIMUM_LIMIT + 1);
    let list = call(&server, "GET", "/cloud-function/?limit=1000", "").json();
    assert_eq!(list["meta"]["limit"], MAXIMUM_LIMIT);
    assert_eq!(list["objects"].as_array().map(Vec::len), Some(MAXIMUM_LIMIT));
}

#[test]
fn paging_takes_only_numbers() {
    let server = MinappServer::start();
    for query in ["limit=0", "limit=-1", "limit=ten", "offset=-1", "offset=1.5", "limit="] {
        assert_eq!(call(&server, "GET", &format!("/cloud-function/?{query}"), "").status, 400, "{query}");
    }
}
