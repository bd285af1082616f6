//! Generated unions: a value of one of them is read as one of its alternatives and comes back as it was; no other value fails.

mod schema;
mod value;

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};
use tests::generation::generate;

use super::compile::Workspace;
use schema::{Schema, Schemas};

/// How many unions are made, and how many values of each.
const UNIONS: usize = 60;
const VALUES: usize = 40;

/// The seed of what is made; another one can be given in the environment as `SEED`.
const SEED: u64 = 13;

#[test]
fn values_of_generated_unions_come_back_as_they_were() {
    let seed = env::var("SEED").map_or(SEED, |seed| seed.parse().expect("the seed is a number"));
    let mut random = fastrand::Rng::with_seed(seed);
    let schemas = Schemas::random(UNIONS, &mut random);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unions/generated_unions");
    let description = json!({
        "openapi": "3.1.0",
        "info": {"title": "Unions", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "components": {"schemas": schemas.described()},
    });
    write(&folder.join("api.yaml"), &format!("{description:#}"));
    let generated = generate(&folder.join("api.yaml"));
    assert!(!generated.files.is_empty(), "seed {seed}: {}", generated.report);
    for (path, text) in &generated.files {
        write(&folder.join("expected").join(path), text);
    }
    write(&folder.join("wire.rs"), &wire_tests(&schemas, seed, &mut random));
    Workspace::write("unions-workspace", &[folder], &[generated]).test();
}

/// A test for each union: values of its alternatives, and any other values.
fn wire_tests(schemas: &Schemas, seed: u64, random: &mut fastrand::Rng) -> String {
    let mut text = format!("//! Values of generated unions; the seed is {seed}.\n\n");
    text += "use generated_unions_case::generated::models;\nuse generated_unions_case::probe::*;\n";
    for (name, union) in schemas.unions() {
        let others: Vec<Value> = (0..VALUES / 4).map(|_| value::any(random, 3)).collect();
        let Schema::Union { alternatives, .. } = union else { continue };
        let own: Vec<Value> =
            (0..VALUES).map(|_| value::of(random.choice(alternatives).unwrap_or(union), schemas, random, 0)).collect();
        _ = write!(
            text,
            "\n#[test]\nfn {}() {{\n    for text in {:?} {{\n        round_trip::<models::{name}>(decoded(text));\n    }}\n    \
             for text in {:?} {{\n        decoded::<models::{name}>(text);\n    }}\n}}\n",
            name.to_lowercase(),
            texts(&own),
            texts(&others),
        );
    }
    text
}

fn texts(values: &[Value]) -> Vec<String> {
    values.iter().map(Value::to_string).collect()
}

fn write(path: &Path, text: &str) {
    let folder = path.parent().expect("the file is below the folder for temporary files");
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).expect("the folder for temporary files can be written to");
}
