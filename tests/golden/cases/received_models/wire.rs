//! Models that are only received or only sent, and those that travel both ways.

use received_models_case::generated::models::{
    AddPersonBody, AddPersonHome, Closed, Event, History, NewOrder, Note, Opened, Order, OrderLine, OrderRequired, Packed,
    PeopleHome, PeopleOutput, Point, Problem, Receipt, Secret, Shipped, Size, Totals, Unused,
};
use received_models_case::generated::operations::untagged::OrdersError;
use received_models_case::probe::*;

const JSON: &str = "application/json";

fn order() -> Value {
    json!({"id": "a", "total": 1, "remark": "r", "lines": [], "place": {"x": 1, "y": 2}, "number": 1})
}

fn order_with(name: &str, value: Value) -> Value {
    let mut order = order();
    order[name] = value;
    order
}

fn order_without(name: &str) -> Value {
    let mut order = order();
    order.as_object_mut().expect("it is an object").remove(name).expect("it has the property");
    order
}

fn written(value: &Value) -> (Value, Vec<String>) {
    let (text, deviations) = read_and_written::<Order>(&value.to_string());
    (text.parse().expect("it is JSON"), deviations)
}

#[test]
fn null_and_absence_of_an_optional_property_are_one() {
    let absent: Order = decoded(&order().to_string());
    let none: (Option<i64>, Option<Box<Order>>) = (absent.discount, absent.parent.clone());
    assert_eq!(none, (None, None));
    for name in ["discount", "parent"] {
        assert_eq!(decoded::<Order>(&order_with(name, Value::Null).to_string()), absent);
        assert_eq!(written(&order_with(name, Value::Null)), (order(), vec![]), "null is allowed, and written as nothing");
    }
    round_trip::<Order>(order_with("discount", json!(5)));
    let nested: Order = round_trip(order_with("parent", order()));
    assert_eq!(nested.parent.map(|parent| parent.id).as_deref(), Some("a"));
    // Any JSON may be null itself.
    assert_eq!(round_trip::<Order>(order_with("extra", Value::Null)).extra, Some(Value::Null));
}

#[test]
fn null_of_a_required_property_is_written_as_null() {
    let read: Order = round_trip(order_with("remark", Value::Null));
    assert_eq!(read.remark, None);
    assert!(mistake::<Order>(&order_without("remark").to_string()).starts_with("remark: "));
}

#[test]
fn what_is_read_only_is_required_where_it_is_only_received() {
    let read: Order = round_trip(order_with("total", Value::Null));
    let (id, total): (String, Option<i64>) = (read.id, read.total);
    assert_eq!((id.as_str(), total), ("a", None));
    assert!(mistake::<Order>(&order_without("id").to_string()).starts_with("id: "));
    assert!(mistake::<Order>(&order_without("total").to_string()).starts_with("total: "));
    let line: OrderLine = round_trip(json!({"article": "a", "kind": "line", "more": "text"}));
    assert_eq!((OrderLine::KIND, line.article.as_str(), line.amount), ("line", "a", None));
}

#[test]
fn what_is_write_only_is_required_where_it_is_only_sent() {
    let order = NewOrder::new("a", "t", None);
    let (token, pin): (&String, &Option<String>) = (&order.token, &order.pin);
    assert_eq!((token.as_str(), pin.as_deref()), ("t", None));
    assert_eq!(encoded(&order), json!({"article": "a", "token": "t", "pin": null}));
    let order = order.secret(Secret::new("k").hint_null());
    assert_eq!(
        body(|client| client.order(order)).1,
        r#"{"article":"a","token":"t","pin":null,"secret":{"key":"k","hint":null}}"#
    );
}

#[test]
fn what_is_sent_tells_null_from_absence() {
    let order = NewOrder::new("a", "t", Some("p".to_owned()));
    assert_eq!(encoded(&order.clone().remark_null()), json!({"article": "a", "token": "t", "pin": "p", "remark": null}));
    assert_eq!(encoded(&order), json!({"article": "a", "token": "t", "pin": "p"}));
    // The answer to a callback is sent.
    assert_eq!(encoded(&Receipt::new(true).by_null()), json!({"seen": true, "by": null}));
    // A parameter is sent, although the same model is received elsewhere.
    assert_eq!(round_trip::<Point>(json!({"x": 1, "y": 2, "z": null})), Point::new(1, 2).z_null());
    assert_eq!(query(|client| client.orders().near(Point::new(1, 2))).as_deref(), Some("near%5Bx%5D=1&near%5By%5D=2"));
}

#[test]
fn what_travels_both_ways_may_lack_what_only_one_side_sets() {
    assert_eq!(encoded(&Note::new("t", None).text_null()), json!({"token": "t", "lock": null, "text": null}));
    let received: Note = round_trip(json!({"id": "a", "text": "b"}));
    assert_eq!((received.id.as_deref(), received.token, received.lock), (Some("a"), None, None));
    assert_eq!(round_trip::<Note>(json!({"text": null})).text, Some(None));
}

#[test]
fn what_no_call_uses_is_as_if_it_were_both() {
    assert_eq!(encoded(&Unused::new().text_null()), json!({"text": null}));
    assert_eq!(encoded(&History::new().last_null()), json!({"last": null}));
}

#[test]
fn equal_inline_schemas_are_one_model_if_their_types_are_the_same_both_ways() {
    let home = AddPersonHome::new("c").zip_null();
    let size: Size = Size::new(1).height(2);
    let sent = body(|client| client.add_person(AddPersonBody::new().home(home).size(size.clone()))).1;
    assert_eq!(sent, r#"{"home":{"city":"c","zip":null},"size":{"width":1,"height":2}}"#);
    let received: PeopleOutput = decoded(&sent);
    let (home, same_size): (Option<PeopleHome>, Option<Size>) = (received.home, received.size);
    assert_eq!((home.map(|home| home.zip), same_size), (Some(None), Some(size)));
}

#[test]
fn errors_headers_items_and_what_the_api_sends_are_received() {
    let found = error(reply(404, JSON, r#"{"title":"none","detail":null}"#), |client| client.orders());
    let Some(OrdersError::NotFound(problem)) = found else { panic!("it is documented") };
    assert_eq!((problem.title.as_str(), &problem.detail), ("none", &None));
    assert_eq!(encoded(&problem), json!({"title": "none"}));
    assert_eq!(read_and_written::<Totals>(r#"{"all":null}"#), ("{}".to_owned(), vec![]));
    assert_eq!(read_and_written::<Packed>(r#"{"parcels":1,"by":null}"#), (r#"{"parcels":1}"#.to_owned(), vec![]));
    let shipped = r#"{"a":"1","b":"2","c":"3","d":"4","e":null,"f":null}"#;
    assert_eq!(read_and_written::<Shipped>(shipped), (shipped.replace(r#","f":null"#, ""), vec![]));
    let opened: Event = round_trip(json!({"opened": 1}));
    assert_eq!(opened, Opened::new(1).into());
    assert_eq!(decoded::<Event>(r#"{"closed":1,"by":null}"#), Closed::new(1).into());
}

#[test]
fn the_feature_for_tests_adds_constructors() {
    let mut order = Order::new(OrderRequired {
        id: "a".to_owned(),
        total: Some(1),
        remark: Some("r".to_owned()),
        lines: vec![],
        place: Point::new(1, 2),
        number: 1,
    });
    order.discount = Some(2);
    assert_eq!(encoded(&order), order_with("discount", json!(2)));
    assert_eq!(encoded(&OrderLine::new("a")), json!({"article": "a", "kind": "line"}));
    assert_eq!((Totals::default(), PeopleOutput::new().size), (Totals::new(), None));
    assert_eq!(encoded(&Problem::new("none")), json!({"title": "none"}));
}
