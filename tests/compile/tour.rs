//! The tour: it runs against a server of its own and against one that it is named, where it leaves nothing behind.

use std::process::Command;

use tests::minapp_server::MinappServer;

use crate::printed;

fn tour(arguments: &[&str]) -> String {
    printed(Command::new(env!("CARGO_BIN_EXE_tour")).args(arguments))
}

#[test]
fn the_tour_needs_no_server() {
    let printed = tour(&[]);
    for call in ["create", "list", "get", "update", "invoke", "enqueue", "jobs", "delete"] {
        assert!(printed.contains(&format!(". {call}: ")), "{printed}");
    }
    assert!(printed.contains("204 No Content"), "{printed}");
}

#[test]
fn the_tour_leaves_a_named_server_as_it_was() {
    let server = MinappServer::start();
    server.add_functions(250);
    server.require_cookie("sessionid=1");
    tour(&["--server", &server.url(), "--cookie", "sessionid=1"]);
    let lines = server.request_lines();
    let (created, deleted) = (count(&lines, "POST /userve/v1.3/cloud-function/"), count(&lines, "DELETE "));
    assert_eq!((created, deleted), (4, 1), "one function and three runs: {lines:#?}");
    assert_eq!(server.function_names().len(), 250);
}

fn count(lines: &[String], start: &str) -> usize {
    lines.iter().filter(|line| line.starts_with(start)).count()
}
