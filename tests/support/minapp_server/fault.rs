//! What can go wrong at one request, on purpose.

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use super::Answer;

/// What the server does to one request instead of simply answering it.
///
/// Unless said otherwise the request is performed: a client that never hears of it may still have created a function.
#[derive(Debug)]
pub struct Fault {
    pub(super) content: Content,
    pub(super) delivery: Delivery,
}

/// When a connection is reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// As the first byte of the request arrives; it is not performed nor recorded.
    BeforeRequest,
    /// Between the request's head and body; it is not performed nor recorded.
    InRequest,
    /// Before the first byte of the answer.
    BeforeAnswer,
    /// In the middle of the answer's head.
    InHead,
    /// In the middle of the answer's body.
    InBody,
}

/// What is answered.
pub(super) enum Content {
    /// As documented.
    Documented,
    /// This, and the request is not performed.
    Scripted(Answer),
    /// The documented answer with a change.
    Edited(Box<dyn FnOnce(&mut Answer) + Send>),
}

/// How it travels.
#[derive(Debug)]
pub(super) enum Delivery {
    Whole,
    Raw(Vec<u8>),
    Reset(Phase),
    Closed,
    Truncated,
    Late(Duration),
    SlowHead(Duration),
    SlowBody(Duration),
    Endless,
}

impl Fault {
    /// Answers so without performing the request.
    pub fn answer(answer: Answer) -> Self {
        Self { content: Content::Scripted(answer), delivery: Delivery::Whole }
    }

    /// A proxy's page, with status 200, instead of JSON; the request is not performed.
    pub fn html() -> Self {
        Self::answer(Answer::new(200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body>Please log in</body></html>"))
    }

    /// 503 with `retry-after` in seconds; the request is not performed.
    pub fn unavailable(retry_after: u32) -> Self {
        Self::answer(Answer::new(503, "text/plain", "down for maintenance").header("retry-after", &retry_after.to_string()))
    }

    /// A redirect that asks to repeat the request elsewhere; it is not performed here.
    pub fn redirect(location: &str) -> Self {
        Self::answer(Answer::empty(307).header("location", location))
    }

    /// Exactly these bytes, then the end of the connection; the request is not performed.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { content: Content::Scripted(Answer::empty(200)), delivery: Delivery::Raw(bytes.into()) }
    }

    /// The documented answer, changed.
    pub fn edit(edit: impl FnOnce(&mut Answer) + Send + 'static) -> Self {
        Self { content: Content::Edited(Box::new(edit)), delivery: Delivery::Whole }
    }

    /// The documented answer with its JSON changed.
    pub fn edit_json(edit: impl FnOnce(&mut Value) + Send + 'static) -> Self {
        Self::edit(|answer| {
            let mut json = serde_json::from_slice(&answer.body).expect("the documented answer is JSON");
            edit(&mut json);
            answer.body = json.to_string().into_bytes();
        })
    }

    /// The documented answer under another media type.
    pub fn content_type(content_type: &str) -> Self {
        let content_type = content_type.to_owned();
        Self::edit(move |answer| *answer = std::mem::replace(answer, Answer::empty(0)).header("content-type", &content_type))
    }

    /// The documented answer behind a byte order mark.
    pub fn byte_order_mark() -> Self {
        Self::edit(|answer| drop(answer.body.splice(..0, *b"\xEF\xBB\xBF")))
    }

    /// The documented answer followed by spaces, so that the body has this many bytes.
    pub fn padded(length: usize) -> Self {
        Self::edit(move |answer| answer.body.resize(length.max(answer.body.len()), b' '))
    }

    /// The documented status followed by a body of spaces that never ends and states no length.
    pub fn endless() -> Self {
        Self::delivered(Delivery::Endless)
    }

    /// A connection reset.
    pub fn reset(phase: Phase) -> Self {
        Self::delivered(Delivery::Reset(phase))
    }

    /// An orderly end of the connection instead of an answer.
    pub fn closed() -> Self {
        Self::delivered(Delivery::Closed)
    }

    /// Half of the body, though the length of all of it is stated, then the end of the connection.
    pub fn truncated() -> Self {
        Self::delivered(Delivery::Truncated)
    }

    /// Silence, then the answer.
    pub fn late(delay: Duration) -> Self {
        Self::delivered(Delivery::Late(delay))
    }

    /// A pause before each byte of the answer's head.
    pub fn slow_head(pause: Duration) -> Self {
        Self::delivered(Delivery::SlowHead(pause))
    }

    /// A pause before each byte of the answer's body.
    pub fn slow_body(pause: Duration) -> Self {
        Self::delivered(Delivery::SlowBody(pause))
    }

    fn delivered(delivery: Delivery) -> Self {
        Self { content: Content::Documented, delivery }
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Documented => formatter.write_str("Documented"),
            Self::Scripted(answer) => formatter.debug_tuple("Scripted").field(answer).finish(),
            Self::Edited(_) => formatter.write_str("Edited(..)"),
        }
    }
}
