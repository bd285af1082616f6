//! Anchors belong to the schema resource around them: JSON Schema 2020-12, section 8.2.

use anchors_case::generated::models::{Chair, Lamp, Uses};
use anchors_case::probe::*;

#[test]
fn an_anchor_means_the_schema_of_its_own_resource() {
    let lamp: Lamp = round_trip(json!({
        "own": {"lamp": 1}, "chair": {"chair": 2}, "chair_by_address": {"chair": 3}, "document": {"plain": 4},
        "bulb": {"watts": 5}, "plain": {"plain": 6},
    }));
    assert_eq!(lamp.own.map(|size| size.lamp), Some(1));
    assert_eq!(lamp.chair.map(|size| size.chair), Some(2));
    assert_eq!(lamp.chair_by_address.map(|size| size.chair), Some(3));
    assert_eq!(lamp.document.map(|size| size.plain), Some(4));
    assert_eq!(lamp.bulb.map(|bulb| bulb.watts), Some(5));
    assert_eq!(lamp.plain.map(|plain| plain.plain), Some(6));
    let chair: Chair = round_trip(json!({"own": {"chair": 1}}));
    assert_eq!(chair.own.map(|size| size.chair), Some(1));
}

#[test]
fn addresses_are_relative_to_those_around_them_and_reach_other_files() {
    let uses: Uses = round_trip(json!({
        "own": {"plain": 1}, "lamp": {"lamp": 2}, "bulb": {"socket": {"socket": "E27"}, "lamp": {"lamp": 3}}, "old": {"old": 4},
        "shown": {"shown": "a"}, "table": {"table": 5, "leg": {"leg": 6}}, "leg": {"leg": 7}, "top": {"top": 8},
    }));
    assert_eq!(uses.own.map(|size| size.plain), Some(1));
    assert_eq!(uses.lamp.map(|size| size.lamp), Some(2));
    let bulb = uses.bulb.expect("it was sent");
    assert_eq!(bulb.socket.map(|socket| socket.socket).as_deref(), Some("E27"));
    assert_eq!(bulb.lamp.map(|size| size.lamp), Some(3));
    assert_eq!(uses.old.map(|old| old.old), Some(4));
    assert_eq!(uses.shown.map(|shown| shown.shown).as_deref(), Some("a"));
    assert_eq!(uses.table.and_then(|table| table.leg).map(|leg| leg.leg), Some(6));
    assert_eq!(uses.leg.map(|leg| leg.leg), Some(7));
    assert_eq!(uses.top.map(|top| top.top), Some(8));
}
