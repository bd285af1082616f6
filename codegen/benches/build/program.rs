//! A program of five calls: what it waits for from nothing, what client and program take alone, and how large it becomes.
//!
//! The programs lie in `programs`, a folder per description and a file per generator.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use benches::{Measure, Table, measure, name};

use super::{Bench, run, touch};

/// The groups that the programs call, where a client can be built of those alone.
const GROUPS: [(&str, &str); 2] = [("github", "issues,repos,users"), ("openai", "files,models")];

pub(super) fn table(bench: &Bench, documents: &[PathBuf]) -> Result<Table, Box<dyn Error>> {
    let mut table = Table::new([
        "a program of five calls of",
        "by",
        "cold debug build, CPU",
        "wall",
        "client and program alone: debug, CPU",
        "our CPU of its",
        "release, CPU",
        "our CPU of its",
        "debug program",
        "release program",
    ]);
    for document in documents {
        let subject = document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some(ours) = source(&subject, "clientsmith") else { continue };
        let client = bench.client(document)?;
        let all = cost(bench, &client, &ours, None)?;
        table.row(all.row(&name(document), "clientsmith", None));
        if let Some((_, groups)) = GROUPS.iter().find(|(of, _)| *of == subject) {
            let few = cost(bench, &client, &ours, Some(groups))?;
            table.row(few.row(&name(document), &format!("clientsmith, with {groups}"), None));
        }
        for (peer, program) in &bench.peers {
            let Some(theirs) = source(&subject, peer.name) else { continue };
            let built = bench.peers_client(peer, program, document).map(|client| cost(bench, &client, &theirs, None));
            match built {
                Some(Ok(theirs)) => table.row(theirs.row(&name(document), peer.name, Some(&all))),
                _ => table.row([name(document), peer.name.to_owned(), "fails".to_owned()]),
            }
        }
    }
    Ok(table)
}

/// The program for the clients of a generator.
fn source(subject: &str, tool: &str) -> Option<String> {
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("build/programs");
    fs::read_to_string(programs.join(subject).join(tool).with_extension("rs")).ok()
}

struct Cost {
    cold: Measure,
    debug: Measure,
    release: Measure,
    /// Bytes of the programs, as they are left by cargo.
    sizes: [u64; 2],
}

fn cost(bench: &Bench, client: &Path, source: &str, groups: Option<&str>) -> Result<Cost, Box<dyn Error>> {
    let program = bench.fresh("program");
    fs::create_dir_all(program.join("src"))?;
    fs::write(program.join("src/main.rs"), source)?;
    fs::write(program.join("Cargo.toml"), manifest(client, groups)?)?;
    // What is downloaded is not to count.
    run(&mut bench.cargo(&program, "target-program", &["fetch"]))?;
    let target = bench.fresh("target-program");
    let (debug, release) = (["build"], ["build", "--release"]);
    let cold = measure(&bench.cargo(&program, "target-program", &debug));
    run(&mut bench.cargo(&program, "target-program", &release))?;
    touch(client)?;
    let alone = |arguments: &[&str]| measure(&bench.cargo(&program, "target-program", arguments));
    let (debug, release) = (alone(&debug), alone(&release));
    if !(cold.is_success && debug.is_success && release.is_success) {
        return Err("the program does not build".into());
    }
    let size = |profile: &str| Ok::<_, Box<dyn Error>>(fs::metadata(target.join(profile).join("program"))?.len());
    Ok(Cost { cold, debug, release, sizes: [size("debug")?, size("release")?] })
}

fn manifest(client: &Path, groups: Option<&str>) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(client.join("Cargo.toml"))?;
    let name = text.lines().find_map(|line| line.strip_prefix("name = ")).ok_or("the client has no name")?;
    let groups = groups.map(|groups| groups.split(',').map(|group| format!(", \"{group}\"")).collect::<String>());
    let features = groups.map(|groups| format!(", default-features = false, features = [\"reqwest\"{groups}]"));
    Ok(format!(
        "[package]\nname = \"program\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         client = {{ package = {name}, path = {client:?}{} }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n",
        features.unwrap_or_default()
    ))
}

impl Cost {
    fn row(&self, document: &str, tool: &str, ours: Option<&Self>) -> Vec<String> {
        let ratio = |of: fn(&Self) -> &Measure| ours.map_or(String::new(), |ours| of(ours).of(of(self)));
        let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
        vec![
            document.to_owned(),
            tool.to_owned(),
            self.cold.processor_time(),
            self.cold.wall_time(),
            self.debug.processor_time(),
            ratio(|cost| &cost.debug),
            self.release.processor_time(),
            ratio(|cost| &cost.release),
            megabytes(self.sizes[0]),
            megabytes(self.sizes[1]),
        ]
    }
}
