//! The client says what the description says, no more and no less.

use crate::reader::{Client, client, description};
use crate::{repository, shop};

#[test]
fn the_client_says_what_the_description_says() {
    let said = client::facts(&Client::parse(&repository::client()));
    let described = description::facts(&repository::description(), &repository::record(), &said.model_names());
    let differences = described.differences(&said);
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    println!("the description and the client agree about {} things", described.len());
}

#[test]
fn another_client_says_what_its_description_says() {
    let said = client::facts(&Client::parse(&shop::client()));
    let described = description::facts(&shop::description(), "", &said.model_names());
    let differences = described.differences(&said);
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    for place in ["path", "query", "header", "cookie", "property", "body"] {
        let is_compared = described.calls.values().any(|call| call.inputs.keys().any(|key| key.starts_with(place)));
        assert!(is_compared, "no {place} is compared");
    }
}
