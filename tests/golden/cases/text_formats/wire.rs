//! What stays text is read and sent as it was written.

use text_formats_case::generated::models::{Job, JobTarget, JobWhen};
use text_formats_case::probe::*;
use text_formats_case::runtime::{from_json, to_json};

#[test]
fn no_text_is_refused_or_changed() {
    let json = br#"{"at":"yesterday","id":"7","key":"not/base64!","when":"now"}"#;
    let job: Job = from_json(json).expect("any text will do");
    assert_eq!(job.when, Some(JobWhen::String("now".to_owned())));
    assert_eq!(to_json(&job).ok(), Some(json.to_vec()));
    let json = br#"{"size":"007","count":7,"port":"http","target":80,"changed":"never"}"#;
    let job: Job = from_json(json).expect("any text will do");
    assert_eq!((job.size.as_deref(), job.count, job.port.as_deref()), (Some("007"), Some(7), Some("http")));
    assert_eq!(job.target, Some(JobTarget::Integer(80)));
    assert_eq!(to_json(&job).ok(), Some(json.to_vec()));
    let since = |client: &Client| client.jobs().if_modified_since("Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(header("if-modified-since", since).as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    assert_eq!(query(|client| client.jobs().since("2024-01-01 00:00")).as_deref(), Some("since=2024-01-01%2000%3A00"));
}
