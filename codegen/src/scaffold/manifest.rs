//! `Cargo.toml` of a new client; the entries that generated code needs are added when it is generated.

use toml_edit::{DocumentMut, value};

use super::Scaffold;
use crate::text::is_unprintable;

/// The manifest without what the lock will list, apart from the transport, which deserves a comment.
const SKELETON: &str = "\
[package]
name = \"\"
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"1.88\"
description = \"\"
readme = \"README.md\"
# Only who generates the client needs these; whoever takes the package from a registry builds faster without them.
exclude = [\"/.clientsmith\", \"/build.rs\", \"/clientsmith.toml\", \"/generated.api\", \"/generated.lock\"]

[package.metadata.docs.rs]
all-features = true

[features]
default = [\"reqwest\"]
# The default transport, with HTTP/2, and TLS by rustls; without it, hand your own `Transport` to the builder.
reqwest = [\"reqwest-without-tls\", \"reqwest/http2\", \"reqwest/rustls\"]
# The same for plain HTTP, or for the TLS of another of reqwest's features.
reqwest-without-tls = [\"dep:http-body\", \"dep:reqwest\", \"dep:tokio\"]

# `clientsmith generate` adds what it needs here and above, and takes out what it added once nothing needs it.
[dependencies]
";

impl Scaffold<'_> {
    /// `Cargo.toml`.
    pub(super) fn manifest(&self) -> String {
        let mut manifest: DocumentMut = SKELETON.parse().expect("the skeleton is TOML");
        manifest["package"]["name"] = value(self.name);
        manifest["package"]["description"] = value(self.description());
        let mut manifest = manifest.to_string();
        if let Some(workspace) = self.foreign_workspace {
            let workspace = workspace.replace(is_unprintable, " ");
            manifest.push_str(&format!(
                "\n# A workspace of its own; to make it a member of that of `{workspace}`, list it there and delete this.\n[workspace]\n"
            ));
        }
        manifest
    }

    /// What registries show: one line, and no longer than they take.
    fn description(&self) -> String {
        const LONGEST: usize = 200;
        let words: Vec<_> = self.plan.title.split_whitespace().map(|word| word.replace(is_unprintable, "")).collect();
        let title: String = words.join(" ").chars().take(LONGEST).collect();
        if title.is_empty() { "A typed client".to_owned() } else { format!("A typed client for {title}") }
    }
}
