//! Functions are listed without filters.

use minapp_client::models::JobStatus;

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.list().status(JobStatus::Fulfilled);
}
