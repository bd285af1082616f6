//! Names with brackets, quotation marks, dashes and spaces of all kinds.

use names_of_generics_case::generated::models::{
    ApiResponseUser, ListOutput, ListSortBy, ListUser, MapStringListPet, PageUser, ReplyUser, ShopResultShopUserSystemInt32,
};
use names_of_generics_case::probe::*;

#[test]
fn generic_types_are_named_after_all_their_words() {
    let written = json!({
        "a": {"user’s": "a"}, "b": {"„quoted“": "b"}, "c": {"n": 1}, "d": {"n": 2}, "e": {"n": 3}, "f": {"n": 4}
    });
    let pages: ListOutput = round_trip(written);
    let named: (Option<PageUser>, Option<MapStringListPet>) = (pages.a, pages.b);
    assert_eq!(named.0.and_then(|page| page.user_s).as_deref(), Some("a"));
    assert_eq!(named.1.and_then(|map| map.quoted).as_deref(), Some("b"));
    let reply = |reply: ReplyUser| reply.n;
    let response = |response: ApiResponseUser| response.n;
    let list = |list: ListUser| list.n;
    let result = |result: ShopResultShopUserSystemInt32| result.n;
    let numbers = [pages.c.and_then(reply), pages.d.and_then(response), pages.e.and_then(list), pages.f.and_then(result)];
    assert_eq!(numbers, [Some(1), Some(2), Some(3), Some(4)]);
}

#[test]
fn punctuation_only_separates_words() {
    let sorted = query(|client| client.pages_all().list().filter_name("x").sort_by(ListSortBy::NameDesc));
    assert_eq!(sorted.as_deref(), Some("filter%5Bname%5D=x&sort%C2%A0by=%E2%80%98name%E2%80%99%20desc"));
}
