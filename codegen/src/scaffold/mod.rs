//! `Scaffold`: the files of a new client crate that are the maintainer's from then on.

mod connection;
pub mod crate_name;
mod example;
mod library;
mod manifest;
mod readme;
mod sample;

use std::collections::BTreeMap;

use crate::plan::{Docs, Plan};
use crate::record::Record;
use crate::settings::Settings;

/// What a new client crate is made from.
#[derive(Clone, Copy, Debug)]
pub struct Scaffold<'a> {
    /// The crate's name.
    pub name: &'a str,
    /// What it calls.
    pub plan: &'a Plan,
    /// The settings, as text.
    pub settings: &'a str,
    /// The manifest of the workspace that the crate would otherwise be taken for a member of, as its readers would write the way.
    pub foreign_workspace: Option<&'a str>,
}

impl Scaffold<'_> {
    /// The texts of the files, by their paths.
    pub fn files(&self) -> BTreeMap<&'static str, String> {
        BTreeMap::from([
            // Two branches add lines; after a merge the record is written anew.
            (".gitattributes", format!("/{} merge=union\n", Record::FILE)),
            (".gitignore", "/target\n".to_owned()),
            ("Cargo.toml", self.manifest()),
            ("README.md", self.readme()),
            (Settings::FILE, self.settings.to_owned()),
            ("src/lib.rs", self.library()),
        ])
    }

    /// A first program that uses the client, as in its README.
    pub fn first_program(&self) -> String {
        self.example().program()
    }

    /// The API's title on one line, as docs may show it.
    fn title(&self) -> String {
        let title = Docs::text(&self.plan.title).0.join(" ");
        if title.is_empty() { "an API without a title".to_owned() } else { title }
    }

    /// The crate's name in code.
    fn crate_ident(&self) -> String {
        self.name.replace('-', "_")
    }
}
