//! Changes of models, of docs, and of the API as a whole.

use super::Mutant;

const GET: &str = "operations/cloud_functions/get.rs";
const LIST: &str = "operations/cloud_functions/list.rs";
const INVOCATION: &str = "models/invocation.rs";
const JOB: &str = "models/job.rs";
const STATUS: &str = "models/job_status.rs";

pub(crate) const MUTANTS: &[Mutant] = &[
    // Models.
    (
        "a wire name changes where it is read",
        JOB,
        "fields.optional(\"mem_usage\")",
        "fields.optional(\"memUsage\")",
        "model `Job`: property `memUsage`",
    ),
    (
        "a wire name changes where it is written",
        JOB,
        "fields.optional(\"mem_usage\", ",
        "fields.optional(\"memUsage\", ",
        "model `Job`: property `memUsage`",
    ),
    (
        "an optional property becomes required where it is read",
        JOB,
        "fields.optional(\"mem_usage\")",
        "fields.required(\"mem_usage\")",
        "model `Job`: property `mem_usage`: read",
    ),
    (
        "an optional property becomes required where it is written",
        JOB,
        "fields.optional(\"mem_usage\", ",
        "fields.required(\"mem_usage\", ",
        "model `Job`: property `mem_usage`: written",
    ),
    (
        "a property may be null where it is read",
        JOB,
        "fields.optional(\"mem_usage\")",
        "fields.optional_nullable(\"mem_usage\")",
        "model `Job`: property `mem_usage`: read",
    ),
    ("a property is not read", JOB, "mem_usage: fields.optional(\"mem_usage\"),", "mem_usage: None,", "models/job.rs"),
    (
        "a property is not written",
        JOB,
        "fields.optional(\"mem_usage\", &self.mem_usage);",
        "",
        "model `Job`: property `mem_usage`: written",
    ),
    (
        "two properties are read into each other",
        JOB,
        "started_at: fields.optional(\"started_at\"),\n            finished_at: fields.optional(\"finished_at\"),",
        "started_at: fields.optional(\"finished_at\"),\n            finished_at: fields.optional(\"started_at\"),",
        "model `Job`: property `started_at`: read",
    ),
    (
        "a property is written from another field",
        JOB,
        "&self.started_at",
        "&self.finished_at",
        "model `Job`: property `started_at`: written",
    ),
    (
        "a property's type changes",
        JOB,
        "pub mem_usage: Option<i64>,",
        "pub mem_usage: Option<String>,",
        "model `Job`: property `mem_usage`",
    ),
    ("a property may be absent", INVOCATION, "pub code: f64,", "pub code: Option<f64>,", "model `Invocation`: property `code`"),
    ("a property is hidden", INVOCATION, "pub code: f64,", "code: f64,", "model `Invocation`: property `code`"),
    (
        "a property has no setter",
        INVOCATION,
        "pub fn data(mut self, data: impl Into<runtime::Value>)",
        "pub fn event(mut self, data: impl Into<runtime::Value>)",
        "model `Invocation`: property `data`: given",
    ),
    ("a model is closed", INVOCATION, "#[non_exhaustive]", "", "#[derive(Clone,PartialEq)]pub struct Model"),
    ("a model cannot be serialized", INVOCATION, "runtime::model_traits!(Invocation);", "", "model `Invocation`: implements"),
    ("a model is not exported", "models/mod.rs", "pub use invocation::Invocation;", "", "type `models::Invocation`"),
    (
        "a call's types are not exported",
        "operations/cloud_functions/mod.rs",
        "pub use list::{ListError, ListRequest};",
        "",
        "type `operations::cloud_functions::ListRequest`",
    ),
    // Enums.
    (
        "a value changes where it is written",
        STATUS,
        "Self::Waiting => \"waiting\",",
        "Self::Waiting => \"Waiting\",",
        "model `JobStatus`: value `Waiting`",
    ),
    (
        "a value changes where it is read",
        STATUS,
        "\"waiting\" => Self::Waiting,",
        "\"Waiting\" => Self::Waiting,",
        "model `JobStatus`: value `Waiting`",
    ),
    (
        "a value is read as another",
        STATUS,
        "\"waiting\" => Self::Waiting,",
        "\"waiting\" => Self::Executing,",
        "model `JobStatus`: value `waiting`: read",
    ),
    ("a value is not read", STATUS, "\"waiting\" => Self::Waiting,", "", "model `JobStatus`: value `waiting`: read"),
    (
        "a variant is added",
        STATUS,
        "    /// `waiting`.\n",
        "    /// `paused`.\n    Paused,\n    /// `waiting`.\n",
        "model `JobStatus`: value `paused`",
    ),
    ("a variant is removed", STATUS, "    /// `waiting`.\n    Waiting,\n", "", "model `JobStatus`: value `waiting`"),
    (
        "an enum is closed",
        STATUS,
        "    /// A value that the description does not list.\n    Unknown(runtime::UnknownValue),\n",
        "",
        "model `JobStatus`",
    ),
    // Docs.
    (
        "a model does not name its origin",
        JOB,
        "/// Schema: `#/components/schemas/Job`.",
        "/// A job.",
        "model `Job`: docs: origin",
    ),
    (
        "a model has no docs",
        STATUS,
        "/// The state of a run.\n///\n/// Schema: `#/components/schemas/JobStatus`.\n",
        "",
        "model `JobStatus`: docs: origin",
    ),
    ("a setter does not name its origin", LIST, "/// Query parameter: `limit`.", "/// The limit.", "query `limit`: docs: origin"),
    (
        "an error does not name its origin",
        GET,
        "/// Status: `404`.",
        "/// Not there.",
        "call `cloud_functions.get`: error `NotFound`: docs: origin",
    ),
    (
        "the words are others",
        GET,
        "/// There is no function of this name.",
        "/// There is a function of this name.",
        "call `cloud_functions.get`: error `NotFound`: docs: words",
    ),
    // The API.
    (
        "the server changes",
        "servers.rs",
        "&str = \"https://cloud.minapp.com/userve/v1.3\"",
        "&str = \"https://example.com\"",
        "server `DEFAULT`",
    ),
    (
        "a client calls another server",
        "client.rs",
        "super::servers::DEFAULT,",
        "super::servers::OTHER,",
        "the server that a client calls",
    ),
];
