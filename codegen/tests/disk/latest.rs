//! A run that would come to the same as the latest one says so at once, and never where it would not.

use std::fs;

use crate::place::{DESCRIPTION, Place};

/// What the latest run is known by.
const LATEST: &str = "client/.clientsmith/latest.json";

const SETTINGS: &str = "client/clientsmith.toml";
const GENERATE: [&str; 5] = ["generate", "--settings", SETTINGS, "--format", "json"];
const CHECK: [&str; 5] = ["check", "--settings", SETTINGS, "--format", "json"];

/// A client, and a place in which `generate` has run twice.
fn generated(description: &str) -> Place {
    let place = Place::begun(description);
    for _ in 0..2 {
        assert_eq!(place.run(&GENERATE).0, 0);
    }
    place
}

/// The report without the time that it took.
fn report(place: &Place, arguments: &[&str]) -> (i32, serde_json::Value) {
    let (code, said, _) = place.run(arguments);
    let mut object: serde_json::Value = serde_json::from_str(&said).unwrap();
    object.as_object_mut().unwrap().remove("duration_ms");
    (code, object)
}

/// Whether the next run repeats what the latest said: it does if that is not what any run says.
fn is_recalled(place: &Place) -> bool {
    let latest = place.text(LATEST);
    place.put(LATEST, &latest.replace("\"models\":", "\"models\":90"));
    let (_, report) = report(place, &CHECK);
    let models = report["summary"]["models"].as_u64();
    place.put(LATEST, &latest);
    models.is_some_and(|models| models >= 90)
}

#[test]
fn the_same_is_said_as_the_long_way() {
    let warned =
        DESCRIPTION.replace("  /owners:", "  /pets?kind=cat:\n    get: {responses: {'204': {description: None.}}}\n  /owners:");
    for description in [DESCRIPTION, &warned] {
        let place = generated(description);
        for arguments in [&GENERATE[..], &CHECK, &GENERATE[..3], &CHECK[..3]] {
            let (code, said, complained) = place.run(arguments);
            assert!(is_recalled(&place));
            let latest = place.text(LATEST);
            fs::remove_file(place.path(LATEST)).unwrap();
            let (long_code, long_said, long_complained) = place.run(arguments);
            place.put(LATEST, &latest);
            let timeless = |said: &str| match serde_json::from_str::<serde_json::Value>(said) {
                Ok(mut object) => {
                    object.as_object_mut().unwrap().remove("duration_ms");
                    object.to_string()
                }
                Err(_) => said.rsplit_once(" in ").unwrap().0.to_owned(),
            };
            assert_eq!((code, timeless(&said), complained), (long_code, timeless(&long_said), long_complained));
        }
    }
}

#[test]
fn whatever_changes_is_found() {
    let place = generated(DESCRIPTION);
    assert!(is_recalled(&place));
    let model = "client/src/generated/models/pet.rs";
    for path in ["openapi.yaml", SETTINGS, "client/generated.lock", "client/build.rs", model, "client/src/runtime/mod.rs"] {
        let text = place.text(path);
        place.put(path, &format!("{text}\n#\n"));
        assert!(!is_recalled(&place), "{path}");
        place.put(path, &text);
        assert!(is_recalled(&place), "{path}");
        fs::remove_file(place.path(path)).unwrap();
        assert!(path == SETTINGS || !is_recalled(&place), "{path}");
        place.put(path, &text);
    }
    place.put("client/src/generated/models/stray.rs", "");
    assert!(!is_recalled(&place));
    fs::remove_file(place.path("client/src/generated/models/stray.rs")).unwrap();
    let manifest = place.text("client/Cargo.toml");
    place.put("client/Cargo.toml", &manifest.replace("bytes", "chars"));
    assert!(!is_recalled(&place));
    place.put("client/Cargo.toml", &manifest.replace("name = \"client\"", "name = \"other\""));
    assert!(!is_recalled(&place));
    place.put("client/Cargo.toml", &manifest);
    assert!(is_recalled(&place));
}

#[test]
fn another_program_or_another_folder_goes_the_long_way() {
    let place = generated(DESCRIPTION);
    let latest: serde_json::Value = serde_json::from_str(&place.text(LATEST)).unwrap();
    for name in ["program", "place", "lock"] {
        let mut other = latest.clone();
        other[name] = "other".into();
        place.put(LATEST, &other.to_string());
        assert!(!is_recalled(&place), "{name}");
    }
    place.put(LATEST, "{");
    assert!(report(&place, &GENERATE).0 == 0 && is_recalled(&place));
}

#[test]
fn what_is_denied_or_asked_for_beside_is_found_again() {
    let warned =
        DESCRIPTION.replace("  /owners:", "  /pets?kind=cat:\n    get: {responses: {'204': {description: None.}}}\n  /owners:");
    let place = generated(&warned);
    assert_eq!(place.run(&["generate", "--settings", SETTINGS, "--deny", "warnings"]).0, 1);
    let (code, report) = report(&place, &["generate", "--settings", SETTINGS, "--format", "json", "--report", "untyped"]);
    assert!(code == 0 && report["untyped"].is_array(), "{report}");
}

#[test]
fn no_version_control_takes_it_up() {
    assert_eq!(generated(DESCRIPTION).text("client/.clientsmith/.gitignore"), "*\n");
}
