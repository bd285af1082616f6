//! `date`: a day of the calendar.

use chrono::NaiveDate;

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

impl Decode for NaiveDate {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let text = json.string()?;
        NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| DecodeError::expected("a date such as 2024-12-31", json))
    }
}

impl Encode for NaiveDate {
    fn encode(&self, json: &mut JsonWriter) {
        json.string(&self.format("%Y-%m-%d").to_string());
    }
}
