//! `clientsmith amend`: from a place where the server disagrees to an overlay, and what becomes of the types.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const LATER: &str = "\
openapi: 3.1.0
info: {title: Images, version: '1'}
servers: [{url: 'https://images.example/v1'}]
paths:
  /images/json:
    get:
      operationId: listImages
      responses:
        '200':
          description: Images.
          content:
            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Image'}}}
        '404': {description: None., content: {application/json: {schema: {type: object, properties: {code: {type: integer}}}}}}
    post:
      operationId: createImage
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Image'}}}}
      responses: {'201': {description: Created.}}
  /pets/{id}: {$ref: 'paths/pet.yaml'}
components:
  schemas:
    Image:
      allOf:
        - $ref: '#/components/schemas/Named'
        - type: object
          required: [tags, size, owner, kind, state]
          properties:
            tags: {type: array, items: {type: string}}
            size: {type: integer, format: int32}
            owner: {$ref: '#/components/schemas/Named'}
            kind: {type: string, enum: [a, b]}
            state: {oneOf: [{$ref: '#/components/schemas/Named'}, {type: object, required: [since], properties: {since: {type: string}}}]}
            labels: {type: object, additionalProperties: {type: object, required: [value], properties: {value: {type: string}}}}
    Named: {type: object, required: [name], properties: {name: {type: string, description: A name.}}}
";

const PET: &str = "\
get:
  operationId: showPet
  responses:
    '200': {description: A pet., content: {application/json: {schema: {$ref: '#/x-shared/Pet'}}}}
x-shared:
  Pet: {type: object, required: [name], properties: {name: {type: string}}}
";

const SWAGGER: &str = "\
swagger: '2.0'
info: {title: Engine, version: '1'}
host: engine.example
produces: [application/json]
paths:
  /events:
    get:
      operationId: events
      produces: [application/json]
      responses: {'200': {description: Events., schema: {$ref: '#/definitions/Event'}}}
  /archive:
    get:
      operationId: archive
      responses: {'200': {description: A tarball.}}
  /export:
    get:
      operationId: export
      responses: {'200': {description: A zone., schema: {$ref: '#/definitions/Event'}}}
  /images:
    get:
      operationId: images
      responses: {'200': {description: Images., schema: {type: array, items: {$ref: '#/definitions/Image'}}}}
    post:
      operationId: pull
      parameters: [{name: body, in: body, schema: {$ref: '#/definitions/Image'}}]
      responses: {'200': {description: Progress.}}
definitions:
  Event: {type: object, properties: {id: {type: string}}}
  Image: {type: object, required: [digests], properties: {digests: {type: array, items: {type: string}}}}
";

/// A client of a description.
fn project(description: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| fs::write(folder.path().join(path), text).unwrap();
    fs::create_dir(folder.path().join("paths")).unwrap();
    write("openapi.yaml", description);
    write("paths/pet.yaml", PET);
    write("clientsmith.toml", "# Ours.\ndescription = 'openapi.yaml' # here\n\n[limits]\nfiles = 7\n");
    write("Cargo.toml", "[package]\nname = 'images-client'\n");
    folder
}

/// Exit code, standard output, standard error; and the overlay as it is then.
fn amend_with(folder: &TempDir, arguments: &[&str], input: &str) -> (i32, String, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
    command.arg("amend").args(arguments).current_dir(folder.path()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let overlay = fs::read_to_string(folder.path().join("amendments.overlay.yaml")).unwrap_or_default();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr), overlay)
}

/// Amends, and finds what is said of the types and written to the overlay.
#[track_caller]
fn assert_amends(folder: &TempDir, arguments: &[&str], types: &[&str], actions: &str) {
    let before = fs::read_to_string(folder.path().join("amendments.overlay.yaml")).unwrap_or_default();
    let (code, said, complained, overlay) = amend_with(folder, arguments, "");
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    for line in types {
        assert!(said.contains(&format!("\n  {line}\n")), "{line} is not in:\n{said}");
    }
    let added = overlay.strip_prefix(&before).expect("actions are appended");
    let is_new = |line: &&str| !line.trim_start().starts_with("description: ") || line.contains("description: x");
    let added: Vec<&str> =
        added.split("actions:\n").last().unwrap().lines().filter(is_new).map(|line| line.trim_start()).collect();
    assert_eq!(added.join("\n"), actions);
}

#[track_caller]
fn assert_fails(folder: &TempDir, arguments: &[&str], expected: &str) {
    let before = fs::read_to_string(folder.path().join("amendments.overlay.yaml")).unwrap_or_default();
    let (code, _, complained, overlay) = amend_with(folder, arguments, "");
    assert_eq!((code, complained.as_str()), (2, format!("error: {expected}\n").as_str()));
    assert_eq!(overlay, before);
}

#[test]
fn amend_says_of_schemas_what_the_server_sends() {
    let folder = project(LATER);
    let list = "GET /images/json";
    let schema = "$.components.schemas.Image.allOf[1]";
    assert_amends(
        &folder,
        &[list, "[0].tags", "--nullable"],
        &["models::Image::tags: Vec<String> → Option<Vec<String>>"],
        &format!("- target: {schema}.properties.tags\nupdate:\ntype: [array, \"null\"]"),
    );
    assert_amends(
        &folder,
        &["listImages", "[*].owner", "--nullable"],
        &["models::Image::owner: models::Named → Option<models::Named>"],
        &format!(
            "- target: {schema}.properties.owner['$ref']\nremove: true\n- target: {schema}.properties.owner\nupdate:\n\
             anyOf: [{{\"$ref\": \"#/components/schemas/Named\"}}, {{type: \"null\"}}]"
        ),
    );
    assert_amends(
        &folder,
        &[list, "[0].size", "--type", "string"],
        &["models::Image::size: i32 → String"],
        &format!(
            "- target: {schema}.properties.size.format\nremove: true\n- target: {schema}.properties.size\nupdate:\ntype: string"
        ),
    );
    assert_amends(
        &folder,
        &[list, "[0].kind", "--optional"],
        &["models::Image::kind: models::ImageKind → Option<models::ImageKind>"],
        &format!("- target: {schema}.required[?@ == 'kind']\nremove: true"),
    );
    assert_amends(
        &folder,
        &[list, "[0].labels.some-key.value", "--untyped"],
        &[],
        &format!("- target: {schema}.properties.labels.additionalProperties.properties.value.type\nremove: true"),
    );
    assert_amends(
        &folder,
        &[list, "[0].state.since", "--nullable"],
        &[],
        &format!("- target: {schema}.properties.state.oneOf[1].properties.since\nupdate:\ntype: [string, \"null\"]"),
    );
    assert_amends(
        &folder,
        &[list, "code", "--status", "404", "--type", "string"],
        &[],
        "- target: $.paths['/images/json'].get.responses['404'].content['application/json'].schema.properties.code\nupdate:\ntype: string",
    );
    let settings = fs::read_to_string(folder.path().join("clientsmith.toml")).unwrap();
    let expected =
        "# Ours.\ndescription = 'openapi.yaml' # here\noverlays = [\"amendments.overlay.yaml\"]\n\n[limits]\nfiles = 7\n";
    assert_eq!(settings, expected);
}

#[test]
fn amend_reads_errors_and_says_what_it_changed() {
    let folder = project(LATER);
    let error = "Error: GET https://images.example/v1/images/json: 200 OK, but [3].name: the property is missing\n";
    let (code, said, complained, overlay) = amend_with(&folder, &["--optional"], error);
    assert_eq!((code, complained.as_str()), (0, ""));
    let expected = "amended `#/components/schemas/Named`, which 3 places refer to\n  models::Image::name: String → Option<String>\n  \
                    models::Named::name: String → Option<String>\n";
    assert!(said.starts_with(expected), "{said}");
    assert!(said.ends_with(
        "written amendments.overlay.yaml (1 action)\nwritten clientsmith.toml (`overlays`)\nnext: clientsmith generate\n"
    ));
    // The only name that is required takes the list with it.
    let action =
        "  - target: $.components.schemas.Named.required\n    description: GET /images/json, [3].name\n    remove: true\n";
    assert!(overlay.starts_with("# ") && overlay.ends_with(action), "{overlay}");

    let other = "GET /pets/{id}: 200 OK, but name: expected a string, found 7";
    let (code, said, _, _) = amend_with(&folder, &[other, "--type", "integer", "--format", "json"], "");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &said["changed"][0]), (0, &Value::from("paths/pet.yaml#/x-shared/Pet/properties/name")));
    assert_eq!(said["differences"][0], "models::Pet::name: String → i64");
    let path = "$.paths['/pets/{id}'].get.responses['200'].content['application/json'].schema.properties.name";
    let overlay = fs::read_to_string(folder.path().join("amendments.overlay.yaml")).unwrap();
    assert!(overlay.contains(&format!("  - target: {path}\n")), "a path reaches a schema of another file: {overlay}");
}

#[test]
fn amend_says_of_bodies_what_the_server_sends() {
    let folder = project(LATER);
    assert_amends(
        &folder,
        &["showPet", "--media-type", "application/vnd.pet+json"],
        &["the types stay as they are; the code of the calls changes"],
        "- target: $.paths['/pets/{id}'].get.responses['200']\nupdate:\ncontent:\napplication/vnd.pet+json: {}\n\
         - target: $.paths['/pets/{id}'].get.responses['200'].content['application/vnd.pet+json']\n\
         copy: $.paths['/pets/{id}'].get.responses['200'].content['application/json']\n\
         - target: $.paths['/pets/{id}'].get.responses['200'].content['application/json']\nremove: true",
    );
    let create = "$.paths['/images/json'].post";
    assert_amends(
        &folder,
        &["createImage", "--media-type", "application/x-tar"],
        &["operations::untagged::CreateImageRequest::Output: () → runtime::Bytes"],
        &format!(
            "- target: {create}.responses['201']\nupdate:\ncontent:\napplication/x-tar:\nschema:\ntype: string\nformat: binary"
        ),
    );
    assert_amends(
        &folder,
        &["createImage", "--request", "tags", "--optional"],
        &["models::Image::tags: Vec<String> → Option<Vec<String>>"],
        "- target: $.components.schemas.Image.allOf[1].required[?@ == 'tags']\nremove: true",
    );
    let folder = project(SWAGGER);
    assert_amends(
        &folder,
        &["events", "--stream"],
        &["operations::untagged::EventsRequest::stream is new: () -> runtime::Opening<Self, runtime::LineStream<models::Event>>"],
        "- target: $.paths['/events'].get.produces\nremove: true\n\
         - target: $.paths['/events'].get\nupdate:\nproduces: [application/x-ndjson]",
    );
    assert_amends(
        &folder,
        &["archive", "--media-type", "application/x-tar"],
        &["operations::untagged::ArchiveRequest::Output: () → runtime::Bytes"],
        "- target: $.paths['/archive'].get\nupdate:\nproduces: [application/x-tar]\n\
         - target: $.paths['/archive'].get.responses['200']\nupdate:\nschema:\ntype: file",
    );
    assert_amends(
        &folder,
        &["export", "--media-type", "text/plain"],
        &["operations::untagged::ExportRequest::Output: models::Event → String"],
        "- target: $.paths['/export'].get\nupdate:\nproduces: [text/plain]\n\
         - target: $.paths['/export'].get.responses['200'].schema\nremove: true\n\
         - target: $.paths['/export'].get.responses['200']\nupdate:\nschema:\ntype: string",
    );
    assert_amends(
        &folder,
        &["pull", "--stream"],
        &["operations::untagged::PullRequest::Output: () → Vec<runtime::Value>"],
        "- target: $.paths['/images'].post\nupdate:\nproduces: [application/x-ndjson]\n\
         - target: $.paths['/images'].post.responses['200']\nupdate:\nschema: {}",
    );
    assert_amends(
        &folder,
        &["images", "[0].digests", "--nullable"],
        &["models::Image::digests: Vec<String> → Option<Vec<String>>"],
        "- target: $.definitions.Image.properties.digests\nupdate:\nx-nullable: true",
    );
}

#[test]
fn amend_asks_which_of_the_operations_with_one_id_is_meant() {
    let folder = project(&LATER.replace("createImage", "listImages"));
    let several = "several operations have the id `listImages`; name one as `GET /images/json` or `POST /images/json`";
    assert_fails(&folder, &["listImages", "[0].name", "--optional"], several);
    let post = ["POST /images/json", "--status", "404", "--optional"];
    assert_fails(&folder, &post, "POST /images/json has no response `404`; its responses are `201`");
}

#[test]
fn amend_writes_nothing_that_is_wrong_or_makes_no_difference() {
    let folder = project(LATER);
    let list = "GET /images/json";
    assert_fails(
        &folder,
        &["GET /image/json", "--nullable"],
        "the description has no operation `GET /image/json`; did you mean `GET /images/json`?",
    );
    assert_fails(
        &folder,
        &[list, "[0].ownr.name", "--nullable"],
        "GET /images/json: there is no `[0].ownr`: `[0]` has the properties `name`, `tags`, `size`, `owner`, `kind`, `state`, `labels`; \
         did you mean `owner`?",
    );
    assert_fails(&folder, &[list, "tags", "--nullable"], "GET /images/json: there is no `tags`: the body is a list");
    assert_fails(&folder, &[list, "[0].labels", "--optional"], "`[0].labels` is optional already; nothing was written");
    assert_fails(&folder, &[list, "[0]", "--optional"], "`[0]` is not a property; only a property can be optional");
    assert_fails(&folder, &[list, "[0].kind..x", "--optional"], "`[0].kind..x` is not a place in a body");
    assert_fails(
        &folder,
        &[list, "--media-type", "application/json"],
        "the response `200` is `application/json` already; nothing was written",
    );
    assert_fails(
        &folder,
        &[list, "[0]", "--status", "201", "--nullable"],
        "GET /images/json has no response `201`; its responses are `200`, `404`",
    );
    assert_fails(&folder, &[list, "--request", "--nullable"], "GET /images/json has no body in its request");
    assert_fails(
        &folder,
        &["createImage", "--nullable"],
        "POST /images/json: the response `201` has no schema; say what it is with --media-type",
    );
    let (code, _, complained, _) = amend_with(&folder, &["--nullable"], "it broke: badly");
    assert!(code == 2 && complained.contains("this is neither an operation nor the text of a decode error"), "{complained}");

    // An overlay that is written by hand in a way that nothing can be added to.
    let overlay = folder.path().join("amendments.overlay.yaml");
    fs::write(&overlay, "overlay: 1.0.0\nactions: [{target: $.info, update: {title: x}}]\ninfo: {}\n").unwrap();
    let expected =
        "no action can be added to `amendments.overlay.yaml`: `actions` has to be the last key, with an action per `- `";
    assert_fails(&folder, &[list, "[0].tags", "--nullable"], expected);
    fs::remove_file(&overlay).unwrap();

    let settings = folder.path().join("clientsmith.toml");
    assert_eq!(amend_with(&folder, &[list, "[0].tags", "--nullable"], "").0, 0);
    let before = fs::read_to_string(&settings).unwrap();
    assert_fails(&folder, &[list, "[0].tags", "--nullable"], "`[0].tags` may be null already; nothing was written");
    assert_eq!(fs::read_to_string(&settings).unwrap(), before);
    assert_fails(&folder, &[list, "--media-type", "tar ball"], "`tar ball` is not a media type, such as `text/plain`");

    // What paging follows has to be a list.
    let paged = "operationId: showPet\n  x-clientsmith: {pagination: {style: page, page: page, items: /pets}}\n  parameters: [{name: page, in: query, schema: {type: integer}}]";
    let list = "name: {type: string}, pets: {type: array, items: {type: string}}";
    let pet = PET.replace("operationId: showPet", paged).replace("name: {type: string}", list).replace("[name]", "[pets]");
    fs::write(folder.path().join("paths/pet.yaml"), pet).unwrap();
    let before = fs::read_to_string(&overlay).unwrap();
    let (code, _, complained, after) = amend_with(&folder, &["showPet", "pets", "--type", "string"], "");
    assert!(code == 1 && complained.contains("error[invalid-pagination]: `/pets` leads to no list"), "{complained}");
    assert!(complained.ends_with("error: with this, the description has 1 new error; nothing was written\n"), "{complained}");
    assert_eq!(after, before);
}
