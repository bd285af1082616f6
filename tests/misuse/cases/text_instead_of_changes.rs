//! What to change has names.

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.update("hello", "a new remark");
}
