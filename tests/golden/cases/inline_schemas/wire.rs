//! Schemas without a name of their own.

use inline_schemas_case::generated::models::{Cart, CreateOrderBody, CreateOrderSize};
use inline_schemas_case::generated::operations::orders::CreateOrderError;
use inline_schemas_case::probe::*;

#[test]
fn bodies_answers_and_errors_are_typed() {
    let order = || CreateOrderBody::new().size(CreateOrderSize::Large);
    assert_eq!(sent(|client| client.orders().create_order(order())).json(), json!({"size": "large"}));
    let created = answered(reply(201, "application/json", r#"{"id":7}"#), |client| client.orders().create_order(order()));
    assert_eq!(created.expect("it is a success").id, Some(7));
    let failed = error(reply(409, "application/json", r#"{"reason":"a"}"#), |client| client.orders().create_order(order()));
    assert!(matches!(&failed, Some(CreateOrderError::Conflict(conflict)) if conflict.reason.as_deref() == Some("a")));
}

#[test]
fn models_hold_models_of_their_own() {
    let cart: Cart = round_trip(json!({"items": [{"count": 1}, {}], "discounts": {"spring": {"percent": 12.5}}}));
    assert_eq!(cart.items.map(|items| items.len()), Some(2));
    let wrong = mistake::<Cart>(r#"{"items":[{"count":1},{"count":"2"}]}"#);
    assert_eq!(wrong, r#"items[1].count: expected an integer, found "2""#);
    let wrong = mistake::<Cart>(r#"{"discounts":{"a b":{"percent":true}}}"#);
    assert_eq!(wrong, r#"discounts["a b"].percent: expected a number, found true"#);
}
