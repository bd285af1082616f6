//! `clientsmith new`: what a description may refer to and be forgiven, and where it stays.

use std::fs;

use crate::place::{DESCRIPTION, Place, run};

#[test]
fn a_copy_of_the_description_stays_with_the_crate() {
    let place = Place::with(DESCRIPTION);
    assert_eq!(place.run(&["new", "openapi.yaml", "--out", "client", "--copy"]).0, 0);
    fs::remove_file(place.path("openapi.yaml")).unwrap();
    assert_eq!(place.text("client/api-spec/openapi.yaml"), DESCRIPTION);
    assert_eq!(place.run(&["check"]).0, 0);
    place.put("client/api-spec/openapi.yaml", &DESCRIPTION.replace("bad]", "ugly]"));
    assert_eq!(place.run(&["check"]).0, 1);
}

#[test]
fn copies_lie_to_each_other_as_the_originals_do() {
    let place = Place::with(DESCRIPTION);
    place.put("api/spec/openapi.yaml", &in_two_files());
    place.put("api/common/pet.yaml", "type: object\nproperties: {name: {type: string}}\n");
    let (code, _, complained) = place.run(&["new", "api/spec/openapi.yaml", "--out", "client"]);
    assert!(code == 1 && complained.contains("`clientsmith new` takes `--root DIR`"), "{complained}");
    assert_eq!(place.run(&["new", "api/spec/openapi.yaml", "--out", "client", "--root", "api/common"]).0, 0);
    assert_eq!(place.run(&["check"]).0, 0);
    fs::remove_dir_all(place.path("client")).unwrap();
    assert_eq!(place.run(&["new", "api/spec/openapi.yaml", "--out", "client", "--root", "api", "--copy"]).0, 0);
    fs::remove_dir_all(place.path("api")).unwrap();
    assert_eq!(place.run(&["check"]).0, 0);
    assert!(place.text("client/api-spec/common/pet.yaml").starts_with("type: object"));
}

#[test]
fn roots_are_named_in_any_form() {
    let place = Place::with(DESCRIPTION);
    place.put("api/openapi.yaml", &in_two_files());
    place.put("common/pet.yaml", "type: object\nproperties: {name: {type: string}}\n");
    let absolute = place.path("").display().to_string();
    let of_place = [".", "./", "common", "common/", "./common/.", "api/..", "../.", &absolute, absolute.trim_end_matches('/')];
    for root in of_place {
        let (code, _, complained) = place.run(&["new", "api/openapi.yaml", "--out", "client", "--root", root]);
        assert_eq!(code, 0, "{root}: {complained}");
        assert_eq!(place.run(&["check"]).0, 0, "{root}");
        fs::remove_dir_all(place.path("client")).unwrap();
    }
    for root in ["..", "../", "../common", "./.."] {
        let arguments = ["new", "openapi.yaml", "--out", "client", "--root", root];
        let (code, _, complained) = run(env!("CARGO_BIN_EXE_clientsmith"), &arguments, &place.path("api"));
        assert_eq!(code, 0, "{root}: {complained}");
        assert_eq!(run(env!("CARGO_BIN_EXE_clientsmith"), &["check"], &place.path("api/client")).0, 0, "{root}");
        fs::remove_dir_all(place.path("api/client")).unwrap();
    }
    let (code, _, complained) = place.run(&["new", "openapi.yaml", "--out", "client", "--root", "client"]);
    assert_eq!(code, 0, "the folder of the crate: {complained}");
    for root in ["commom", "api/openapi.yaml"] {
        let (code, _, complained) = place.run(&["new", "api/openapi.yaml", "--out", "another", "--root", root]);
        assert!(code == 2 && complained.contains(&format!("cannot read `{root}`")), "{complained}");
    }
}

#[test]
fn roots_of_the_settings_hold_for_generate_and_check() {
    let place = Place::with(DESCRIPTION);
    place.put("api/openapi.yaml", &in_two_files());
    place.put("common/pet.yaml", "type: object\nproperties: {name: {type: string}}\n");
    assert_eq!(place.run(&["new", "api/openapi.yaml", "--out", "client", "--root", "."]).0, 0);
    let settings = place.text("client/clientsmith.toml");
    for root in ["..", "../", "./..", "../common", "../common/", "../client/../common"] {
        place.put("client/clientsmith.toml", &settings.replace("[\"..\"]", &format!("[\"{root}\"]")));
        let (code, _, complained) = place.run(&["generate"]);
        assert_eq!(code, 0, "{root}: {complained}");
        assert_eq!(place.run(&["check"]).0, 0, "{root}");
    }
    place.put("client/clientsmith.toml", &settings.replace("[\"..\"]", "[\".\"]"));
    let (code, _, complained) = place.run(&["generate"]);
    assert!(code == 1 && complained.contains("`clientsmith.toml` has `roots = [\"DIR\"]`"), "{complained}");
}

#[cfg(unix)]
#[test]
fn roots_may_be_links() {
    let place = Place::with(DESCRIPTION);
    place.put("api/openapi.yaml", &in_two_files());
    place.put("common/pet.yaml", "type: object\nproperties: {name: {type: string}}\n");
    std::os::unix::fs::symlink(place.path("common"), place.path("link")).unwrap();
    assert_eq!(place.run(&["new", "api/openapi.yaml", "--out", "client", "--root", "link"]).0, 0);
    let settings = place.text("client/clientsmith.toml");
    place.put("client/clientsmith.toml", &settings.replace("../common", "../link"));
    assert_eq!(place.run(&["generate"]).0, 0);
    assert_eq!(place.run(&["check"]).0, 0);
}

#[test]
fn texts_in_files_of_their_own_belong_to_the_description() {
    let described = DESCRIPTION.replacen("info: {", "info: {description: {$ref: docs/intro.md}, ", 1);
    assert_ne!(described, DESCRIPTION);
    let place = Place::with(&described);
    let (code, _, complained) = place.run(&["new", "openapi.yaml", "--out", "client"]);
    assert!(code == 1 && complained.contains("`docs/intro.md` does not exist"), "{complained}");
    place.put("docs/intro.md", "Lamps: [and more\n\n\tindented text\n");
    assert_eq!(place.run(&["new", "openapi.yaml", "--out", "client", "--copy"]).0, 0);
    assert!(place.text("client/src/generated/mod.rs").contains("//! Lamps: \\[and more\n"));
    assert_eq!(place.run(&["check"]).0, 0);
    place.put("client/api-spec/docs/intro.md", "Lamps\n");
    assert_eq!(place.run(&["check"]).0, 1);
    assert_eq!(place.run(&["generate"]).0, 0);
    assert!(place.text("client/src/generated/mod.rs").contains("//! Lamps\n"));
    assert_eq!(place.run(&["check"]).0, 0);
}

#[test]
fn what_is_allowed_at_the_beginning_is_noted_in_the_settings() {
    let place = Place::with(&in_two_files());
    let new = |allowed: &[&str]| place.run(&[&["new", "openapi.yaml", "--out", "client"], allowed].concat());
    let (code, _, complained) = new(&[]);
    let option = "outside-reference=/components/schemas/Pet";
    let remedy = format!(
        "help: what the description is to keep can be allowed: --allow outside-reference; \
                          or one by one, such as --allow '{option}'\n"
    );
    assert!(code == 1 && complained.ends_with(&remedy), "{complained}");
    assert!(!place.path("client").exists());
    let (code, _, complained) = new(&["--allow", option]);
    assert!(code == 0 && complained.contains("allowed by the settings: noted by `new --allow`"), "{complained}");
    let entry = "[[allow]]\ncode = \"outside-reference\"\nat = \"/components/schemas/Pet\"\n";
    assert!(place.text("client/clientsmith.toml").contains(entry));
    assert_eq!(place.run(&["check"]).0, 0);
}

#[test]
fn what_is_allowed_in_vain_is_said() {
    let place = Place::with(DESCRIPTION);
    let (code, _, complained) = place.run(&["new", "openapi.yaml", "--out", "client", "--allow", "no-such-code"]);
    assert!(code == 0 && complained.contains("unused-allowance") && complained.contains("`no-such-code`"), "{complained}");
}

#[cfg(unix)]
#[test]
fn ways_through_links_lead_to_the_description() {
    let place = Place::with(DESCRIPTION);
    fs::create_dir_all(place.path("deep/er/folder")).unwrap();
    std::os::unix::fs::symlink(place.path("deep/er/folder"), place.path("link")).unwrap();
    assert_eq!(place.run(&["new", "openapi.yaml", "--out", "link/client"]).0, 0);
    assert_eq!(run(env!("CARGO_BIN_EXE_clientsmith"), &["check"], &place.path("deep/er/folder/client")).0, 0);
    place.put("openapi.yaml", &DESCRIPTION.replace("bad]", "ugly]"));
    assert_eq!(run(env!("CARGO_BIN_EXE_clientsmith"), &["check"], &place.path("link/client")).0, 1);
}

/// The description with one schema in a file outside of its folder.
fn in_two_files() -> String {
    let pet =
        "Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}, tag: {$ref: '#/components/schemas/Tag'}}}";
    assert!(DESCRIPTION.contains(pet));
    DESCRIPTION.replace(pet, "Pet: {$ref: ../common/pet.yaml}")
}
