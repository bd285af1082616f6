//! Every call: what is sent to the byte, and what comes of the documented answer.

use minapp_client::models::{AuditStatus, CloudFunctionPatch, JobSource, JobStatus, NewCloudFunction, PlanCircle, ServiceType};
use minapp_client::{StatusCode, json};

use crate::fixture::{ECHO, Outcome, connected};

#[tokio::test]
async fn create_sends_the_function_and_gets_201() -> Outcome {
    let (server, functions) = connected();
    let response = functions.create(NewCloudFunction::new("hello", ECHO).remark("你好")).send().await?;
    assert_eq!(response.status(), StatusCode::CREATED);
    let created = response.into_body();
    assert_eq!((&*created.name, &*created.function_code, &*created.remark), ("hello", ECHO, "你好"));
    assert_eq!((&created.audit_status, &*created.plan_circle), (&AuditStatus::Approved, "P_FREE"));
    assert_eq!((&*created.created_by, &*created.updated_by), ("somebody", ""));
    assert_eq!(created.created_at, created.updated_at);
    let request = server.last_request();
    assert_eq!(request.line(), "POST /userve/v1.3/cloud-function/");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.json(), json!({"name": "hello", "function_code": ECHO, "remark": "你好"}));
    Ok(())
}

#[tokio::test]
async fn create_leaves_out_what_is_not_set() -> Outcome {
    let (server, functions) = connected();
    let created = functions.create(NewCloudFunction::new("hello", ECHO)).await?;
    assert_eq!(created.remark, "");
    assert_eq!(server.last_request().json(), json!({"name": "hello", "function_code": ECHO}));
    Ok(())
}

#[tokio::test]
async fn list_gets_a_page() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(3);
    let response = functions.list().send().await?;
    assert_eq!(response.status(), StatusCode::OK);
    let list = response.into_body();
    assert_eq!((list.meta.limit, list.meta.offset, list.meta.total_count), (20, 0, 3));
    assert_eq!((list.meta.next, list.meta.previous), (None, None));
    let names: Vec<&str> = list.objects.iter().map(|function| &*function.name).collect();
    assert_eq!(names, ["function-002", "function-001", "function-000"]);
    let request = server.last_request();
    assert_eq!(request.line(), "GET /userve/v1.3/cloud-function/");
    assert_eq!(request.header("accept"), Some("application/json"));
    assert!(request.header("user-agent").is_some_and(|agent| agent.starts_with("minapp-client/")));
    assert!(request.body.is_empty() && request.header("content-type").is_none());
    Ok(())
}

#[tokio::test]
async fn list_sends_limit_and_offset() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(3);
    let list = functions.list().limit(1).offset(1).await?;
    assert_eq!(server.last_request().line(), "GET /userve/v1.3/cloud-function/?limit=1&offset=1");
    assert_eq!(list.objects.len(), 1);
    assert_eq!(list.meta.next.as_deref(), Some("/userve/v1.3/cloud-function/?limit=1&offset=2"));
    assert_eq!(list.meta.previous.as_deref(), Some("/userve/v1.3/cloud-function/?limit=1&offset=0"));
    Ok(())
}

#[tokio::test]
async fn get_gets_one_function() -> Outcome {
    let (server, functions) = connected();
    let id = server.add_function("hello", ECHO);
    let response = functions.get("hello").send().await?;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.body().id, id);
    assert_eq!(server.last_request().line(), "GET /userve/v1.3/cloud-function/hello/");
    Ok(())
}

#[tokio::test]
async fn update_sends_only_what_is_set_and_gets_202() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let response = functions.update("hello", CloudFunctionPatch::new().remark("")).send().await?;
    assert_eq!(response.status(), StatusCode::ACCEPTED);
    assert_eq!(response.body().function_code, ECHO);
    assert_eq!(server.last_request().line(), "PATCH /userve/v1.3/cloud-function/hello/");
    assert_eq!(server.last_request().json(), json!({"remark": ""}));

    let patch = CloudFunctionPatch::new().name("renamed").plan_circle(PlanCircle::PPersonal).function_code("code");
    let updated = functions.update("hello", patch).await?;
    assert_eq!((&*updated.name, &*updated.updated_by), ("renamed", "somebody"));
    assert_eq!(updated.plan_circle, PlanCircle::PPersonal);
    let sent = json!({"name": "renamed", "plan_circle": "P_PERSONAL", "function_code": "code"});
    assert_eq!(server.last_request().json(), sent);

    functions.update("renamed", CloudFunctionPatch::new()).await?;
    assert_eq!(server.last_request().json(), json!({}));
    Ok(())
}

#[tokio::test]
async fn delete_gets_204() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let response = functions.delete("hello").send().await?;
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    let () = response.into_body();
    let request = server.last_request();
    assert_eq!(request.line(), "DELETE /userve/v1.3/cloud-function/hello/");
    assert!(request.body.is_empty() && request.header("content-type").is_none());
    Ok(())
}

#[tokio::test]
async fn invoke_waits_for_the_result() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let invocation = functions.invoke("hello", json!({"who": ["world", null, 1.5]})).await?;
    assert_eq!(invocation.code, 0.0);
    assert_eq!(invocation.data, Some(json!({"who": ["world", null, 1.5]})));
    let request = server.last_request();
    assert_eq!(request.line(), "POST /userve/v1.3/cloud-function/hello/job/");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.json(), json!({"data": {"who": ["world", null, 1.5]}, "sync": true}));
    Ok(())
}

#[tokio::test]
async fn enqueue_does_not_wait() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let accepted = functions.enqueue("hello", json!({})).await?;
    assert_eq!(accepted.status, "ok");
    let request = server.last_request();
    assert_eq!(request.line(), "POST /userve/v1.3/cloud-function/hello/job/");
    assert_eq!(request.json(), json!({"data": {}, "sync": false}));
    Ok(())
}

#[tokio::test]
async fn jobs_lists_runs_with_their_fractional_times() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    functions.invoke("hello", json!({})).await?;
    let list = functions.jobs("hello").await?;
    assert_eq!(server.last_request().line(), "GET /userve/v1.3/cloud-function/hello/job/");
    let job = &list.objects[0];
    assert_eq!((&job.status, &job.source), (&JobStatus::Fulfilled, &JobSource::OpenApi));
    assert_eq!(job.service_type, ServiceType::TimeSensitive);
    let (Some(started_at), Some(finished_at)) = (job.started_at, job.finished_at) else { panic!("times are missing: {job:?}") };
    assert!(job.created_at < started_at && started_at < finished_at, "{job:?}");
    assert_eq!(job.mem_usage, Some(78_336_000));
    assert!(job.user_log_url.as_ref().is_some_and(|url| url.contains("?X-Amz-Signature=f5d7%2F&")));
    Ok(())
}

#[tokio::test]
async fn jobs_sends_its_filters() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    functions.invoke("hello", json!({})).await?;
    functions.enqueue("hello", json!({})).await?;
    let jobs = functions.jobs("hello").status(JobStatus::Fulfilled).source(JobSource::OpenApi);
    let list = jobs.service_type(ServiceType::Batch).limit(5).offset(0).await?;
    let path = "/userve/v1.3/cloud-function/hello/job/";
    let query = "source=open_api&status=fulfilled&service_type=batch&limit=5&offset=0";
    assert_eq!(server.last_request().line(), format!("GET {path}?{query}"));
    assert_eq!(list.meta.total_count, 1);
    Ok(())
}

#[tokio::test]
async fn a_response_keeps_its_headers() -> Outcome {
    let (_server, functions) = connected();
    let response = functions.list().send().await?;
    assert_eq!(response.headers()["content-type"], "application/json");
    Ok(())
}

#[tokio::test]
async fn calls_share_connections() -> Outcome {
    let (server, functions) = connected();
    for _ in 0..5 {
        functions.list().await?;
    }
    assert!(server.requests().iter().all(|request| request.connection == 0));
    Ok(())
}

#[tokio::test]
async fn many_calls_run_side_by_side() {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let calls: Vec<_> =
        (0..50).map(|number| tokio::spawn(functions.invoke("hello", json!({"number": number})).into_future())).collect();
    for (number, call) in calls.into_iter().enumerate() {
        let invocation = call.await.expect("the task does not panic").expect("the call succeeds");
        assert_eq!(invocation.data, Some(json!({"number": number})));
    }
    assert_eq!(server.requests().len(), 50);
}
