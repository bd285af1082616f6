//! The library in somebody else's build script: a client in `OUT_DIR`, taken in by `include!`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::child;

const DESCRIPTION: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All pets.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
";

/// What the client's code depends on, the default transport apart.
const MANIFEST: &str = "\
[package]
name = 'pets'
version = '1.0.0'
edition = '2024'

[workspace]

[features]
reqwest-without-tls = []
test-util = []

[dependencies]
bytes = '1'
futures-core = { version = '0.3', default-features = false, features = ['alloc'] }
http = '1'
httpdate = '1'
percent-encoding = '2'
serde = { version = '1', default-features = false, features = ['std'] }
serde_json = '1'

[build-dependencies]
clientsmith = { path = 'CLIENTSMITH' }
";

const BUILD_SCRIPT: &str = "\
//! Generates the client.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    clientsmith::Project::read(\"clientsmith.toml\")?.build()?;
    Ok(())
}
";

const MAIN: &str = "\
//! Uses the client.

include!(concat!(env!(\"OUT_DIR\"), \"/client.rs\"));

use generated::models;
use runtime::Client;

fn main() {
    let pet: models::Pet = serde_json::from_str(r#\"{\"name\":\"Rex\"}\"#).unwrap();
    let _: fn(&Client) = |client| drop(client.list_pets());
    println!(\"{}\", serde_json::to_string(&pet).unwrap());
}
";

/// A crate whose build script depends on this library. Its folder is kept, so that the library is compiled for it once.
struct Pets {
    folder: PathBuf,
}

impl Pets {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build_script/pets");
        fs::create_dir_all(folder.join("src")).unwrap();
        let pets = Self { folder };
        let library = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::copy(library.join("../Cargo.lock"), pets.folder.join("Cargo.lock")).unwrap();
        pets.put("Cargo.toml", &MANIFEST.replace("CLIENTSMITH", library.to_str().unwrap()));
        pets.put("build.rs", BUILD_SCRIPT);
        pets.put("clientsmith.toml", "description = 'openapi.yaml'\n");
        pets.put("openapi.yaml", DESCRIPTION);
        pets.put("src/main.rs", MAIN);
        pets
    }

    fn put(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }

    /// Whether it runs, what it prints, and what cargo says.
    fn run(&self) -> (bool, String, String) {
        let mut command = child::cargo(env!("CARGO_TARGET_TMPDIR"), &self.folder);
        let output = child::output(command.args(["run", "--color", "never"]));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.success(), text(output.stdout), text(output.stderr))
    }
}

#[test]
fn a_build_script_generates_a_client_and_follows_its_description() {
    let pets = Pets::new();
    let (runs, printed, said) = pets.run();
    assert!(runs && !said.contains("warning: "), "{said}");
    assert_eq!(printed, "{\"name\":\"Rex\"}\n");
    assert!(!pets.folder.join("generated.lock").exists());

    let (_, _, said) = pets.run();
    assert!(!said.contains("Compiling pets"), "{said}");

    pets.put(
        "openapi.yaml",
        &DESCRIPTION.replace("[name]", "[name, age]").replace("name: {", "age: {type: integer}\n        name: {"),
    );
    pets.put("src/main.rs", &MAIN.replace("{\"name\":\"Rex\"}", "{\"age\":7,\"name\":\"Rex\"}"));
    let (runs, printed, said) = pets.run();
    assert!(runs, "{said}");
    assert_eq!(printed, "{\"age\":7,\"name\":\"Rex\"}\n");

    pets.put("openapi.yaml", &DESCRIPTION.replace("schemas/Pet'", "schemas/Pett'"));
    let (runs, _, said) = pets.run();
    assert!(!runs && said.contains("Error: error[dangling-reference]") && said.contains("--> openapi.yaml:11:"), "{said}");
}
