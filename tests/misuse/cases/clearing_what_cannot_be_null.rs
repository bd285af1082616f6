//! A remark may be left out or emptied; the service takes no null.

use minapp_client::models::CloudFunctionPatch;

fn main() {
    let _ = CloudFunctionPatch::new().remark_null();
}
