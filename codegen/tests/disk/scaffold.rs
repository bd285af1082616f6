//! `clientsmith new`: a crate that compiles at once, and what becomes of it later.

use std::collections::BTreeSet;
use std::fs;

use crate::place::{DESCRIPTION, Place, run};

#[test]
fn a_new_crate_compiles_as_a_whole_and_each_feature_alone() {
    let place = Place::begun(DESCRIPTION);
    assert_eq!(place.run(&["check"]).0, 0);
    place.cargo("client", &["check"]);
    for feature in ["pets", "owners", "reqwest-api", "all-groups", "other-models", "reqwest-without-tls", "reqwest"] {
        place.cargo("client", &["check", "--no-default-features", "--features", feature]);
    }
    place.cargo("client", &["check", "--no-default-features"]);
}

#[test]
fn a_group_brings_the_models_it_needs_and_no_others() {
    let place = Place::begun(DESCRIPTION);
    let user = |features: &str, models: &str| {
        let dependency = format!("client = {{ path = '../client', default-features = false, features = [{features}] }}");
        let manifest = format!("[package]\nname = 'user'\nedition = '2024'\n\n[workspace]\n\n[dependencies]\n{dependency}\n");
        place.put("user/Cargo.toml", &manifest);
        place.put("user/src/lib.rs", &format!("pub use client::models::{{{models}}};\n"));
        place.try_cargo("user", &["check"])
    };
    assert_eq!(user("'owners'", "Owner").0, 0);
    assert_eq!(user("'pets'", "Owner, Pet, Tag").0, 0);
    assert_eq!(user("'all-groups'", "Owner, Pet, Tag").0, 0);
    assert_eq!(user("'other-models'", "Kind, Unneeded").0, 0);
    let (code, _, complained) = user("'owners'", "Pet, Tag");
    assert!(code != 0 && complained.contains("`client::models::Pet`, `client::models::Tag`"), "{complained}");
    let (code, _, complained) = user("'owners', 'pets'", "Unneeded");
    assert!(code != 0 && complained.contains("the item is gated behind the `other-models` feature"), "{complained}");
}

#[test]
fn what_is_the_maintainers_stays_as_it_is() {
    let place = Place::begun(DESCRIPTION);
    let files = ["Cargo.toml", "clientsmith.toml", "README.md", "src/lib.rs", ".gitignore", ".gitattributes"];
    for file in files {
        let path = format!("client/{file}");
        place.put(&path, &(place.text(&path) + "\n# Mine.\n"));
    }
    let before = files.map(|file| place.text(&format!("client/{file}")));
    let changed = DESCRIPTION.replace("[good, bad]", "[good, bad, ugly]");
    place.put("openapi.yaml", &changed);
    assert_eq!(place.run(&["generate"]).0, 0);
    assert_eq!(files.map(|file| place.text(&format!("client/{file}"))), before);
    assert!(place.text("client/src/generated/models/tag.rs").contains("Ugly"));
}

#[test]
fn features_come_and_go_with_their_groups() {
    let place = Place::begun(DESCRIPTION);
    let manifest = place.text("client/Cargo.toml").replace("owners = []", "owners = ['mine']\nmine = [] # mine");
    place.put("client/Cargo.toml", &manifest.replace("    \"owners\",\n", "").replace(", \"owners\"", ""));
    // Without a record, no group keeps its name.
    std::fs::remove_file(place.path("client/generated.api")).unwrap();
    let changed = DESCRIPTION.replace("tags: [pets]", "tags: [cats]").replace("tags: [owners]", "tags: [keepers]");
    place.put("openapi.yaml", &changed);
    let (code, _, complained) = place.run(&["check"]);
    assert!(code == 1 && complained.contains("`features.cats` is missing"), "{complained}");
    assert!(complained.contains("`features.pets` is no longer needed"), "{complained}");

    assert_eq!(place.run(&["generate"]).0, 0);
    let manifest = place.manifest();
    let features: Vec<_> = manifest["features"].as_table().unwrap().iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(
        features,
        [
            "default",
            "reqwest",
            "reqwest-without-tls",
            "all-groups",
            "other-models",
            "owners",
            "mine",
            "reqwest-api",
            "test-util",
            "cats",
            "keepers"
        ]
    );
    let default: Vec<_> = manifest["features"]["default"].as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
    assert_eq!(default, ["reqwest", "reqwest-api", "cats", "keepers"]);
    assert!(place.text("client/README.md").contains("The feature `test-util`,\n  off by default, adds `new` for tests"));
    let all = manifest["features"]["all-groups"].to_string();
    assert_eq!(all.trim(), "[\"cats\", \"keepers\", \"reqwest-api\"]");
    assert!(manifest.to_string().contains("owners = ['mine']\nmine = [] # mine\n"), "{manifest}");
    assert_eq!(place.run(&["check"]).0, 0);
    place.cargo("client", &["check"]);
}

#[test]
fn one_group_has_no_feature_and_keeps_having_none() {
    let single = DESCRIPTION.replace("[owners]", "[pets]").replace("[reqwest]", "[pets]");
    let place = Place::begun(&single);
    let features =
        |place: &Place| place.manifest()["features"].as_table().unwrap().iter().map(|(name, _)| name.to_owned()).collect();
    let names: Vec<String> = features(&place);
    assert_eq!(names, ["default", "reqwest", "reqwest-without-tls", "test-util"]);
    let added = "paths:\n  /new: {get: {tags: [owners], operationId: list, responses: {'204': {description: Done.}}}}\n";
    place.put("openapi.yaml", &single.replace("paths:\n", added));
    assert_eq!(place.run(&["generate"]).0, 0);
    let names: Vec<String> = features(&place);
    assert_eq!(names, ["default", "reqwest", "reqwest-without-tls", "test-util", "all-groups", "owners"]);
    assert!(place.text("client/src/generated/operations/mod.rs").contains("\npub mod pets;"));
}

#[test]
fn the_runtime_has_what_the_client_needs() {
    let paged = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: list
      x-clientsmith: {pagination: {style: offset, offset: offset, items: /pets}}
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {'200': {description: Pets., content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}}}
components:
  schemas:
    Pets: {type: object, required: [pets], properties: {pets: {type: array, items: {type: string}}}}
";
    let plain = paged.replace("      x-clientsmith: {pagination: {style: offset, offset: offset, items: /pets}}\n", "");
    let place = Place::begun(&plain);
    place.cargo("client", &["check"]);
    assert!(!place.path("client/src/runtime/paging.rs").exists());
    place.put("openapi.yaml", paged);
    assert_eq!(place.run(&["generate"]).0, 0);
    place.put(
        "client/examples/all.rs",
        "fn main() {\n    let _: Option<client::Items<client::operations::untagged::ListRequest>> = None;\n}\n",
    );
    place.cargo("client", &["check", "--examples"]);
    place.put("openapi.yaml", &plain);
    assert_eq!(place.run(&["generate"]).0, 0);
    assert!(!place.path("client/src/runtime/paging.rs").exists());
    place.cargo("client", &["check"]);
}

#[test]
fn only_what_is_included_is_generated() {
    let place = Place::begun(DESCRIPTION);
    let settings = place.text("client/clientsmith.toml");
    let models = |selection: &str| {
        place.put("client/clientsmith.toml", &format!("{settings}{selection}"));
        let (code, _, complained) = place.run(&["generate"]);
        assert_eq!(code, 0, "{complained}");
        let folder = fs::read_dir(place.path("client/src/generated/models")).unwrap();
        let mut names: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        (names.join(" "), complained)
    };
    let (all, _) = models("");
    assert_eq!(all, "kind.rs mod.rs owner.rs pet.rs tag.rs unneeded.rs");
    assert_eq!(models("[include]\ntags = ['owners']\n").0, "mod.rs owner.rs");
    assert_eq!(models("[exclude]\npaths = ['/pets/*']\noperations = ['owners/create']\n").0, "mod.rs tag.rs");
    let manifest = place.manifest();
    let features: Vec<_> = manifest["features"].as_table().unwrap().iter().map(|(name, _)| name).collect();
    assert_eq!(features, ["default", "reqwest", "reqwest-without-tls", "all-groups", "reqwest-api"]);
    place.cargo("client", &["check"]);
    let (names, complained) = models("[include]\npaths = ['/pets/*', '/cats/*']\n");
    assert_eq!(names, "mod.rs owner.rs pet.rs tag.rs");
    assert!(complained.contains("`include` names the path `/cats/*`, which matches no operation"), "{complained}");
    assert_eq!(models("").0, all);
    assert_eq!(place.run(&["check"]).0, 0);
}

#[test]
fn free_json_is_listed_on_demand() {
    let endless = "    Kind: {type: array, items: {$ref: '#/components/schemas/Kind'}}\n";
    let place = Place::with(&DESCRIPTION.replace("    Kind: {type: string, enum: [one, two]}\n", endless));
    let (at, reason) = ("\n  openapi.yaml#/components/schemas/Kind", ": a list or map of itself has no finite type\n");
    for command in [&["new", "openapi.yaml", "--out", "client"][..], &["generate"], &["check"]] {
        let (code, said, _) = place.run(&[command, &["--report", "untyped"]].concat());
        assert!(code == 0 && said.contains("1 place of free JSON") && said.contains(at) && said.contains(reason), "{said}");
    }
}

#[test]
fn what_is_in_the_way_is_named_and_nothing_is_left() {
    let place = Place::with(DESCRIPTION);
    place.put("taken/a.txt", "");
    place.put("taken/b.txt", "");
    place.put("bad.yaml", "openapi: 4.0.0\n");
    let before = place.entries();
    let refused = |arguments: &[&str], code: i32, expected: &str| {
        let (found, said, complained) = place.run(&[&["new"], arguments].concat());
        assert!(found == code && said.is_empty() && complained.contains(expected), "{found} {complained}");
        assert_eq!(place.entries(), before);
    };
    refused(&["openapi.yaml", "--out", "taken"], 2, "`taken` is not empty: there are `a.txt` and 1 more");
    refused(&["openapi.yaml", "--out", "bad.yaml"], 2, "`bad.yaml` is not a folder");
    refused(&["missing.yaml", "--out", "client"], 2, "cannot read `missing.yaml`");
    refused(&["bad.yaml", "--out", "client"], 1, "nothing was generated");
    refused(&["openapi.yaml", "--out", "client", "--name", "std"], 2, "`std` cannot be the name of the crate");
    refused(&["openapi.yaml", "--out", "client", "--name", "../x"], 2, "`../x` cannot be the name of a crate");
    refused(&["openapi.yaml"], 2, "--out");
}

#[test]
fn a_folder_that_is_there_and_empty_is_used() {
    let place = Place::with(DESCRIPTION);
    fs::create_dir(place.path("client")).unwrap();
    assert_eq!(place.run(&["new", "openapi.yaml", "--out", "client", "--name", "pets-client"]).0, 0);
    assert_eq!(place.manifest()["package"]["name"].as_str(), Some("pets-client"));
    assert_eq!(place.run(&["check"]).0, 0);
    assert_eq!(place.entries(), BTreeSet::from(["client".to_owned(), "openapi.yaml".to_owned()]));
}

#[test]
fn the_instructions_work() {
    let place = Place::with(DESCRIPTION);
    let (_, said, _) = place.run(&["new", "openapi.yaml", "--out", "some where/client"]);
    let commands: Vec<_> = said.lines().filter_map(|line| line.strip_prefix("  ")).collect();
    let commands: Vec<_> = commands.into_iter().filter(|command| !command.starts_with(' ') && !command.is_empty()).collect();
    let [cd, doc, generate, add, tokio] = commands.as_slice() else { panic!("{said}") };
    assert_eq!(*cd, "cd 'some where/client'", "{said}");
    assert!(doc.starts_with("cargo doc --open ") && generate.starts_with("clientsmith generate "), "{said}");
    place.cargo("some where/client", &["doc", "--no-deps"]);
    assert_eq!(run(env!("CARGO_BIN_EXE_clientsmith"), &["generate"], &place.path("some where/client")).0, 0);
    let path = add.strip_prefix("cargo add --path '").and_then(|path| path.strip_suffix('\'')).unwrap();
    place.put("user/Cargo.toml", "[package]\nname = 'user'\nedition = '2024'\n");
    let crates = "pub use client::{bytes::Bytes, futures_core::Stream, http::Method, reqwest::Url, serde_json::Number};\n";
    let function = "pub fn client() -> client::Client {\n    client::Client::builder().build().unwrap()\n}\n";
    place.put("user/src/lib.rs", &format!("{crates}\n{function}"));
    place.cargo("user", &["add", "--quiet", "--path", path]);
    assert_eq!(*tokio, "cargo add tokio --features macros,rt-multi-thread");
    place.cargo("user", &["check"]);
}

#[test]
fn a_crate_inside_a_workspace_stands_alone_unless_it_is_a_member() {
    let place = Place::with(DESCRIPTION);
    place.put("Cargo.toml", "[workspace]\nresolver = '3'\nmembers = ['members/*']\n");
    fs::create_dir(place.path("members")).unwrap();
    let (_, said, _) = place.run(&["new", "openapi.yaml", "--out", "client"]);
    assert!(said.contains("a workspace of its own"), "{said}");
    place.cargo("client", &["check"]);
    let (_, said, _) = place.run(&["new", "openapi.yaml", "--out", "members/client"]);
    assert!(!said.contains("a workspace of its own"), "{said}");
    place.cargo("members/client", &["check"]);
    assert!(place.path("Cargo.lock").exists());
}

#[test]
fn titles_stay_text() {
    let title =
        "x\\\"\\nbuild = \\\"evil.rs\\\"\\n[dependencies]\\nevil = \\\"1\\\"\\n''' \\\"\\\"\\\"\\n```\\nfn main() {}\\u202e";
    let place = Place::begun(&DESCRIPTION.replace("Pets & more", &format!("\"{title}\"")));
    let manifest = place.manifest();
    assert!(manifest["package"].get("build").is_none() && manifest["dependencies"].get("evil").is_none(), "{manifest}");
    assert_eq!(place.text("client/README.md").matches("\n```").count(), 8);
    place.cargo("client", &["test", "--doc", "--quiet", "--no-default-features", "--features", "pets,owners,reqwest-api"]);
}
