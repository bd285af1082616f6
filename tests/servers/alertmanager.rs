//! Alertmanager of Prometheus: alerts, groups of them, silences.

use std::process::Command;

use crate::support::{Process, Program, free_port};

const CONFIGURATION: &str = "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n";

#[test]
#[ignore = "needs Alertmanager and its description"]
fn alertmanager() {
    let program = Program::with_client_of("alertmanager", "alertmanager.yaml");
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("configuration.yml"), CONFIGURATION).expect("the configuration can be written");
    let port = free_port();
    let mut command = Command::new("prometheus-alertmanager");
    command.args(["--config.file=configuration.yml", "--storage.path=data", "--cluster.listen-address="]);
    command.arg(format!("--web.listen-address=127.0.0.1:{port}"));
    let server = Process::start(&mut command, folder.path(), port, "apt-get install prometheus-alertmanager");
    program.run(&server, &[&format!("http://127.0.0.1:{port}")]);
}
