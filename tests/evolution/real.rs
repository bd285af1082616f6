//! The same for real histories: folders of updates, each with the description before and after it.
//!
//! `HISTORIES=some/folder cargo test -p tests --test evolution -- --ignored --nocapture` prints a line per update of each history:
//! `HISTORY/DATE-COMMIT/{old,new}.{json,yaml,yml}`. With `SHOW=1` it prints each break. The programs that use the client before an
//! update are compiled after it for the first and last one, or for those that `WITNESS` lists by name, or `all` of them. With
//! `VERDICT=1`, each report is compared with the compiler's errors in a program that uses every item of the old client.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use clientsmith::record::Record;

use super::client::{Client, entries};
use super::comparison::{Break, breaks};
use super::verdict::Judgement;
use super::witness::Witness;

#[test]
#[ignore = "needs the variable `HISTORIES`: a folder of histories"]
fn what_is_recorded_as_kept_compiles() {
    let histories = PathBuf::from(env::var_os("HISTORIES").expect("`HISTORIES` names a folder of histories"));
    let histories = entries(&histories).expect("the histories can be listed");
    assert!(!histories.is_empty(), "there is no history");
    let complaints: Vec<String> = histories.iter().flat_map(|folder| replayed(folder)).collect();
    assert!(complaints.is_empty(), "these are recorded as before and cannot be used as before:\n{}", complaints.join("\n"));
}

/// An update of a history: the description before and after it.
struct Update {
    name: String,
    old: PathBuf,
    new: PathBuf,
}

impl Update {
    /// The updates in the folder of a history, in the order of their names.
    fn all_in(history: &Path) -> Vec<Self> {
        let of_folder = |folder: PathBuf| {
            let file = |which| {
                let names = ["json", "yaml", "yml"].map(|extension| folder.join(which).with_extension(extension));
                names.into_iter().find(|path| path.is_file())
            };
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Some(Self { name, old: file("old")?, new: file("new")? })
        };
        entries(history).expect("the updates can be listed").into_iter().filter_map(of_folder).collect()
    }
}

/// Regenerates a client through a history; returns what cannot be used as before although the records say so.
fn replayed(folder: &Path) -> Vec<String> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let updates = Update::all_in(folder);
    let Some(Update { old, .. }) = updates.first() else { return vec![format!("{name} has no updates")] };
    let client = match Client::begin(&name, old) {
        Ok(client) => client,
        Err(complaint) => return vec![format!("{name}: {complaint}")],
    };
    let (mut complaints, mut total) = (Vec::new(), 0);
    for (index, update) in updates.iter().enumerate() {
        let shown = format!("{name} {}", update.name);
        let before = client.record();
        if let Err(complaint) = client.update(&update.new) {
            println!("{shown:40} skipped: {}", first_error(&complaint));
            continue;
        }
        let now = client.record();
        let found = breaks(&before, &now);
        println!("{shown:40} {:5} broken: {}", found.len(), by_loss(&found));
        total += found.len();
        if env::var_os("SHOW").is_some() {
            found.iter().for_each(|found| println!("    {found}"));
        }
        if env::var_os("VERDICT").is_some() {
            let judgement = Judgement::of(&client, &before, &now);
            println!("{shown:40} {}", judgement.row());
            complaints.extend(judgement.complaints().into_iter().map(|complaint| format!("{shown}: {complaint}")));
        } else if is_wanted(&update.name, index == 0 || index + 1 == updates.len()) {
            complaints.extend(unusable(&client, &before, &found).into_iter().map(|complaint| format!("{shown}: {complaint}")));
        }
    }
    println!("{name}: {total} broken");
    complaints
}

/// Whether programs are to be compiled after an update.
fn is_wanted(update: &str, is_at_an_end: bool) -> bool {
    match env::var("WITNESS") {
        Ok(names) => names == "all" || names.split(',').any(|name| update == name),
        Err(_) => is_at_an_end,
    }
}

/// What a program complains about that uses the items of an earlier record but for those that are broken.
fn unusable(client: &Client, before: &Record, broken: &[Break<'_>]) -> Vec<String> {
    let witness = Witness::of(before, broken);
    let features = Vec::from_iter(witness.features.iter().copied());
    let Err(complaint) = client.compile(&[("witness".to_owned(), witness.text())], &features) else { return Vec::new() };
    let of_item = |line: &str| witness.item_of(line).map(|(item, message)| format!("{item}: {message}"));
    complaint.lines().filter(|line| line.contains("error")).map(|line| of_item(line).unwrap_or_else(|| line.to_owned())).collect()
}

/// How many breaks there are of each kind.
fn by_loss(breaks: &[Break<'_>]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for found in breaks {
        *counts.entry(format!("{} {}", found.item.kind.word(), found.loss.word())).or_default() += 1;
    }
    counts.iter().map(|(loss, count)| format!("{count} {loss}")).collect::<Vec<_>>().join(", ")
}

fn first_error(complaint: &str) -> &str {
    complaint.lines().find(|line| line.starts_with("error")).unwrap_or(complaint)
}
