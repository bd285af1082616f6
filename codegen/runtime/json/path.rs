//! `Path`: where in a document something went wrong.

use std::borrow::Cow;
use std::fmt;

/// The way to a value. It is built from the inside out, while an error travels up, so that success costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    /// Innermost first.
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A property, by its name.
    Property(Cow<'static, str>),
    /// An array's item, by its index.
    Item(usize),
    /// A union was read as this type.
    Variant(String),
}

impl Path {
    /// Adds the step around those so far.
    pub(super) fn enter(&mut self, step: Step) {
        self.steps.push(step);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// `objects[3].status`
impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(true, formatter)
    }
}

impl Path {
    /// Writes the steps, at the beginning of a text or behind others.
    pub(super) fn write(&self, mut is_first: bool, out: &mut impl fmt::Write) -> fmt::Result {
        for step in self.steps.iter().rev() {
            match step {
                Step::Property(name) => write_property(out, is_first, name)?,
                Step::Item(item) => write_item(out, *item)?,
                Step::Variant(name) if is_first => write!(out, "({name})")?,
                Step::Variant(name) => write!(out, " ({name})")?,
            }
            is_first = false;
        }
        Ok(())
    }
}

/// Writes the step to a property.
pub(super) fn write_property(out: &mut impl fmt::Write, is_first: bool, name: &str) -> fmt::Result {
    match is_plain(name) {
        false => write!(out, "[{}]", quoted(name)),
        true if is_first => out.write_str(name),
        true => write!(out, ".{name}"),
    }
}

/// Writes the step to an array's item.
pub(super) fn write_item(out: &mut impl fmt::Write, index: usize) -> fmt::Result {
    write!(out, "[{index}]")
}

fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= MAX_SHOWN
        && name.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '-' | '$' | '@'))
}

/// How many characters of foreign text a message shows.
const MAX_SHOWN: usize = 60;

/// Foreign text as a message can bear it: in quotes, on one line, not too long.
pub(super) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(MAX_SHOWN).collect();
    let dots = if shown.len() < text.len() { "..." } else { "" };
    format!("{shown:?}{dots}")
}

/// A number's text, not too long.
pub(super) fn shortened(number: &str) -> String {
    if number.len() <= MAX_SHOWN { number.to_owned() } else { format!("{}...", &number[..MAX_SHOWN]) }
}
