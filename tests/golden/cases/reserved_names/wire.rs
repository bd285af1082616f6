//! Calls and credentials whose names the runtime has taken.

use std::time::Duration;

use reserved_names_case::probe::*;

#[test]
fn what_the_runtime_has_taken_keeps_its_meaning() {
    let set = |client: ClientBuilder| client.read_timeout(Duration::from_secs(1)).read_timeout_2("token");
    let (client, transport) = client_and_transport(set);
    let client = client.clone();
    assert!(block_on(client.clone_2().clone_("now").send()).is_ok_and(|response| response.status() == StatusCode::NO_CONTENT));
    assert!(block_on(client.builder_2().client_("me").send()).is_ok_and(|response| response.status() == StatusCode::NO_CONTENT));
    let [copied, built] = &transport.requests()[..] else { panic!("each call sends one request") };
    assert_eq!(copied.uri.path_and_query().map(ToString::to_string).as_deref(), Some("/copies?send=now"));
    assert_eq!(built.uri.path_and_query().map(ToString::to_string).as_deref(), Some("/originals?client=me"));
    assert_eq!(header_of(copied, "authorization").as_deref(), Some("Bearer token"));
}
