//! Bodies of JSON lines, and of records as RFC 7464 has them.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use json_line_bodies_case::generated::models::{Event as Entry, PushItem};
use json_line_bodies_case::generated::operations::untagged::ChooseBody;
use json_line_bodies_case::probe::*;

/// A stream of values that are there already.
struct Ready<T>(VecDeque<T>);

impl<T: Unpin> futures_core::Stream for Ready<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.pop_front())
    }
}

fn stream<T: Encode + Unpin + Send + 'static>(items: impl IntoIterator<Item = T>) -> JsonLines<T> {
    JsonLines::stream(Ready(items.into_iter().collect()))
}

fn lines(media_type: &str, text: &str) -> (Option<String>, String) {
    (Some(media_type.to_owned()), text.to_owned())
}

#[test]
fn each_item_is_a_line() {
    let expected = lines("application/x-ndjson", "{\"id\":1}\n{\"id\":2}\n");
    assert_eq!(body(|client| client.push([PushItem::new(1), PushItem::new(2)])), expected);
    assert_eq!(body(|client| client.push((1..3).map(PushItem::new))), expected);
    assert_eq!(body(|client| client.push(stream((1..3).map(PushItem::new)))), expected);
    assert_eq!(body(|client| client.push([])), lines("application/x-ndjson", ""));
    let event = || Entry::new("a\n\u{1e}");
    let expected = lines("application/jsonl", "{\"name\":\"a\\n\\u001e\"}\n");
    assert_eq!(body(|client| client.replace().body(vec![event()])), expected);
    assert_eq!(body(|client| client.replace()), (None, String::new()));
}

#[test]
fn each_item_of_a_sequence_is_a_record() {
    let expected = lines("application/json-seq", "\u{1e}\"a\"\n\u{1e}null\n");
    assert_eq!(body(|client| client.change([Some("a".to_owned()), None])), expected);
    assert_eq!(body(|client| client.change(stream([Some("a".to_owned()), None]))), expected);
}

#[test]
fn a_value_that_has_no_form_is_refused() {
    let refused = refusal(|client| client.push([PushItem::new(1), PushItem::new(2).ratio(f64::NAN)]));
    assert_eq!(refused, "POST https://api.example.com/events: body: [1]: ratio: NaN is not a number in JSON");
}

#[test]
fn lines_may_be_an_alternative() {
    let choose = |choice: ChooseBody| body(|client| client.choose(choice));
    assert_eq!(choose(vec![Entry::new("a")].into()), lines("application/json", r#"[{"name":"a"}]"#));
    assert_eq!(choose(JsonLines::from([Entry::new("a")]).into()), lines("application/x-ndjson", "{\"name\":\"a\"}\n"));
}

#[test]
fn lines_that_are_described_as_text_are_the_callers() {
    assert_eq!(body(|client| client.push_text("1\n2\n")), lines("application/x-ndjson", "1\n2\n"));
}
