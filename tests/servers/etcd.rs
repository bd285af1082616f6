//! etcd: keys, transactions, leases, watches, users.

use std::process::Command;

use crate::support::{Process, Program, free_port};

#[test]
#[ignore = "needs etcd and its description"]
fn etcd() {
    let program = Program::with_client_of("etcd", "etcd.json");
    let folder = tempfile::tempdir().expect("a folder can be made");
    let (port, peer) = (free_port(), free_port());
    let (clients, peers) = (format!("http://127.0.0.1:{port}"), format!("http://127.0.0.1:{peer}"));
    let mut command = Command::new("etcd");
    command.args(["--data-dir", "data", "--listen-client-urls", &clients, "--advertise-client-urls", &clients]);
    command.args(["--listen-peer-urls", &peers, "--initial-advertise-peer-urls", &peers]);
    command.args(["--initial-cluster", &format!("default={peers}")]);
    let server = Process::start(&mut command, folder.path(), port, "apt-get install etcd-server");
    program.run(&server, &[&clients]);
}
