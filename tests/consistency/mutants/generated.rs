//! The client drifts: each kind of change is noticed, and the difference names what changed.

use crate::reader::{Client, differences};
use crate::repository;

/// What is changed, in which file, what stands there, what takes its place, and what the difference names.
const MUTANTS: &[(&str, &str, &str, &str, &str)] = &[
    // What is sent.
    ("a method changes", LIST, "runtime::Method::GET", "runtime::Method::HEAD", "call `cloud_functions.list`: endpoint"),
    (
        "a template changes",
        GET,
        "\"/cloud-function/{name}/\",",
        "\"/cloud-function/{name}\",",
        "call `cloud_functions.get`: endpoint",
    ),
    (
        "a path's literal changes",
        LIST,
        "request.path(\"/cloud-function/\");",
        "request.path(\"/functions/\");",
        "call `cloud_functions.list`: path",
    ),
    ("a trailing slash is dropped", GET, "request.path(\"/\");", "", "call `cloud_functions.get`: path"),
    (
        "a segment changes its place",
        JOBS,
        "request.segment(\"name\", &self.name);\n        request.path(\"/job/\");",
        "request.path(\"/job/\");\n        request.segment(\"name\", &self.name);",
        "call `cloud_functions.jobs`: path",
    ),
    (
        "a segment holds another field",
        JOBS,
        "request.segment(\"name\", &self.name);",
        "request.segment(\"name\", &self.status);",
        "field `name`",
    ),
    ("a query line is dropped", LIST, "request.query(\"offset\", &self.offset);", "", "field `offset`"),
    (
        "a query line is doubled",
        LIST,
        "request.query(\"offset\", &self.offset);",
        "request.query(\"offset\", &self.offset);\n        request.query(\"offset\", &self.offset);",
        "call `cloud_functions.list`: parameters in order",
    ),
    (
        "a parameter's wire name changes",
        JOBS,
        "request.query(\"service_type\",",
        "request.query(\"serviceType\",",
        "Query parameter `serviceType`",
    ),
    (
        "two parameters change their fields",
        JOBS,
        "request.query(\"limit\", &self.limit);\n        request.query(\"offset\", &self.offset);",
        "request.query(\"limit\", &self.offset);\n        request.query(\"offset\", &self.limit);",
        "Query parameter `limit`: sent",
    ),
    (
        "two parameters change places",
        JOBS,
        "request.query(\"limit\", &self.limit);\n        request.query(\"offset\", &self.offset);",
        "request.query(\"offset\", &self.offset);\n        request.query(\"limit\", &self.limit);",
        "call `cloud_functions.jobs`: parameters in order",
    ),
    ("a query parameter becomes a header", JOBS, "request.query(\"status\",", "request.header(\"status\",", "Header `status`"),
    ("the body is dropped", CREATE, "request.json(&self.body);", "", "call `cloud_functions.create`: body"),
    ("a fixed value changes", INVOKE, "&true", "&false", "call `cloud_functions.invoke`: Property `sync`"),
    (
        "a body's property changes its name",
        INVOKE,
        "fields.required(\"data\",",
        "fields.required(\"event\",",
        "call `cloud_functions.invoke`: Property `event`",
    ),
    (
        "a body's property becomes optional",
        INVOKE,
        "fields.required(\"data\",",
        "fields.optional(\"data\",",
        "call `cloud_functions.invoke`: Property `data`: sent",
    ),
    (
        "another media type is accepted",
        LIST,
        "request.accept(\"application/json\");",
        "request.accept(\"text/html\");",
        "call `cloud_functions.list`: accepts",
    ),
    ("a timeout changes", INVOKE, "from_millis(10000)", "from_millis(1000)", "call `cloud_functions.invoke`: timeout"),
    (
        "a timeout is dropped",
        ENQUEUE,
        ".timeout(std::time::Duration::from_millis(10000))",
        "",
        "call `cloud_functions.enqueue`: timeout",
    ),
    // What a caller writes.
    ("a call is renamed", LIST, "pub fn list(&self)", "pub fn all(&self)", "call `cloud_functions.all`"),
    (
        "two arguments change places",
        INVOKE,
        "name: impl Into<String>,\n        data: impl Into<runtime::JsonObject>,",
        "data: impl Into<runtime::JsonObject>,\n        name: impl Into<String>,",
        "call `cloud_functions.invoke`: arguments in order",
    ),
    ("an argument changes its type", GET, "name: impl Into<String>", "name: String", "call `cloud_functions.get`"),
    ("a setter is hidden", LIST, "pub fn limit(mut self", "fn limit(mut self", "operations/cloud_functions/list.rs"),
    (
        "a setter sets another field",
        LIST,
        "self.limit = Some(limit);",
        "self.offset = Some(limit);",
        "operations/cloud_functions/list.rs",
    ),
    (
        "a setter changes its type",
        LIST,
        "pub fn limit(mut self, limit: i64)",
        "pub fn limit(mut self, limit: i32)",
        "Query parameter `limit`",
    ),
    ("a field changes its type", LIST, "limit: Option<i64>,", "limit: Option<i32>,", "Query parameter `limit`"),
    ("a field starts with a value", LIST, "limit: None,", "limit: Some(1),", "operations/cloud_functions/list.rs"),
    (
        "a request may be dropped in silence",
        LIST,
        "#[must_use = \"a request does nothing until it is awaited or sent\"]",
        "",
        "call `cloud_functions.list`: attributes of the request",
    ),
    // What comes back.
    (
        "a status has no arm",
        CREATE,
        "400 => response.error(CreateError::BadRequest),",
        "",
        "call `cloud_functions.create`: status `400`",
    ),
    (
        "a status has another arm",
        CREATE,
        "201 => response.json(),",
        "200 => response.json(),",
        "call `cloud_functions.create`: status `200`",
    ),
    (
        "an arm has no status",
        LIST,
        "200 => response.json(),",
        "200 => response.json(),\n            202 => response.json(),",
        "call `cloud_functions.list`: status `202`",
    ),
    (
        "an error counts as a success",
        CREATE,
        "400 => response.error(CreateError::BadRequest),",
        "400 => response.json(),",
        "call `cloud_functions.create`: status `400`",
    ),
    (
        "a success is read as nothing",
        GET,
        "200 => response.json(),",
        "200 => response.empty(),",
        "call `cloud_functions.get`: status `200`",
    ),
    (
        "other statuses are read otherwise",
        GET,
        "runtime::Received::json",
        "runtime::Received::empty",
        "call `cloud_functions.get`: any other status",
    ),
    (
        "an output changes",
        GET,
        "type Output = models::CloudFunction;",
        "type Output = models::Job;",
        "call `cloud_functions.get`: gives",
    ),
    (
        "what is awaited changes",
        GET,
        "type Output = Result<models::CloudFunction,",
        "type Output = Result<models::Job,",
        "call `cloud_functions.get`: gives when awaited",
    ),
    ("an error is renamed", GET, "    NotFound,\n", "    Missing,\n", "call `cloud_functions.get`: error `Missing`"),
    ("an error gets a body", GET, "    NotFound,\n", "    NotFound(String),\n", "call `cloud_functions.get`: error `NotFound`"),
    ("errors are closed", GET, "#[non_exhaustive]", "", "call `cloud_functions.get`: attributes of the errors"),
    // Pagination.
    ("pages begin elsewhere", LIST, "self.offset,\n", "self.limit,\n", "operations/cloud_functions/list.rs"),
    (
        "pages end elsewhere",
        LIST,
        "page.meta.next.is_some()",
        "page.meta.previous.is_some()",
        "call `cloud_functions.list`: pages: go on",
    ),
    (
        "items are of another type",
        LIST,
        "type Item = models::CloudFunction;",
        "type Item = models::Job;",
        "call `cloud_functions.list`: pages: item",
    ),
    ("items cannot be streamed", LIST, "pub fn items(self)", "fn items(self)", "operations/cloud_functions/list.rs"),
    // Models.
    (
        "a wire name changes where it is read",
        JOB,
        "fields.optional(\"mem_usage\")?",
        "fields.optional(\"memUsage\")?",
        "model `Job`: property `memUsage`: read",
    ),
    (
        "a wire name changes where it is written",
        JOB,
        "fields.optional(\"mem_usage\", ",
        "fields.optional(\"memUsage\", ",
        "model `Job`: property `memUsage`: written",
    ),
    (
        "an optional property becomes required where it is read",
        JOB,
        "fields.optional(\"mem_usage\")?",
        "fields.required(\"mem_usage\")?",
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
        "fields.optional(\"mem_usage\")?",
        "fields.optional_nullable(\"mem_usage\")?",
        "model `Job`: property `mem_usage`: read",
    ),
    ("a property is not read", JOB, "mem_usage: fields.optional(\"mem_usage\")?,", "mem_usage: None,", "models/job.rs"),
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
        "started_at: fields.optional(\"started_at\")?,\n            finished_at: fields.optional(\"finished_at\")?,",
        "started_at: fields.optional(\"finished_at\")?,\n            finished_at: fields.optional(\"started_at\")?,",
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
    ("a model is closed", INVOCATION, "#[non_exhaustive]", "", "model `Invocation`: attributes"),
    (
        "a model cannot be serialized",
        INVOCATION,
        "impl serde::Serialize for Invocation",
        "impl serde::Other for Invocation",
        "model `Invocation`: implements",
    ),
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
        "model `JobStatus`: value `Waiting`: written",
    ),
    (
        "a value changes where it is read",
        STATUS,
        "\"waiting\" => Self::Waiting,",
        "\"Waiting\" => Self::Waiting,",
        "model `JobStatus`: value `Waiting`: read",
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
    ("a model does not name its origin", JOB, "/// Schema: `#/components/schemas/Job`.", "/// A job.", "model `Job`: origin"),
    (
        "a model has no docs",
        STATUS,
        "/// The state of a run.\n///\n/// Schema: `#/components/schemas/JobStatus`.\n",
        "",
        "model `JobStatus`: origin",
    ),
    (
        "a setter does not name its origin",
        LIST,
        "/// Query parameter: `limit`.",
        "/// The limit.",
        "Query parameter `limit`: origin",
    ),
    (
        "an error does not name its origin",
        GET,
        "/// Status: `404`.",
        "/// Not there.",
        "call `cloud_functions.get`: error `NotFound`: origin",
    ),
    (
        "the words are others",
        GET,
        "/// There is no function of this name.",
        "/// There is a function of this name.",
        "call `cloud_functions.get`: error `NotFound`: words",
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

const CREATE: &str = "operations/cloud_functions/create.rs";
const ENQUEUE: &str = "operations/cloud_functions/enqueue.rs";
const GET: &str = "operations/cloud_functions/get.rs";
const INVOKE: &str = "operations/cloud_functions/invoke.rs";
const JOBS: &str = "operations/cloud_functions/jobs.rs";
const LIST: &str = "operations/cloud_functions/list.rs";
const INVOCATION: &str = "models/invocation.rs";
const JOB: &str = "models/job.rs";
const STATUS: &str = "models/job_status.rs";

#[test]
fn each_change_of_the_client_is_named() {
    let description = repository::description();
    let files = repository::client();
    let whole = Client::parse(&files);
    let mut survivors = Vec::new();
    for (what, path, from, to, named) in MUTANTS {
        let text = files.get(*path).unwrap_or_else(|| panic!("{what}: there is no {path}"));
        assert!(text.contains(from), "{what}: {path} does not say {from}");
        let mut client = whole.clone();
        client.replace(path, &text.replacen(from, to, 1));
        let differences = differences(&description, &repository::lock(), &client);
        if !differences.iter().any(|difference| difference.contains(named)) {
            survivors.push(format!("{what}: no difference names {named}, but there are {differences:#?}"));
        }
    }
    assert!(survivors.is_empty(), "{} of {} changes are missed:\n{}", survivors.len(), MUTANTS.len(), survivors.join("\n"));
}

#[test]
fn a_file_too_many_or_too_few_is_named() {
    let description = repository::description();
    let whole = Client::parse(&repository::client());
    for (path, file) in &whole.0 {
        let mut client = whole.clone();
        client.0.remove(path);
        assert_ne!(differences(&description, &repository::lock(), &client), [""; 0], "without {path}");
        let other = path.replace(".rs", "_other.rs");
        let mut client = whole.clone();
        client.0.insert(other.clone(), file.clone());
        let differences = differences(&description, &repository::lock(), &client);
        assert!(
            differences.iter().any(|difference| difference.contains(&format!("file `{other}`"))),
            "{other}: {differences:#?}"
        );
    }
}
