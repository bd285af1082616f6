//! PowerDNS's authoritative server: zones, records, metadata and keys.

use std::process::Command;

use crate::support::{Process, Program, free_port};

const SCHEMA: &str = "/usr/share/doc/pdns-backend-sqlite3/schema.sqlite3.sql";

const INSTALL: &str = "apt-get install pdns-server pdns-backend-sqlite3 sqlite3";

#[test]
#[ignore = "needs PowerDNS and its description"]
fn powerdns() {
    let program = Program::with_client_of("powerdns", "pdns.yaml");
    let folder = tempfile::tempdir().expect("a folder can be made");
    let created = Command::new("sqlite3").arg("zones.db").arg(format!(".read {SCHEMA}")).current_dir(folder.path()).status();
    assert!(created.is_ok_and(|status| status.success()), "no database can be made from {SCHEMA}: {INSTALL}");
    let (port, dns) = (free_port(), free_port());
    let settings = format!(
        "launch=gsqlite3\ngsqlite3-database=zones.db\ngsqlite3-dnssec=yes\napi=yes\napi-key=secret\nwebserver=yes\n\
         webserver-address=127.0.0.1\nwebserver-port={port}\nlocal-address=127.0.0.1\nlocal-port={dns}\nsocket-dir=.\n\
         daemon=no\nguardian=no\nprimary=yes\n"
    );
    std::fs::write(folder.path().join("pdns.conf"), settings).expect("the configuration can be written");
    let mut command = Command::new("pdns_server");
    let server = Process::start(command.arg("--config-dir=."), folder.path(), port, INSTALL);
    program.run(&server, &[&format!("http://127.0.0.1:{port}"), "secret"]);
}
