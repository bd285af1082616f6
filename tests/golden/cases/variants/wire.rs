//! One endpoint as two calls: the deciding property is theirs, and so is the answer.

use std::time::Duration;

use variants_case::generated::models::JobLevel;
use variants_case::generated::operations::untagged::EnqueueError;
use variants_case::probe::*;

#[test]
fn each_call_fixes_the_property() {
    let invoked = sent(|client| client.invoke("a b", json!({"x": 1})).note("n"));
    assert_eq!(invoked.uri.path(), "/functions/a%20b/run");
    assert_eq!(invoked.json(), json!({"data": {"x": 1}, "sync": true, "note": "n"}));
    assert_eq!(sent(|client| client.enqueue("a", json!(null))).json(), json!({"data": null, "sync": false}));
    let cleared = sent(|client| client.enqueue("a", json!([])).note_null());
    assert_eq!(cleared.json(), json!({"data": [], "sync": false, "note": null}));
}

#[test]
fn each_call_has_its_answer() {
    let json = |text| reply(200, "application/json", text);
    let done = answered(json(r#"{"result":[1]}"#), |client| client.invoke("a", json!(0))).expect("it is a result");
    assert_eq!(done.result, json!([1]));
    let queued = answered(json(r#"{"job":"j-1"}"#), |client| client.enqueue("a", json!(0))).expect("it is a job");
    assert_eq!(queued.job, "j-1");
    answered(json(r#"{"job":"j-1"}"#), |client| client.invoke("a", json!(0))).expect_err("a job is no result");
    let missing = error(empty_reply(404), |client| client.enqueue("a", json!(0)));
    assert_eq!(missing, Some(EnqueueError::NotFound));
}

#[test]
fn each_call_has_its_limit() {
    let (client, transport) = client_and_transport(|client| client.retries(0));
    transport.reply(Reply::never()).reply(Reply::never());
    block_on(Sending::new(client.invoke("a", json!(0)))).expect_err("there is never an answer");
    block_on(Sending::new(client.enqueue("a", json!(0)))).expect_err("there is never an answer");
    assert_eq!(transport.sleeps(), [Duration::from_secs(60), Duration::from_secs(5)]);
}

#[test]
fn constants_are_sent_by_themselves() {
    let (_, fast) = body(|client| client.start_fast("a"));
    assert_eq!(fast, r#"{"kind":"run","mode":"fast","version":2,"input":"a","whole":true}"#);
    let slow = sent(|client| client.start_slow("b").level(JobLevel::High)).json();
    assert_eq!(slow, json!({"kind": "run", "mode": "slow", "version": 2, "input": "b", "whole": true, "level": "high"}));
}
