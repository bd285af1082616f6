//! Generated code is laid out as rustfmt lays it out, and means what prettyplease says it means.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientsmith::render::{own_text, prettyplease_text};
use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// Words that are not names.
const KEYWORDS: [&str; 26] = [
    "_", "alias", "as", "const", "crate", "doc", "else", "enum", "false", "fn", "for", "if", "impl", "let", "match", "mod",
    "mut", "pub", "return", "self", "Self", "static", "struct", "super", "type", "use",
];

/// What keeps rustfmt from a file.
const SKIP: &str = "#![cfg_attr(rustfmt, rustfmt_skip)]\n";

/// Code that is on the edge of a line.
const CORNER_CASES: [&str; 2] = [
    r#"impl A { fn decode(json: Json<'_>) -> bool {
        if json.is_one_of(&["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"]) { return json; }
        json
    } }"#,
    r#"impl A { pub fn new(required: WebhooksRuleRequired) -> Self {
        Self { linear_history_requirement_enforcement_level: required.linear_history_requirement_enforcement_level, id: None }
    } }"#,
];

#[test]
fn prettyplease_sees_the_same_code() {
    for path in generated_files() {
        let code = without_comments(&read(&path));
        let exact = prettyplease_text(&code).expect("the file is Rust");
        let quick = own_text(&code).unwrap_or_else(|| panic!("{} has code that the printer does not know", path.display()));
        assert_same(&path, &prettyplease_text(&quick).expect("printed code is Rust"), &exact);
        // Commas and braces that prettyplease adds or leaves out make no difference.
        assert_same(&path, &own_text(&without_comments(&exact)).expect("the same code is known"), &quick);
        assert!(read(&path).ends_with(&quick), "{} is not what its tokens are printed as", path.display());
    }
}

#[test]
fn rustfmt_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let workspace = workspace();
    let mut files: Vec<PathBuf> = generated_files()
        .iter()
        .map(|path| {
            let below = path.strip_prefix(&workspace).expect("the file is in the workspace");
            let text = read(path).replace(SKIP, "");
            write(&folder.path().join(below), &if is_ascii(path) { text } else { format!("{SKIP}{text}") })
        })
        .collect();
    for (index, code) in CORNER_CASES.iter().enumerate() {
        let text = own_text(code).expect("the code is known");
        files.push(write(&folder.path().join(format!("{index}.rs")), &text));
    }
    assert_formatted(folder.path(), &files, "edition = \"2024\"\n");
}

#[test]
fn rustfmt_changes_nothing_where_names_are_long() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut files = Vec::new();
    // Files that declare modules are left out: there would have to be such files.
    let paths = generated_files().into_iter().filter(|path| !path.ends_with("mod.rs") && is_ascii(path));
    for (index, path) in paths.enumerate() {
        for length in [2, 5, 9, 12] {
            let text = own_text(&lengthened(tokens(&read(&path)), length).to_string()).expect("names make no difference");
            files.push(write(&folder.path().join(format!("{index}_{length}.rs")), &text));
        }
    }
    assert_formatted(folder.path(), &files, "edition = \"2024\"\nreorder_imports = false\n");
}

/// Runs rustfmt over files without the configuration of this workspace.
fn assert_formatted(folder: &Path, files: &[PathBuf], configuration: &str) {
    if files.is_empty() {
        return;
    }
    let configuration = write(&folder.join("rustfmt.toml"), configuration);
    let output = Command::new("rustfmt").arg("--check").arg("--config-path").arg(configuration).args(files).output();
    let output = output.expect("rustfmt can be run");
    let text = String::from_utf8_lossy(&output.stdout);
    let differences: Vec<&str> = text.lines().take(60).collect();
    assert!(output.status.success(), "{}\n{}", differences.join("\n"), String::from_utf8_lossy(&output.stderr));
}

/// The same tokens with a longer name for each.
fn lengthened(tokens: TokenStream, by: usize) -> TokenStream {
    let longer = |tree| match tree {
        TokenTree::Group(group) => TokenTree::Group(Group::new(group.delimiter(), lengthened(group.stream(), by))),
        TokenTree::Ident(name) if !KEYWORDS.contains(&name.to_string().as_str()) && !name.to_string().starts_with("r#") => {
            TokenTree::Ident(Ident::new(&format!("{name}{}", "x".repeat(by)), name.span()))
        }
        tree => tree,
    };
    tokens.into_iter().map(longer).collect()
}

fn assert_same(path: &Path, found: &str, expected: &str) {
    let line = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    assert!(found == expected, "{}: {line:#?}", path.display());
}

/// The same code with attributes for docs.
fn without_comments(text: &str) -> String {
    tokens(text).to_string()
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the file is Rust")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

fn write(path: &Path, text: &str) -> PathBuf {
    fs::create_dir_all(path.parent().expect("the path has a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
    path.to_owned()
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The sources that are generated; none where the package is not in its workspace.
/// Whether the code of a file is in ASCII. Of other letters, rustfmt counts the bytes in some places and the columns in others.
fn is_ascii(path: &Path) -> bool {
    read(path).lines().all(|line| line.trim_start().starts_with("//") || line.is_ascii())
}

fn generated_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["generated-client/src/generated", "tests/golden"] {
        add_files(&workspace().join(folder), &mut files);
    }
    // Beside them are tests, which are written by hand.
    files.retain(|path| path.components().any(|part| matches!(part.as_os_str().to_str(), Some("generated" | "expected"))));
    files
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            add_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
