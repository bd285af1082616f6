//! Extensions of other tools, some of which have the names of former ones of ours, change nothing.

use foreign_extensions_case::generated::models::{Lamp, LampSize};
use foreign_extensions_case::probe::*;

#[test]
fn extensions_of_other_tools_change_nothing() {
    assert_eq!(target(|client| client.lamps().list_lamps().start(2).count(3)), "/lamps?start=2&count=3");
    let lamp = Lamp::new(LampSize::S).x_timeout("5s").x_clientsmith(1);
    let sent = json!({"size": "s", "x-timeout": "5s", "x-clientsmith": 1});
    let text = body(|client| client.lamps().add_lamp(lamp.clone())).1;
    assert_eq!(decoded::<Value>(&text), sent);
    assert_eq!(round_trip::<Lamp>(sent), lamp);
}
