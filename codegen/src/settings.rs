//! `Settings`: what `clientsmith.toml` says.

use std::fmt;
use std::ops::Range;

use toml_edit::{Document, Item};

use crate::diagnostic::suggest;
use crate::selection::{Pattern, Selection};

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
    /// The operations that the client has.
    pub selection: Selection,
    /// Whether each group of calls can be left out of a build by a feature of the crate.
    pub features: bool,
}

/// A mistake in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
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
            features: true,
        }
    }

    /// The text of the settings of a client that has none but a description.
    pub fn text(description: &str) -> String {
        format!(
            "# What `{0}` needs to know. Paths are relative to this file.\ndescription = {1}\ncommand = {2}\n",
            Self::COMMAND,
            toml_edit::Value::from(description),
            toml_edit::Value::from(Self::COMMAND)
        )
    }

    /// Reads the text of a settings file.
    ///
    /// # Errors
    ///
    /// Fails at the first entry that is not understood.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let place = |span: Option<Range<usize>>, message: String, help: Option<String>| {
            let (line, column) = line_and_column(text, span.map_or(0, |span| span.start));
            SettingsError { line, column, message, help }
        };
        let document = Document::parse(text).map_err(|error| place(error.span(), error.message().to_owned(), None))?;
        let mut found = [const { None }; KEYS.len()];
        let (mut selection, mut features) = (Selection::default(), true);
        for (key, item) in document.iter() {
            let patterns = || patterns(key, item).map_err(|message| place(item.span(), message, None));
            match key {
                "include" => selection.include = patterns()?,
                "exclude" => selection.exclude = patterns()?,
                "features" => {
                    let message = "`features` is either `true` or `false`".to_owned();
                    features = item.as_bool().ok_or_else(|| place(item.span(), message, None))?;
                }
                _ => {}
            }
            if OTHER_KEYS.contains(&key) {
                continue;
            }
            let Some(index) = KEYS.iter().position(|(known, _)| *known == key) else {
                let span = document.as_table().key(key).and_then(|key| key.span()).or_else(|| item.span());
                return Err(place(span, format!("unknown key `{key}`"), Some(help_for(key))));
            };
            let value = text_of(key, item).map_err(|message| place(item.span(), message, None))?;
            KEYS[index].1(value).map_err(|message| place(item.span(), message, None))?;
            found[index] = Some(value.to_owned());
        }
        let [description, output, name, command] = found;
        let help = || Some("write, for instance: description = \"openapi.yaml\"".to_owned());
        let description = description.ok_or_else(|| place(None, "`description` is missing".to_owned(), help()))?;
        let command = command.unwrap_or_else(|| Self::COMMAND.to_owned());
        Ok(Self { description, output, name, command, selection, features })
    }
}

/// What a value has to look like.
type Rule = fn(&str) -> Result<(), String>;

/// The keys, in the order of the fields of [`Settings`].
const KEYS: [(&str, Rule); 4] = [("description", path), ("output", path), ("name", crate_name), ("command", |_| Ok(()))];

/// The keys whose values are no texts.
const OTHER_KEYS: [&str; 3] = ["include", "exclude", "features"];

/// What stands in `[include]` or `[exclude]`.
fn patterns(key: &str, item: &Item) -> Result<Vec<Pattern>, String> {
    const KINDS: [(&str, fn(String) -> Pattern); 3] =
        [("tags", Pattern::Tag), ("paths", Pattern::Path), ("operations", Pattern::Operation)];
    let known = || format!("`{key}` takes lists named `tags`, `paths` and `operations`");
    let mut patterns = Vec::new();
    for (name, list) in item.as_table_like().ok_or_else(known)?.iter() {
        let (_, pattern) = KINDS.iter().find(|(kind, _)| *kind == name).ok_or_else(known)?;
        let texts =
            list.as_array().map(|list| list.iter().map(|text| text.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>());
        let texts: Option<Vec<String>> = texts.flatten();
        patterns.extend(texts.ok_or_else(|| format!("`{key}.{name}` is a list of texts"))?.into_iter().map(pattern));
    }
    Ok(patterns)
}

fn text_of<'a>(key: &str, item: &'a Item) -> Result<&'a str, String> {
    let text = item.as_str().ok_or_else(|| format!("`{key}` takes a text, not {}", article(item.type_name())))?;
    if text.is_empty() {
        return Err(format!("`{key}` is empty"));
    }
    if text.contains(char::is_control) {
        return Err(format!("`{key}` contains a control character"));
    }
    Ok(text)
}

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

fn article(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {type_name}")
}

fn help_for(key: &str) -> String {
    let known: Vec<&str> = KEYS.iter().map(|(known, _)| *known).chain(OTHER_KEYS).collect();
    match suggest(key, known.iter().copied()) {
        Some(suggestion) => format!("did you mean `{suggestion}`?"),
        None => format!("the keys are `{}`", known.join("`, `")),
    }
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The name that the `Cargo.toml` of a crate gives it.
pub fn package_name(manifest: &str) -> Option<String> {
    let manifest = Document::parse(manifest).ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

impl fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.line, self.column, self.message)?;
        match &self.help {
            Some(help) => write!(formatter, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SettingsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_fails(text: &str, expected: &str) {
        assert_eq!(Settings::parse(text).map_err(|error| error.to_string()), Err(expected.to_owned()));
    }

    #[test]
    fn reads_all_keys() {
        let text = "description = '../api/openapi.yaml'\noutput = \"client\"\nname = 'pets-client'\ncommand = 'make client'\n\
            features = false\ninclude = { tags = ['pets'], paths = ['/a/*'] }\n[exclude]\noperations = ['x']\n";
        let settings = Settings {
            description: "../api/openapi.yaml".to_owned(),
            output: Some("client".to_owned()),
            name: Some("pets-client".to_owned()),
            command: "make client".to_owned(),
            selection: Selection {
                include: vec![Pattern::Tag("pets".to_owned()), Pattern::Path("/a/*".to_owned())],
                exclude: vec![Pattern::Operation("x".to_owned())],
            },
            features: false,
        };
        assert_eq!(Settings::parse(text), Ok(settings));
        assert_eq!(Settings::parse("description = 'openapi.yaml'"), Ok(Settings::new("openapi.yaml")));
    }

    #[test]
    fn points_at_what_it_does_not_know() {
        assert_fails(
            "description = 'a.yaml'\n  descripton = 'b.yaml'\n",
            "2:3: unknown key `descripton`; did you mean `description`?",
        );
        assert_fails(
            "description = 'a.yaml'\n[zzz]\nx = 1\n",
            "2:2: unknown key `zzz`; the keys are `description`, `output`, `name`, `command`, `include`, `exclude`, `features`",
        );
        assert_fails("# é\n'é' = 1; # x\n", "2:7: string values must be quoted, expected literal string");
    }

    #[test]
    fn points_at_values_that_do_not_fit() {
        assert_fails("description = 1\n", "1:15: `description` takes a text, not an integer");
        assert_fails("description = ['a']\n", "1:15: `description` takes a text, not an array");
        assert_fails(
            "description = 'a'\ninclude = ['x']\n",
            "2:11: `include` takes lists named `tags`, `paths` and `operations`",
        );
        assert_fails("description = 'a'\n[exclude]\ntags = 'x'\n", "2:1: `exclude.tags` is a list of texts");
        assert_fails("description = 'a'\nfeatures = 1\n", "2:12: `features` is either `true` or `false`");
        assert_fails("description = ''\n", "1:15: `description` is empty");
        assert_fails("description = \"a\\nb\"\n", "1:15: `description` contains a control character");
        assert_fails("description = '/etc/passwd'\n", "1:15: the path has to be relative, so that it holds on every machine");
        assert_fails("description = 'C:/api.yaml'\n", "1:15: the path has to be relative, so that it holds on every machine");
        assert_fails("description = 'a\\b'\n", "1:15: a path here has `/` between its parts, on every system");
        assert_fails("description = 'https://x.example/a'\n", "1:15: an address cannot be read; name a file");
        assert_fails(
            "description = 'a'\nname = '../x'\n",
            "2:8: `../x` cannot be the name of a crate; take lower-case letters, digits, `-` and `_`",
        );
        assert_fails("name = 'x'\n", "1:1: `description` is missing; write, for instance: description = \"openapi.yaml\"");
        assert_fails("description = 'a'\ndescription = 'b'\n", "2:1: duplicate key");
    }
}
