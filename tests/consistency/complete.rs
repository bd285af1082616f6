//! The client says what the description says, no more and no less.

use crate::reader::{self, Client};
use crate::repository;

#[test]
fn the_client_says_what_the_description_says() {
    let differences = reader::differences(&repository::description(), &Client::parse(&repository::client()));
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}
