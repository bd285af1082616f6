//! `date`: a day of the calendar.

use chrono::NaiveDate;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// Reads RFC 3339. Dates without leading zeros or with a sign are read with a deviation.
impl Decode for NaiveDate {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.string()?;
        match NaiveDate::parse_from_str(&text, "%Y-%m-%d") {
            Ok(date) if is_full_date(&text) => Ok(date),
            date => json.deviating("a date such as 2024-12-31", date.ok()),
        }
    }
}

/// Whether a text has the form of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6).
fn is_full_date(text: &str) -> bool {
    let fits = |(index, byte): (usize, u8)| if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(fits)
}

impl Encode for NaiveDate {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.format("%Y-%m-%d").to_string());
    }
}
