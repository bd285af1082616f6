//! How long an operation that names its own limit may take.

use std::time::Duration;

use timeout_case::probe::*;

#[test]
fn the_operations_limit_goes_before_the_clients() {
    let (client, transport) = client_and_transport(|client| client.timeout(Duration::from_secs(1)).retries(0));
    transport.reply(Reply::never());
    let error = block_on(Sending::new(client.report())).expect_err("there is never an answer");
    assert_eq!(error.to_string(), "POST https://api.example.com/reports: no whole response within 90s");
    assert_eq!(transport.sleeps(), [Duration::from_secs(90)]);
}
