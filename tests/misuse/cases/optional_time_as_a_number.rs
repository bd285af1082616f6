//! A run that has not ended has no end.

use minapp_client::models::Job;

fn end(job: &Job) -> f64 {
    job.finished_at
}

fn main() {
    let _ = end;
}
