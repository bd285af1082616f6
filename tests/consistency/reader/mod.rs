//! A second reader of the description and of the client, which knows nothing of the generator.
//!
//! Both sides are read into the same tables ([`Facts`]): calls, models, groups, servers, public types. Where a row or a column
//! differs, or where one side holds something that its reader does not know, there is a difference.
//!
//! Whoever teaches the generator to write something new teaches this reader to expect it (`description`) and to read it
//! (`client`), and gives it an example in `shop.yaml` if neither the repository's own description nor a case of `golden` has
//! one. The sweeps of `mutants` then show whether it is read to the last word.

pub(crate) mod client;
pub(crate) mod description;
mod docs;
pub(crate) mod facts;
mod lock;

pub(crate) use client::Client;
pub(crate) use facts::Facts;

/// Where a description and a client do not agree, as sentences.
pub(crate) fn differences(description: &serde_yaml::Value, lock: &str, client: &Client) -> Vec<String> {
    description::facts(description, lock).differences(&client::facts(client))
}
