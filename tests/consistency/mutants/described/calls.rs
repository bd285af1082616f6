//! Changes of operations: what is sent, and what comes back.

use super::Change::{Remove, Rename, Set, Swap};
use super::Mutant;

pub(crate) const MUTANTS: &[Mutant] = &[
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
    ("a tag is renamed", Set("/tags/0/name", "functions"), "group `cloud_functions`: docs: module: words"),
    (
        "an operation's words change",
        Set("/paths/~1cloud-function~1/get/summary", "Lists them."),
        "call `cloud_functions.list`: docs: request: words",
    ),
    // Parameters.
    ("a query parameter is renamed", Set("/components/parameters/Limit/name", "size"), "query `size`"),
    ("a query parameter becomes a header", Set("/components/parameters/Limit/in", "header"), "header `limit`"),
    ("a query parameter becomes a cookie", Set("/components/parameters/Limit/in", "cookie"), "cookie `limit`"),
    ("a parameter becomes required", Set("/components/parameters/Offset/required", "true"), "query `offset`"),
    ("a parameter's type changes", Set("/components/parameters/Limit/schema/type", "string"), "query `limit`"),
    ("a parameter gets a format", Set("/components/parameters/Limit/schema/format", "int32"), "query `limit`"),
    (
        "a parameter is added",
        Set("/paths/~1cloud-function~1/get/parameters/-", "{name: since, in: query, schema: {type: integer}}"),
        "query `since`",
    ),
    ("a parameter is removed", Remove("/paths/~1cloud-function~1{name}~1job~1/get/parameters/0"), "query `source`"),
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
        "property `event`",
    ),
    (
        "a variant's property becomes optional",
        Set("/paths/~1cloud-function~1{name}~1job~1/post/requestBody/content/application~1json/schema/required", "[]"),
        "property `data`",
    ),
    // Variants.
    (
        "the values of two variants are swapped",
        Swap(
            "/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/invoke/value",
            "/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/enqueue/value",
        ),
        "call `cloud_functions.invoke`: fixed value: `sync`",
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
        "fixed value: `async`",
    ),
    (
        "the variants are removed",
        Remove("/paths/~1cloud-function~1{name}~1job~1/post/x-variants"),
        "call `cloud_functions.trigger`",
    ),
    (
        "a variant's timeout changes",
        Set("/paths/~1cloud-function~1{name}~1job~1/post/x-variants/calls/invoke/timeout", "5s"),
        "call `cloud_functions.invoke`: endpoint: timeout",
    ),
    (
        "an operation gets a timeout",
        Set("/paths/~1cloud-function~1/get/x-timeout", "1m"),
        "call `cloud_functions.list`: endpoint: timeout",
    ),
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
        "call `cloud_functions.create`: status `4XX`",
    ),
    (
        "an error gets a body",
        Set("/paths/~1cloud-function~1/post/responses/400/content", "{application/json: {schema: {type: string}}}"),
        "call `cloud_functions.create`: error `BadRequest`",
    ),
    (
        "an error's words change",
        Set("/paths/~1cloud-function~1/post/responses/400/description", "Wrong."),
        "call `cloud_functions.create`: error `BadRequest`: docs: words",
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
        "call `cloud_functions.list`: pages: from",
    ),
    ("pages end", Remove("/paths/~1cloud-function~1/get/x-pagination"), "call `cloud_functions.list`: pages"),
];
