//! `README.md` of a new client.

use super::Scaffold;
use crate::names::reserved::{OTHER_MODELS, TEST_UTIL};

impl Scaffold<'_> {
    /// `README.md`.
    pub(super) fn readme(&self) -> String {
        let (name, title) = (self.name, self.title());
        let example = self.example();
        let (program, futures) = (example.program(), example.futures().map(futures).unwrap_or_default());
        let untyped = example.untyped().map(untyped).unwrap_or_default();
        let (features, constructors, crates) = (self.features(), self.constructors(), self.crates());
        format!(
            "# {name}

A typed client for {title}.

```toml
[dependencies]
{name} = \"0.1\"
tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}
```

```rust
{program}```

- Every call is a value of its own type: required parameters are arguments, optional ones setters. `.await` gives the body,
  `.send().await` a `Response` with status and headers.
- On every call, `.send()` also takes further headers and query parameters (`.header(..)`, `.query(..)`) and gives the body in another
  way than the description says: `.bytes()`, `.json::<T>()` by a type of yours, `.stream()` as it arrives, `.lines::<T>()` with a JSON value
  in each line. Retries, limits and documented errors stay those of the call.
- Errors keep status, headers and body, whatever the body is. `error.status()`, `is_retryable()`, `retry_after()` and
  `request_id()` help to act on them.
- Null or nothing for a required list or map reads as empty, and a value that no alternative of a union can hold is kept in its
  `Unknown`. Both are listed in `Response::deviations()` and passed to the builder's `on_deviation`. `.reading(Reading::Strict)` makes
  them errors (for tests against a server), `Reading::Lenient` fills in scalars as well.
- In tests, `Client::builder().transport(MemoryTransport::new()...)` needs no server.
- The default feature `reqwest` brings an HTTP stack with rustls; `reqwest-without-tls` in its place builds faster, and is for plain
  HTTP or another of reqwest's features for TLS. With neither, hand the builder a `Transport` of your own.
{constructors}{features}{crates}
{futures}
`src/generated`, `src/runtime`, `build.rs`, `generated.api` and `generated.lock` are written by clientsmith, and so are the entries of
`Cargo.toml` that the lock lists. Everything else is written by hand. `generated.api` lists the public API, one line per item: a diff of
it shows what a change means to users, and what it names keeps its name. When the description has changed:

    clientsmith generate      # brings the client up to date and says what changed
    clientsmith check         # only says what differs
    clientsmith diff          # says what changed for the crates that use this one, and which version is next

Names, types and the order of arguments stay, so that crates that use this one keep compiling. Name the git tag of each release as
`released` in `clientsmith.toml`: then only what was released is kept. `generate` lists what it holds back; to take it in a breaking
release, use

    clientsmith rename ITEM NAME          # another name for an item, by its key or Rust path; the earlier one stays deprecated
    clientsmith generate --adopt KEY      # an item and all that is inside it, by its key or Rust path; `all` for everything

## When the server disagrees

Where a server sends something else than the description says, the error names the operation and the place. Say what is really sent,
with the text of the error or with the operation and the place in its body, and generate again:

    clientsmith amend 'GET /things: 200 OK, but [0].tags: expected an array, found null' --nullable
    clientsmith amend 'GET /things' '[0].tags' --nullable     # or --optional, --untyped, --type string
    clientsmith amend 'GET /events' --stream                  # or --media-type text/plain

Each writes an action to `amendments.overlay.yaml`, an OpenAPI Overlay that is yours to edit; the description stays as it is.
{untyped}"
        )
    }

    /// The crates that are re-exported.
    fn crates(&self) -> String {
        let uses = self.plan.uses();
        let formats = [("chrono", uses.chrono()), ("uuid", uses.uuid)];
        let formats = formats.into_iter().filter(|(_, is_used)| *is_used).map(|(name, _)| name);
        let crates: Vec<String> =
            ["bytes", "http", "serde_json"].into_iter().chain(formats).map(|name| format!("`{name}`")).collect();
        let ident = self.crate_ident();
        format!(
            "- The crates whose types appear in signatures are re-exported, in the versions that fit: {}, such as\n  \
             `{ident}::http::StatusCode`.\n",
            crates.join(", ")
        )
    }

    /// What the feature for tests is for, if there is one.
    fn constructors(&self) -> &'static str {
        if !self.plan.features().contains_key(TEST_UTIL) {
            return "";
        }
        "- A model that is only received has public fields and no constructor, so that it can get further fields. The feature `test-util`,\n  \
           off by default, adds `new` for tests: turn it on in `[dev-dependencies]`.\n"
    }

    /// What the features of groups are for, if there are any.
    fn features(&self) -> String {
        let names: Vec<_> = self.plan.groups.iter().filter_map(|group| group.feature.as_deref()).collect();
        let [first, ..] = names.as_slice() else { return String::new() };
        let others =
            "- The feature `other-models`, off by default, brings the models that no call needs, such as those of webhooks.\n";
        format!(
            "- Each group of calls is a feature, on by default. To build one group only:\n  \
             `{} = {{ version = \"0.1\", default-features = false, features = [\"reqwest\", \"{first}\"] }}`. The feature\n  \
             `all-groups` brings all of them, for those who switch off the default features.\n{}",
            self.name,
            if self.plan.features().contains_key(OTHER_MODELS) { others } else { "" }
        )
    }
}

/// How to read an answer without amending the description, by a function that shows it.
fn untyped(example: String) -> String {
    format!(
        "\nNo call has to wait for that: `.send().json::<T>()` reads an answer by a type of yours that implements serde's `Deserialize`, or as\n\
         any JSON. An error that carries an answer has it in `bytes()`.\n\n```rust\n{example}```\n"
    )
}

/// How a call becomes a future, by a function that shows it.
fn futures(example: String) -> String {
    format!(
        "`.await` takes a call as it is. Functions that take a future, such as `spawn` and `block_on`, take `call.into_future()`:\n\n\
         ```rust\n{example}```\n"
    )
}
