//! `HttpDate`: a point in time in the form that HTTP has for it.

use std::fmt;
use std::ops::Deref;
use std::time::SystemTime;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeZone, Timelike, Utc};

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// A point in time as HTTP writes it, to the second and in UTC: `Sun, 06 Nov 1994 08:49:37 GMT`
/// ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7)).
///
/// All three forms of HTTP are read; RFC 3339 is read as well, with a deviation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpDate(DateTime<Utc>);

/// The form in which dates are written.
const FORM: &str = "%a, %d %b %Y %H:%M:%S GMT";

impl Deref for HttpDate {
    type Target = DateTime<Utc>;

    fn deref(&self) -> &DateTime<Utc> {
        &self.0
    }
}

/// Leaves out fractions of a second, which have no form in HTTP.
impl<Z: TimeZone> From<DateTime<Z>> for HttpDate {
    fn from(time: DateTime<Z>) -> Self {
        let time = time.with_timezone(&Utc);
        Self(time.with_nanosecond(0).unwrap_or(time))
    }
}

/// Leaves out fractions of a second, which have no form in HTTP.
impl From<SystemTime> for HttpDate {
    fn from(time: SystemTime) -> Self {
        DateTime::<Utc>::from(time).into()
    }
}

impl From<HttpDate> for DateTime<Utc> {
    fn from(date: HttpDate) -> Self {
        date.0
    }
}

impl fmt::Display for HttpDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format(FORM).fmt(formatter)
    }
}

impl Decode for HttpDate {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.string()?;
        match parse(&text) {
            Some(date) => Ok(date),
            None => {
                let time = DateTime::parse_from_rfc3339(&text).ok();
                json.deviating("a date such as Sun, 06 Nov 1994 08:49:37 GMT", time.map(Self::from))
            }
        }
    }
}

impl Encode for HttpDate {
    fn encode(&self, json: &mut JsonWriter) {
        match self.0.year() {
            0..=9999 => json.string(&self.to_string()),
            year => json.fail(format!("HTTP has no form for dates of the year {year}")),
        }
    }
}

/// Reads the forms of HTTP. `httpdate` reads no dates before 1970.
fn parse(text: &str) -> Option<HttpDate> {
    match httpdate::parse_http_date(text) {
        Ok(time) => Some(time.into()),
        Err(_) => NaiveDateTime::parse_from_str(text, FORM).ok().map(|time| time.and_utc().into()),
    }
}
