//! `Sources`: the files of a description, and where in them a value was written.

mod chain;
mod closure;
mod copies;
mod description;
mod folder;
mod json;
mod key;
mod loader;
mod locate;
mod origin;
mod parse;
mod path;
mod reader;
mod resource;
mod scan;
mod token;
mod yaml;

use std::{borrow::Cow, ops::Range, sync::OnceLock};

pub use self::{
    chain::Chain,
    copies::Copies,
    description::{Description, Spot},
    folder::{Folder, read_at_most},
    loader::{Loader, Refusal},
    locate::Location,
};
use self::{origin::Origins, parse::Format, scan::Tabs, token::Span};
pub use crate::node::FileId;
use crate::{
    limits::{Limit, Limits},
    node::{Node, Origin, Value},
    pointer::Pointer,
};

/// The files of a description.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<File>,
    origins: Origins,
    limits: Limits,
    /// How much has been read.
    spent: Spent,
}

/// How much of what is bounded has been read.
#[derive(Clone, Copy, Debug, Default)]
struct Spent {
    values: usize,
    aliases: usize,
    text: usize,
}

#[derive(Clone, Debug)]
struct File {
    path: String,
    text: String,
    /// Where the bytes cease to be UTF-8; the text shows a replacement there.
    malformed: Option<Range<usize>>,
    /// What it turned out to be when it was parsed.
    format: Format,
    /// The tabs that only libyaml minds.
    tabs: Tabs,
    /// The scalars that are not text, each by the number of values before it, in ascending order.
    resolved: Vec<u32>,
    /// Where those scalars are, once somebody has asked.
    resolved_spans: OnceLock<Vec<Range<usize>>>,
    /// The values that were first asked for, each by the number of values before it, and where they are.
    first_spans: OnceLock<(Vec<u32>, Vec<Span>)>,
}

impl Sources {
    /// Files that are read up to these bounds.
    pub fn within(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Adds a file whose bytes are already known.
    pub fn add_bytes(&mut self, path: &str, bytes: Vec<u8>) -> FileId {
        match String::from_utf8(bytes) {
            Ok(text) => self.add_text(path, text),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let length = text.len();
                let file = self.add_text(path, text);
                let added = &mut self.files[file.0 as usize];
                let start = valid - (length - added.text.len());
                added.malformed = Some(start..start + char::REPLACEMENT_CHARACTER.len_utf8());
                file
            }
        }
    }

    /// Adds a file whose text is already known. A byte order mark is dropped.
    pub fn add_text(&mut self, path: &str, text: String) -> FileId {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        let id = FileId(u32::try_from(self.files.len()).expect("memory ends before four thousand million files are read"));
        self.files.push(File {
            path: path.to_owned(),
            text,
            malformed: None,
            format: Format::Yaml,
            tabs: Tabs::default(),
            resolved: Vec::new(),
            resolved_spans: OnceLock::new(),
            first_spans: OnceLock::new(),
        });
        id
    }

    /// A value that is written once and stands in one more place: what is said of it there must not be taken for said here.
    pub fn copy(&mut self, node: &Node) -> Node {
        let at = self.copy_at(node.at);
        let value = match &node.value {
            Value::Sequence(elements) => Value::Sequence(elements.iter().map(|node| self.copy(node)).collect()),
            Value::Mapping(entries) => Value::Mapping(entries.iter().map(|(key, node)| (key.clone(), self.copy(node))).collect()),
            scalar => scalar.clone(),
        };
        Node { at, value }
    }

    /// Another origin for a value that was written at a place.
    pub(crate) fn copy_at(&mut self, at: Origin) -> Origin {
        self.origins.copy(at)
    }

    /// The origin that a value was read at; a copy has one of its own.
    pub fn written(&self, at: Origin) -> Origin {
        self.origins.written(at)
    }

    /// The path of a file, as it was given and with `/` between its parts.
    pub fn path(&self, file: FileId) -> &str {
        &self.file_of(file).path
    }

    /// The text of a file, without a byte order mark.
    pub fn text(&self, file: FileId) -> &str {
        &self.file_of(file).text
    }

    /// The file that a value was written in.
    pub fn file(&self, at: Origin) -> FileId {
        self.origins.file(at).0
    }

    /// The place in its file that a value was written at.
    ///
    /// What a YAML merge brings in is written under the `<<`, and so is its pointer.
    pub fn pointer(&self, at: Origin) -> Pointer {
        self.origins.pointer(at)
    }

    /// Whether a value is another one, or was written in it.
    pub fn is_within(&self, at: Origin, outer: Origin) -> bool {
        self.origins.is_within(at, outer)
    }

    /// The path of a file from the folder of the first one on.
    pub fn path_from_first(&self, file: FileId) -> String {
        path::relative(path::folder(&self.files[0].path), self.path(file))
    }

    /// The place of a value as a reference in the first file would name it: `#/paths`, or `schemas/pet.yaml#/properties`.
    pub fn address(&self, at: Origin) -> String {
        let (file, pointer) = (self.file(at), self.pointer(at));
        match (file.0 == 0, pointer.tokens().is_empty()) {
            (true, _) => pointer.fragment(),
            (false, true) => self.path_from_first(file),
            (false, false) => self.path_from_first(file) + &pointer.fragment(),
        }
    }

    /// Whether the keys that lead to a value have more bytes than a number, in all.
    pub fn is_longer(&self, at: Origin, most: usize) -> bool {
        self.origins.length(at) > most
    }

    /// The place of a value as settings name it: `/paths`, or `schemas/pet.yaml#/properties`.
    pub fn place(&self, at: Origin) -> String {
        let (file, pointer) = (self.file(at), self.pointer(at).to_string());
        match (file.0 == 0, pointer.is_empty()) {
            (true, false) => pointer,
            (true, true) => "#".to_owned(),
            (false, _) => format!("{}#{pointer}", self.path_from_first(file)),
        }
    }

    /// The bounds.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    fn nesting(&self) -> usize {
        self.limits.of(Limit::Nesting)
    }

    fn file_of(&self, file: FileId) -> &File {
        &self.files[file.0 as usize]
    }
}

impl File {
    /// The text as its parser takes it: every place in it is the same place in the file.
    fn readable(&self) -> Cow<'_, str> {
        match self.format {
            Format::Json | Format::Prose => Cow::Borrowed(&self.text),
            Format::Yaml => self.tabs.replaced(&self.text),
        }
    }
}
