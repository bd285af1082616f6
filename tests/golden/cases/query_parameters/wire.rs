//! What typed parameters become in the query.

use query_parameters_case::generated::models::SearchFilter;
use query_parameters_case::probe::*;

#[test]
fn a_call_without_options_sends_what_is_required() {
    assert_eq!(target(|client| client.search("rust")), "/search?q=rust");
    assert_eq!(target(|client| client.search("")), "/search?q=");
}

#[test]
fn each_option_goes_into_the_query_in_the_order_of_the_description() {
    let target = target(|client| {
        let tags = vec!["a".to_owned(), "b".to_owned()];
        client
            .search("rust")
            .untyped(json!(true))
            .nullable("x")
            .filter(SearchFilter::new().color("red"))
            .pipes(tags.clone())
            .spaces(tags.clone())
            .ids(vec![-1, i64::MAX])
            .tags(tags)
            .limit(0)
    });
    let expected = "/search?q=rust&limit=0&tags=a&tags=b&ids=-1,9223372036854775807&spaces=a%20b&pipes=a%7Cb\
                    &filter%5Bcolor%5D=red&nullable=x&untyped=true";
    assert_eq!(target, expected);
}

#[test]
fn an_untyped_value_is_written_by_its_type() {
    let untyped = |value| query(|client| client.search("a").untyped(value)).unwrap_or_default();
    assert_eq!(untyped(json!([1, "b", false])), "q=a&untyped=1&untyped=b&untyped=false");
    assert_eq!(untyped(json!({"x": 1.5})), "q=a&x=1.5");
    assert_eq!(untyped(json!(null)), "q=a");
    assert_eq!(untyped(json!([[1]])), "q=a&untyped=%5B1%5D");
}
