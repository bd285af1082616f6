//! File names of `Content-Disposition`: RFC 6266 and RFC 8187, and what no file may be called.

use std::path::Path;

use super::{client, transport};
use crate::runtime::{Reply, StatusCode};

async fn file_name(disposition: &[u8]) -> Option<String> {
    let value = http::HeaderValue::from_bytes(disposition).expect("it is a header");
    let reply = || Reply::new(StatusCode::OK).header("content-disposition", value.clone()).body("a");
    let transport = transport([reply(), reply()]);
    let functions = client(&transport).cloud_functions();
    let streamed = functions.get("a").send().stream().await.expect("it is a success").file_name();
    let whole = functions.get("a").send().bytes().await.expect("it is a success").file_name();
    assert_eq!(streamed, whole);
    whole
}

#[tokio::test]
async fn names_are_read() {
    for (disposition, name) in [
        // RFC 6266, section 5.
        ("Attachment; filename=example.html", "example.html"),
        ("INLINE; FILENAME= \"an example.html\"", "an example.html"),
        ("attachment; filename*= UTF-8''%e2%82%ac%20rates", "€ rates"),
        ("attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates", "€ rates"),
        ("attachment; filename*=utf-8'en'%e2%82%ac.txt; filename=\"EURO.txt\"", "€.txt"),
        // RFC 8187, section 3.2.3, and what is not as it should be.
        ("attachment; filename*=iso-8859-1'en'%A3%20rates", "£ rates"),
        ("attachment; filename*=UTF-8''%ff; filename=plain.txt", "plain.txt"),
        ("attachment; filename*=koi8-r''a; filename=plain.txt", "plain.txt"),
        ("attachment; filename*=broken; filename=plain.txt", "plain.txt"),
        ("attachment; filename*=UTF-8''..%2f..; filename=plain.txt", "plain.txt"),
        ("attachment; filename*=UTF-8''; filename=plain.txt", "plain.txt"),
        ("filename=\"untyped.txt\"; size=3", "untyped.txt"),
        // RFC 9110, section 5.6.4: quoted pairs and separators in quoted text.
        (r#"attachment; filename="a \"quoted\" name; x=y.txt"; size=3"#, "a \"quoted\" name; x=y.txt"),
        (r#"attachment;filename="a\\b.txt""#, "b.txt"),
        ("attachment; preview; filename=a.txt ; creation-date=\"x\"", "a.txt"),
        ("attachment; name=\"filename=no.txt\"; filename=yes.txt", "yes.txt"),
        ("attachment; filename=\"ünï.txt\"", "ünï.txt"),
        ("attachment; filename=\"unfinished.txt", "unfinished.txt"),
        ("form-data; name=a; filename=.profile", ".profile"),
    ] {
        assert_eq!(file_name(disposition.as_bytes()).await.as_deref(), Some(name), "{disposition}");
    }
    assert_eq!(file_name(b"attachment; filename=\"\xfc.txt\"").await.as_deref(), Some("ü.txt"), "Latin-1");
}

#[tokio::test]
async fn what_leads_to_another_folder_is_left_out() {
    for (disposition, name) in [
        ("attachment; filename=\"../../etc/passwd\"", "passwd"),
        ("attachment; filename=/etc/passwd", "passwd"),
        ("attachment; filename=\"C:\\\\Windows\\\\win.ini\"", "win.ini"),
        ("attachment; filename*=UTF-8''..%2F..%2Fa.txt", "a.txt"),
        ("attachment; filename*=UTF-8''..%5Ca.txt", "a.txt"),
    ] {
        let found = file_name(disposition.as_bytes()).await.expect("there is a name");
        assert_eq!(found, name, "{disposition}");
        assert_eq!(Path::new("folder").join(&found).parent(), Some(Path::new("folder")));
    }
}

#[tokio::test]
async fn what_is_no_files_name_is_none() {
    for disposition in [
        "attachment",
        "attachment; filename",
        "attachment; filename=",
        "attachment; filename=\"\"",
        "attachment; filename=..",
        "attachment; filename=\". .\"",
        "attachment; filename=\"a/\"",
        "attachment; filename=\"a/..\"",
        "attachment; filename=c:evil.exe",
        "attachment; filename=\"a.txt:hidden\"",
        "attachment; filename*=UTF-8''a%00.txt",
        "attachment; filename*=UTF-8''a%0A.txt",
        "attachment; filename=NUL",
        "attachment; filename=com1.txt",
        "filename",
    ] {
        assert_eq!(file_name(disposition.as_bytes()).await, None, "{disposition}");
    }
    let transport = transport([Reply::new(StatusCode::OK)]);
    let response = client(&transport).cloud_functions().get("a").send().bytes().await.expect("it is a success");
    assert_eq!(response.file_name(), None);
}
