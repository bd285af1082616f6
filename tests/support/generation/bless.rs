//! Comparing output with what is expected; with `BLESS=1` in the environment the output becomes what is expected.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use similar::TextDiff;

/// Compares a text with a file, and says how they differ. An empty text expects no file.
pub fn compare_file(path: &Path, text: &str) -> Option<String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == text {
        return None;
    }
    if env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        write(path, text);
        return None;
    }
    let name = path.display().to_string();
    let diff = TextDiff::from_lines(&expected, text).unified_diff().context_radius(3).header(&name, "output").to_string();
    Some(diff)
}

/// Compares texts with the files of a folder, and says how they differ.
pub fn compare_folder(folder: &Path, files: &BTreeMap<String, String>) -> Vec<String> {
    let mut paths: BTreeSet<PathBuf> = files.keys().map(|path| folder.join(path)).collect();
    add_files(folder, &mut paths);
    let text = |path: &Path| {
        let below = path.strip_prefix(folder).expect("every path has been made or found below the folder");
        files.get(&below.to_string_lossy().replace('\\', "/")).map_or("", String::as_str)
    };
    paths.iter().filter_map(|path| compare_file(path, text(path))).collect()
}

fn write(path: &Path, text: &str) {
    let outcome = if text.is_empty() {
        fs::remove_file(path)
    } else {
        path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text))
    };
    outcome.unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}

fn add_files(folder: &Path, paths: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            add_files(&path, paths);
        } else {
            paths.insert(path);
        }
    }
}
