//! `debug`: models are printed by what they write as JSON.

use std::fmt;

use super::{Encode, Json, JsonWriter, Tape};

/// Prints a model: the name of its type, and what it writes as JSON. Properties that are absent are left out, and the values of
/// those that are secret.
///
/// # Errors
///
/// Those of the formatter.
pub fn debug(name: &str, model: &dyn Encode, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut json = JsonWriter::of_display();
    model.encode(&mut json);
    let text = match json.finish() {
        Ok(text) => text,
        Err(error) => return formatter.debug_tuple(name).field(&format_args!("{error}")).finish(),
    };
    let tape = Tape::parse(&text).map_err(|_| fmt::Error)?;
    match tape.root().entries() {
        Ok(entries) => {
            let mut printed = formatter.debug_struct(name);
            entries.for_each(|(key, value)| _ = printed.field(key, &Printed(value)));
            printed.finish()
        }
        Err(_) => formatter.debug_tuple(name).field(&Printed(tape.root())).finish(),
    }
}

struct Printed<'a>(Json<'a>);

impl fmt::Debug for Printed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Ok(entries) = self.0.entries() {
            formatter.debug_map().entries(entries.map(|(key, value)| (key, Printed(value)))).finish()
        } else if let Ok(elements) = self.0.elements() {
            formatter.debug_list().entries(elements.map(Printed)).finish()
        } else if let Some(text) = self.0.as_str() {
            text.fmt(formatter)
        } else if let Some(number) = self.0.number_text() {
            formatter.write_str(number)
        } else {
            formatter.write_str(self.0.boolean().map_or("null", |value| if value { "true" } else { "false" }))
        }
    }
}
