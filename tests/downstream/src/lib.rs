//! Deploys and runs cloud functions, written against the client as a stranger would.

use minapp_client::models::{CloudFunction, CloudFunctionPatch, Job, JobStatus, NewCloudFunction};
use minapp_client::operations::cloud_functions::CloudFunctions;
use minapp_client::{AnyError, StatusCode, json};
use serde::Deserialize;

/// What the function `hello` returns.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Greeting {
    /// The words.
    pub text: String,
}

/// Brings a function to this code: creates it, changes it, or leaves it as it is. Returns its id.
///
/// # Errors
///
/// Those of the calls that it makes.
pub async fn deploy(functions: &CloudFunctions, name: &str, code: &str) -> Result<i64, AnyError> {
    match functions.get(name).await {
        Ok(present) if present.function_code == code => Ok(present.id),
        Ok(_) => Ok(functions.update(name, CloudFunctionPatch::new().function_code(code)).await?.id),
        Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => {
            Ok(functions.create(NewCloudFunction::new(name, code).remark("deployed")).await?.id)
        }
        Err(error) => Err(error.into()),
    }
}

/// Runs `hello` and reads what it returned.
///
/// # Errors
///
/// Those of the call, and that of a function that failed.
pub async fn greet(functions: &CloudFunctions, who: &str) -> Result<Greeting, Box<dyn std::error::Error + Send + Sync>> {
    let run = functions.invoke("hello", json!({"who": who})).await?;
    Ok(run.into_result()?)
}

/// The ids of all runs that failed.
///
/// # Errors
///
/// Those of the call.
pub async fn failures(functions: &CloudFunctions, name: &str) -> Result<Vec<i64>, AnyError> {
    let mut jobs = functions.jobs(name).status(JobStatus::ExecutionFailed).limit(2).items();
    let mut ids = Vec::new();
    while let Some(job) = jobs.next().await {
        ids.push(job?.id);
    }
    Ok(ids)
}

/// How long a run took, if it has ended.
pub fn seconds(job: &Job) -> Option<f64> {
    Some(job.finished_at? - job.started_at?)
}

/// A function as JSON, to be kept in a file.
///
/// # Errors
///
/// None that a function could cause.
pub fn export(function: &CloudFunction) -> serde_json::Result<String> {
    serde_json::to_string_pretty(function)
}
