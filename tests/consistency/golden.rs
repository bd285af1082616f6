//! The clients of the golden cases say what their descriptions say, as far as the second reader knows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde::Deserialize;
use tests::generation::compare_file;

use crate::reader::client::{self, Client, FRAMES};
use crate::reader::{Facts, description};
use crate::repository::{self, CASES};
use crate::shop;

/// What the reader does not know of a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unread {
    of: String,
    why: String,
    /// How the differences begin that are let pass.
    starts: Vec<String>,
}

fn unread() -> BTreeMap<String, Unread> {
    let listed: Vec<Unread> =
        serde_yaml::from_str(&repository::read("tests/consistency/unread.yaml")).expect("the list is in order");
    listed.into_iter().map(|unread| (unread.of.clone(), unread)).collect()
}

/// The names of the cases, and the client that each gives.
fn cases() -> Vec<(String, Client)> {
    let folder = fs::read_dir(repository::root().join(CASES)).expect("there are cases");
    let mut names: Vec<String> =
        folder.map(|entry| entry.expect("the folder can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names.into_iter().map(|name| (name.clone(), Client::parse(&repository::case(&name)))).collect()
}

#[test]
fn each_case_says_what_its_description_says() {
    let (unread, cases) = (unread(), cases());
    let (mut differences, mut compared) = (Vec::new(), 0);
    for (case, client) in &cases {
        let text = repository::read(format!("{CASES}/{case}/api.yaml"));
        let said = client::facts(client);
        let described = match serde_yaml::from_str(&text) {
            Ok(root) => description::facts(&root, "", &said.model_names()),
            Err(error) => Facts { unread: vec![format!("the description: {error}")], ..Facts::default() },
        };
        let starts = unread.get(case).map_or(&[][..], |unread| unread.starts.as_slice());
        let found = described.differences(&said);
        let is_free = |difference: &&String| starts.iter().any(|start| difference.starts_with(start));
        differences.extend(found.iter().filter(|found| !is_free(found)).map(|difference| format!("{case}: {difference}")));
        for start in starts.iter().filter(|start| !found.iter().any(|difference| difference.starts_with(*start))) {
            differences.push(format!("{case}: nothing that begins with {start:?} is unread by now"));
        }
        compared += described.len().saturating_sub(found.len());
    }
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    unread.values().for_each(|unread| println!("{}, only partly: {}", unread.of, unread.why));
    println!("{compared} facts of {} cases, {} of them wholly", cases.len(), cases.len() - unread.len());
}

#[test]
fn frames_are_recorded() {
    // What is unread of a case would be recorded, although it is no frame.
    let unread = unread();
    let clients = cases().into_iter().filter(|(case, _)| !unread.contains_key(case)).map(|(_, client)| client);
    let own = [Client::parse(&repository::client()), Client::parse(&shop::client())];
    let frames: BTreeSet<String> = clients.chain(own).flat_map(|client| client::frames(&client)).collect();
    let text = frames.into_iter().collect::<Vec<_>>().join("\n") + "\n";
    let difference = compare_file(&repository::root().join(FRAMES), &text);
    assert!(difference.is_none(), "{}\nIf this is meant, run with BLESS=1.", difference.unwrap_or_default());
}
