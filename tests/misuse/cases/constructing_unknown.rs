//! What is known must not be written as unknown; text becomes a value by `JobStatus::from`.

use minapp_client::models::JobStatus;

fn main() {
    let _ = JobStatus::Unknown("fulfilled".to_owned());
}
