//! A function without code cannot be created.

use minapp_client::models::NewCloudFunction;

fn main() {
    let _ = NewCloudFunction::new("hello");
}
