//! The service may grow: unknown enum values and properties are no errors.

use minapp_client::json;
use minapp_client::models::{AuditStatus, JobSource, JobStatus, ServiceType};
use tests::minapp_server::{Fault, StoredJob};

use crate::fixture::{ECHO, Outcome, assert_kind, connected, connected_once};

#[tokio::test]
async fn every_documented_value_is_known() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    let statuses =
        ["waiting", "executing", "fulfilled", "schedule_failed", "execution_rejected", "deadline_exceeded", "execution_failed"];
    let sources = "sdk open_api cloud_function flex_schema wechat_pay_success alipay_pay_success qpay_success baidu_pay_success \
                   timer file_operation user_dash incoming_webhook wechat_message user_activity";
    for status in statuses {
        for source in sources.split(' ') {
            server.add_job("hello", StoredJob::new(status, source, "batch"));
        }
    }
    let mut jobs = functions.jobs("hello").limit(100).items();
    let mut count = 0;
    while let Some(job) = jobs.next().await {
        let job = job?;
        assert!(!matches!(job.status, JobStatus::Unknown(_)), "{job:?}");
        assert!(!matches!(job.source, JobSource::Unknown(_)), "{job:?}");
        count += 1;
        let same = functions.jobs("hello").status(job.status).source(job.source).await?;
        assert_eq!(same.meta.total_count, 1);
    }
    assert_eq!(count, statuses.len() * sources.split(' ').count());
    Ok(())
}

#[tokio::test]
async fn unknown_values_are_kept() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::edit_json(|json| json["audit_status"] = "under_review".into()));
    let function = functions.get("hello").await?;
    assert!(matches!(function.audit_status, AuditStatus::Unknown(_)));
    assert_eq!(function.audit_status.as_str(), "under_review");
    assert_eq!(serde_json::to_value(&function).expect("a model is JSON")["audit_status"], "under_review");

    server.add_job("hello", StoredJob::new("Fulfilled", "", "batch\n"));
    let list = functions.jobs("hello").await?;
    let job = &list.objects[0];
    assert_eq!((job.status.as_str(), job.source.as_str(), job.service_type.as_str()), ("Fulfilled", "", "batch\n"));
    assert!(matches!(job.service_type, ServiceType::Unknown(_)));
    Ok(())
}

#[tokio::test]
async fn unknown_properties_are_ignored_everywhere() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.fault(Fault::edit_json(|json| json["runtime"] = json!({"node": [18, null]})));
    functions.get("hello").await?;
    server.fault(Fault::edit_json(|json| {
        json["version"] = json!(2);
        json["meta"]["cursor"] = json!("c");
        json["objects"][0]["tags"] = json!([]);
    }));
    assert_eq!(functions.list().await?.objects.len(), 1);
    server.fault(Fault::edit_json(|json| json["elapsed"] = json!(1)));
    functions.invoke("hello", json!({})).await?;
    Ok(())
}

#[tokio::test]
async fn optional_properties_may_be_missing() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.add_job("hello", StoredJob::new("waiting", "timer", "batch"));
    server.fault(Fault::edit_json(|json| {
        let job = json["objects"][0].as_object_mut().expect("there is a job");
        job.retain(|name, _| !["started_at", "finished_at", "mem_usage", "user_log_url"].contains(&&**name));
    }));
    let list = functions.jobs("hello").await?;
    let job = &list.objects[0];
    assert_eq!((job.started_at, job.finished_at, job.mem_usage, &job.user_log_url), (None, None, None, &None));
    Ok(())
}

#[tokio::test]
async fn whole_numbers_are_times_too() -> Outcome {
    let (server, functions) = connected();
    server.add_function("hello", ECHO);
    server.add_job("hello", StoredJob::new("waiting", "timer", "batch"));
    server.fault(Fault::edit_json(|json| json["objects"][0]["created_at"] = json!(1_537_505_171)));
    assert_eq!(functions.jobs("hello").await?.objects[0].created_at, 1_537_505_171.0);
    Ok(())
}

#[tokio::test]
async fn a_missing_or_mistyped_property_is_named() {
    let (server, functions) = connected_once();
    server.add_function("hello", ECHO);
    server.fault(Fault::edit_json(|json| drop(json.as_object_mut().and_then(|object| object.remove("created_by")))));
    let error = functions.get("hello").await.expect_err("a property is missing");
    assert_kind!(&error, Decode);
    assert!(error.to_string().contains("created_by"), "{error}");
    server.fault(Fault::edit_json(|json| json["objects"][0]["name"] = json!(7)));
    let error = functions.list().await.expect_err("a property has another type");
    assert!(error.to_string().contains("objects[0].name: expected a string, found 7"), "{error}");
}
