//! A further property may be added one day.

use minapp_client::models::NewCloudFunction;

fn main() {
    let _ = NewCloudFunction { name: "hello".into(), function_code: "code".into(), remark: None };
}
