//! `Settings`: what `clientsmith.toml` says.

mod allow;
mod names;
mod overlay;
mod released;
mod value;

use std::fmt;
use std::ops::Range;

use toml_edit::{Document, Item};

pub use self::allow::entry;
pub use self::names::{GivenName, with_name};
pub use self::overlay::with_overlay;
pub use self::released::Released;
use self::value::{Mistake, switch, text, texts};
use crate::diagnostic::{Allowance, suggest};
use crate::limits::{Limit, Limits};
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
        let mistake = |mistake: Mistake| {
            let (line, column) = line_and_column(text, mistake.span.map_or(0, |span| span.start));
            SettingsError { line, column, message: mistake.message, help: mistake.help }
        };
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
                "include" => settings.selection.include = patterns(key, item)?,
                "exclude" => settings.selection.exclude = patterns(key, item)?,
                "features" => settings.features = switch(key, item)?,
                "constraint-checks" => settings.constraint_checks = switch(key, item)?,
                "text-formats" => settings.text_formats = texts(key, item, typed_format)?,
                "roots" => settings.roots = texts(key, item, path)?,
                "overlays" => settings.overlays = texts(key, item, path)?,
                "limits" => settings.limits = limits(item)?,
                "allow" => settings.allow = allow::read(item)?,
                "names" => settings.names = names::read(item, document)?,
                "released" => settings.released = released::read(item, line(document, item))?,
                _ => {
                    let span = document.as_table().key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
                    return Err(unknown(key, span, &KEYS));
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

/// The formats of text that have types of their own.
const TYPED_FORMATS: [&str; 18] = [
    "date-time",
    "date",
    "uuid",
    "byte",
    "http-date",
    "date-time-rfc1123",
    "date-time-rfc7231",
    "rfc1123",
    "rfc7231",
    "int-or-string",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
];

fn typed_format(text: &str) -> Result<(), String> {
    match TYPED_FORMATS.contains(&text) {
        true => Ok(()),
        false => Err(format!("`{text}` has no type but text; the formats that have one are `{}`", TYPED_FORMATS.join("`, `"))),
    }
}

fn unknown(key: &str, span: Option<Range<usize>>, known: &[&str]) -> Mistake {
    let help = match suggest(key, known.iter().copied()) {
        Some(suggestion) => format!("did you mean `{suggestion}`?"),
        None => format!("the keys are `{}`", known.join("`, `")),
    };
    Mistake { span, message: format!("unknown key `{key}`"), help: Some(help) }
}

/// What stands in `[include]` or `[exclude]`.
fn patterns(key: &str, item: &Item) -> Result<Vec<Pattern>, Mistake> {
    type Kind = (&'static str, fn(String) -> Pattern);
    const KINDS: [Kind; 3] = [("tags", Pattern::Tag), ("paths", Pattern::Path), ("operations", Pattern::Operation)];
    let known = || Mistake::at(item.span(), &format!("`{key}` takes lists named `tags`, `paths` and `operations`"));
    let mut patterns = Vec::new();
    for (name, list) in item.as_table_like().ok_or_else(known)?.iter() {
        let (_, pattern) = KINDS.iter().find(|(kind, _)| *kind == name).ok_or_else(known)?;
        patterns.extend(texts(&format!("{key}.{name}"), list, |_| Ok(()))?.into_iter().map(pattern));
    }
    Ok(patterns)
}

/// What stands in `[limits]`.
fn limits(item: &Item) -> Result<Limits, Mistake> {
    let wrong = || Mistake::at(item.span(), "`limits` is a table of bounds, such as `files = 10000`");
    let table = item.as_table_like().ok_or_else(wrong)?;
    let mut limits = Limits::default();
    for (key, item) in table.iter() {
        let Some(limit) = Limit::ALL.into_iter().find(|limit| limit.key() == key) else {
            return Err(unknown(key, table.key(key).and_then(toml_edit::Key::span), &Limit::ALL.map(Limit::key)));
        };
        limits = limits.with(limit, value::bound(&format!("limits.{key}"), item, limit.highest())?);
    }
    Ok(limits)
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

/// The line of an entry, counted from 1.
fn line(document: &Document<&str>, item: &Item) -> usize {
    line_and_column(document.raw(), item.span().map_or(0, |span| span.start)).0
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
                    features = false\nconstraint-checks = true\ntext-formats = ['date', 'uuid']\nreleased = 'v1.2'\ninclude = { tags = ['pets'], paths = ['/a/*'] }\nroots = ['..']\n\
                    overlays = ['a.yaml', 'b.yaml']\nlimits = { files = 7, output-megabytes = 1_000 }\n\
                    [[allow]]\ncode = 'no-server'\nreason = 'x'\n[[allow]]\ncode = 'a'\nat = '/b/*'\nreason = 'y'\n\
                    [exclude]\noperations = ['x']\n";
        let allowance = |code: &str, at: Option<&str>, reason: &str| Allowance {
            code: code.to_owned(),
            at: at.map(str::to_owned),
            reason: reason.to_owned(),
        };
        let settings = Settings {
            description: "../api/openapi.yaml".to_owned(),
            output: Some("client".to_owned()),
            name: Some("pets-client".to_owned()),
            command: "make client".to_owned(),
            selection: Selection {
                include: vec![Pattern::Tag("pets".to_owned()), Pattern::Path("/a/*".to_owned())],
                exclude: vec![Pattern::Operation("x".to_owned())],
            },
            text_formats: vec!["date".to_owned(), "uuid".to_owned()],
            constraint_checks: true,
            features: false,
            released: Released::Revision { name: "v1.2".to_owned(), line: 8 },
            names: Vec::new(),
            roots: vec!["..".to_owned()],
            overlays: vec!["a.yaml".to_owned(), "b.yaml".to_owned()],
            limits: Limits::default().with(Limit::Files, 7).with(Limit::OutputMegabytes, 1_000),
            allow: vec![allowance("no-server", None, "x"), allowance("a", Some("/b/*"), "y")],
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
            "2:2: unknown key `zzz`; the keys are `description`, `output`, `name`, `command`, `include`, `exclude`, `features`, \
             `text-formats`, `constraint-checks`, `roots`, `overlays`, `limits`, `allow`, `released`, `names`",
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
        assert_fails("description = 'a'\n[exclude]\ntags = 'x'\n", "3:8: `exclude.tags` takes a list of texts, not a string");
        assert_fails(
            "description = 'a'\nreleased = '-v1'\n",
            "2:12: `-v1` is not a git revision; name a tag, branch or commit, or write `none` before the first release",
        );
        assert_fails("description = 'a'\nfeatures = 1\n", "2:12: `features` is either `true` or `false`");
        assert_fails(
            "description = 'a'\ntext-formats = ['time']\n",
            "2:17: `time` has no type but text; the formats that have one are `date-time`, `date`, `uuid`, `byte`, `http-date`, \
             `date-time-rfc1123`, `date-time-rfc7231`, `rfc1123`, `rfc7231`, `int-or-string`, `int8`, `int16`, `int32`, `int64`, \
             `uint8`, `uint16`, `uint32`, `uint64`",
        );
        assert_fails("description = 'a'\nlimits = 5\n", "2:10: `limits` is a table of bounds, such as `files = 10000`");
        assert_fails("description = 'a'\n[limits]\nfile = 1\n", "3:1: unknown key `file`; did you mean `files`?");
        assert_fails("description = 'a'\n[limits]\nnesting = 121\n", "3:11: `limits.nesting` takes a whole number from 1 to 120");
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
        assert_fails("description = 'a'\nroots = '..'\n", "2:9: `roots` takes a list of texts, not a string");
        assert_fails(
            "description = 'a'\nroots = ['/x']\n",
            "2:10: the path has to be relative, so that it holds on every machine",
        );
        assert_fails("description = 'a'\n[allow]\nx = 1\n", "2:1: `allow` takes tables, each as `[[allow]]`, not a table");
        assert_fails("description = 'a'\n[[allow]]\ncode = 'x'\n", "2:1: an entry of `allow` needs a `code` and a `reason`");
        assert_fails(
            "description = 'a'\nallow = [{code = 'x', palce = 'y'}]\n",
            "2:23: unknown key `palce`; the keys are `code`, `at`, `reason`",
        );
        assert_fails("name = 'x'\n", "1:1: `description` is missing; write, for instance: description = \"openapi.yaml\"");
        assert_fails("description = 'a'\ndescription = 'b'\n", "2:1: duplicate key");
    }
}
