//! A function that needs no data is given an empty object.

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.invoke("hello");
}
