//! The options of `clientsmith diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Color, Format, Reporting};

pub(super) const EXAMPLES: &str = "\
Examples:
  clientsmith diff                         changes since the release in the settings
  clientsmith diff --since v0.3.0          changes since a tag, branch or commit
  clientsmith diff --gate --format markdown > report.md
                                           for a pull request; fails if the version is too low
  clientsmith diff old/generated.api new/generated.api
  clientsmith diff old/client new/client   two clients
  clientsmith diff old.yaml new.yaml       two descriptions

Exit codes:
  0  success
  1  the description has errors, or with --gate the version is too low
  2  the command line or the settings are wrong, or a file or revision cannot be read";

#[derive(Args, Debug)]
pub(crate) struct DiffOptions {
    /// The old client: the folder of a crate, a record (`generated.api`) or a description
    #[arg(requires = "new", conflicts_with = "since")]
    pub(super) old: Option<PathBuf>,

    /// The new client, in the same form
    pub(super) new: Option<PathBuf>,

    /// Compare with the client of a git revision [default: `released` in the settings, else the last generated client]
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,

    /// Fail if the version in `Cargo.toml` is too low for the changes
    #[arg(long)]
    pub(super) gate: bool,

    /// List everything, however long
    #[arg(long)]
    pub(super) whole: bool,

    /// List the decisions that are kept although the description gives different ones
    #[arg(long)]
    pub(super) held_back: bool,

    /// The settings file [default: ./clientsmith.toml, else the only */clientsmith.toml]
    #[arg(long, value_name = "PATH")]
    pub(super) settings: Option<PathBuf>,

    /// How to report
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: DiffFormat,

    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: Color,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    #[default]
    Text,
    /// For pull requests and changelogs
    Markdown,
    /// One JSON object on standard output
    Json,
}

impl DiffOptions {
    /// Returns the reporting options shared by all commands.
    pub(super) fn reporting(&self) -> Reporting {
        let format = if self.format == DiffFormat::Json { Format::Json } else { Format::Text };
        Reporting { quiet: false, format, deny: None, report: None, color: self.color }
    }
}
