//! A source is no status.

use minapp_client::models::JobSource;

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.jobs("hello").status(JobSource::Timer);
}
