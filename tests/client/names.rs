//! A function's name is any text and always stays one path segment.

use minapp_client::json;
use minapp_client::models::{CloudFunctionPatch, NewCloudFunction};

use crate::fixture::{ECHO, Outcome, assert_kind, connected};

#[tokio::test]
async fn any_text_reaches_the_function_of_that_name() -> Outcome {
    let (server, functions) = connected();
    for (name, segment) in [
        ("测试", "%E6%B5%8B%E8%AF%95"),
        ("a/b", "a%2Fb"),
        ("50%", "50%25"),
        ("%2F", "%252F"),
        ("a?b#c", "a%3Fb%23c"),
        ("a b", "a%20b"),
        ("a\\b", "a%5Cb"),
        ("a\nb", "a%0Ab"),
        ("...", "..."),
        ("-._~", "-._~"),
        ("come_from_open_API_v1.3", "come_from_open_API_v1.3"),
    ] {
        functions.create(NewCloudFunction::new(name, ECHO)).await?;
        let path = format!("/userve/v1.3/cloud-function/{segment}/");
        assert_eq!(functions.get(name).await?.name, name);
        assert_eq!(server.last_request().line(), format!("GET {path}"));
        functions.update(name, CloudFunctionPatch::new().remark("r")).await?;
        assert_eq!(server.last_request().line(), format!("PATCH {path}"));
        functions.invoke(name, json!({})).await?;
        assert_eq!(server.last_request().line(), format!("POST {path}job/"));
        assert_eq!(functions.jobs(name).await?.meta.total_count, 1);
        assert_eq!(server.last_request().line(), format!("GET {path}job/"));
        functions.delete(name).await?;
        assert_eq!(server.last_request().line(), format!("DELETE {path}"));
    }
    Ok(())
}

#[tokio::test]
async fn plus_and_reserved_characters_come_back_as_they_are() -> Outcome {
    let (server, functions) = connected();
    for name in ["a+b", "a&b=c", "a;b,c", "a:b@c", "$!*'()", "[x]", "a|b", "\"", "<>", "😀"] {
        server.add_function(name, ECHO);
        assert_eq!(functions.get(name).await?.name, name);
    }
    Ok(())
}

#[tokio::test]
async fn names_that_no_url_can_carry_are_refused_without_a_request() {
    let (server, functions) = connected();
    for name in [".", "..", ""] {
        let errors = [
            functions.get(name).await.expect_err("it is refused").into(),
            functions.update(name, CloudFunctionPatch::new()).await.expect_err("it is refused").into(),
            functions.delete(name).await.expect_err("it is refused").into(),
            functions.invoke(name, json!({})).await.expect_err("it is refused").into(),
            functions.enqueue(name, json!({})).await.expect_err("it is refused").into(),
            functions.jobs(name).await.expect_err("it is refused").into(),
        ];
        for error in errors {
            let error: minapp_client::AnyError = error;
            assert_kind!(&error, Request, "{name:?}");
            assert!(format!("{error} {:?}", std::error::Error::source(&error)).contains("name"), "{error}");
        }
        let error = functions.jobs(name).items().next().await.expect("the stream says so").expect_err("it is refused");
        assert_kind!(&error, Request);
    }
    assert_eq!(server.attempts(), 0);
}
