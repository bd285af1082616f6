//! Names with brackets, quotation marks, dashes and spaces of all kinds.

use names_of_generics_case::generated::models::{
    ApiResponseUser, ListOutput, ListSortBy, ListUser, MapStringListPet, PageUser, ReplyUser, ShopResultShopUserSystemInt32,
};
use names_of_generics_case::probe::*;

#[test]
fn generic_types_are_named_after_all_their_words() {
    let pages = ListOutput::new()
        .a(PageUser::new().user_s("a"))
        .b(MapStringListPet::new().quoted("b"))
        .c(ReplyUser::new().n(1))
        .d(ApiResponseUser::new().n(2))
        .e(ListUser::new().n(3))
        .f(ShopResultShopUserSystemInt32::new().n(4));
    let written = json!({
        "a": {"user’s": "a"}, "b": {"„quoted“": "b"}, "c": {"n": 1}, "d": {"n": 2}, "e": {"n": 3}, "f": {"n": 4}
    });
    assert_eq!(round_trip::<ListOutput>(written), pages);
}

#[test]
fn punctuation_only_separates_words() {
    let sorted = query(|client| client.pages_all().list().filter_name("x").sort_by(ListSortBy::NameDesc));
    assert_eq!(sorted.as_deref(), Some("filter%5Bname%5D=x&sort%C2%A0by=%E2%80%98name%E2%80%99%20desc"));
}
