//! The clients of the golden cases say what their descriptions say.

use std::collections::BTreeSet;
use std::fs;

use tests::generation::compare_file;

use crate::reader::client::{self, Client, FRAMES};
use crate::reader::{Facts, description};
use crate::{repository, shop};

const CASES: &str = "tests/golden/cases";

/// The facts that the second reader does not know yet: the case, how they begin, and why.
const UNREAD: &[(&str, &str, &str)] = &[];

/// The cases, and the client that each gives.
fn cases() -> Vec<(String, Client)> {
    let folder = fs::read_dir(repository::root().join(CASES)).expect("there are cases");
    let mut names: Vec<String> =
        folder.map(|entry| entry.expect("the folder can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    let client = |name: &String| Client::parse(&repository::files(format!("{CASES}/{name}/expected"), ".rs"));
    names.into_iter().map(|name| (name.clone(), client(&name))).collect()
}

#[test]
fn each_case_says_what_its_description_says() {
    let (mut differences, mut free, mut compared) = (Vec::new(), BTreeSet::new(), 0);
    for (case, client) in cases() {
        println!("{case}");
        let text = repository::read(format!("{CASES}/{case}/api.yaml"));
        let described = match serde_yaml::from_str(&text) {
            Ok(root) => description::facts(&root, ""),
            Err(error) => Facts { unread: vec![format!("the description: {error}")], ..Facts::default() },
        };
        compared += described.len();
        for difference in described.differences(&client::facts(&client)) {
            match UNREAD.iter().position(|(name, start, _)| *name == case && difference.starts_with(start)) {
                Some(index) => _ = free.insert(index),
                None => differences.push(format!("{case}: {difference}")),
            }
        }
    }
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    for (index, unread) in UNREAD.iter().enumerate() {
        assert!(free.contains(&index), "{unread:?} is read by now");
    }
    println!("{compared} facts of {} cases are compared", cases().len());
}

#[test]
fn frames_are_recorded() {
    // What is unread of a case would be recorded, although it is no frame.
    let is_read = |case: &str| !UNREAD.iter().any(|(name, _, _)| *name == case);
    let clients = cases().into_iter().filter(|(case, _)| is_read(case)).map(|(_, client)| client);
    let own = [Client::parse(&repository::client()), Client::parse(&shop::client())];
    let frames: BTreeSet<String> = clients.chain(own).flat_map(|client| client::frames(&client)).collect();
    let text = frames.into_iter().collect::<Vec<_>>().join("\n") + "\n";
    let difference = compare_file(&repository::root().join(FRAMES), &text);
    assert!(difference.is_none(), "{}\nIf this is meant, run with BLESS=1.", difference.unwrap_or_default());
}
