//! Models are plain values: fields are public, properties chain, serde works although nothing is derived.

use std::collections::HashSet;
use std::error::Error;

use minapp_client::json;
use minapp_client::models::{CloudFunction, CloudFunctionPatch, JobStatus, NewCloudFunction, PlanCircle};

#[test]
fn models_are_plain_values() -> Result<(), Box<dyn Error>> {
    let mut new = NewCloudFunction::new("hello", String::from("code")).remark("first");
    new.name.push('!');
    assert_eq!(serde_json::to_value(&new)?, json!({"name": "hello!", "function_code": "code", "remark": "first"}));

    let patch = CloudFunctionPatch::new().plan_circle(PlanCircle::PPersonal);
    assert_eq!(serde_json::to_string(&patch)?, r#"{"plan_circle":"P_PERSONAL"}"#);

    let function: CloudFunction = serde_json::from_value(json!({
        "audit_status": "approved", "created_at": 1, "created_by": "somebody", "function_code": "code", "id": 2,
        "name": "hello", "plan_circle": "P_FREE", "remark": "", "updated_at": 3, "updated_by": "", "new": true,
    }))?;
    assert_eq!(serde_json::from_str::<CloudFunction>(&serde_json::to_string(&function)?)?, function);

    let statuses = HashSet::from([JobStatus::Waiting, "waiting".parse()?, JobStatus::from("paused")]);
    assert_eq!(statuses.len(), 2);
    assert_eq!(JobStatus::from("paused").to_string(), "paused");
    Ok(())
}
