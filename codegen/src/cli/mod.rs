//! What the command line understands.

pub(crate) mod amend;
mod amend_options;
pub(crate) mod check;
pub(crate) mod diff;
mod diff_options;
pub(crate) mod generate;
mod locate;
pub(crate) mod new;
pub(crate) mod rename;
mod report;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use self::amend_options::AmendOptions;
pub(crate) use self::diff_options::DiffOptions;

/// Turns an OpenAPI description into a Rust client crate, and keeps the two from drifting apart.
#[derive(Debug, Parser)]
#[command(name = "clientsmith", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the client that the description gives
    ///
    /// Only files that change are written. An interrupted run leaves a client that refuses to build, and the next run mends it.
    ///
    /// Names, types and the order of arguments stay as they were generated last, or released: see `released` in the settings. What is
    /// kept although the description gives something else is held back until it is adopted.
    #[command(after_help = EXIT_CODES)]
    Generate(GenerateOptions),
    /// Say what differs between the client and its description, and write nothing
    #[command(after_help = EXIT_CODES)]
    Check(Options),
    /// Compare two versions of the client: what changed, who is affected and which version is next
    ///
    /// Answers three questions: does code that uses the client still compile, do deployed programs keep working, and what compiles but
    /// behaves differently?
    #[command(after_help = diff_options::EXAMPLES)]
    Diff(DiffOptions),
    /// Say what the server really sends, where it disagrees with the description
    ///
    /// Writes an action to `amendments.overlay.yaml` beside the settings, and lists that file in `overlays`. Then run `generate`.
    #[command(after_help = amend_options::EXAMPLES)]
    Amend(AmendOptions),
    /// Give an item of the client another name
    ///
    /// Writes the name into `[names]` of the settings and generates. The earlier name of a type, a method or a group stays as a deprecated
    /// alias, unless another item has it.
    #[command(after_help = EXIT_CODES)]
    Rename(RenameOptions),
    /// Begin a client: write a crate that compiles, and is yours from then on
    ///
    /// Manifest, settings, README and `src/lib.rs` are written once; `generate` writes the rest, now and whenever the description
    /// has changed.
    #[command(after_help = EXIT_CODES)]
    New(NewOptions),
}

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  the description has errors, or the client differs from it
  2  the command line or the settings are wrong, or a file cannot be read or written";

#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The settings file [default: ./clientsmith.toml, else the only */clientsmith.toml]
    #[arg(long, value_name = "PATH")]
    pub(crate) settings: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) reporting: Reporting,
}

#[derive(Args, Debug)]
pub(crate) struct GenerateOptions {
    #[command(flatten)]
    pub(crate) options: Options,

    /// Follow the description instead of the record, for an item and everything inside it, or for `all`
    ///
    /// An item is named by its key, as `generate` prints it and `generated.api` lists it, or by its path in Rust. This breaks the
    /// crates that use it.
    #[arg(long, value_name = "KEY|all", num_args = 1..)]
    pub(crate) adopt: Vec<String>,
}

#[derive(Args, Debug)]
pub(crate) struct RenameOptions {
    /// The item: its key, as `generated.api` lists it, or its path in Rust, such as `models::Pet::name`
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,

    /// Its name, without a path
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) options: Options,
}

#[derive(Args, Debug)]
pub(crate) struct NewOptions {
    /// The description
    pub(crate) description: PathBuf,

    /// The folder of the crate; it must be empty or not there
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,

    /// The crate's name [default: made of the folder's]
    #[arg(long)]
    pub(crate) name: Option<String>,

    /// Copy the description into the crate, instead of noting the way to it
    #[arg(long)]
    pub(crate) copy: bool,

    /// A folder outside of the description's own that it may refer into
    #[arg(long = "root", value_name = "DIR")]
    pub(crate) roots: Vec<PathBuf>,

    /// An error of the description that is not to keep the client from being generated: all of a code, or one at a JSON Pointer
    ///
    /// It is noted in the settings, where the reason belongs, too.
    #[arg(long, value_name = "CODE[=PLACE]")]
    pub(crate) allow: Vec<String>,

    #[command(flatten)]
    pub(crate) reporting: Reporting,
}

#[derive(Args, Debug)]
pub(crate) struct Reporting {
    /// Print errors only
    #[arg(long, short)]
    pub(crate) quiet: bool,

    /// How to report
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,

    /// What to treat as an error
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,

    /// What to list beside what was done
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) report: Option<Listed>,

    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object on standard output
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Fail on warnings, and write nothing
    Warnings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
    /// Each place that becomes free JSON although the description says something about it, and why
    Untyped,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
