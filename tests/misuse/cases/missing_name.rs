//! There is no function without a name.

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.get();
}
