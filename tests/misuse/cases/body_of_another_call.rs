//! A patch is not a function to create.

use minapp_client::models::CloudFunctionPatch;

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.create(CloudFunctionPatch::new().name("hello"));
}
