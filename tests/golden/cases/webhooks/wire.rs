//! The bodies of webhooks and callbacks are models wherever they are described.

use webhooks_case::generated::models::{
    OnAlarmBody, OnAlarmLevel, Pet, SubscribeArrivalCallbackBody, SubscribeArrivalCallbackOutput,
    SubscribeDepartureCallbackDeleteBody, SubscribeDepartureCallbackPutBody,
};
use webhooks_case::probe::*;

#[test]
fn whoever_receives_a_request_reads_its_body_and_writes_the_answer() {
    assert_eq!(decoded::<OnAlarmBody>(r#"{"level":"high"}"#).level, Some(OnAlarmLevel::High));
    let rex = with(Pet::new(), |pet| pet.name = Some("Rex".to_owned()));
    assert_eq!(decoded::<SubscribeArrivalCallbackBody>(r#"{"pet":{"name":"Rex"}}"#), SubscribeArrivalCallbackBody::new(rex));
    assert_eq!(encoded(&SubscribeArrivalCallbackOutput::new().again(true)), json!({"again": true}));
    assert!(decoded::<SubscribeDepartureCallbackPutBody>(r#"{"at":"2026-01-31"}"#).at.is_some());
    assert_eq!(decoded::<SubscribeDepartureCallbackDeleteBody>(r#"{"why":"rain"}"#).why.as_deref(), Some("rain"));
}
