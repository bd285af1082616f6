//! A second reader of the description and of the client, which knows nothing of the generator.
//!
//! Both sides are read into the same tables ([`Facts`]): calls, models, groups, servers, public types. Every row and column
//! that differs is a difference, and so is everything that one of the readers does not know.
//!
//! When the generator learns to emit something new, extend `description` to expect it and `client` to read it, and remove its
//! entry from `unread.yaml`. The sweeps in `mutants` then check that every word of it is read.

pub(crate) mod client;
pub(crate) mod description;
mod docs;
pub(crate) mod facts;
mod record;

pub(crate) use client::Client;
pub(crate) use facts::Facts;

/// Where a description and a client do not agree, as sentences.
pub(crate) fn differences(description: &serde_yaml::Value, record: &str, client: &Client) -> Vec<String> {
    let said = client::facts(client);
    description::facts(description, record, &said.model_names()).differences(&said)
}
