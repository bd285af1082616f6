//! The crate's own tests: no server, no socket, no waiting.

use downstream::{Greeting, deploy, export, failures, greet, seconds};
use minapp_client::models::{Job, JobRequired, JobSource, JobStatus, ServiceType};
use minapp_client::operations::cloud_functions::CloudFunctions;
use minapp_client::transport::Reply;
use minapp_client::{Client, InvocationError, MemoryTransport, StatusCode, Value, json};

/// The calls of a client that gets these replies.
fn functions(replies: impl IntoIterator<Item = Reply>) -> (MemoryTransport, CloudFunctions) {
    let transport = MemoryTransport::new();
    for reply in replies {
        transport.reply(reply);
    }
    let client = Client::builder().transport(transport.clone()).header("cookie", "sessionid=1").build();
    (transport, client.expect("the settings are valid").cloud_functions())
}

fn function(code: &str) -> Value {
    json!({
        "audit_status": "approved", "created_at": 1, "created_by": "somebody", "function_code": code, "id": 2,
        "name": "hello", "plan_circle": "P_FREE", "remark": "", "updated_at": 3, "updated_by": "",
    })
}

fn requests(transport: &MemoryTransport) -> Vec<String> {
    transport.requests().iter().map(|request| format!("{} {}", request.method, request.uri)).collect()
}

#[tokio::test]
async fn a_function_that_is_missing_is_created() {
    let replies = [Reply::new(StatusCode::NOT_FOUND), Reply::json(StatusCode::CREATED, &function("code"))];
    let (transport, functions) = functions(replies);
    assert_eq!(deploy(&functions, "hello", "code").await.expect("it is deployed"), 2);
    let base = "https://cloud.minapp.com/userve/v1.3/cloud-function/";
    assert_eq!(requests(&transport), [format!("GET {base}hello/"), format!("POST {base}")]);
    let sent = transport.requests()[1].json();
    assert_eq!(sent, json!({"name": "hello", "function_code": "code", "remark": "deployed"}));
    assert_eq!(transport.requests()[1].headers["cookie"], "sessionid=1");
}

#[tokio::test]
async fn a_function_of_other_code_is_updated() {
    let replies = [Reply::json(StatusCode::OK, &function("old")), Reply::json(StatusCode::ACCEPTED, &function("code"))];
    let (transport, functions) = functions(replies);
    assert_eq!(deploy(&functions, "hello", "code").await.expect("it is deployed"), 2);
    assert_eq!(transport.requests()[1].method, "PATCH");
    assert_eq!(transport.requests()[1].json(), json!({"function_code": "code"}));
}

#[tokio::test]
async fn a_function_of_this_code_is_left_alone() {
    let (transport, functions) = functions([Reply::json(StatusCode::OK, &function("code"))]);
    deploy(&functions, "hello", "code").await.expect("it is deployed");
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn another_failure_is_passed_on() {
    let (_, functions) = functions([Reply::new(StatusCode::FORBIDDEN)]);
    let error = deploy(&functions, "hello", "code").await.expect_err("it is forbidden");
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_greeting_is_typed_and_a_failure_is_an_error() {
    let replies = [
        json!({"code": 0, "data": {"text": "hello world"}, "error": {}}),
        json!({"code": 1, "data": null, "error": {"message": "no words"}}),
    ];
    let (transport, functions) = functions(replies.iter().map(|reply| Reply::json(StatusCode::OK, reply)));
    assert_eq!(greet(&functions, "world").await.expect("it greets"), Greeting { text: "hello world".into() });
    assert_eq!(transport.requests()[0].json(), json!({"data": {"who": "world"}, "sync": true}));
    let error = greet(&functions, "world").await.expect_err("it fails");
    let Some(InvocationError::Failed { code, error }) = error.downcast_ref() else { panic!("{error:?}") };
    assert_eq!((*code, error.get("message")), (1.0, Some(&json!("no words"))));
}

#[tokio::test]
async fn failures_are_gathered_over_all_pages() {
    let job = |id: i64| {
        let (service_type, source, status) = ("batch", "a source of tomorrow", "execution_failed");
        json!({"id": id, "created_at": 1.5, "service_type": service_type, "source": source, "status": status})
    };
    let page = |offset: i64, next: Option<&str>, ids: &[i64]| {
        let meta = json!({"limit": 2, "next": next, "offset": offset, "previous": null, "total_count": 3});
        Reply::json(StatusCode::OK, &json!({"meta": meta, "objects": ids.iter().map(|id| job(*id)).collect::<Vec<_>>()}))
    };
    let (transport, functions) = functions([page(0, Some("/more"), &[9, 8]), page(2, None, &[7])]);
    assert_eq!(failures(&functions, "hello").await.expect("they are listed"), [9, 8, 7]);
    let queries: Vec<String> = transport.requests().iter().filter_map(|request| request.uri.query().map(str::to_owned)).collect();
    assert_eq!(queries, ["status=execution_failed&limit=2", "status=execution_failed&limit=2&offset=2"]);
}

#[tokio::test]
async fn a_passing_failure_costs_no_time() {
    let busy = Reply::new(StatusCode::SERVICE_UNAVAILABLE).header("retry-after", "30");
    let (transport, functions) = functions([busy, Reply::json(StatusCode::OK, &function("code"))]);
    functions.get("hello").await.expect("it is there the second time");
    assert!(transport.sleeps().contains(&std::time::Duration::from_secs(30)));
}

#[test]
fn models_are_serde_values() {
    let function = serde_json::from_value(function("code")).expect("it is a function");
    let exported: Value = serde_json::from_str(&export(&function).expect("it is JSON")).expect("it is JSON");
    assert_eq!(exported["audit_status"], "approved");
}

#[test]
fn a_job_that_has_ended_took_its_time() {
    let mut job = Job::new(JobRequired {
        id: 1,
        created_at: 1.0,
        service_type: ServiceType::Batch,
        source: JobSource::Timer,
        status: JobStatus::Fulfilled,
    });
    assert_eq!(seconds(&job), None);
    (job.started_at, job.finished_at) = (Some(1.5), Some(4.0));
    assert_eq!(seconds(&job), Some(2.5));
}
