//! `Settings`: what `clientsmith.toml` says.

mod allow;
mod error;
mod limits;
mod manifest;
mod names;
mod overlay;
mod released;
mod selection;
mod text_formats;
mod value;

use toml_edit::{Document, Item};

pub use self::allow::entry;
pub use self::error::SettingsError;
use self::error::line_and_column;
pub use self::manifest::{package_name, package_version};
pub use self::names::{GivenName, with_name};
pub use self::overlay::with_overlay;
pub use self::released::Released;
use self::value::{Mistake, switch, text, texts};
use crate::diagnostic::Allowance;
use crate::limits::Limits;
use crate::selection::Selection;

/// The contents of `clientsmith.toml`. Paths are relative to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The description.
    pub description: String,
    /// The client crate; the folder of the settings if absent.
    pub output: Option<String>,
    /// Name of the client crate; its `Cargo.toml` says it if absent.
    pub name: Option<String>,
    /// The command that messages name.
    pub command: String,
    /// Folders outside of the description's own that it may refer into.
    pub roots: Vec<String>,
    /// Overlays to be laid over the description, in this order.
    pub overlays: Vec<String>,
    /// Errors of the description that are not to keep the client from being generated.
    pub allow: Vec<Allowance>,
    /// The operations that the client has.
    pub selection: Selection,
    /// Formats whose values stay text, although there is a type for them.
    pub text_formats: Vec<String>,
    /// Whether values are checked against the constraints of the description before they are sent.
    pub constraint_checks: bool,
    /// Whether each group of calls can be left out of a build by a feature of the crate.
    pub features: bool,
    /// How much the description may be.
    pub limits: Limits,
    /// Which version of the client's public API is kept.
    pub released: Released,
    /// The names that it gives to items.
    pub names: Vec<GivenName>,
}

impl Settings {
    /// The file's name.
    pub const FILE: &str = "clientsmith.toml";

    /// The command that messages name unless the settings say otherwise.
    pub const COMMAND: &str = "clientsmith generate";

    /// The settings of a client that has none but a description.
    pub fn new(description: &str) -> Self {
        Self {
            description: description.to_owned(),
            output: None,
            name: None,
            command: Self::COMMAND.to_owned(),
            selection: Selection::default(),
            text_formats: Vec::new(),
            constraint_checks: false,
            features: true,
            roots: Vec::new(),
            overlays: Vec::new(),
            allow: Vec::new(),
            limits: Limits::default(),
            released: Released::default(),
            names: Vec::new(),
        }
    }

    /// The text of the settings of a new client: what it says nothing of has its default.
    pub fn text(description: &str, roots: &[String], allow: &[Allowance]) -> String {
        let mut text = format!(
            "# What `{0}` needs to know. Paths are relative to this file.\ndescription = {1}\n\
             # What was released is kept. Name the git tag of each release here, or `none` before the first one; without this line,\n\
             # everything that was ever generated is kept.\n# released = \"none\"\ncommand = {2}\n",
            Self::COMMAND,
            toml_edit::Value::from(description),
            toml_edit::Value::from(Self::COMMAND)
        );
        if !roots.is_empty() {
            text.push_str(&format!("roots = {}\n", toml_edit::Array::from_iter(roots)));
        }
        allow.iter().fold(text, |text, allowance| text + "\n" + &entry(allowance))
    }

    /// Reads the text of a settings file.
    ///
    /// # Errors
    ///
    /// Fails at the first entry that is not understood.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let mistake = |mistake| SettingsError::of(mistake, text);
        let document = Document::parse(text).map_err(|error| mistake(Mistake::at(error.span(), error.message())))?;
        Self::read(&document).map_err(mistake)
    }

    fn read(document: &Document<&str>) -> Result<Self, Mistake> {
        let mut settings = Self::new("");
        for (key, item) in document.iter() {
            match key {
                "description" => settings.description = text(key, item, path)?,
                "output" => settings.output = Some(text(key, item, path)?),
                "name" => settings.name = Some(text(key, item, crate_name)?),
                "command" => settings.command = text(key, item, |_| Ok(()))?,
                "include" => settings.selection.include = selection::read(key, item)?,
                "exclude" => settings.selection.exclude = selection::read(key, item)?,
                "features" => settings.features = switch(key, item)?,
                "constraint-checks" => settings.constraint_checks = switch(key, item)?,
                "text-formats" => settings.text_formats = texts(key, item, text_formats::typed)?,
                "roots" => settings.roots = texts(key, item, path)?,
                "overlays" => settings.overlays = texts(key, item, path)?,
                "limits" => settings.limits = limits::read(item)?,
                "allow" => settings.allow = allow::read(item)?,
                "names" => settings.names = names::read(item, document)?,
                "released" => settings.released = released::read(item, line(document, item))?,
                _ => {
                    let span = document.as_table().key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
                    return Err(Mistake::unknown_key(key, span, &KEYS));
                }
            }
        }
        if settings.description.is_empty() {
            let help = "write, for instance: description = \"openapi.yaml\"".to_owned();
            return Err(Mistake { span: None, message: "`description` is missing".to_owned(), help: Some(help) });
        }
        Ok(settings)
    }
}

const KEYS: [&str; 15] = [
    "description",
    "output",
    "name",
    "command",
    "include",
    "exclude",
    "features",
    "text-formats",
    "constraint-checks",
    "roots",
    "overlays",
    "limits",
    "allow",
    "released",
    "names",
];

fn path(text: &str) -> Result<(), String> {
    if text.contains("://") {
        Err("an address cannot be read; name a file".to_owned())
    } else if text.contains('\\') {
        Err("a path here has `/` between its parts, on every system".to_owned())
    } else if text.starts_with('/') || text.get(1..2) == Some(":") {
        Err("the path has to be relative, so that it holds on every machine".to_owned())
    } else {
        Ok(())
    }
}

/// Says what is wrong with the name of a crate.
pub(crate) fn crate_name(text: &str) -> Result<(), String> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    if text.len() <= 64 && text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(is_plain) {
        Ok(())
    } else {
        Err(format!("`{text}` cannot be the name of a crate; take lower-case letters, digits, `-` and `_`"))
    }
}

/// The line of an entry, counted from 1.
fn line(document: &Document<&str>, item: &Item) -> usize {
    line_and_column(document.raw(), item.span().map_or(0, |span| span.start)).0
}

#[cfg(test)]
mod tests;
