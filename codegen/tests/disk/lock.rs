//! The lock: read as it is written, whatever stands in it, and clear about damage.

use std::collections::BTreeMap;

use clientsmith::record::{Key, Kind};
use clientsmith::tree::{Facts, Fingerprint, Lock, State};

use crate::client::{facts, pets};

fn full() -> Lock {
    let manifest = BTreeMap::from([("dependencies.bytes".to_owned(), "\"1\"".to_owned())]);
    Lock { facts: Facts { manifest, ..facts() }, ..pets().lock().clone() }
}

/// A lock as it was written before the record was a file of its own.
fn former() -> String {
    let rest = "manifest features.owners = []

constructor NewPet(name, of\\u{20}\\u{28}whom\\u{29})

operation GET / = root()
operation POST /cloud-function/{name}/job/ invoke = cloud_functions.invoke(name, data)
";
    full().to_string().replace("format 2", "format 1") + rest
}

#[test]
fn is_written_a_line_per_fact() {
    let text = full().to_string();
    let lines: Vec<_> = text.lines().filter(|line| !line.starts_with("file ")).collect();
    let expected = [
        "# What clientsmith generated, and from what. Written by `make client`; do not edit.",
        "format 2",
        "state complete",
        "generator 0.1.0",
        "name pets-client",
        "command make client",
        "description ../api/openapi.yaml",
        "",
        &format!("source {} ../api/openapi.yaml", Fingerprint::of(b"openapi: 3.1.0\n")),
        "",
        "",
        "manifest dependencies.bytes = \"1\"",
    ];
    assert_eq!(lines, expected);
    let files: Vec<_> = text.lines().filter(|line| line.starts_with("file ")).filter_map(|line| line.split(' ').nth(2)).collect();
    assert!(files.contains(&"src/generated/mod.rs") && files.is_sorted(), "{files:?}");
}

#[test]
fn is_read_as_it_was_written() {
    for lock in [full(), full().unfinished(), pets().lock().clone()] {
        assert_eq!(Lock::parse(&lock.to_string()), Ok(lock.clone()));
        assert_eq!(Lock::parse(&lock.to_string().replace('\n', "\r\n")), Ok(lock));
    }
    assert_eq!(full().unfinished().state, State::Unfinished);
}

#[test]
fn the_calls_and_constructors_of_a_former_one_are_a_record() {
    assert_eq!(Lock::parse(&full().to_string()).map(|lock| lock.former), Ok(None));
    let record = Lock::parse(&former()).unwrap().former.unwrap();
    let call = record.get(&Key::call("POST", "/cloud-function/{name}/job/", Some("invoke")), Kind::Method).unwrap();
    assert_eq!(call.path, "operations::cloud_functions::CloudFunctions::invoke");
    assert_eq!(call.order, ["name", "data"]);
    assert_eq!(record.get(&Key::call("GET", "/", None), Kind::Method).unwrap().path, "Client::root");
    assert_eq!(record.at_path("models::NewPet::new", Kind::Constructor).unwrap().order, ["name", "of (whom)"]);
    assert!(record.at_path("owners", Kind::Feature).is_some());
    let modules: Vec<_> = record.of_kind(Kind::Module).map(|item| item.path.as_str()).collect();
    assert_eq!(modules, ["operations::cloud_functions", "operations::untagged"]);
}

#[test]
fn keeps_any_text() {
    let nasty = ["a b", "a = b", "a\nstate complete", "\\u{41}", "\\", "测试", "x(y, z).w", " x ", "\r", "\u{2028}", "="];
    for text in nasty {
        let mut lock = full();
        lock.facts.name = text.to_owned();
        lock.facts.sources.insert(text.to_owned(), Fingerprint::of(b""));
        lock.facts.manifest.insert(text.to_owned(), text.to_owned());
        assert_eq!(Lock::parse(&lock.to_string()), Ok(lock), "{text:?}");
    }
}

#[test]
fn says_where_it_is_damaged() {
    let version = env!("CARGO_PKG_VERSION");
    let cases = [
        ("state complete", "state done", "line 3: `done` is not a state"),
        ("state complete\n", "", "line 22: the lock ends without a `state` line"),
        ("state complete", "state", "line 3: `state` has no value"),
        ("state complete", "state complete\nstate complete", "line 4: a second line for `state`"),
        ("format 1", "format 3", &format!("line 2: the lock has format 3; clientsmith {version} reads 1 and 2")),
        ("format 1", "format 2", &format!("line 20: `constructor` is not a kind of fact that clientsmith {version} knows")),
        ("source ", "sauce ", &format!("line 9: `sauce` is not a kind of fact that clientsmith {version} knows")),
        ("operation GET / = root()", "operation GET / = root", "line 22: `operation GET / = root` is not a `operation` line"),
        ("operation GET / = root()", "operation GET = root()", "line 22: `operation GET = root()` is not a `operation` line"),
        (
            "constructor NewPet(",
            "constructor NewPet",
            "line 20: `constructor NewPetname, of\\u{20}\\u{28}whom\\u{29})` is not a `constructor` line",
        ),
        ("manifest dependencies.bytes = ", "manifest bytes ", "line 17: `manifest bytes \"1\"` is not a `manifest` line"),
        (
            "name pets-client",
            ">>>>>>> main",
            "line 5: an unresolved merge conflict: keep either side of each conflict, then generate",
        ),
    ];
    // Whatever the runtime consists of, the lines keep their numbers.
    let text: String = former().lines().filter(|line| !line.contains("src/runtime/")).map(|line| format!("{line}\n")).collect();
    for (from, to, expected) in cases {
        assert!(text.contains(from), "{from}");
        assert_eq!(Lock::parse(&text.replacen(from, to, 1)).map_err(|error| error.to_string()), Err(expected.to_owned()));
    }
}

#[test]
fn refuses_files_outside_its_folders() {
    for path in ["src/lib.rs", "../x.rs", "src/generated/../lib.rs", "/etc/passwd"] {
        let text = full().to_string().replace("src/generated/mod.rs", path);
        let error = Lock::parse(&text).map_err(|error| error.message);
        assert_eq!(error, Err(format!("`{path}` cannot be the name of a generated file")));
    }
}
