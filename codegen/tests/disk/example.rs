//! The first program of a new client, as `new` prints it and as its README has it: it compiles and runs.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use crate::place::Place;

/// The host of the API is the caller's, and each call needs two credentials.
const RELATIVE: &str = "\
openapi: 3.0.3
info: {title: Status, version: '1'}
servers: [{url: /api/v2}]
security: [{Key: [], Login: []}, {Key: [], Login: [], Session: []}]
paths:
  /status:
    get: {operationId: status, responses: {'200': {description: Fine., content: {application/json: {schema: {type: object}}}}}}
components:
  securitySchemes:
    Key: {type: apiKey, in: header, name: X-API-Key}
    Login: {type: http, scheme: basic}
    Session: {type: apiKey, in: cookie, name: session}
";

/// A host that is a variable without a value, no TLS, and a call with an argument of each kind of type.
const DEMANDING: &str = "\
openapi: 3.1.0
info: {title: Files, version: '1'}
servers: [{url: 'http://{tenant}.example.com/{base}', variables: {tenant: {default: ''}, base: {default: ''}}}]
security: [{Token: []}]
paths:
  /files/{kind}/{id}/{day}:
    post:
      operationId: upload
      tags: [type]
      parameters:
      - {name: kind, in: path, required: true, schema: {type: string, enum: [text, image]}}
      - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
      - {name: day, in: path, required: true, schema: {type: string, format: date}}
      - {name: at, in: query, required: true, schema: {type: string, format: date-time}}
      - {name: tags, in: query, required: true, schema: {type: array, items: {type: string}}}
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Upload'}}
          application/octet-stream: {schema: {type: string, format: binary}}
      responses: {'200': {description: Uploaded., content: {application/json: {schema: {$ref: '#/components/schemas/Upload'}}}}}
components:
  securitySchemes:
    Token: {type: http, scheme: bearer}
  schemas:
    Upload:
      type: object
      required: [name, type, content, owner, labels, parts, parent]
      properties:
        name: {type: string}
        type: {const: file}
        content: {type: string, format: byte}
        owner: {oneOf: [{$ref: '#/components/schemas/User'}, {type: string}]}
        labels: {type: object, additionalProperties: {type: string}}
        parts: {type: array, items: {$ref: '#/components/schemas/Upload'}}
        parent: {type: [string, 'null']}
    User: {type: object, required: [name, extra], properties: {name: {type: string}, extra: {}}}
";

/// Many required values, which are handed over by name, and an answer that is a stream.
const STREAMED: &str = "\
openapi: 3.1.0
info: {title: Events, version: '1'}
paths:
  /events/{a}/{b}/{c}/{d}/{e}/{f}/{g}:
    parameters:
    - {name: a, in: path, required: true, schema: {type: integer}}
    - {name: b, in: path, required: true, schema: {type: boolean}}
    - {name: c, in: path, required: true, schema: {type: number}}
    - {name: d, in: path, required: true, schema: {type: string}}
    - {name: e, in: path, required: true, schema: {type: array, items: {type: string}}}
    - {name: f, in: path, required: true, schema: {type: string, format: date}}
    - {name: g, in: path, required: true, schema: {type: string, format: date-time}}
    get:
      operationId: events
      responses: {'200': {description: Events., content: {text/event-stream: {schema: {type: string}}}}}
";

#[test]
fn the_first_program_compiles_whatever_the_call_needs() {
    for description in [DEMANDING, STREAMED] {
        let place = Place::with(description);
        let printed = begin(&place);
        let readme = rust_blocks(&place.text("client/README.md"));
        let [program, futures, untyped] = readme.as_slice() else { panic!("{readme:?}") };
        assert_eq!(*program, printed);
        user(&place, program);
        let public = |name: &str, block: &str| {
            format!("pub mod {name} {{\n{}}}\n", block.replace("\n\nfn", "\n\npub fn").replace("async", "pub async"))
        };
        place.put("user/src/lib.rs", &(public("futures", futures) + &public("untyped", untyped)));
        place.cargo("user", &["check"]);
        place.cargo("client", &["test", "--doc", "--quiet", "--no-default-features", "--features", "reqwest-without-tls"]);
    }
}

#[test]
fn the_first_program_runs_where_the_server_is_relative_and_wants_credentials() {
    let place = Place::with(RELATIVE);
    let program = begin(&place);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    assert!(program.contains("https://api.example.com"), "{program}");
    user(&place, &program.replace("https://api.example.com", &address));
    let server = thread::spawn(move || answer(&listener));
    let (code, said, complained) = place.try_cargo("user", &["run", "--quiet"]);
    assert!(code == 0 && said.contains("fine"), "{said}{complained}");
    let request = server.join().unwrap();
    assert!(request.starts_with("GET /api/v2/status HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("\r\nx-api-key: my-key\r\n"), "{request}");
    assert!(request.contains("\r\nauthorization: Basic bXktbmFtZTpteS1wYXNzd29yZA==\r\n"), "{request}");
}

/// Begins the client; returns the program that `new` prints.
fn begin(place: &Place) -> String {
    let (code, said, complained) = place.run(&["new", "openapi.yaml", "--out", "client"]);
    assert_eq!(code, 0, "{complained}");
    let (_, program) = said.split_once("and as its first program:\n").unwrap();
    program.lines().map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or_default())).collect()
}

/// A crate that uses the client.
fn user(place: &Place, program: &str) {
    let tokio = "tokio = { version = '1', features = ['macros', 'rt-multi-thread'] }";
    let manifest = format!(
        "[package]\nname = 'user'\nedition = '2024'\n\n[workspace]\n\n[dependencies]\nclient = {{ path = '../client' }}\n{tokio}\n"
    );
    place.put("user/Cargo.toml", &manifest);
    place.put("user/src/main.rs", program);
}

fn rust_blocks(readme: &str) -> Vec<String> {
    readme.split("```rust\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

/// Answers one request; returns its head.
fn answer(listener: &TcpListener) -> String {
    let (mut stream, _) = listener.accept().unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.extend(byte);
    }
    let body = "{\"status\":\"fine\"}";
    let length = body.len();
    write!(stream, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}").unwrap();
    String::from_utf8(head).unwrap()
}
