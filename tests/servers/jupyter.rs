//! Jupyter's server: files, kernels, sessions, terminals.

use std::process::Command;
use std::{env, fs};

use crate::support::{Process, Program, free_port};

const TOKEN: &str = "secret";

#[test]
#[ignore = "needs Jupyter's server and its description"]
fn jupyter() {
    let program = Program::with_client_of("jupyter", "jupyter.yaml");
    let folder = tempfile::tempdir().expect("a folder can be made");
    for part in ["files", "home"] {
        fs::create_dir(folder.path().join(part)).expect("a folder can be made");
    }
    let port = free_port();
    let mut command = Command::new(env::var_os("JUPYTER_SERVER").unwrap_or_else(|| "jupyter-server".into()));
    command.args(["--no-browser", "--allow-root", "--ip=127.0.0.1", "--ServerApp.root_dir=files", "--ServerApp.port_retries=0"]);
    command.arg(format!("--port={port}")).arg(format!("--IdentityProvider.token={TOKEN}"));
    for variable in ["HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"] {
        command.env(variable, folder.path().join("home"));
    }
    let install = "pip install jupyter_server ipykernel, and name the program by `JUPYTER_SERVER` if it is not in `PATH`";
    let server = Process::start(&mut command, folder.path(), port, install);
    program.run(&server, &[&format!("http://127.0.0.1:{port}"), TOKEN]);
}
