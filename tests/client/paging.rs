//! Streams over the pages and over the items of all pages.

use minapp_client::models::{JobSource, JobStatus};
use minapp_client::{StatusCode, json};
use tests::minapp_server::{Answer, Fault, MAXIMUM_LIMIT, StoredJob};

use crate::fixture::{ECHO, Outcome, assert_kind, connected, connected_once};

#[tokio::test]
async fn items_run_through_all_pages() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(45);
    let mut items = functions.list().items();
    let mut names = Vec::new();
    while let Some(function) = items.next().await {
        names.push(function?.name);
    }
    let expected: Vec<String> = (0..45).rev().map(|number| format!("function-{number:03}")).collect();
    assert_eq!(names, expected);
    let queries: Vec<String> = server.requests().iter().map(|request| request.query().to_owned()).collect();
    assert_eq!(queries, ["", "offset=20", "offset=40"]);
    Ok(())
}

#[tokio::test]
async fn pages_start_where_the_request_says() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(45);
    let mut pages = functions.list().limit(10).offset(15).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page?;
        assert_eq!(page.meta.total_count, 45);
        sizes.push(page.objects.len());
    }
    assert_eq!(sizes, [10, 10, 10]);
    let queries: Vec<String> = server.requests().iter().map(|request| request.query().to_owned()).collect();
    assert_eq!(queries, ["limit=10&offset=15", "limit=10&offset=25", "limit=10&offset=35"]);
    Ok(())
}

#[tokio::test]
async fn filters_are_kept_from_page_to_page() -> Outcome {
    let (server, functions) = connected();
    server.add_function("a/b", ECHO);
    for _ in 0..5 {
        server.add_job("a/b", StoredJob::new("fulfilled", "timer", "batch"));
        server.add_job("a/b", StoredJob::new("waiting", "timer", "batch"));
    }
    let mut items = functions.jobs("a/b").status(JobStatus::Fulfilled).source(JobSource::Timer).limit(2).items();
    let mut count = 0;
    while let Some(job) = items.next().await {
        assert_eq!(job?.status, JobStatus::Fulfilled);
        count += 1;
    }
    assert_eq!(count, 5);
    let path = "GET /userve/v1.3/cloud-function/a%2Fb/job/?source=timer&status=fulfilled&limit=2";
    assert_eq!(server.request_lines(), [path.to_owned(), format!("{path}&offset=2"), format!("{path}&offset=4")]);
    Ok(())
}

#[tokio::test]
async fn a_server_that_serves_less_than_asked_for_loses_nothing() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(MAXIMUM_LIMIT + 30);
    let mut items = functions.list().limit(1000).items();
    let mut count = 0;
    while let Some(function) = items.next().await {
        function?;
        count += 1;
    }
    assert_eq!(count, MAXIMUM_LIMIT + 30);
    Ok(())
}

#[tokio::test]
async fn an_empty_list_is_one_empty_page() -> Outcome {
    let (server, functions) = connected();
    assert!(functions.list().items().next().await.is_none());
    let mut pages = functions.list().pages();
    assert!(pages.next().await.expect("there is one page")?.objects.is_empty());
    assert!(pages.next().await.is_none());
    assert_eq!(server.requests().len(), 2);
    Ok(())
}

#[tokio::test]
async fn an_empty_page_with_a_next_link_ends_the_stream() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(5);
    server.fault(Fault::edit_json(|json| json["objects"] = json!([])));
    let mut pages = functions.list().limit(2).pages();
    assert!(pages.next().await.expect("there is one page")?.objects.is_empty());
    assert!(pages.next().await.is_none(), "it would never end otherwise");
    Ok(())
}

#[tokio::test]
async fn a_next_link_is_never_followed_elsewhere() -> Outcome {
    let (server, functions) = connected();
    let (other, _) = connected();
    server.add_functions(3);
    let elsewhere = format!("{}/cloud-function/?offset=2", other.url());
    server.fault(Fault::edit_json(move |json| json["meta"]["next"] = elsewhere.into()));
    let mut items = functions.list().limit(2).items();
    let mut count = 0;
    while let Some(function) = items.next().await {
        function?;
        count += 1;
    }
    assert_eq!((count, other.attempts()), (3, 0));
    Ok(())
}

#[tokio::test]
async fn nothing_is_asked_for_before_it_is_wanted() -> Outcome {
    let (server, functions) = connected();
    server.add_functions(45);
    let mut items = functions.list().items();
    assert_eq!(server.attempts(), 0);
    for _ in 0..20 {
        items.next().await.expect("the first page has twenty")?;
    }
    assert_eq!(server.attempts(), 1);
    Ok(())
}

#[tokio::test]
async fn an_error_ends_the_stream() {
    let (server, functions) = connected_once();
    server.add_functions(45);
    let mut items = functions.list().items();
    for _ in 0..20 {
        items.next().await.expect("the first page has twenty").expect("the first page comes");
    }
    server.fault(Fault::answer(Answer::new(500, "text/plain", "broken")));
    let error = items.next().await.expect("the failure is told").expect_err("the second page fails");
    assert_kind!(&error, Api);
    assert_eq!(error.status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
    assert!(items.next().await.is_none());
    assert_eq!(server.attempts(), 2);
}
