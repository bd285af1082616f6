//! One function has no pages.

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.get("hello").items();
}
