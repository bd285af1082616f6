//! A second reader of the description and of the client, which knows nothing of the generator.
//!
//! Both sides are read into [`Facts`] of one form. What the description says is what the client should say; where they
//! differ, or where one holds something that this reader does not know, there is a difference.

pub(crate) mod client;
pub(crate) mod description;
mod docs;
mod facts;
mod lock;
mod pattern;

pub(crate) use client::Client;
pub(crate) use facts::Facts;

/// Where a description and a client do not agree, as sentences.
pub(crate) fn differences(description: &serde_yaml::Value, lock: &str, client: &Client) -> Vec<String> {
    description::facts(description, lock).differences(&client::facts(client))
}
