//! Changes of calls: what a caller writes, what is sent, and what comes back.

use super::Mutant;

const CREATE: &str = "operations/cloud_functions/create.rs";
const ENQUEUE: &str = "operations/cloud_functions/enqueue.rs";
const GET: &str = "operations/cloud_functions/get.rs";
const INVOKE: &str = "operations/cloud_functions/invoke.rs";
const JOBS: &str = "operations/cloud_functions/jobs.rs";
const LIST: &str = "operations/cloud_functions/list.rs";

pub(crate) const MUTANTS: &[Mutant] = &[
    // What is sent.
    ("a method changes", LIST, "runtime::Method::GET", "runtime::Method::HEAD", "call `cloud_functions.list`: endpoint"),
    (
        "a template changes",
        GET,
        "\"/cloud-function/{name}/\");",
        "\"/cloud-function/{name}\");",
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
    ("pages begin elsewhere", LIST, "next_offset(self.offset,", "next_offset(self.limit,", "operations/cloud_functions/list.rs"),
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
];
