//! `README.md` of a new client.

use super::Scaffold;
use crate::names::reserved::OTHER_MODELS;

impl Scaffold<'_> {
    /// `README.md`.
    pub(super) fn readme(&self) -> String {
        let (name, title, ident) = (self.name, self.title(), self.crate_ident());
        let lines: String = self.example().lines.iter().map(|line| format!("    {line}\n")).collect();
        let features = self.features();
        format!(
            "# {name}

A typed client for {title}.

```rust
use {ident}::Client;

async fn run() -> Result<(), Box<dyn std::error::Error>> {{
{lines}    Ok(())
}}
```

- Every call is a value of its own type: required parameters are arguments, optional ones setters. `.await` gives the body,
  `.send().await` a `Response` with status and headers.
- Errors keep status, headers and body, whatever the body is. `error.status()`, `is_retryable()`, `retry_after()` and
  `request_id()` help to act on them.
- In tests, `Client::builder().transport(MemoryTransport::new()...)` needs no server.
- The default feature `reqwest` brings an HTTP stack with rustls; `reqwest-without-tls` in its place builds faster, and is for plain
  HTTP or another of reqwest's features for TLS. With neither, hand the builder a `Transport` of your own.
{features}
`src/generated`, `src/runtime`, `build.rs` and `generated.lock` are written by clientsmith, and so are the entries of `Cargo.toml`
that the lock lists. Everything else is written by hand. When the description has changed:

    clientsmith generate      # brings the client up to date and says what changed
    clientsmith check         # only says what differs
"
        )
    }

    /// What the features of groups are for, if there are any.
    fn features(&self) -> String {
        let names: Vec<_> = self.plan.groups.iter().filter_map(|group| group.feature.as_deref()).collect();
        let [first, ..] = names.as_slice() else { return String::new() };
        let others =
            "- The feature `other-models`, off by default, brings the models that no call needs, such as those of webhooks.\n";
        format!(
            "- Each group of calls is a feature, on by default. To build one group only:\n  \
             `{} = {{ version = \"0.1\", default-features = false, features = [\"reqwest\", \"{first}\"] }}`.\n{}",
            self.name,
            if self.plan.features().any(|feature| feature == OTHER_MODELS) { others } else { "" }
        )
    }
}
