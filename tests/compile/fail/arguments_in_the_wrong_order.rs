//! The name comes first, the changes follow.

use minapp_client::models::CloudFunctionPatch;

fn main() {
    let functions = minapp_client::Client::builder().build().unwrap().cloud_functions();
    let _ = functions.update(CloudFunctionPatch::new().remark("r"), "hello");
}
