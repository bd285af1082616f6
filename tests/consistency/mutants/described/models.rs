//! Changes of schemas and of the API as a whole.

use super::Change::{Remove, Rename, Set, Swap};
use super::Mutant;

pub(crate) const MUTANTS: &[Mutant] = &[
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
        "model `NewCloudFunction`: property `name`: docs: words",
    ),
    (
        "a property's default changes",
        Set("/components/schemas/JobAccepted/properties/status/default", "fine"),
        "model `JobAccepted`: property `status`: docs: words",
    ),
    ("a model is renamed", Rename("/components/schemas/JobAccepted", "Accepted"), "model `Accepted`"),
    ("a model is added", Set("/components/schemas/Note", "{type: object, properties: {text: {type: string}}}"), "model `Note`"),
    ("a model's words change", Set("/components/schemas/Job/description", "A run."), "model `Job`: docs: words"),
    (
        "a keyword is used that the reader does not know",
        Set("/components/schemas/Job/oneOf", "[{type: object}]"),
        "model `Job`: `oneOf` is a key",
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
    ("credentials are asked for", Set("/security", "[{key: []}]"), "call `cloud_functions.list`: endpoint: security"),
];
