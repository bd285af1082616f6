//! `released`: what is kept is what was released, whatever was generated since.

use std::process::Command;

use crate::place::{Place, SETTINGS};

const GENERATE: [&str; 3] = ["generate", "--settings", SETTINGS];
const CHECK: [&str; 3] = ["check", "--settings", SETTINGS];

/// A description with a call of an id.
fn described(id: &str, limit: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: 'https://pets.example'}}]\npaths:\n  /pets:\n    \
         get:\n      tags: [pets]\n      operationId: {id}\n      parameters: [{limit}]\n      \
         responses: {{'204': {{description: Done.}}}}\n"
    )
}

const LIMIT: &str = "{name: limit, in: query, schema: {type: integer}}";
const MOST: &str = "{name: limit, in: query, x-clientsmith: {name: most}, schema: {type: integer}}";

/// Brings the client up to date with a description; returns what is said.
#[track_caller]
fn generate(place: &Place, description: &str) -> String {
    place.put("openapi.yaml", description);
    let (code, said, complained) = place.run(&GENERATE);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert_eq!(place.run(&CHECK).0, 0);
    said
}

/// The methods of the client, without the paths before them.
fn methods(place: &Place) -> Vec<String> {
    let text = place.text("client/generated.api");
    let method = |line: &str| Some(line.split_once(" = fn operations::pets::Pets::")?.1.split(['(', ':']).next()?.to_owned());
    text.lines().filter_map(method).collect()
}

#[test]
fn the_names_of_the_released_revision_are_kept() {
    let place = Place::tagged(&described("list_pets", LIMIT));
    assert_eq!(methods(&place), ["list_pets"]);
    place.release("none");
    // What is not released follows the description.
    generate(&place, &described("find_pets", LIMIT));
    assert_eq!(methods(&place), ["find_pets"]);
    generate(&place, &described("search_pets", LIMIT));
    assert_eq!(methods(&place), ["search_pets"]);
    // What is on the disk is not what was released.
    place.release("v1");
    let said = generate(&place, &described("search_pets", LIMIT));
    assert_eq!(methods(&place), ["list_pets"]);
    assert!(said.contains("operations::pets::Pets::list_pets\n"), "{said}");
    place.release("");
    generate(&place, &described("look_pets", LIMIT));
    assert_eq!(methods(&place), ["list_pets"]);
}

#[test]
fn a_lock_of_an_older_format_is_a_release_too() {
    let place = Place::tagged(&described("list_pets", LIMIT));
    let lock = place.text("client/generated.lock");
    let lock = lock.replace("format 2", "format 1") + "\noperation GET /pets = pets.fetch()\n";
    place.put("client/generated.lock", &lock);
    std::fs::remove_file(place.path("client/generated.api")).unwrap();
    place.git(&["add", "--all"]);
    place.git(&["commit", "--quiet", "--message", "Older"]);
    place.git(&["tag", "v0"]);
    place.git(&["checkout", "--quiet", "v1", "--", "."]);
    place.release("v0");
    generate(&place, &described("list_pets", LIMIT));
    assert_eq!(methods(&place), ["fetch"]);
}

#[test]
fn adoption_since_a_release_stays() {
    let place = Place::tagged(&described("list_pets", LIMIT));
    place.release("v1");
    let changed = described("find_pets", MOST);
    generate(&place, &changed);
    assert_eq!(methods(&place), ["list_pets"]);
    let (code, said, complained) = place.run(&[&GENERATE[..], &["--adopt", "GET /pets"]].concat());
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert!(methods(&place).contains(&"find_pets".to_owned()), "{:?}", methods(&place));
    assert_eq!(place.run(&CHECK).0, 0);
    generate(&place, &changed);
    assert!(methods(&place).contains(&"find_pets".to_owned()), "{:?}", methods(&place));
    // The next release knows of it, so that it is a decision like any other.
    place.git(&["add", "--all"]);
    place.git(&["commit", "--quiet", "--message", "Second"]);
    place.git(&["tag", "v2"]);
    place.release("v2");
    generate(&place, &described("look_pets", MOST));
    assert!(methods(&place).contains(&"find_pets".to_owned()), "{:?}", methods(&place));
    assert!(!place.text("client/generated.api").contains(" = adopted "));
}

#[test]
fn a_branch_that_moved_is_noticed() {
    let place = Place::tagged(&described("list_pets", LIMIT));
    place.git(&["branch", "released"]);
    place.release("released");
    generate(&place, &described("find_pets", LIMIT));
    generate(&place, &described("find_pets", LIMIT));
    assert_eq!(methods(&place), ["list_pets"]);
    place.release("none");
    generate(&place, &described("find_pets", LIMIT));
    place.git(&["add", "--all"]);
    place.git(&["commit", "--quiet", "--message", "Second"]);
    place.release("released");
    generate(&place, &described("find_pets", LIMIT));
    assert_eq!(methods(&place), ["list_pets"]);
    place.git(&["branch", "--force", "released", "HEAD"]);
    generate(&place, &described("find_pets", LIMIT));
    assert_eq!(methods(&place), ["find_pets"]);
}

#[test]
fn what_cannot_be_read_is_an_error_with_the_line_and_a_remedy() {
    let place = Place::tagged(&described("list_pets", LIMIT));
    let failure = |released: &str| {
        place.release(released);
        let (code, said, complained) = place.run(&GENERATE);
        assert_eq!((code, said.as_str()), (2, ""));
        complained
    };
    let unknown = failure("v9");
    assert!(
        unknown.starts_with("error: client/clientsmith.toml:1: `v9` is not a revision of this git repository: "),
        "{unknown}"
    );
    assert!(unknown.contains("git fetch --tags") && unknown.contains("released = \"none\""), "{unknown}");
    place.git(&["checkout", "--quiet", "--orphan", "empty"]);
    place.git(&["rm", "-r", "--quiet", "--force", "--cached", "client"]);
    place.git(&["commit", "--quiet", "--message", "Without a client"]);
    let missing = failure("empty");
    assert!(missing.contains(":1: `empty` has no `client/generated.api`: name a revision that has it"), "{missing}");
    place.put("client/generated.api", "format 1\nnothing\n");
    place.git(&["add", "--force", "client/generated.api"]);
    place.git(&["commit", "--quiet", "--message", "Damaged"]);
    let damaged = failure("empty");
    assert!(damaged.contains(":1: `empty` has a damaged `generated.api`: line 2: `nothing` is not an item"), "{damaged}");
    place.release("v1");
    let program = env!("CARGO_BIN_EXE_clientsmith");
    let output = Command::new(program).args(GENERATE).current_dir(place.path(".")).env("PATH", "").output().unwrap();
    let complained = String::from_utf8(output.stderr).unwrap();
    assert!(complained.contains("clientsmith.toml:1: `released` needs `git`, which cannot be run: "), "{complained}");
    std::fs::remove_dir_all(place.path(".git")).unwrap();
    let outside = failure("v1");
    assert!(outside.contains(":1: `v1` cannot be looked up: git says `fatal: not a git repository"), "{outside}");
}
