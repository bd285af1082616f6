//! Paths that say more of a parameter than its name: the address has none of it, and a greedy parameter keeps its slashes.

use path_decorations_case::generated::models::ReportFormat;
use path_decorations_case::probe::*;

const GREEDY: &str = "a/b c/d%e?f#g:h";
const ENCODED: &str = "a/b%20c/d%25e%3Ff%23g%3Ah";

#[test]
fn a_greedy_parameter_keeps_its_slashes() {
    assert_eq!(target(|client| client.aws(GREEDY)), format!("/aws/{ENCODED}"));
    assert_eq!(target(|client| client.reserved(GREEDY)), format!("/rfc6570/{ENCODED}"));
    assert_eq!(target(|client| client.star(GREEDY)), format!("/star/{ENCODED}"));
    assert_eq!(target(|client| client.star_after(GREEDY)), format!("/star/after/{ENCODED}"));
    assert_eq!(target(|client| client.stars(GREEDY)), format!("/stars/{ENCODED}/tail"));
    assert_eq!(target(|client| client.regex(GREEDY)), format!("/regex/{ENCODED}"));
    assert_eq!(target(|client| client.typed(GREEDY)), format!("/typed/{ENCODED}"));
    assert_eq!(target(|client| client.typed_before(GREEDY)), format!("/before/{ENCODED}"));
    assert_eq!(target(|client| client.itself(GREEDY)), format!("/itself/{ENCODED}"));
    assert_eq!(target(|client| client.undeclared(GREEDY)), format!("/undeclared/{ENCODED}"));
    assert_eq!(target(|client| client.get_unnamed_rest(GREEDY)), format!("/unnamed/{ENCODED}"));
    assert_eq!(target(|client| client.lists(vec!["a/b".to_owned(), "c,d".to_owned()])), "/lists/a/b,c%2Cd");
}

#[test]
fn any_other_is_one_segment_of_its_type() {
    assert_eq!(target(|client| client.pattern(7)), "/numbers/7");
    assert_eq!(target(|client| client.constraint(7)), "/ints/7");
    assert_eq!(target(|client| client.maybe(7)), "/maybe/7");
    assert_eq!(target(|client| client.plain("a/b")), "/plain/a%2Fb");
    assert_eq!(target(|client| client.long_pattern(2024)), "/numbers/2024/pattern");
}

#[test]
fn what_stands_before_a_value_is_written() {
    assert_eq!(target(|client| client.report(7, ReportFormat::Csv, 1.5)), "/reports/7.csv;version=1.5");
}

#[test]
fn paths_may_differ_only_in_that() {
    assert_eq!(target(|client| client.one("a/b")), "/both/a%2Fb");
    assert_eq!(target(|client| client.many("a/b")), "/both/a/b");
}

#[test]
fn what_lists_the_query_is_no_part_of_the_path() {
    assert_eq!(target(|client| client.query(1)), "/search/1");
    assert_eq!(target(|client| client.query(1).q("a b").limit(2)), "/search/1?q=a%20b&limit=2");
}

#[test]
fn no_segment_leads_to_another_resource() {
    for value in ["..", ".", "a/../b", "../a", "a/..", "a/./b"] {
        let refusal = refusal(|client| client.aws(value));
        let expected = "path parameter `rest`: a path segment `.` or `..` would lead to another resource";
        assert_eq!(refusal, format!("GET https://api.example.com/aws/{{rest+}}: {expected}"), "{value}");
    }
    // Encoded by the caller, the percent sign is encoded again, and the server sees the text that was given.
    assert_eq!(target(|client| client.aws("a/%2e%2e/b")), "/aws/a/%252e%252e/b");
    assert_eq!(target(|client| client.aws(".../..a/b..")), "/aws/.../..a/b..");
    assert_eq!(target(|client| client.aws("a\\..\\b")), "/aws/a%5C..%5Cb");
    assert!(refusal(|client| client.allow_reserved("a/%2e%2E/b")).contains("would lead to another resource"));
    assert!(refusal(|client| client.aws("")).ends_with("path parameter `rest`: an empty value would lead to another resource"));
}

#[test]
fn reserved_characters_may_stand_as_they_are() {
    assert_eq!(target(|client| client.allow_reserved("a/b:c@d!$&'()*+,;=e")), "/allow/a/b:c@d!$&'()*+,;=e");
    assert_eq!(target(|client| client.allow_reserved("a?b#c[d]e f")), "/allow/a%3Fb%23c%5Bd%5De%20f");
    assert_eq!(target(|client| client.allow_reserved("a%2Fb%")), "/allow/a%2Fb%25");
}

#[test]
fn an_empty_value_is_sent_where_it_is_allowed() {
    assert_eq!(target(|client| client.may_be_empty("")), "/empty/");
    assert_eq!(target(|client| client.may_be_empty("a/b")), "/empty/a/b");
}
