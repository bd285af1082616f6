//! A misspelt value is found by the compiler.

use minapp_client::models::JobStatus;

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.jobs("hello").status(JobStatus::Fullfilled);
}
