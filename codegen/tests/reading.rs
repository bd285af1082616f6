//! Reading: from text to nodes, and from nodes back to places in the text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

use clientsmith::{
    diagnostic::{Diagnostics, Part, Place, Problem},
    limits::{Limit, Limits},
    listing::{Style, render, to_json},
    node::{Node, Value},
    pointer::Pointer,
    source::{Description, Sources},
};

/// What a file turned out to be.
struct Reading {
    sources: Sources,
    node: Option<Node>,
    diagnostics: Diagnostics,
}

impl Reading {
    fn of(path: &str, text: &str) -> Self {
        let mut sources = Sources::default();
        let mut diagnostics = Diagnostics::default();
        let file = sources.add_text(path, text.to_owned());
        let node = sources.parse(file, &mut diagnostics);
        diagnostics.sort(&sources);
        Self { sources, node, diagnostics }
    }

    #[track_caller]
    fn at(&self, pointer: &str) -> &Node {
        let root = self.node.as_ref().expect("the text is well formed");
        let pointer = Pointer::parse(pointer).expect("the pointer is well formed");
        root.lookup(&pointer).unwrap_or_else(|| panic!("there is no {pointer}"))
    }

    /// Line, column and text of values (`/a`) and of keys (`key /a`), all found in one go.
    #[track_caller]
    fn places(&self, pointers: &[&str]) -> String {
        let wanted: Vec<_> = pointers
            .iter()
            .map(|pointer| match pointer.strip_prefix("key ") {
                Some(pointer) => (self.at(pointer).at, Part::Key),
                None => (self.at(pointer).at, Part::Value),
            })
            .collect();
        let mut text = String::new();
        for (pointer, location) in pointers.iter().zip(self.sources.locate(&wanted)) {
            let shown = &self.sources.text(location.file)[location.span.clone()];
            writeln!(text, "{pointer} {}:{} {shown}", location.line, location.column).expect("a string takes anything");
        }
        text
    }

    /// Code, line and column of each problem.
    fn problems(&self) -> String {
        let shown = to_json(&self.diagnostics, &self.sources);
        let mut problems = String::new();
        for line in shown.lines() {
            let problem: serde_json::Value = serde_json::from_str(line).expect("every line is an object");
            for place in problem["places"].as_array().expect("every problem has places") {
                let code = problem["code"].as_str().unwrap_or_default();
                writeln!(problems, "{code} {}:{}", place["line"], place["column"]).expect("memory suffices");
            }
        }
        problems
    }
}

fn yaml(text: &str) -> Reading {
    Reading::of("openapi.yaml", text)
}

fn json(text: &str) -> Reading {
    Reading::of("openapi.json", text)
}

#[test]
fn yaml_places() {
    let reading = yaml(
        r#"# a comment
openapi: 3.1.0   # the version
"é\u0041": 'it''s'
'/pets/{id}':
  get: {tags: [a, "b c", -1.5], x: {}, y: [ ]}
  list:
  - one
  - name: two
    text: |  # literal
      several
      lines
  - - deep
  - {flow: [1]}
  - []
folded: plain text
  on two lines
quoted: "first
  second"
anchored: &anchor
  type: &type string
uses:
- *anchor
- *type
again: *anchor
empty:
? complex
: true
"#,
    );
    assert_eq!(
        reading.places(&[
            "",
            "/openapi",
            "key /openapi",
            "/éA",
            "key /éA",
            "/~1pets~1{id}",
            "/~1pets~1{id}/get",
            "/~1pets~1{id}/get/tags",
            "/~1pets~1{id}/get/tags/0",
            "/~1pets~1{id}/get/tags/1",
            "/~1pets~1{id}/get/tags/2",
            "/~1pets~1{id}/get/x",
            "/~1pets~1{id}/list/0",
            "/~1pets~1{id}/list/1",
            "/~1pets~1{id}/list/1/text",
            "key /~1pets~1{id}/list/1/text",
            "/~1pets~1{id}/list/2",
            "/~1pets~1{id}/list/2/0",
            "/~1pets~1{id}/list/3",
            "/~1pets~1{id}/list/3/flow/0",
            "/~1pets~1{id}/list/4",
            "/folded",
            "/quoted",
            "/anchored",
            "/anchored/type",
            "/uses/0",
            "/uses/0/type",
            "/uses/1",
            "/again",
            "/again/type",
            "/empty",
            "key /empty",
            "/complex",
            "key /complex",
        ]),
        r#" 2:1 openapi
/openapi 2:10 3.1.0
key /openapi 2:1 openapi
/éA 3:12 'it''s'
key /éA 3:1 "é\u0041"
/~1pets~1{id} 4:1 '/pets/{id}'
/~1pets~1{id}/get 5:3 get
/~1pets~1{id}/get/tags 5:9 tags
/~1pets~1{id}/get/tags/0 5:16 a
/~1pets~1{id}/get/tags/1 5:19 "b c"
/~1pets~1{id}/get/tags/2 5:26 -1.5
/~1pets~1{id}/get/x 5:33 x
/~1pets~1{id}/list/0 7:5 one
/~1pets~1{id}/list/1 8:5 name
/~1pets~1{id}/list/1/text 9:11 |
key /~1pets~1{id}/list/1/text 9:5 text
/~1pets~1{id}/list/2 12:5 -
/~1pets~1{id}/list/2/0 12:7 deep
/~1pets~1{id}/list/3 13:5 {
/~1pets~1{id}/list/3/flow/0 13:13 1
/~1pets~1{id}/list/4 14:5 [
/folded 15:9 plain text
/quoted 17:9 "first
/anchored 19:1 anchored
/anchored/type 20:15 string
/uses/0 22:3 *anchor
/uses/0/type 20:15 string
/uses/1 23:3 *type
/again 24:1 again
/again/type 20:15 string
/empty 25:7 
key /empty 25:1 empty
/complex 27:3 true
key /complex 26:3 complex
"#
    );
}

#[test]
fn json_places() {
    let reading = json("{\n\t\"a\\\"b\" : [ 1, {\"é\": \"ü\", \"x\": -1.5e3} ,\n[ ], true ],\r\n \"c\":null}");
    assert_eq!(
        reading.places(&["", "/a\"b", "/a\"b/0", "/a\"b/1", "/a\"b/1/x", "key /a\"b/1/x", "/a\"b/2", "/a\"b/3", "/c", "key /c"]),
        r#" 1:1 {
/a"b 2:2 "a\"b"
/a"b/0 2:13 1
/a"b/1 2:16 {
/a"b/1/x 2:32 -1.5e3
key /a"b/1/x 2:27 "x"
/a"b/2 3:1 [
/a"b/3 3:6 true
/c 4:6 null
key /c 4:2 "c"
"#
    );
}

#[test]
fn places_are_the_same_with_mark_and_carriage_returns() {
    let unix = "a:\n  - b: |\n      text\n    c: x\n";
    let windows = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
    let pointers = ["/a/0", "/a/0/b", "/a/0/c", "key /a/0/c"];
    let (unix, windows) = (yaml(unix), yaml(&windows));
    assert_eq!(unix.places(&pointers), windows.places(&pointers));
    assert_eq!(windows.at("/a/0/b").as_str(), Some("text\n"));
    assert_eq!(unix.node, windows.node);
}

#[test]
fn lines_end_in_line_feeds_only() {
    let reading = yaml("a: \"x\u{2028}y\u{85}z\"\nb: 'one' # \u{2029}\nc: [two]\n");
    assert_eq!(reading.places(&["/b", "/c/0"]), "/b 2:4 'one'\n/c/0 3:5 two\n");
}

#[test]
fn places_after_what_was_not_read() {
    let nested = |inside: &str| format!("{}{inside}{}", "[".repeat(101), "]".repeat(101));
    let in_yaml = yaml(&format!("a: {}\nb: {{c: 1}}\n", nested("x, y")));
    let in_json = json(&format!("{{\"a\": {},\n\"b\": {{\"c\": 1}}}}", nested("1, 2")));
    assert_eq!(in_yaml.places(&["/b/c"]), "/b/c 2:8 1\n");
    assert_eq!(in_json.places(&["/b/c"]), "/b/c 2:12 1\n");
    assert_eq!(in_yaml.problems(), "too-deep 1:103\n");
    assert_eq!(in_json.problems(), "too-deep 1:106\n");
}

#[test]
fn pointers_lead_back() {
    let reading = yaml("paths:\n  /a~b:\n  - x: 1\n");
    let at = reading.at("/paths/~1a~0b/0/x").at;
    assert_eq!(reading.sources.pointer(at).to_string(), "/paths/~1a~0b/0/x");
    assert_eq!(reading.sources.path(reading.sources.file(at)), "openapi.yaml");
}

#[test]
fn several_files_at_once() {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let mut add = |path: &str, text: &str| {
        let file = sources.add_text(path, text.to_owned());
        sources.parse(file, &mut diagnostics).expect("it is well formed")
    };
    let (a, b) = (add("a.yaml", "x:\n  y: 1\n"), add("b.json", "{\"x\":\n 2}"));
    let wanted = [b.get("x"), Some(&a), a.get("x")].map(|node| (node.expect("it is there").at, Part::Value));
    let found = sources.locate(&wanted).into_iter();
    let found = found.map(|place| format!("{}:{}:{}", sources.path(place.file), place.line, place.column));
    assert_eq!(found.collect::<Vec<_>>(), ["b.json:2:2", "a.yaml:1:1", "a.yaml:1:1"]);
}

#[test]
fn numbers_are_exact() {
    for (text, value) in [
        ("0", Value::Integer(0)),
        ("-0", Value::Integer(0)),
        ("-9223372036854776000", Value::Integer(-9_223_372_036_854_776_000)),
        ("18446744073709551616", Value::Integer(18_446_744_073_709_551_616)),
        ("170141183460469231731687303715884105727", Value::Integer(i128::MAX)),
        ("170141183460469231731687303715884105728", Value::Float(170141183460469231731687303715884105728.0)),
        ("1.0", Value::Float(1.0)),
        ("1e3", Value::Float(1000.0)),
        ("4.35", Value::Float(4.35)),
        ("0.9999999999999999e0", Value::Float(0.9999999999999999)),
        ("1.7976931348623157e308", Value::Float(f64::MAX)),
    ] {
        for reading in [yaml(&format!("a: {text}")), json(&format!("{{\"z\": 0.5, \"a\": {text}}}"))] {
            assert_eq!(reading.at("/a").value, value, "{text}");
            assert_eq!(reading.sources.scalar_text(reading.at("/a").at), Some(text));
        }
    }
}

#[test]
fn scalars_keep_their_text() {
    let reading = yaml("version: 1.10 # ten\nlist: [0x1F, True, ~, 1.50, text]\n? 007\n: !!int \"3\"\nlast: no");
    let text = |pointer| reading.sources.scalar_text(reading.at(pointer).at);
    assert_eq!(text("/version"), Some("1.10"));
    assert_eq!(["/list/0", "/list/1", "/list/2", "/list/3"].map(text), ["0x1F", "True", "~", "1.50"].map(Some));
    assert_eq!((text("/007"), text("/list/4"), text("/list")), (Some("3"), None, None));
    assert_eq!(reading.at("/last").as_str(), Some("no"));
}

#[test]
fn keys_are_text() {
    let reading = yaml("200: a\n1.10: b\ntrue: c\nno: d\n\"null\": e\n\"<<\": f\n'': g\n");
    let keys = reading.at("").as_mapping().expect("it is a mapping").keys();
    assert_eq!(keys.collect::<Vec<_>>(), ["200", "1.10", "true", "no", "null", "<<", ""]);
    assert!(reading.diagnostics.is_empty());
}

#[test]
fn merges_yield_to_explicit_keys() {
    let reading = yaml(
        "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\n\
         one:\n  <<: *base\n  b: 5\nlist:\n  b: 6\n  <<: [*base, *other]\n  d: 7\n",
    );
    assert!(reading.diagnostics.is_empty());
    let entries = |pointer| {
        let mapping = reading.at(pointer).as_mapping().expect("it is a mapping");
        mapping.iter().map(|(key, node)| format!("{key}{}", node.as_integer().unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(entries("/one"), ["a1", "b5"]);
    assert_eq!(entries("/list"), ["b6", "a1", "c4", "d7"]);
    assert_eq!(reading.places(&["/one/a", "/one/b", "/list/c"]), "/one/a 1:17 1\n/one/b 5:6 5\n/list/c 2:25 4\n");
    assert_eq!(reading.sources.pointer(reading.at("/list/c").at).to_string(), "/list/<</1/c");
}

#[test]
fn json_that_is_yaml_after_all() {
    for text in ["{a: 1}", "{\"a\": 1,}", "[{a: 1}]", "{\"a\": 1} # end"] {
        let named = |path| Reading::of(path, text).problems();
        assert_eq!(named("openapi.yaml"), "", "{text}");
        assert_eq!(named("openapi"), "", "{text}");
        assert!(named("openapi.json").starts_with("syntax 1:"), "{text}");
    }
    assert_eq!(json("{\"a\": \"\\ud83d\\ude00\"}").at("/a").as_str(), Some("😀"));
    let neither = Reading::of("openapi", "{\"a\": }}");
    let message = neither.diagnostics.iter().map(|found| found.report.message.as_str()).collect::<Vec<_>>();
    assert_eq!(message, ["this is not JSON: expected value"]);
}

#[test]
fn what_cannot_be_read() {
    for (text, problems) in [
        ("", "empty-file null:null\n"),
        ("# nothing\n---\n", "empty-file null:null\n"),
        ("a: [1\n", "syntax 2:1\n"),
        ("a:\n\tb: 1\n", "syntax 2:1\n"),
        ("a: 1\nb: \"x\u{1}y\"\n", "syntax 2:6\n"),
        ("a: *nothing\n", "syntax 1:4\n"),
        ("%YAML 1.2\n---\na: 1\n---\nb: 2\n", "several-documents 4:1\n"),
        ("a: |\n  ---\n...\nb: 2\n", "several-documents 3:1\n"),
        ("--- a\n--- b\n", "several-documents 2:1\n"),
        ("a: 1\nb:\n  a: 2\n  b: 3\n  a: 4\na: 5\na: 6\n", "duplicate-key 5:3\nduplicate-key 6:1\nduplicate-key 7:1\n"),
        ("200: x\n\"200\": y\n", "duplicate-key 2:1\n"),
        ("{\"a\": 1,\n \"\\u0061\": 2}", "duplicate-key 2:2\n"),
        ("a: 1\n~: 2\nb: 3\nnull: 4\n", "unsupported-key 2:1\nunsupported-key 4:1\n"),
        ("a:\n  ? [x]\n  : 1\n", "unsupported-key 2:5\n"),
        ("a:\n  {x: y}: 1\n", "unsupported-key 2:3\n"),
        ("a: [.inf, 1, -.INF, .nan]\n", "non-finite-number 1:5\nnon-finite-number 1:14\nnon-finite-number 1:21\n"),
        ("a: !include b.yaml\nc: !x [!y 1]\n", "custom-tag 1:13\ncustom-tag 2:1\ncustom-tag 2:11\n"),
        ("a:\n  <<: [{x: 1}, 2]\nb:\n  <<: text\n", "merged-value 2:16\nmerged-value 4:7\n"),
        ("a: &a\n  b: *a\n", "too-deep 2:3\n"),
    ] {
        assert_eq!(yaml(text).problems(), problems, "{text}");
    }
}

#[test]
fn what_is_not_text() {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let file = sources.add_bytes("openapi.yaml", b"\xef\xbb\xbfa: 1\nb: caf\xe9 \xff\n".to_vec());
    assert_eq!(sources.parse(file, &mut diagnostics), None);
    let missing = Problem::UnreadableFile { path: "no/such.yaml".to_owned(), reason: "it does not exist".to_owned() };
    diagnostics.report_at(Place::Nowhere, missing);
    let reading = Reading { sources, node: None, diagnostics };
    assert_eq!(reading.problems(), "not-utf8 2:7\nunreadable-file null:null\n");
}

#[test]
fn aliases_expand_within_bounds() {
    let bomb: String = (1..10).fold("x0: &x0 [y]\n".to_owned(), |text, level| {
        text + &format!("x{level}: &x{level} [{}]\n", vec![format!("*x{}", level - 1); 9].join(", "))
    });
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1_000_000), "*a, ".repeat(1000));
    for text in [bomb, long] {
        let reading = yaml(&text);
        assert_eq!(reading.node, None);
        assert!(reading.problems().starts_with("too-much "), "{}", reading.problems());
    }
}

#[test]
fn nesting_is_bounded() {
    assert_eq!(json(&"[".repeat(1_000_000)).problems(), "too-deep 1:101\nsyntax 1:1000000\n");
    assert_eq!(yaml(&format!("a: {}", "[".repeat(1_000_000))).problems(), "too-deep 1:124\n");
    assert_eq!(yaml(&format!("a:\n  {}x", "- ".repeat(10_000))).problems(), "too-deep 2:201\n");
    assert_eq!(yaml(&format!("a: \"{}\"", "[".repeat(1_000_000))).problems(), "");
    let deepest = format!("{}{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(json(&deepest).problems() + &yaml(&deepest).problems(), "");
}

/// libyaml looks at every open bracket for each word, so that such texts would take minutes.
#[test]
fn brackets_are_bounded_before_they_cost_time() {
    let nested = format!("a: {}", "{a: ".repeat(100_000));
    for (text, problem) in [
        (nested.clone(), "too-deep 1:484\n"),
        (format!("# {}\n{nested}", "[".repeat(1001)), "too-deep 2:484\n"),
        (format!("b: |\n  {}\n{nested}", "]".repeat(100_000)), "too-deep 3:484\n"),
        (format!("a: {}", "[\"]\",".repeat(100_000)), "too-deep 1:604\n"),
        (format!("a: {}", "['it''s ]', ".repeat(100_000)), "too-deep 1:1444\n"),
        (format!("a: {}", "[#]\n".repeat(100_000)), "too-deep 121:1\n"),
        (format!("a: {}{}", "[".repeat(95), "1,".repeat(2_000_000)), "too-much 1:3000002\n"),
        (format!("a:\n{}", "-\n".repeat(4_000_000)), "too-much 3000000:1\n"),
        ("%TAG !a! tag:a\n".repeat(100_000), "syntax 65:15\n"),
    ] {
        let start = Instant::now();
        assert_eq!(yaml(&text).problems(), problem, "{}", &text[..40]);
        assert!(start.elapsed() < Duration::from_secs(5), "{}", &text[..40]);
    }
}

#[test]
fn prose_is_not_nested() {
    let brackets = "[{ ".repeat(1000);
    for text in [
        format!("a: see {brackets}\nb: {{c: 1}}\n"),
        format!("a: see\n  {brackets}\n  {brackets}\nb: {{c: 1}}\n"),
        format!("a: |\n  {brackets}\n\n  {brackets}\nb: {{c: 1}}\n"),
        format!("a: >-\n {brackets}\nb: {{c: 1}}\n"),
        format!("a: '{brackets}\n\n  {brackets}'\nb: {{c: 1}} # {brackets}\n"),
    ] {
        assert_eq!(yaml(&text).problems(), "", "{}", &text[..40]);
    }
}

#[test]
fn bounds_count_all_files_together() {
    let text = |other: &str| format!("a: [1, 2, 3]\nb: {{$ref: {other}}}\n").into_bytes();
    let files = || BTreeMap::from([("a.yaml".to_owned(), text("b.yaml")), ("b.yaml".to_owned(), text("a.yaml"))]);
    let problems = |limits: Limits| {
        let description = Description::read("a.yaml", &[], &limits, &mut files());
        let mut diagnostics = Diagnostics::default();
        let root = description.root().expect("the first file is within bounds");
        let reference = root.get("b").and_then(|b| b.get("$ref")).expect("it is there").at;
        description.follow(reference, "b.yaml", &mut diagnostics);
        diagnostics.iter().map(|found| found.report.code).collect::<Vec<_>>()
    };
    assert_eq!(problems(Limits::default()), [""; 0]);
    assert_eq!(problems(Limits::default().with(Limit::Values, 30)), ["too-much"]);
    assert_eq!(problems(Limits::default().with(Limit::Files, 1)), ["too-much"]);
}

#[test]
fn a_missing_file_is_suggested_as_its_reference_would_be_written() {
    let read = |path: &str, referred: &str, existing: &str| {
        let text = |target: &str| format!("missing: {{$ref: '{referred}'}}\nknown: {{$ref: '{target}'}}\n").into_bytes();
        let known = format!("/descriptions/of/an/api/{existing}");
        let mut files = BTreeMap::from([(path.to_owned(), text(&known)), (known.clone(), text(&known))]);
        let description = Description::read(path, &[], &Limits::default(), &mut files);
        let mut diagnostics = Diagnostics::default();
        let root = description.root().expect("the first file can be read");
        let (reference, target) = root.get("missing").and_then(|node| node.reference()).expect("it is a reference");
        description.follow(reference.at, target, &mut diagnostics);
        diagnostics.iter().next().and_then(|found| found.report.help.clone())
    };
    let main = "/descriptions/of/an/api/main.yaml";
    assert_eq!(
        read(main, "schemas/pets.yaml#/Pet", "schemas/pet.yaml").as_deref(),
        Some("did you mean `schemas/pet.yaml#/Pet`?")
    );
    assert_eq!(
        read("/descriptions/of/an/api/v1/main.yaml", "../pets.yaml", "pet.yaml").as_deref(),
        Some("did you mean `../pet.yaml`?")
    );
    // A long way to all files makes no two of them alike, and no file is meant to refer to itself.
    assert_eq!(read(main, "tools.yaml", "animals.yaml"), None);
    assert_eq!(read(main, "mein.yaml", "animals.yaml"), None);
}

#[test]
fn rendered_for_people() {
    let mut reading = yaml("info:\n  title: Pets\n  tilte: Cats\n  title: Dogs\n");
    let problem = Problem::UnknownKey { key: "tilte".to_owned(), hint: None, suggestion: Some("title".to_owned()) };
    let misspelt = reading.at("/info/tilte").at;
    reading.diagnostics.report_key(misspelt, problem.clone());
    reading.diagnostics.report_key(misspelt, problem);
    reading.diagnostics.report_at(Place::File(reading.sources.file(misspelt)), Problem::EmptyFile);
    reading.diagnostics.sort(&reading.sources);
    assert_eq!(
        render(&reading.diagnostics, &reading.sources, Style::Plain),
        "\
error[empty-file]: this file contains nothing
--> openapi.yaml

warning[unknown-key]: the key `tilte` has no meaning here
 --> openapi.yaml:3:3
  |
3 |   tilte: Cats
  |   ^^^^^
  |
  = help: did you mean `title`?

error[duplicate-key]: the key `title` is there twice
 --> openapi.yaml:4:3
  |
4 |   title: Dogs
  |   ^^^^^
  |
 ::: openapi.yaml:2:3
  |
2 |   title: Pets
  |   ----- it is here already

"
    );
    assert!(render(&reading.diagnostics, &reading.sources, Style::Coloured).contains("\u{1b}["));
}

#[test]
fn rendered_for_programs() {
    let reading = json("{\"a\": {\"b\": 1, \"b\": 2}}");
    let shown = to_json(&reading.diagnostics, &reading.sources);
    let object: serde_json::Value = serde_json::from_str(&shown).expect("it is one object");
    let expected = serde_json::json!({
        "code": "duplicate-key", "severity": "error", "message": "the key `b` is there twice", "help": null,
        "file": "openapi.json", "line": 1, "column": 16, "pointer": "/a/b",
        "related": {"message": "it is here already", "file": "openapi.json", "line": 1, "column": 8, "pointer": "/a/b"},
        "allowable": true, "allowed": null, "count": 1,
        "places": [{
            "file": "openapi.json", "line": 1, "column": 16, "pointer": "/a/b",
            "related": {"message": "it is here already", "file": "openapi.json", "line": 1, "column": 8, "pointer": "/a/b"},
        }],
    });
    assert_eq!(object, expected);
}

#[test]
fn long_lines_are_cut_and_odd_characters_replaced() {
    let (long, blank) = ("é".repeat(100_000), " ".repeat(100_000));
    let reading = json(&format!("{{\"x\": \"{long}\", \"\u{202e}\": 1, \"\u{202e}\": 2{blank}}}"));
    let rendered = render(&reading.diagnostics, &reading.sources, Style::Plain);
    let start = "error[duplicate-key]: the key `\\u{202e}` is there twice\n --> openapi.json:1:100019\n";
    assert!(rendered.starts_with(start), "{rendered}");
    assert!(rendered.contains(" ::: openapi.json:1:100011\n"), "{rendered}");
    assert!(rendered.contains("\"�\": 1, \"�\": 2"), "{rendered}");
    assert!(rendered.lines().all(|line| line.chars().count() < 160), "{rendered}");
    assert!(render(&reading.diagnostics, &reading.sources, Style::Coloured).contains("openapi.json:1:100019"));
}

#[test]
fn the_same_problem_is_one_entry_with_its_first_places() {
    let reading = yaml(&(0..200).map(|key| format!("k{key}: .inf\n")).collect::<String>());
    assert_eq!(
        render(&reading.diagnostics, &reading.sources, Style::Plain),
        "\
error[non-finite-number]: a number must be finite
 --> openapi.yaml:1:5
  |
1 | k0: .inf
  |     ^^^^
  |
  = note: also at openapi.yaml:2:5, openapi.yaml:3:5 and 197 more places

"
    );
    let shown = to_json(&reading.diagnostics, &reading.sources);
    assert_eq!(shown.lines().count(), 1);
    let object: serde_json::Value = serde_json::from_str(&shown).expect("it is one object");
    let lines: Vec<_> = object["places"].as_array().expect("it has places").iter().map(|place| place["line"].as_u64()).collect();
    assert_eq!(lines, (1..=200).map(Some).collect::<Vec<_>>());
    assert_eq!((&object["count"], &object["line"]), (&200.into(), &1.into()));
}

#[test]
fn the_last_places_are_listed_or_counted() {
    let said = |count: usize| {
        let reading = yaml(&(0..count).map(|key| format!("k{key}: .inf\n")).collect::<String>());
        let rendered = render(&reading.diagnostics, &reading.sources, Style::Plain);
        rendered.split_once("note: ").map(|(_, said)| said.trim().to_owned())
    };
    assert_eq!(said(1), None);
    assert_eq!(said(2).as_deref(), Some("also at openapi.yaml:2:5"));
    assert_eq!(said(3).as_deref(), Some("also at openapi.yaml:2:5 and openapi.yaml:3:5"));
    assert_eq!(said(4).as_deref(), Some("also at openapi.yaml:2:5, openapi.yaml:3:5 and 1 more place"));
}

#[test]
fn many_problems_of_a_kind_hide_no_others() {
    let reading = yaml("a: 1\nb: 2\n");
    let (first, second) = (reading.at("/a").at, reading.at("/b").at);
    let mut diagnostics = Diagnostics::default();
    for key in 0..50 {
        diagnostics.report(first, Problem::UnknownKey { key: format!("k{key}"), hint: None, suggestion: None });
    }
    diagnostics.report(second, Problem::NoServer);
    for name in 0..11 {
        diagnostics.report(second, Problem::InvalidHeader { name: format!("n{name}") });
    }
    let rendered = render(&diagnostics, &reading.sources, Style::Plain);
    let count = |start: &str| rendered.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((count("warning[unknown-key]: the key"), count("error[invalid-header]: `n")), (10, 10), "{rendered}");
    assert_eq!(count("note[no-server]: "), 1, "{rendered}");
    let rest = "error[invalid-header]: 1 more with this code\n\nwarning[unknown-key]: 40 more with this code\n\n";
    assert!(rendered.ends_with(rest), "{rendered}");
}
