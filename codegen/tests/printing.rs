//! The printer for what emission writes comes to the same text as prettyplease.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::render::{exact_text, quick_text};
use proc_macro2::TokenStream;

#[test]
fn the_quick_text_is_the_exact_one() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["generated-client/src/generated", "tests/golden"] {
        files_below(&workspace.join(folder), &mut files);
    }
    // Beside them stand tests, which are written by hand.
    files.retain(|path| path.components().any(|part| matches!(part.as_os_str().to_str(), Some("generated" | "expected"))));
    let mut slow = Vec::new();
    for path in &files {
        let text = fs::read_to_string(path).expect("the file can be read");
        let tokens: TokenStream = text.parse().expect("the file is Rust");
        let exact = exact_text(tokens.clone()).expect("the file is Rust");
        match quick_text(tokens) {
            Some(quick) if quick == exact => {}
            Some(quick) => {
                let line = quick.lines().zip(exact.lines()).find(|(quick, exact)| quick != exact);
                panic!("{}: {line:#?}", path.display());
            }
            None => slow.push(path),
        }
    }
    // There is one of these in each client.
    slow.retain(|path| path.file_name().is_some_and(|name| name != "client.rs"));
    assert!(slow.len() * 20 <= files.len(), "{} of {} files are not printed quickly: {slow:#?}", slow.len(), files.len());
}

/// The files of Rust below a folder; none where the sources are not a part of a workspace.
fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files_below(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
