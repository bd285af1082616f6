//! The client's support code and build script, carried in the binary, and what they depend on.

use std::collections::BTreeMap;

use crate::plan::{Plan, Uses};

/// The client's build script.
pub(super) const BUILD_SCRIPT: &str = include_str!("../../build_check/build.rs");

/// Whether a client needs something.
type Condition = fn(&Uses) -> bool;

const ALWAYS: Condition = |_| true;

/// The modules of the runtime that not every client needs. Where one is left out, so are the lines of the `mod.rs` beside it,
/// and of `exports.rs`, that speak of it.
const OPTIONAL: [(&str, Condition); 29] = [
    ("base64_files", |uses| uses.base64_files),
    ("byte", |uses| uses.base64),
    ("constraint", |uses| uses.constraints),
    ("deep", |uses| uses.deep),
    ("event_parser", |uses| uses.streaming),
    ("event_stream", |uses| uses.streaming),
    ("format", |uses| uses.chrono() || uses.uuid),
    ("format/calendar", Uses::chrono),
    ("format/date_time", |uses| uses.date_time),
    ("format/full_date", |uses| uses.date),
    ("format/uuid", |uses| uses.uuid),
    ("http_date", |uses| uses.http_date),
    ("int_or_string", |uses| uses.int_or_string),
    ("json_lines", |uses| uses.json_lines),
    ("multipart", |uses| uses.multipart),
    ("named_event", |uses| uses.streaming),
    ("number_text", |uses| uses.number_texts),
    ("paging", |uses| uses.paging),
    ("received_events", |uses| uses.streaming),
    ("request_debug", |uses| uses.operations),
    ("response_header", |uses| uses.headers),
    ("secret", |uses| uses.secrets),
    ("security/api_key", |uses| uses.api_keys),
    ("security/basic", |uses| uses.passwords || uses.tokens),
    ("security/oauth", |uses| uses.tokens),
    ("security/secret_header", |uses| uses.api_keys || uses.passwords || uses.tokens),
    ("security/token", |uses| uses.tokens),
    ("text_enum", |uses| uses.text_enums),
    ("tuple", |uses| uses.tuples),
];

/// What the client's code depends on, as its manifest is to say it.
const DEPENDENCIES: [(&str, &str, Condition); 14] = [
    ("base64", r#""0.23""#, |uses| uses.base64 || uses.base64_files),
    ("bytes", r#""1""#, ALWAYS),
    ("chrono", r#"{ version = "0.4", default-features = false, features = ["std"] }"#, Uses::chrono),
    ("futures-core", r#"{ version = "0.3", default-features = false, features = ["alloc"] }"#, ALWAYS),
    ("http", r#""1""#, ALWAYS),
    ("http-body", r#"{ version = "1", optional = true }"#, ALWAYS),
    ("httpdate", r#""1""#, ALWAYS),
    ("percent-encoding", r#""2""#, ALWAYS),
    ("regex-lite", r#""0.1""#, |uses| uses.constraints),
    ("reqwest", r#"{ version = "0.13", default-features = false, optional = true }"#, ALWAYS),
    ("serde", r#"{ version = "1", default-features = false, features = ["std"] }"#, ALWAYS),
    ("serde_json", r#""1""#, ALWAYS),
    ("tokio", r#"{ version = "1", default-features = false, features = ["time"], optional = true }"#, ALWAYS),
    ("uuid", r#"{ version = "1", default-features = false }"#, |uses| uses.uuid),
];

/// The features of the default transport, and what they bring.
const TRANSPORT: [(&str, &str); 2] = [
    ("reqwest", r#"["reqwest-without-tls", "reqwest/http2", "reqwest/rustls"]"#),
    ("reqwest-without-tls", r#"["dep:http-body", "dep:reqwest", "dep:tokio"]"#),
];

/// The names of all that a client may depend on.
pub(crate) fn dependencies() -> impl Iterator<Item = &'static str> {
    DEPENDENCIES.iter().map(|(name, ..)| *name)
}

/// The entries of the client's manifest that the plan needs.
pub(crate) fn manifest(plan: &Plan) -> BTreeMap<String, String> {
    let uses = plan.uses();
    let needed = DEPENDENCIES.iter().filter(|(.., is_needed)| is_needed(&uses));
    let dependencies = needed.map(|(name, value, _)| (format!("dependencies.{name}"), (*value).to_owned()));
    let features = plan.features();
    let features = features.iter().map(|(feature, enabled)| (format!("features.{feature}"), format!("{enabled:?}")));
    let transport = TRANSPORT.map(|(name, value)| (format!("features.{name}"), value.to_owned()));
    dependencies.chain(features).chain(transport).collect()
}

/// The files that a client needs, by their paths below `src/runtime`.
pub(super) fn files(uses: &Uses) -> Vec<(&'static str, String)> {
    let unneeded: Vec<&str> = OPTIONAL.iter().filter(|(_, is_needed)| !is_needed(uses)).map(|(module, _)| *module).collect();
    let is_left_out = |path: &str| {
        let is_below = |rest: &str| rest == ".rs" || rest.starts_with('/');
        unneeded.iter().any(|module| path.strip_prefix(module).is_some_and(is_below))
    };
    let kept = RUNTIME.iter().filter(|(path, _)| !is_left_out(path));
    kept.map(|(path, text)| {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let beside = |module: &&&str| {
            matches!(file, "mod.rs" | "exports.rs") && module.rsplit_once('/').map_or("", |(folder, _)| folder) == folder
        };
        let names = unneeded.iter().filter(beside).map(|module| module.rsplit('/').next().unwrap_or(module));
        (*path, names.fold(text.replace("\r\n", "\n"), |text, module| without(&text, module)))
    })
    .collect()
}

/// A text without the statements that declare a module or take names out of it, and without their attributes and docs.
fn without(text: &str, module: &str) -> String {
    let beginnings = ["mod {};", "pub mod {};", "use {}::", "pub use {}::", "pub(crate) use {}::", "pub use super::{}::"]
        .map(|form| form.replace("{}", module));
    let mut kept = String::with_capacity(text.len());
    let mut before = String::new();
    let mut is_inside = false;
    for line in text.split_inclusive('\n') {
        is_inside |= beginnings.iter().any(|beginning| line.starts_with(beginning.as_str()));
        if is_inside {
            is_inside = !line.trim_end().ends_with(';');
            before.clear();
            continue;
        }
        before.push_str(line);
        if !(line.starts_with("#[") || line.starts_with("///")) {
            kept.push_str(&before);
            before.clear();
        }
    }
    kept + &before
}

/// Name and text of each file.
macro_rules! files {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../runtime/", $name))),)*]
    };
}

/// The files of `codegen/runtime`, which become `src/runtime` of the client.
pub(super) const RUNTIME: &[(&str, &str)] = files![
    "base64_files.rs",
    "body.rs",
    "bounds.rs",
    "byte.rs",
    "call.rs",
    "client/builder.rs",
    "client/mod.rs",
    "constraint.rs",
    "deep.rs",
    "download.rs",
    "error/any.rs",
    "error/api.rs",
    "error/credential.rs",
    "error/kind.rs",
    "error/mod.rs",
    "error/redirect.rs",
    "error/text.rs",
    "error/undecodable.rs",
    "event_parser.rs",
    "event_stream.rs",
    "exchange.rs",
    "exports.rs",
    "file_name.rs",
    "format/calendar.rs",
    "format/date_time.rs",
    "format/exports.rs",
    "format/full_date.rs",
    "format/mod.rs",
    "format/uuid.rs",
    "http_date.rs",
    "int_or_string.rs",
    "json/debug.rs",
    "json/decode.rs",
    "json/decode_error.rs",
    "json/deserialize.rs",
    "json/deviation.rs",
    "json/encode.rs",
    "json/encode_error.rs",
    "json/entries.rs",
    "json/fields.rs",
    "json/form.rs",
    "json/handle.rs",
    "json/mod.rs",
    "json/number.rs",
    "json/object.rs",
    "json/parse.rs",
    "json/path.rs",
    "json/read_serde.rs",
    "json/repeated.rs",
    "json/scalar.rs",
    "json/serialize.rs",
    "json/string.rs",
    "json/syntax_error.rs",
    "json/tape.rs",
    "json/tolerance.rs",
    "json/union.rs",
    "json/unknown.rs",
    "json/writer.rs",
    "json_lines.rs",
    "line_buffer.rs",
    "line_stream.rs",
    "list_items.rs",
    "mod.rs",
    "model_traits.rs",
    "multipart.rs",
    "named_event.rs",
    "number_text.rs",
    "opening.rs",
    "operation.rs",
    "outgoing.rs",
    "paging/address.rs",
    "paging/asked.rs",
    "paging/mod.rs",
    "paging/next.rs",
    "reading.rs",
    "reading_policy.rs",
    "received.rs",
    "received_events.rs",
    "received_text.rs",
    "request/additions.rs",
    "request/base_url.rs",
    "request/builder.rs",
    "request/cookie.rs",
    "request/error.rs",
    "request/form.rs",
    "request/header.rs",
    "request/mod.rs",
    "request/path.rs",
    "request/percent.rs",
    "request/plain.rs",
    "request/relative.rs",
    "request/segment.rs",
    "request/style.rs",
    "request/value.rs",
    "request/written.rs",
    "request_debug.rs",
    "response.rs",
    "response_header.rs",
    "retry.rs",
    "secret.rs",
    "security/api_key.rs",
    "security/basic.rs",
    "security/by_hand.rs",
    "security/exports.rs",
    "security/mod.rs",
    "security/oauth/answer.rs",
    "security/oauth/cache.rs",
    "security/oauth/client.rs",
    "security/oauth/client_credentials.rs",
    "security/oauth/mod.rs",
    "security/oauth/refresh_token.rs",
    "security/oauth/token_url.rs",
    "security/oauth/turn.rs",
    "security/secret_header.rs",
    "security/token.rs",
    "security/token_request.rs",
    "security/transit.rs",
    "sending_as.rs",
    "server_url.rs",
    "stream.rs",
    "text_enum.rs",
    "transport/error.rs",
    "transport/memory/mod.rs",
    "transport/memory/reply.rs",
    "transport/mod.rs",
    "transport/reqwest_transport.rs",
    "transport/upload.rs",
    "tuple.rs",
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{OPTIONAL, RUNTIME, Uses, files, without};

    const EVERYTHING: Uses = Uses {
        operations: true,
        paging: true,
        date_time: true,
        date: true,
        http_date: true,
        number_texts: true,
        int_or_string: true,
        uuid: true,
        base64: true,
        api_keys: true,
        passwords: true,
        secrets: true,
        tokens: true,
        streaming: true,
        headers: true,
        multipart: true,
        base64_files: true,
        json_lines: true,
        deep: true,
        constraints: true,
        text_enums: true,
        tuples: true,
    };

    #[test]
    fn each_optional_module_is_there_or_leaves_no_trace() {
        let (none, kept) = (files(&Uses::default()), files(&EVERYTHING));
        assert!(kept.iter().map(|(path, text)| (*path, text.as_str())).eq(RUNTIME.iter().copied()));
        for (module, _) in OPTIONAL {
            let is_of = |path: &str| path.starts_with(&format!("{module}.rs")) || path.starts_with(&format!("{module}/"));
            assert!(RUNTIME.iter().any(|(path, _)| is_of(path)), "there is no `{module}`");
            let name = format!("{}::", module.rsplit('/').next().unwrap_or(module));
            assert!(none.iter().all(|(path, text)| !is_of(path) && !text.contains(&name)), "`{module}` is named elsewhere");
        }
    }

    #[test]
    fn statements_go_with_what_stands_before_them() {
        let text = "//! Docs.\n\nmod a;\n/// B.\n#[cfg(x)]\nmod b;\n\npub use a::A;\npub use b::{\n    B, C,\n};\n#[cfg(x)]\nfn c() {}\n";
        assert_eq!(without(text, "b"), "//! Docs.\n\nmod a;\n\npub use a::A;\n#[cfg(x)]\nfn c() {}\n");
    }

    #[test]
    fn all_files_of_the_runtime_are_carried() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/runtime"));
        let mut found = Vec::new();
        let mut folders = vec![root.to_owned()];
        while let Some(entries) = folders.pop().and_then(|folder| fs::read_dir(folder).ok()) {
            for path in entries.map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        found.sort();
        let carried: Vec<_> = RUNTIME.iter().map(|(name, _)| *name).collect();
        assert_eq!(carried, found, "list the files of `codegen/runtime` in `tree/runtime.rs`, in this order");
    }
}
