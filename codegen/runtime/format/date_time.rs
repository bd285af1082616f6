//! `date-time`: a point in time, with its distance from UTC.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc};

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// Reads RFC 3339. Other forms that servers send are read with a deviation: an offset without a colon, no offset (UTC), a space for
/// the `T`, a day alone, dates of HTTP.
impl Decode for DateTime<FixedOffset> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.string()?;
        match rfc3339(&text) {
            Some(time) => Ok(time),
            None => json.deviating("a date and time such as 2024-12-31T23:59:59Z", lenient(&text)),
        }
    }
}

/// Writes RFC 3339. A fraction of a second has three, six or nine digits, the fewest that hold it.
impl Encode for DateTime<FixedOffset> {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    }
}

impl Json<'_> {
    /// Whether this is a date and time in exactly the form in which it is written; the name is shorter than that of the type.
    pub fn is_date_time(self) -> bool {
        self.is::<DateTime<FixedOffset>>()
    }

    /// Whether this is a date and time in any form of RFC 3339.
    pub fn fits_date_time(self) -> bool {
        self.fits::<DateTime<FixedOffset>>()
    }
}

/// Reads [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6). Chrono also takes a space for the `T`, and the minus sign
/// of mathematics.
pub(super) fn rfc3339(text: &str) -> Option<DateTime<FixedOffset>> {
    let has_t = matches!(text.as_bytes().get(10), Some(b'T' | b't'));
    DateTime::parse_from_rfc3339(text).ok().filter(|_| has_t && text.is_ascii())
}

fn lenient(text: &str) -> Option<DateTime<FixedOffset>> {
    if let Ok(time) = httpdate::parse_http_date(text) {
        return Some(DateTime::<Utc>::from(time).fixed_offset());
    }
    let text = text.replacen(' ', "T", 1);
    if let Ok(time) = DateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S%.f%#z") {
        return Some(time);
    }
    let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.fZ", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%MZ"];
    let time = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok());
    let midnight = || Some(NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?.and_time(NaiveTime::MIN));
    Some(time.or_else(midnight)?.and_utc().fixed_offset())
}
