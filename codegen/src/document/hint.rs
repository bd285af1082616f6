//! Hints: what authors write who do not know OpenAPI well, and how OpenAPI says it.

use super::reading::Reading;
use crate::node::Node;

/// How to say what a word means that is no `type`, if that is known.
pub(super) fn of_type(word: &str, reading: &Reading<'_>) -> Option<String> {
    let root = reading.description.root();
    let schemas = root.as_deref().and_then(|root| root.get("components")?.get("schemas"));
    if schemas.is_some_and(|schemas| schemas.get(word).is_some()) {
        return Some(format!("to mean the schema of that name, write `$ref: '#/components/schemas/{word}'` instead"));
    }
    if word.contains(['[', '<']) {
        return Some("write `type: array` with the schema of its elements as `items`".to_owned());
    }
    if word.contains(['|', ',']) && !reading.is_3_0 {
        return Some("write a list, such as `type: [string, \"null\"]`".to_owned());
    }
    let meant = match word.to_ascii_lowercase().as_str() {
        "date-time" | "datetime" | "timestamp" | "instant" => "`type: string, format: date-time`",
        "date" => "`type: string, format: date`",
        "time" => "`type: string, format: time`",
        "duration" => "`type: string, format: duration`",
        "uuid" | "guid" => "`type: string, format: uuid`",
        "uri" | "url" => "`type: string, format: uri`",
        "email" => "`type: string, format: email`",
        "password" => "`type: string, format: password`",
        "byte" | "base64" => "`type: string, format: byte`",
        "file" | "binary" | "bytes" | "blob" | "buffer" => "`type: string, format: binary`",
        "str" | "text" | "varchar" | "char" => "`type: string`",
        "int" => "`type: integer`",
        "int32" | "short" => "`type: integer, format: int32`",
        "int64" | "long" | "bigint" => "`type: integer, format: int64`",
        "float" => "`type: number, format: float`",
        "double" | "real" => "`type: number, format: double`",
        "decimal" | "numeric" => "`type: number`, or `type: string` where each digit counts",
        "bool" => "`type: boolean`",
        "list" | "set" | "tuple" => "`type: array` with `items`",
        "map" | "dict" | "dictionary" | "hash" => "`type: object` with the schema of the values as `additionalProperties`",
        "json" | "obj" | "struct" => "`type: object`",
        "any" | "mixed" | "unknown" => "no `type` at all, which allows anything",
        "enum" => "the type of the values, such as `type: string`, beside `enum`",
        "none" | "nil" | "void" | "undefined" if reading.is_3_0 => "`nullable: true` beside the type",
        "none" | "nil" | "void" | "undefined" => "`null`",
        _ => return None,
    };
    Some(format!("write {meant}"))
}

/// How to say what a word means that is no `type` of a security scheme.
pub(super) fn of_security_type(word: &str) -> Option<String> {
    let meant = match word.to_ascii_lowercase().as_str() {
        "bearer" | "jwt" | "token" => "`type: http, scheme: bearer`",
        "basic" => "`type: http, scheme: basic`",
        "digest" => "`type: http, scheme: digest`",
        "openid" | "oidc" => "`type: openIdConnect`",
        _ => return None,
    };
    Some(format!("write {meant}"))
}

/// How to say what a word means that is no `in` of a parameter from OpenAPI 3.0 on.
pub(super) fn of_location(word: &str) -> Option<String> {
    let media_type = match word {
        "body" => "application/json",
        "formData" | "form" => "multipart/form-data",
        _ => return None,
    };
    Some(format!("since OpenAPI 3.0 a body is no parameter; write `requestBody: {{content: {{{media_type}: {{schema: ...}}}}}}`"))
}

/// Where a key belongs that has no meaning in an object which has others.
pub(super) fn of_key(key: &str, known: &[&str]) -> Option<&'static str> {
    let has = |key| known.contains(&key);
    Some(match key {
        "schema" if has("content") => "write it in `content`, as `content: {application/json: {schema: ...}}`",
        "type" | "format" | "items" | "enum" | "default" | "minimum" | "maximum" | "pattern" if has("schema") => {
            "write it in `schema`, such as `schema: {type: string}`"
        }
        "collectionFormat" if has("style") => {
            "it is of Swagger 2.0; since OpenAPI 3.0 `style` and `explode` say how a list is written"
        }
        "schemas" | "responses" | "parameters" | "examples" | "requestBodies" | "headers" | "securitySchemes" | "links"
        | "callbacks" | "pathItems"
            if has("components") =>
        {
            "write it in `components`"
        }
        "definitions" if has("components") => "it is of Swagger 2.0; since OpenAPI 3.0 it is `schemas` in `components`",
        "securityDefinitions" if has("components") => {
            "it is of Swagger 2.0; since OpenAPI 3.0 it is `securitySchemes` in `components`"
        }
        "host" | "basePath" | "schemes" if has("servers") => {
            "it is of Swagger 2.0; since OpenAPI 3.0 write `servers: [{url: https://HOST/BASE-PATH}]`"
        }
        "consumes" | "produces" if has("servers") => {
            "it is of Swagger 2.0; since OpenAPI 3.0 the media types are keys of `content`"
        }
        _ => return None,
    })
}

/// What a document is that does not say that it is an OpenAPI description.
pub(super) fn of_other_document(root: &Node) -> Option<&'static str> {
    let postman = || root.get("info").is_some_and(|info| info.get("_postman_id").is_some() || info.get("schema").is_some());
    if root.as_str().is_some_and(|text| text.trim_start().starts_with('<')) {
        Some("this is HTML or XML, such as a page about the description; save the description itself")
    } else if root.get("asyncapi").is_some() {
        Some("this is an AsyncAPI document, which describes messages and no calls")
    } else if root.get("item").is_some() && postman() {
        Some("this is a Postman collection; convert it to OpenAPI first")
    } else if root.get("$schema").is_some() && root.get("paths").is_none() {
        Some("this is a JSON Schema; refer to it from a description")
    } else if root.get("overlay").is_some() {
        Some("this is an overlay; list it under `overlays` in `clientsmith.toml`")
    } else {
        None
    }
}
