//! `date-time`: a point in time, with its distance from UTC.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat};

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// Reads RFC 3339, and what servers send instead: an offset without a colon, and none, which then is UTC.
impl Decode for DateTime<FixedOffset> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        parse(&json.string()?).ok_or_else(|| DecodeError::expected("a date and time", json))
    }
}

/// Writes RFC 3339, with no more digits of a second than it has.
impl Encode for DateTime<FixedOffset> {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    }
}

fn parse(text: &str) -> Option<DateTime<FixedOffset>> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time);
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
