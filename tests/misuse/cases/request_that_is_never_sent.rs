//! A request does nothing until it is awaited.

#![deny(unused_must_use)]

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    functions.delete("hello");
}
