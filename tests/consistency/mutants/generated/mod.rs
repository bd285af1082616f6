//! The client drifts: each kind of change is noticed, and the difference names what changed.

mod calls;
mod models;

use crate::reader::{Client, differences};
use crate::repository;

/// What is changed, in which file, what stands there, what takes its place, and what the difference names.
type Mutant = (&'static str, &'static str, &'static str, &'static str, &'static str);

#[test]
fn each_change_of_the_client_is_named() {
    let description = repository::description();
    let files = repository::client();
    let whole = Client::parse(&files);
    let mut survivors = Vec::new();
    for (what, path, from, to, named) in calls::MUTANTS.iter().chain(models::MUTANTS) {
        let text = files.get(*path).unwrap_or_else(|| panic!("{what}: there is no {path}"));
        assert!(text.contains(from), "{what}: {path} does not say {from}");
        let mut client = whole.clone();
        client.replace(path, &text.replacen(from, to, 1));
        let differences = differences(&description, &repository::lock(), &client);
        if !differences.iter().any(|difference| difference.contains(named)) {
            survivors.push(format!("{what}: no difference names {named}, but there are {differences:#?}"));
        }
    }
    assert!(
        survivors.is_empty(),
        "{} of {} changes are missed:\n{}",
        survivors.len(),
        calls::MUTANTS.len() + models::MUTANTS.len(),
        survivors.join("\n")
    );
}

#[test]
fn a_file_too_many_or_too_few_is_named() {
    let description = repository::description();
    let whole = Client::parse(&repository::client());
    for (path, file) in &whole.0 {
        let mut client = whole.clone();
        client.0.remove(path);
        assert_ne!(differences(&description, &repository::lock(), &client), [""; 0], "without {path}");
        let other = path.replace(".rs", "_other.rs");
        let mut client = whole.clone();
        client.0.insert(other.clone(), file.clone());
        let differences = differences(&description, &repository::lock(), &client);
        assert!(
            differences.iter().any(|difference| difference.contains(&format!("file `{other}`"))),
            "{other}: {differences:#?}"
        );
    }
}
