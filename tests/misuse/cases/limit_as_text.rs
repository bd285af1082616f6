//! A limit is a number.

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.list().limit("50");
}
