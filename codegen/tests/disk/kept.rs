//! What was recorded comes back: after it was left out, after its group was empty, and where a name is no longer valid.

use std::fs;

use crate::place::{DESCRIPTION, Place};
use crate::record::generate;

const API: &str = "client/generated.api";
const SETTINGS: &str = "client/clientsmith.toml";

/// A client with other names for a call, a field, a model and a variant than those that would be derived.
fn renamed() -> Place {
    let place = Place::begun(DESCRIPTION);
    let mut record = place.text(API);
    for (derived, kept) in [
        ("owners::Owners::create", "owners::Owners::register"),
        ("-> CreateRequest", "-> RegisterRequest"),
        ("owners::CreateRequest", "owners::RegisterRequest"),
        ("models::Owner::name", "models::Owner::full_name"),
        ("models::Tag::Good", "models::Tag::Fine"),
        ("models::Unneeded", "models::Spare"),
    ] {
        assert!(record.contains(derived), "{record}");
        record = record.replace(derived, kept);
    }
    place.put(API, &record);
    generate(&place, DESCRIPTION);
    // The files that only the former names had are gone.
    assert_eq!(place.text(API), record);
    place
}

#[test]
fn other_names_are_kept_and_compile() {
    let place = renamed();
    place.put(
        "client/examples/kept.rs",
        "use client::models::{Owner, Tag};\nuse client::operations::owners::RegisterRequest;\n\n\
         fn register(client: &client::Client) -> RegisterRequest {\n    \
         client.owners().register(Owner::new().full_name(\"Ann\"))\n}\n\n\
         fn main() {\n    let _ = (register, Tag::Fine);\n}\n",
    );
    place.cargo("client", &["check", "--example", "kept"]);
}

#[test]
fn what_the_settings_leave_out_comes_back_under_its_names() {
    let place = renamed();
    let (settings, record) = (place.text(SETTINGS), place.public_api());
    for left_out in [
        "exclude = { tags = ['owners'] }\n",
        "include = { paths = ['/owners'] }\n",
        "exclude = { paths = ['/*'] }\n",
        "features = false\n",
    ] {
        place.put(SETTINGS, &format!("{settings}{left_out}"));
        // A call that would have the name of one that is left out.
        let rival = "  /new: {post: {tags: [owners], operationId: register, responses: {'204': {description: Done.}}}}\n";
        generate(&place, DESCRIPTION);
        generate(&place, &DESCRIPTION.replace("paths:\n", &format!("paths:\n{rival}")));
        let kept = place.public_api();
        let gone = |line: &&str| !line.contains(" if ") && !line.contains("all-groups") && !kept.contains(*line);
        let gone: Vec<&str> = record.lines().filter(gone).collect();
        assert!(gone.is_empty(), "{left_out}: {gone:#?}");
        place.put(SETTINGS, &settings);
        generate(&place, DESCRIPTION);
        let gone: Vec<_> = place.public_api().lines().filter(|line| !record.contains(*line)).map(str::to_owned).collect();
        assert!(gone.is_empty(), "{left_out}: {gone:#?}");
    }
}

#[test]
fn a_group_without_calls_keeps_its_feature_and_method() {
    let place = Place::begun(DESCRIPTION);
    let (before, rest) = DESCRIPTION.split_once("  /owners:\n").unwrap();
    let after = &rest[rest.find("  /reqwest:").unwrap()..];
    generate(&place, &format!("{before}{after}"));
    place.put(
        "client/examples/group.rs",
        "fn group(client: &client::Client) -> client::operations::owners::Owners {\n    client.owners()\n}\n\n\
         fn main() {\n    let _ = group;\n}\n",
    );
    place.cargo("client", &["check", "--example", "group", "--no-default-features", "--features", "reqwest,owners,pets"]);
    let group = place.text("client/src/generated/operations/owners/mod.rs");
    assert!(group.contains("/// The API has none of its calls any more."), "{group}");
    // A model stays in the features that it was in.
    let owner = place.public_api();
    assert!(owner.contains("#/components/schemas/Owner = struct models::Owner if owners|pets\n"), "{owner}");
    generate(&place, DESCRIPTION);
    assert!(place.text(API).contains("POST /owners = fn operations::owners::Owners::create("));
}

#[test]
fn a_name_that_is_no_longer_valid_is_reported() {
    let place = Place::begun(DESCRIPTION);
    let record = place.text(API).replace("models::Owner::name", "models::Owner::type").replace("models::Kind", "models::Vec");
    place.put(API, &record);
    let (code, _, complained) = place.run(&["generate"]);
    assert_eq!(code, 0, "{complained}");
    for reserved in ["type", "Vec"] {
        assert!(complained.contains("warning[reserved-name]") && complained.contains(&format!("`{reserved}`")), "{complained}");
    }
    assert!(place.text(API).contains("models::Owner::name"), "{}", place.text(API));
    assert!(fs::metadata(place.path("client/src/generated/models/kind.rs")).is_ok());
}
