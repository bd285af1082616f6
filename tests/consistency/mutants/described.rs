//! The description drifts: each kind of change is noticed, and the difference names what changed.

use serde_yaml::Value;

use crate::pointer::{at, parent};
use crate::reader::{Client, differences};
use crate::repository;

/// What is done to the description; places are JSON Pointers, values are YAML.
enum Change {
    /// A value, new or in place of another; `-` is the place after a list's last item.
    Set(&'static str, &'static str),
    /// A key is called something else.
    Rename(&'static str, &'static str),
    Remove(&'static str),
    Swap(&'static str, &'static str),
}

use Change::{Remove, Rename, Set, Swap};

/// What is changed, how, and what the difference names.
const MUTANTS: &[(&str, Change, &str)] = &[
    // Operations.
    ("a trailing slash is dropped", Rename("/paths/~1cloud-function~1", "/cloud-function"), "GET /cloud-function`"),
    ("a path changes", Rename("/paths/~1cloud-function~1", "/function/"), "GET /function/`"),
    (
        "a path's parameter is renamed",
        Rename("/paths/~1cloud-function~1{name}~1", "/cloud-function/{id}/"),
        "/cloud-function/{id}/",
    ),
    ("a method changes", Rename("/paths/~1cloud-function~1{name}~1/patch", "put"), "PUT /cloud-function/{name}/"),
    (
        "an operation is added",
        Set(
            "/paths/~1cloud-function~1{name}~1/put",
            "{operationId: cloud-functions/replace, tags: [cloud-functions], responses: {'204': {description: Done.}}}",
        ),
        "call `cloud_functions.replace`",
    ),
    ("an operation is removed", Remove("/paths/~1cloud-function~1{name}~1/delete"), "call `cloud_functions.delete`"),
    (
        "an operation is renamed",
        Set("/paths/~1cloud-function~1/get/operationId", "cloud-functions/all"),
        "call `cloud_functions.all`",
    ),
    ("an operation gets another tag", Set("/paths/~1cloud-function~1/get/tags/0", "others"), "call `others."),
    ("a tag is renamed", Set("/tags/0/name", "functions"), "group `cloud_functions`: words"),
    (
        "an operation's words change",
        Set("/paths/~1cloud-function~1/get/summary", "Lists them."),
        "call `cloud_functions.list`: words",
    ),
    // Parameters.
    ("a query parameter is renamed", Set("/components/parameters/Limit/name", "size"), "Query parameter `size`"),
    ("a query parameter becomes a header", Set("/components/parameters/Limit/in", "header"), "Header `limit`"),
    ("a query parameter becomes a cookie", Set("/components/parameters/Limit/in", "cookie"), "Cookie `limit`"),
    ("a parameter becomes required", Set("/components/parameters/Offset/required", "true"), "Query parameter `offset`"),
    ("a parameter's type changes", Set("/components/parameters/Limit/schema/type", "string"), "Query parameter `limit`"),
    ("a parameter gets a format", Set("/components/parameters/Limit/schema/format", "int32"), "Query parameter `limit`"),
    (
        "a parameter is added",
        Set("/paths/~1cloud-function~1/get/parameters/-", "{name: since, in: query, schema: {type: integer}}"),
        "Query parameter `since`",
    ),
    ("a parameter is removed", Remove("/paths/~1cloud-function~1{name}~1job~1/get/parameters/0"), "Query parameter `source`"),
    (
        "parameters change places",
        Swap("/paths/~1cloud-function~1/get/parameters/0", "/paths/~1cloud-function~1/get/parameters/1"),
        "call `cloud_functions.list`: parameters in order",
    ),
    (
        "a parameter's reference leads elsewhere",
        Set("/paths/~1cloud-function~1/get/parameters/0/$ref", "'#/components/parameters/Name'"),
        "call `cloud_functions.list`",
    ),
    // Bodies.
    (
        "a body becomes optional",
        Set("/paths/~1cloud-function~1/post/requestBody/required", "false"),
        "call `cloud_functions.create`: body",
    ),
    (
        "a body has another model",
        Set(
            "/paths/~1cloud-function~1/post/requestBody/content/application~1json/schema/$ref",
            "'#/components/schemas/CloudFunctionPatch'",
        ),
        "call `cloud_functions.create`: body",
    ),
    (
        "a body has another media type",
        Rename("/paths/~1cloud-function~1/post/requestBody/content/application~1json", "application/merge-patch+json"),
        "merge-patch",
    ),
    ("a body is removed", Remove("/paths/~1cloud-function~1/post/requestBody"), "call `cloud_functions.create`: body"),
    (
        "a variant's property is renamed",
        Rename(
            "/paths/~1cloud-function~1{name}~1job~1/post/requestBody/content/application~1json/schema/properties/data",
            "event",
        ),
        "Property `event`",
    ),
    (
        "a variant's property becomes optional",
        Set("/paths/~1cloud-function~1{name}~1job~1/post/requestBody/content/application~1json/schema/required", "[]"),
        "Property `data`",
    ),
    // Variants.
    (
        "the values of two variants are swapped",
        Swap(
            "/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/invoke/value",
            "/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/enqueue/value",
        ),
        "call `cloud_functions.invoke`: Property `sync`",
    ),
    (
        "the responses of two variants are swapped",
        Swap(
            "/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/invoke/response",
            "/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/enqueue/response",
        ),
        "call `cloud_functions.invoke`: gives",
    ),
    (
        "a variant is renamed",
        Rename("/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/invoke", "run"),
        "call `cloud_functions.run`",
    ),
    (
        "another property decides",
        Set("/paths/~1cloud-function~1{name}~1job~1/post/x-variants/property", "async"),
        "Property `async`",
    ),
    (
        "the variants are removed",
        Remove("/paths/~1cloud-function~1{name}~1job~1/post/x-variants"),
        "call `cloud_functions.trigger`",
    ),
    (
        "a variant's timeout changes",
        Set("/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/invoke/timeout", "5s"),
        "call `cloud_functions.invoke`: timeout",
    ),
    ("an operation gets a timeout", Set("/paths/~1cloud-function~1/get/x-timeout", "1m"), "call `cloud_functions.list`: timeout"),
    // Responses.
    (
        "a status is added",
        Set("/paths/~1cloud-function~1/get/responses/403", "{description: No.}"),
        "call `cloud_functions.list`: status `403`",
    ),
    (
        "a status is removed",
        Remove("/paths/~1cloud-function~1/post/responses/400"),
        "call `cloud_functions.create`: status `400`",
    ),
    (
        "a status changes",
        Rename("/paths/~1cloud-function~1/post/responses/201", "200"),
        "call `cloud_functions.create`: status `200`",
    ),
    (
        "a status becomes a range",
        Rename("/paths/~1cloud-function~1/post/responses/400", "4XX"),
        "call `cloud_functions.create`: status `_ if response.status().is_client_error()`",
    ),
    (
        "an error gets a body",
        Set("/paths/~1cloud-function~1/post/responses/400/content", "{application/json: {schema: {type: string}}}"),
        "call `cloud_functions.create`: error `BadRequest`",
    ),
    (
        "an error's words change",
        Set("/paths/~1cloud-function~1/post/responses/400/description", "Wrong."),
        "call `cloud_functions.create`: error `BadRequest`: words",
    ),
    (
        "a success loses its body",
        Remove("/paths/~1cloud-function~1/post/responses/201/content"),
        "call `cloud_functions.create`: status `201`",
    ),
    (
        "a success gets a body",
        Set("/paths/~1cloud-function~1{name}~1/delete/responses/204/content", "{application/json: {schema: {type: string}}}"),
        "call `cloud_functions.delete`: gives",
    ),
    (
        "a response has another model",
        Set(
            "/paths/~1cloud-function~1/get/responses/200/content/application~1json/schema/$ref",
            "'#/components/schemas/JobList'",
        ),
        "call `cloud_functions.list`: gives",
    ),
    // Pagination.
    (
        "pages are asked for with another parameter",
        Set("/paths/~1cloud-function~1/get/x-pagination/offset", "limit"),
        "call `cloud_functions.list`: pages",
    ),
    (
        "items are somewhere else",
        Set("/paths/~1cloud-function~1/get/x-pagination/items", "/items"),
        "call `cloud_functions.list`: pages: items",
    ),
    (
        "the next page is told of elsewhere",
        Set("/paths/~1cloud-function~1/get/x-pagination/next", "/meta/previous"),
        "call `cloud_functions.list`: pages: go on",
    ),
    ("pages end", Remove("/paths/~1cloud-function~1/get/x-pagination"), "call `cloud_functions.list`: pages"),
    // Models.
    ("a property is added", Set("/components/schemas/Job/properties/note", "{type: string}"), "model `Job`: property `note`"),
    ("a property is removed", Remove("/components/schemas/Job/properties/mem_usage"), "model `Job`: property `mem_usage`"),
    ("a property is renamed", Rename("/components/schemas/Job/properties/mem_usage", "memory"), "model `Job`: property `memory`"),
    (
        "a property becomes required",
        Set("/components/schemas/Job/required/-", "started_at"),
        "model `Job`: property `started_at`",
    ),
    (
        "a property becomes optional",
        Set("/components/schemas/NewCloudFunction/required", "[name]"),
        "model `NewCloudFunction`: property `function_code`",
    ),
    (
        "a property becomes nullable",
        Set("/components/schemas/Job/properties/mem_usage/type", "[integer, 'null']"),
        "model `Job`: property `mem_usage`",
    ),
    (
        "a property is no longer nullable",
        Set("/components/schemas/PageMeta/properties/next/type", "string"),
        "model `PageMeta`: property `next`",
    ),
    (
        "a property's type changes",
        Set("/components/schemas/Job/properties/created_at/type", "integer"),
        "model `Job`: property `created_at`",
    ),
    (
        "a property's model changes",
        Set("/components/schemas/Job/properties/status/$ref", "'#/components/schemas/JobSource'"),
        "model `Job`: property `status`",
    ),
    (
        "a list holds something else",
        Set("/components/schemas/JobList/properties/objects/items/$ref", "'#/components/schemas/CloudFunction'"),
        "model `JobList`: property `objects`",
    ),
    (
        "a property's bounds change",
        Set("/components/schemas/NewCloudFunction/properties/name/minLength", "2"),
        "model `NewCloudFunction`: property `name`: words",
    ),
    (
        "a property's default changes",
        Set("/components/schemas/JobAccepted/properties/status/default", "fine"),
        "model `JobAccepted`: property `status`: words",
    ),
    ("a model is renamed", Rename("/components/schemas/JobAccepted", "Accepted"), "model `Accepted`"),
    ("a model is added", Set("/components/schemas/Note", "{type: object, properties: {text: {type: string}}}"), "model `Note`"),
    ("a model's words change", Set("/components/schemas/Job/description", "A run."), "model `Job`: words"),
    (
        "a keyword is used that the reader does not know",
        Set("/components/schemas/Job/oneOf", "[{type: object}]"),
        "model `Job`: key `oneOf`",
    ),
    // Enums.
    ("a value is added", Set("/components/schemas/JobStatus/enum/-", "paused"), "model `JobStatus`: value `paused`"),
    ("a value is removed", Remove("/components/schemas/JobStatus/enum/0"), "model `JobStatus`: value `waiting`"),
    ("a value changes", Set("/components/schemas/JobStatus/enum/0", "queued"), "model `JobStatus`: value `queued`"),
    (
        "values change places",
        Swap("/components/schemas/JobStatus/enum/0", "/components/schemas/JobStatus/enum/1"),
        "model `JobStatus`: values in order",
    ),
    ("an enum becomes any text", Remove("/components/schemas/JobStatus/enum"), "model `JobStatus`"),
    // The API.
    ("the server changes", Set("/servers/0/url", "https://example.com"), "server `DEFAULT`"),
    ("a server is added", Set("/servers/-", "{url: 'https://example.com', description: Staging}"), "server `STAGING`"),
    ("the title changes", Set("/info/title", "Functions"), "the API: words"),
    ("the version changes", Set("/info/version", "'2.0'"), "the API: origin"),
    ("credentials are asked for", Set("/security", "[{key: []}]"), "key `security`"),
];

#[test]
fn each_change_of_the_description_is_named() {
    let client = Client::parse(&repository::client());
    let mut survivors = Vec::new();
    for (what, change, named) in MUTANTS {
        let mut description = repository::description();
        change.apply(&mut description);
        let differences = differences(&description, &repository::lock(), &client);
        if !differences.iter().any(|difference| difference.contains(named)) {
            survivors.push(format!("{what}: no difference names {named}, but there are {differences:#?}"));
        }
    }
    assert!(survivors.is_empty(), "{} of {} changes are missed:\n{}", survivors.len(), MUTANTS.len(), survivors.join("\n"));
}

impl Change {
    fn apply(&self, root: &mut Value) {
        match self {
            Set(pointer, yaml) => {
                let value = serde_yaml::from_str(yaml).expect("the value is YAML");
                let (parent, key) = parent(root, pointer);
                match parent {
                    Value::Sequence(items) if key == "-" => items.push(value),
                    Value::Sequence(items) => items[key.parse::<usize>().expect("an item has a number")] = value,
                    _ => _ = parent.as_mapping_mut().expect("it is a mapping").insert(key.into(), value),
                }
            }
            Rename(pointer, name) => {
                let (parent, key) = parent(root, pointer);
                let entries = parent.as_mapping_mut().expect("it is a mapping");
                assert!(entries.contains_key(&key), "{pointer} does not exist");
                let renamed = |(old, value)| if old == key.as_str() { (Value::from(*name), value) } else { (old, value) };
                *entries = std::mem::take(entries).into_iter().map(renamed).collect();
            }
            Remove(pointer) => match parent(root, pointer) {
                (Value::Sequence(items), key) => _ = items.remove(key.parse::<usize>().expect("an item has a number")),
                (parent, key) => {
                    let entries = parent.as_mapping_mut().expect("it is a mapping");
                    entries.shift_remove(key.as_str()).unwrap_or_else(|| panic!("{pointer} does not exist"));
                }
            },
            Swap(one, other) => {
                let (first, second) = (at(root, one).clone(), at(root, other).clone());
                (*at(root, one), *at(root, other)) = (second, first);
            }
        }
    }
}
