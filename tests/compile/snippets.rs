//! The Rust snippets of the READMEs as examples of a crate that is compiled, so that no README can show what does not compile.

use std::fs;
use std::path::Path;

use crate::{TEMPORARY, cargo};

const READMES: [&str; 2] = ["README.md", "generated-client/README.md"];

const MANIFEST: &str = r#"[package]
name = "readme-snippets"
edition = "2024"

[workspace]

[dev-dependencies]
minapp-client = { path = "CLIENT" }
"#;

#[test]
fn the_snippets_of_the_readmes_compile() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace");
    let folder = Path::new(TEMPORARY).join("readme-snippets");
    let _ = fs::remove_dir_all(&folder);
    for part in ["src", "examples"] {
        fs::create_dir_all(folder.join(part)).expect("the build's folder can be written");
    }
    let write = |path: &str, text: &str| fs::write(folder.join(path), text).expect("the build's folder can be written");
    write("Cargo.toml", &MANIFEST.replace("CLIENT", &root.join("generated-client").to_string_lossy().replace('\\', "/")));
    write("Cargo.lock", &fs::read_to_string(root.join("Cargo.lock")).expect("the workspace has a lock file"));
    write("src/lib.rs", "");
    for readme in READMES {
        let text = fs::read_to_string(root.join(readme)).unwrap_or_else(|error| panic!("{readme} cannot be read: {error}"));
        let snippets = rust_blocks(&text);
        assert!(!snippets.is_empty(), "{readme} shows no Rust any more");
        for (line, snippet) in snippets {
            write(&format!("examples/{}-line-{line}.rs", readme.replace(['/', '.'], "-")), &program(&snippet));
        }
    }
    cargo(&folder, &["check", "--quiet", "--examples"]);
}

/// The blocks fenced as Rust, each with the number of its first line; those that say `ignore` are not for a compiler.
fn rust_blocks(text: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(bool, usize, String)> = None;
    for (index, line) in text.lines().enumerate() {
        match (line.trim_start().strip_prefix("```"), &mut open) {
            (Some(info), None) => {
                let mut words = info.split([',', ' ']);
                let wanted = words.next() == Some("rust") && !words.any(|word| word == "ignore");
                open = Some((wanted, index + 2, String::new()));
            }
            (Some(_), Some(_)) => blocks.extend(open.take().filter(|(wanted, ..)| *wanted)),
            (None, Some((_, _, block))) => {
                // Rustdoc's mark for lines that belong to the program but are not shown.
                block.push_str(line.strip_prefix("# ").unwrap_or(line));
                block.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks.into_iter().map(|(_, line, block)| (line, block)).collect()
}

/// A snippet as a program. One without `main` becomes the body of a function that nobody calls, so it reaches no network.
fn program(snippet: &str) -> String {
    if snippet.contains("fn main()") {
        return snippet.to_owned();
    }
    format!(
        "#![allow(unused)]\n\nfn main() {{}}\n\nasync fn snippet() -> Result<(), Box<dyn std::error::Error>> {{\n{snippet}\nOk(())\n}}\n"
    )
}

#[test]
fn only_rust_that_is_meant_to_compile_is_taken() {
    let text = "```rust\na\n# b\n```\n```sh\nc\n```\n```rust,ignore\nd\n```\n```\ne\n```\n  ```rust,no_run\n  f\n  ```\n";
    assert_eq!(rust_blocks(text), [(2, "a\nb\n".to_owned()), (15, "  f\n".to_owned())]);
}
