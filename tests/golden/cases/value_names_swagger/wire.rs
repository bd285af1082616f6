//! Values of Swagger 2.0 go by the names that the description gives them.

use value_names_swagger_case::generated::models::*;
use value_names_swagger_case::probe::*;

#[test]
fn parameters_and_properties_go_by_names() {
    let form = ListBody::new().order(ListOrder::Down);
    let request = sent(|client| client.list(ListKind::KindWall).color(vec![Color::Green]).body(form));
    assert_eq!((request.uri.path(), request.uri.query()), ("/lamps/2", Some("color=g")));
    assert_eq!(request.body, "order=d");
    assert_eq!(decoded::<Lamp>(r#"{"state":null}"#).state, None);
    assert_eq!(round_trip::<Lamp>(json!({"state": "dead"})).state, Some(LampState::StateDead));
}
