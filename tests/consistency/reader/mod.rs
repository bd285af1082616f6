//! A second reader of the description and of the client, which knows nothing of the generator.
//!
//! Both sides are read into [`Facts`] of one form. What the description says is what the client should say; where they
//! differ, or where one holds something that this reader does not know, there is a difference. What it does not know yet are
//! schemas without a name that become models, unions, `allOf`, additional properties beside named ones, security schemes,
//! servers with variables and what is deprecated.
//!
//! Whoever teaches the generator to write something new teaches this reader to expect it (`description`) and to read it
//! (`client`), and gives it an example in `shop.yaml` if the repository's own description has none. The sweeps of
//! `mutants` then show whether it is read to the last word.

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
