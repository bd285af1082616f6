//! Generated clients against real servers, which are started here on loopback addresses.
//!
//! `cargo test -p tests --test servers -- --ignored --nocapture` prints a line per call. `programs/` has a crate for each server,
//! which makes the calls, and beside it what is amended of the server's description. The descriptions are other people's and not
//! part of this repository: `SERVER_DESCRIPTIONS` names the folder that has them.

#![cfg(unix)]

mod alertmanager;
mod etcd;
mod jupyter;
mod powerdns;
mod support;
