//! `NamedEvent`: the data of events that their names distinguish.

use std::cell::RefCell;

use super::json::read_json;
use super::received_text::read_string;
use super::{Decode, DecodeError, Deviations, Reading};

/// The data of an event that its name distinguishes from others of the stream.
pub trait NamedEvent: Sized {
    /// Reads the data as the event's name requires.
    ///
    /// # Errors
    ///
    /// If the data is not what the description says, and reading is strict.
    fn read(event: &EventData<'_>) -> Result<Self, DecodeError>;
}

/// An event's name and its data, as text that is still to be read.
#[derive(Debug)]
pub struct EventData<'a> {
    name: &'a str,
    data: &'a str,
    reading: Reading,
    deviations: RefCell<Deviations>,
}

impl EventData<'_> {
    /// The event's name; `message` if it has none, as the HTML standard says.
    pub fn name(&self) -> &str {
        self.name
    }

    /// The data as text.
    ///
    /// # Errors
    ///
    /// None; the signature is that of the other way to read data.
    pub fn text<U>(&self, variant: fn(String) -> U) -> Result<U, DecodeError> {
        Ok(variant(self.data.to_owned()))
    }

    /// The data as JSON, or a JSON string that is written without quotes. Data that is not what the description says stays text.
    ///
    /// # Errors
    ///
    /// If the data is not what the description says, and reading is strict.
    pub fn json<T: Decode, U>(&self, variant: fn(T) -> U, unknown: fn(String) -> U) -> Result<U, DecodeError> {
        match read_data(self.data, self.reading) {
            Ok((value, deviations)) => {
                self.deviations.replace(deviations);
                Ok(variant(value))
            }
            Err(error) if self.reading == Reading::Strict => Err(error),
            Err(error) => {
                let found = format!("something else: {error}");
                self.deviations.replace(Deviations::default().with_body("what the description says", &found));
                self.text(unknown)
            }
        }
    }
}

/// Reads the data of an event, and lists where it differs.
pub(super) fn read_named<T: NamedEvent>(name: &str, data: &str, reading: Reading) -> Result<(T, Deviations), DecodeError> {
    let event = EventData { name, data, reading, deviations: RefCell::default() };
    let value = T::read(&event)?;
    Ok((value, event.deviations.into_inner()))
}

/// Reads data as JSON; other text is read as a JSON string.
pub(super) fn read_data<T: Decode>(data: &str, reading: Reading) -> Result<(T, Deviations), DecodeError> {
    read_json(data.as_bytes(), reading).or_else(|error| read_string(data, reading).map_err(|_| error))
}
