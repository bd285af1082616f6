//! A record is kept: whatever names it has, in whatever order a description says things, and whatever is added to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clientsmith::record::{Adoption, Item, Kind, Record};
use serde_yaml::{Mapping, Value};
use tempfile::TempDir;
use tests::generation::{Generated, generate_adopting, generate_after};
use tests::permutation::permutations;

use super::{CASES, GENERATED, surface};

/// Names that are the same in every client.
const FIXED: [&str; 13] = [
    "models",
    "operations",
    "servers",
    "untagged",
    "Client",
    "ClientBuilder",
    "DEFAULT",
    "new",
    "at",
    "as_str",
    "as_i64",
    "Output",
    "Error",
];

/// The same name in other words.
fn other_name(item: &Item, name: &str) -> String {
    let is_of_runtime = matches!(item.kind, Kind::Method | Kind::Alias) && item.key.as_str().contains(" own ");
    if FIXED.contains(&name)
        || is_of_runtime
        || item.key.as_str() == "client"
        || item.key.as_str().ends_with(" own event own unknown")
    {
        return name.to_owned();
    }
    match item.kind {
        Kind::Constant => format!("{name}_KEPT"),
        Kind::Struct | Kind::Enum | Kind::Alias | Kind::Variant | Kind::Place => format!("{name}Kept"),
        Kind::Feature => name.to_owned(),
        _ => format!("{}_kept", name.trim_end_matches('_')),
    }
}

/// The same record with other names, and what each path has become.
fn renamed(record: &Record) -> Record {
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for item in record.items() {
        let name = item.path.rsplit("::").next().unwrap_or_default();
        names.insert(&item.path, other_name(item, name));
    }
    let renamed = |path: &str| {
        let mut whole = String::new();
        let mut parts = Vec::new();
        for part in path.split("::") {
            whole = if whole.is_empty() { part.to_owned() } else { format!("{whole}::{part}") };
            parts.push(names.get(whole.as_str()).map_or(part, String::as_str));
        }
        parts.join("::")
    };
    record.items().map(|item| Item { path: renamed(&item.path), ..item.clone() }).collect()
}

/// The keys, kinds and paths of a record.
fn paths(record: &Record) -> Vec<String> {
    record.items().map(|item| format!("{} = {} {}", item.key, item.kind.word(), item.path)).collect()
}

#[track_caller]
fn assert_kept(case: &Path, recorded: &[String], found: &[String]) {
    let lost: Vec<_> = recorded.iter().filter(|item| !found.contains(item)).collect();
    let keys: Vec<_> = lost.iter().map(|item| item.rsplit_once(' ').map_or("", |(key, _)| key)).collect();
    let instead: Vec<_> =
        found.iter().filter(|item| keys.iter().any(|key| item.starts_with(key)) && !recorded.contains(item)).collect();
    assert!(lost.is_empty(), "{}: lost {lost:#?}, instead {instead:#?}", case.display());
}

#[test]
fn names_that_would_be_chosen_otherwise_are_kept() {
    for (case, generated) in CASES.iter().zip(&*GENERATED) {
        // Names that the description gives are not from the record.
        let text = fs::read_to_string(case.join("api.yaml")).expect("the case has a description");
        if text.contains("x-clientsmith: {name: ") || case.join("api.toml").exists() {
            continue;
        }
        let record = renamed(&generated.record);
        let again = generate_after(&case.join("api.yaml"), record.clone());
        assert_kept(case, &paths(&record), &paths(&again.record));
    }
}

#[test]
fn to_adopt_everything_gives_a_new_client_and_aliases() {
    let all = || Adoption { addresses: vec![Adoption::ALL.to_owned()], ..Adoption::default() };
    for (case, generated) in CASES.iter().zip(&*GENERATED).filter(|(case, _)| !case.join("api.api").exists()) {
        let path = case.join("api.yaml");
        let adopted = generate_adopting(&path, renamed(&generated.record), all());
        assert!(!adopted.files.is_empty(), "{}: {}", case.display(), adopted.report);
        let paths = |record: &Record| -> Vec<Item> {
            record.items().filter(|item| item.key.before_former().is_none()).cloned().collect()
        };
        assert_eq!(paths(&adopted.record), paths(&generated.record), "{}", case.display());
        // The aliases are public, and in the record.
        let plain = |line: &String| line.replace(",)", ")");
        let features = |line: &&String| !line.starts_with("feature ");
        let computed: BTreeSet<String> = adopted.surface.iter().filter(features).map(plain).collect();
        let emitted: BTreeSet<String> = surface::of(&adopted.files).iter().map(plain).collect();
        let differs: Vec<_> = computed.symmetric_difference(&emitted).collect();
        assert!(differs.is_empty(), "{}: {differs:#?}", case.display());
        // They stay as they are, and go when they are adopted themselves.
        let again = generate_after(&path, adopted.record.clone());
        assert_eq!((&again.files, &again.record), (&adopted.files, &adopted.record), "{}", case.display());
        let without = generate_adopting(&path, adopted.record, all());
        assert_eq!((&without.files, &without.record), (&generated.files, &generated.record), "{}", case.display());
    }
}

/// The cases whose description is one file, with its content.
fn descriptions() -> impl Iterator<Item = (&'static Path, &'static Generated, Value)> {
    CASES.iter().zip(&*GENERATED).filter_map(|(case, generated)| {
        let entries = fs::read_dir(case).expect("the case is a folder").map(|entry| entry.expect("it is listed").file_name());
        let is_known =
            |name: &str| ["api.yaml", "api.toml", "wire.rs", "warnings.txt", "expected", "generated.api"].contains(&name);
        if !entries.into_iter().all(|name| name.to_str().is_some_and(is_known)) || case.join("api.toml").exists() {
            return None;
        }
        let text = fs::read_to_string(case.join("api.yaml")).expect("the case has a description");
        let value: Value = serde_yaml::from_str(&text).ok()?;
        // Some numbers are written otherwise.
        let is_same = generated_after(&value, Record::default()).record == generated.record;
        is_same.then_some((case.as_path(), generated, value))
    })
}

/// Generates from a description after it was generated from another one.
fn generated_after(description: &Value, record: Record) -> Generated {
    let folder = TempDir::new().expect("there can be a folder");
    let path = folder.path().join("api.yaml");
    fs::write(&path, serde_yaml::to_string(description).expect("it is YAML")).expect("it can be written");
    generate_after(&path, record)
}

#[test]
fn the_order_of_a_description_changes_nothing() {
    for (case, generated, description) in descriptions() {
        let record = generated.record.to_string();
        for permuted in permutations(&description) {
            let found = generated_after(&permuted, generated.record.clone()).record.to_string();
            let differs: Vec<_> = similar::TextDiff::from_lines(&record, &found)
                .iter_all_changes()
                .filter(|change| change.tag() != similar::ChangeTag::Equal)
                .map(|change| change.to_string())
                .collect();
            assert!(differs.is_empty(), "{}: {}", case.display(), differs.concat());
        }
    }
}

/// Adds an entry before all others.
fn prepend(mapping: &mut Mapping, key: &str, value: Value) {
    if !mapping.contains_key(key) {
        let rest = std::mem::take(mapping);
        mapping.insert(key.into(), value);
        mapping.extend(rest);
    }
}

/// Adds items of which each would have exactly the name of one that there is.
fn with_rivals(description: &Value, record: &Record) -> Value {
    let mut description = description.clone();
    for item in record.items() {
        let name = item.path.rsplit("::").next().unwrap_or_default();
        let words = item.key.words();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match (item.kind, &words[..]) {
            (Kind::Struct | Kind::Enum | Kind::Alias, [place, ..]) if place.starts_with("#/components/schemas/") => {
                let schemas = description.get_mut("components").and_then(|components| components.get_mut("schemas"));
                let schema = serde_yaml::from_str("{type: object, properties: {added: {type: string}}}");
                if let (Some(Value::Mapping(schemas)), Ok(schema)) = (schemas, schema) {
                    prepend(schemas, name, schema);
                }
            }
            (Kind::Field, [place, property]) if property.strip_prefix('.').is_some_and(|property| property != name) => {
                let schema = place
                    .strip_prefix("#/components/schemas/")
                    .and_then(|name| description.get_mut("components")?.get_mut("schemas")?.get_mut(name));
                if let Some(Value::Mapping(properties)) = schema.and_then(|schema| schema.get_mut("properties")) {
                    prepend(properties, name, serde_yaml::from_str("{type: string}").expect("it is YAML"));
                }
            }
            (Kind::Variant, [place, value]) if value.starts_with('=') => {
                let schema = place
                    .strip_prefix("#/components/schemas/")
                    .and_then(|name| description.get_mut("components")?.get_mut("schemas")?.get_mut(name));
                if let Some(Value::Sequence(values)) = schema.and_then(|schema| schema.get_mut("enum")) {
                    let rival = Value::from(name);
                    if values.len() > 1 && values.iter().all(Value::is_string) && !values.contains(&rival) {
                        values.insert(0, rival);
                    }
                }
            }
            (Kind::Method, [method, path]) if path.starts_with('/') => {
                let operation = description.get("paths").and_then(|paths| paths.get(*path)?.get(method.to_lowercase()));
                let tags = operation.and_then(|operation| operation.get("tags")).cloned();
                if let Some(Value::Mapping(paths)) = description.get_mut("paths") {
                    let mut added: Value =
                        serde_yaml::from_str("{get: {responses: {'204': {description: Done.}}}}").expect("it is YAML");
                    added["get"]["operationId"] = name.into();
                    added["get"].as_mapping_mut().expect("it is one").extend(tags.map(|tags| (Value::from("tags"), tags)));
                    prepend(paths, &format!("/added/{}/{name}", paths.len()), added);
                }
            }
            _ => {}
        }
    }
    description
}

#[test]
fn what_is_added_takes_no_name() {
    for (case, generated, description) in descriptions() {
        let again = generated_after(&with_rivals(&description, &generated.record), generated.record.clone());
        assert!(!again.files.is_empty(), "{}: {}", case.display(), again.report);
        assert_kept(case, &paths(&generated.record), &paths(&again.record));
    }
}

/// The types of fields after a description of some schemas is generated, and then others of the same names.
fn fields(before: &str, after: &str) -> Vec<String> {
    let description = |schemas: &str| {
        let text = format!("{{openapi: 3.1.0, info: {{title: A, version: '1'}}, components: {{schemas: {schemas}}}}}");
        serde_yaml::from_str(&text).expect("it is YAML")
    };
    let record = generated_after(&description(before), Record::default()).record;
    let again = generated_after(&description(after), record).record;
    let kinds = [Kind::Field, Kind::Variant].into_iter().flat_map(|kind| again.of_kind(kind).collect::<Vec<_>>());
    kinds
        .filter(|item| item.ty.contains("models::"))
        .map(|item| format!("{}: {}", item.path.replace("models::", ""), item.ty))
        .collect()
}

fn object(properties: &[(&str, &str)]) -> String {
    let property = |(name, target): &(&str, &str)| format!("{name}: {{$ref: '#/components/schemas/{target}'}}");
    let properties: Vec<String> = properties.iter().map(property).collect();
    format!("{{type: object, properties: {{name: {{type: string}}, {}}}}}", properties.join(", "))
}

#[test]
fn only_what_is_new_is_boxed_for_a_new_cycle() {
    let pair = |a: &[(&str, &str)], b: &[(&str, &str)]| format!("{{A: {}, B: {}}}", object(a), object(b));
    let (chain, ring) = (pair(&[("b", "B")], &[]), pair(&[("b", "B")], &[("a", "A")]));
    assert_eq!(fields(&ring, &ring), ["A::b: Option<Box<models::B>>", "B::a: Option<Box<models::A>>"]);
    assert_eq!(fields(&chain, &ring), ["A::b: Option<models::B>", "B::a: Option<Box<models::A>>"]);
    // A box stays when the cycle is gone.
    assert_eq!(fields(&ring, &chain), ["A::b: Option<Box<models::B>>"]);
    // What was another model is new.
    let other = format!("{{A: {}, B: {}, C: {}}}", object(&[("b", "B")]), object(&[("c", "C")]), object(&[]));
    let back = format!("{{A: {}, B: {}, C: {}}}", object(&[("b", "B")]), object(&[("c", "A")]), object(&[]));
    assert_eq!(fields(&other, &back), ["A::b: Option<models::B>", "B::c: Option<Box<models::A>>"]);
}

#[test]
fn a_chain_that_was_cut_stays_cut() {
    let chain = |length: usize| {
        let link = |number| format!("S{number}: {{type: array, items: {}}}", object(&[("next", &format!("S{}", number + 1))]));
        format!("{{{}, S{length}: {}}}", (0..length).map(link).collect::<Vec<_>>().join(", "), object(&[]))
    };
    let long = fields(&chain(40), &chain(40));
    let shorter = fields(&chain(40), &chain(25));
    assert_ne!(shorter, fields(&chain(25), &chain(25)));
    assert!(shorter.iter().all(|field| long.contains(field) || field.contains("S25>")), "{shorter:#?}");
}
