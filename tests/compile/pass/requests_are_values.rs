//! A request is a value: it can be kept, copied, printed, sent to another thread and awaited there.

use std::fmt::Debug;

use minapp_client::Client;
use minapp_client::models::{JobStatus, NewCloudFunction};
use minapp_client::operations::cloud_functions::ListRequest;

fn is_value<T: Clone + Debug + Send + Sync + 'static>(_: &T) {}

fn is_sendable<T: Send + 'static>(_: T) {}

struct Poll {
    request: ListRequest,
}

#[test]
fn a_request_can_be_kept_and_sent_elsewhere() {
    let functions = Client::builder().build().expect("the defaults are valid").cloud_functions();
    is_value(&functions);
    is_value(&functions.get("hello"));
    is_value(&functions.create(NewCloudFunction::new("hello", "code")));
    let request = functions.jobs("hello").status(JobStatus::Fulfilled);
    is_value(&request);
    is_sendable(request.clone().items());
    is_sendable(request.clone().pages());
    is_sendable(request.clone().send());
    is_sendable(request.into_future());
    is_sendable(async move { functions.list().await });
    let _ = |client: &Client| Poll { request: client.cloud_functions().list().limit(5) }.request;
}
