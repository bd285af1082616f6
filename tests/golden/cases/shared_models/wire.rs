//! Inline schemas that are the same are one model.

use shared_models_case::generated::models::{
    Address, CreateOrderBody, Customer, CustomerBilling, CustomerReach, CustomerStatus, Destination, Note, NoteRepliesItem,
    Order, OrderAddress, OrderReach, OrderStatus, Rank, Since, Sort,
};
use shared_models_case::probe::*;

#[test]
fn one_type_is_sent_and_received() {
    let order = || CreateOrderBody::new(Address::new("Kiel"));
    assert_eq!(sent(|client| client.orders().create_order(order())).json(), json!({"address": {"city": "Kiel"}}));
    let received: Order = round_trip(json!({"address": {"city": "Kiel", "lines": ["a"]}}));
    let address: Address = received.address.expect("it is there");
    assert_eq!(
        encoded(&with(Customer::new(), |customer| customer.address = Some(address))),
        json!({"address": {"city": "Kiel", "lines": ["a"]}})
    );
    assert_eq!(decoded::<Order>(r#"{"address":null}"#).address, None);
}

#[test]
fn one_type_orders_both_lists() {
    let orders = query(|client| client.orders().list_orders(7).sort(Sort::Oldest));
    assert_eq!(orders.as_deref(), Some("sort=oldest&since=7"));
    let customers = query(|client| client.customers().list_customers().sort(Sort::Newest).since(Since::Integer(7)));
    assert_eq!(customers.as_deref(), Some("sort=newest&since=7"));
}

#[test]
fn the_order_of_values_makes_no_difference() {
    let order: Order = round_trip(json!({"rank": 2}));
    let rank: Option<Rank> = order.rank;
    assert_eq!(encoded(&with(Customer::new(), |customer| customer.rank = rank)), json!({"rank": 2}));
}

#[test]
fn unions_choose_by_what_each_of_them_forbids() {
    let reach = json!({"reach": {"area": "Kiel", "depth": 3}});
    let order: Order = round_trip(reach.clone());
    assert!(matches!(order.reach, Some(OrderReach::Object(_))), "{order:?}");
    let customer: Customer = decoded(&reach.to_string());
    assert!(matches!(customer.reach, Some(CustomerReach::Area(_))), "{customer:?}");
}

#[test]
fn what_differs_stays_apart() {
    let order: Order = round_trip(json!({"origin": {"address": {"city": "Kiel", "depot": 3}}, "status": "open"}));
    let address: Option<OrderAddress> = order.origin.and_then(|origin| origin.address);
    assert_eq!((address.and_then(|address| address.depot), order.status), (Some(3), Some(OrderStatus::Open)));
    let customer: Customer = round_trip(json!({"billing": {"city": "Kiel"}, "status": "active"}));
    assert_eq!((customer.billing, customer.status), (Some(CustomerBilling::new("Kiel")), Some(CustomerStatus::Active)));
    round_trip::<Destination>(json!({"city": "Kiel"}));
}

#[test]
fn a_place_that_a_reference_leads_to_is_one_model() {
    let order: Order = round_trip(json!({"notes": [{"text": "a", "thread": {"replies": []}}]}));
    let notes: Option<Vec<NoteRepliesItem>> = order.notes;
    let thread: Option<Note> = notes.and_then(|mut notes| notes.remove(0).thread);
    assert_eq!(thread.and_then(|thread| thread.replies), Some(vec![]));
}
