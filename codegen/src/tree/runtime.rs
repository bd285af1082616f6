//! The client's support code and build script, carried in the binary.

/// The client's build script.
pub(super) const BUILD_SCRIPT: &str = include_str!("../../build_check/build.rs");

/// Name and text of each file.
macro_rules! files {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../runtime/", $name))),)*]
    };
}

/// The files of `codegen/runtime`, which become `src/runtime` of the client.
pub(super) const RUNTIME: &[(&str, &str)] = files![
    "body.rs",
    "bounds.rs",
    "call.rs",
    "client/builder.rs",
    "client/mod.rs",
    "download.rs",
    "error/any.rs",
    "error/api.rs",
    "error/kind.rs",
    "error/mod.rs",
    "error/text.rs",
    "error/undecodable.rs",
    "event_parser.rs",
    "event_stream.rs",
    "exchange.rs",
    "json/decode.rs",
    "json/decode_error.rs",
    "json/deserialize.rs",
    "json/encode.rs",
    "json/encode_error.rs",
    "json/fields.rs",
    "json/handle.rs",
    "json/mod.rs",
    "json/number.rs",
    "json/object.rs",
    "json/parse.rs",
    "json/path.rs",
    "json/serialize.rs",
    "json/string.rs",
    "json/syntax_error.rs",
    "json/tape.rs",
    "json/unknown.rs",
    "json/writer.rs",
    "line_buffer.rs",
    "line_stream.rs",
    "mod.rs",
    "multipart.rs",
    "opening.rs",
    "operation.rs",
    "paging.rs",
    "received.rs",
    "request/base_url.rs",
    "request/builder.rs",
    "request/error.rs",
    "request/form.rs",
    "request/mod.rs",
    "request/path.rs",
    "request/percent.rs",
    "request/style.rs",
    "request/value.rs",
    "response.rs",
    "retry.rs",
    "stream.rs",
    "transport/error.rs",
    "transport/memory/mod.rs",
    "transport/memory/reply.rs",
    "transport/mod.rs",
    "transport/reqwest_transport.rs",
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::RUNTIME;

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
