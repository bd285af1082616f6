//! Arguments of `clientsmith amend`.

use std::fmt;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Color, Format, Reporting};

pub(super) const EXAMPLES: &str = "\
Examples:
  clientsmith amend 'GET /images/json' '[0].RepoDigests' --nullable
  clientsmith amend listPets '[*].owner.name' --optional
  clientsmith amend 'GET /events' --stream
  clientsmith amend 'GET /pets: 200 OK, but [0].age: expected an integer, found \"7\"' --type string

Exit codes:
  0  the action was written
  1  the description would have new errors; nothing was written
  2  there is no such operation or place, the flag makes no difference, or a file cannot be read or written";

#[derive(Args, Debug)]
pub(crate) struct AmendOptions {
    /// The operation, by method and path or by operationId, or the text of a decode error [default: read from standard input]
    pub(crate) operation: Option<String>,

    /// The place in the body, as decode errors write it: `[0].RepoDigests`; the whole body if left out
    pub(crate) place: Option<String>,

    #[command(flatten)]
    pub(crate) claim: ClaimOptions,

    /// The response that the place is in [default: that of the error, else the first success with a body]
    #[arg(long, value_name = "STATUS", conflicts_with = "request")]
    pub(crate) status: Option<String>,

    /// The place is in the body of the request
    #[arg(long)]
    pub(crate) request: bool,

    /// The settings file [default: ./clientsmith.toml, else the only */clientsmith.toml]
    #[arg(long, value_name = "PATH")]
    pub(crate) settings: Option<PathBuf>,

    /// Print errors only
    #[arg(long, short)]
    quiet: bool,

    /// How to report
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,

    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

impl AmendOptions {
    pub(super) fn reporting(&self) -> Reporting {
        Reporting { quiet: self.quiet, format: self.format, deny: None, report: None, color: self.color }
    }
}

/// What is to be said of the place.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub(crate) struct ClaimOptions {
    /// The value may be null
    #[arg(long, conflicts_with_all = ["optional", "untyped", "ty", "media_type", "stream"])]
    pub(crate) nullable: bool,

    /// The property may be absent
    #[arg(long, conflicts_with_all = ["untyped", "ty", "media_type", "stream"])]
    pub(crate) optional: bool,

    /// The value may be any JSON
    #[arg(long, conflicts_with_all = ["ty", "media_type", "stream"])]
    pub(crate) untyped: bool,

    /// The value is of this JSON type
    #[arg(id = "ty", long = "type", value_enum, value_name = "TYPE", conflicts_with_all = ["media_type", "stream"])]
    pub(crate) ty: Option<JsonType>,

    /// The body is of this media type, such as `text/plain`
    #[arg(long, value_name = "TYPE", conflicts_with = "place")]
    pub(crate) media_type: Option<String>,

    /// The body is a stream of JSON values, one per line, or of --media-type
    #[arg(long, conflicts_with = "place")]
    pub(crate) stream: bool,
}

/// The types of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JsonType {
    String,
    Number,
    Integer,
    Boolean,
    Array,
    Object,
}

impl fmt::Display for JsonType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        })
    }
}
