//! What stays text is read and sent as it was written.

use text_formats_case::generated::models::{Job, JobWhen};
use text_formats_case::probe::*;
use text_formats_case::runtime::{from_json, to_json};

#[test]
fn no_text_is_refused_or_changed() {
    let json = br#"{"at":"yesterday","id":"7","key":"not/base64!","when":"now"}"#;
    let job: Job = from_json(json).expect("any text will do");
    assert_eq!(job.when, Some(JobWhen::String("now".to_owned())));
    assert_eq!(to_json(&job).ok(), Some(json.to_vec()));
    assert_eq!(query(|client| client.jobs().since("2024-01-01 00:00")).as_deref(), Some("since=2024-01-01%2000%3A00"));
}
