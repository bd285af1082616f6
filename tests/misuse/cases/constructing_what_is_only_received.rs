//! Answers are made by the server: only the feature `test-util` has constructors of them.

use minapp_client::models::JobAccepted;

fn main() {
    let _ = JobAccepted::new("ok");
    let _ = minapp_client::models::JobRequired {};
}
