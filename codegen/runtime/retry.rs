//! `RetryPolicy`: how often and when a failed attempt is repeated.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use super::Received;
use super::error::Problem;

/// How often and when a failed attempt is repeated.
///
/// Repeated are requests whose connection could not be made, whatever their method; and of idempotent methods (`GET`, `HEAD`,
/// `OPTIONS`, `PUT`, `DELETE`, `TRACE`) also those whose connection broke, or that were answered with 408, 429, 502, 503 or 504.
/// Never repeated are requests that ran into a time limit, and bodies that can be streamed only once.
///
/// Over HTTP/2, a server can say that it did not look at a request. The default transport then asks it again at once, at most
/// twice, whatever the method and this policy.
///
/// Between attempts the client waits as long as the server asks for; otherwise longer each time, by chance a bit less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    retries: u32,
    first_delay: Duration,
    max_delay: Duration,
    pub(super) max_retry_after: Duration,
}

impl RetryPolicy {
    /// So many attempts after the first.
    pub fn new(retries: u32) -> Self {
        Self {
            retries,
            first_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(10),
            max_retry_after: Duration::from_secs(60),
        }
    }

    /// One attempt only.
    pub fn none() -> Self {
        Self::new(0)
    }

    /// The delay before the first retry; it doubles with each further one. By default half a second.
    #[must_use]
    pub fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// The longest delay that doubling leads to. By default ten seconds.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// The longest delay that a server can ask for; if it asks for more, the call fails at once. By default a minute.
    #[must_use]
    pub fn max_retry_after(mut self, delay: Duration) -> Self {
        self.max_retry_after = delay;
        self
    }

    pub(super) fn allows(&self, retries_so_far: u32) -> bool {
        retries_so_far < self.retries
    }

    /// How long to wait before the next attempt, if there is to be one.
    pub(super) fn delay(&self, method: &Method, outcome: Result<&Received, &Problem>, retries_so_far: u32) -> Option<Duration> {
        let backoff = || self.backoff(retries_so_far);
        match outcome {
            Err(Problem::Transport(error)) if error.is_connect() || method.is_idempotent() => Some(backoff()),
            Ok(received) if method.is_idempotent() && is_retryable_status(received.status()) => {
                match retry_after(received.headers(), SystemTime::now) {
                    Some(asked) if asked > self.max_retry_after => None,
                    Some(asked) if asked > Duration::ZERO => Some(asked),
                    _ => Some(backoff()),
                }
            }
            _ => None,
        }
    }

    /// Half of the doubled delay, and by chance up to the other half, so that clients that failed together do not come back
    /// together.
    pub(super) fn backoff(&self, retries_so_far: u32) -> Duration {
        let doubled = self.first_delay.saturating_mul(2_u32.saturating_pow(retries_so_far)).min(self.max_delay);
        // A fresh hasher's keys are as random as needed here.
        let chance = RandomState::new().build_hasher().finish() as f64 / u64::MAX as f64;
        doubled.mul_f64((0.5 + chance / 2.0).min(1.0))
    }
}

/// Two retries.
impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new(2)
    }
}

/// So many attempts after the first.
impl From<u32> for RetryPolicy {
    fn from(retries: u32) -> Self {
        Self::new(retries)
    }
}

/// Whether a later attempt may be answered otherwise.
pub(super) fn is_retryable_status(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}

/// How long the server asks to wait: seconds, or a date, which is compared with the server's own clock if it tells it.
pub(super) fn retry_after(headers: &HeaderMap, now: fn() -> SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Some(date) = date(text) {
        let now = headers.get(DATE).and_then(date_header).unwrap_or_else(now);
        return Some(date.duration_since(now).unwrap_or_default());
    }
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Only digits, so what does not fit is too large.
    Some(if negative { Duration::ZERO } else { Duration::from_secs(digits.parse().unwrap_or(u64::MAX)) })
}

/// The date that a header is.
pub(super) fn date_header(value: &HeaderValue) -> Option<SystemTime> {
    date(value.to_str().ok()?.trim())
}

fn date(text: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(text).ok().filter(|date| *date >= UNIX_EPOCH)
}
