//! What is read from settings, and what is said of mistakes in them.

use super::*;
use crate::limits::Limit;
use crate::selection::Pattern;

#[track_caller]
fn assert_fails(text: &str, expected: &str) {
    assert_eq!(Settings::parse(text).map_err(|error| error.to_string()), Err(expected.to_owned()));
}

#[test]
fn reads_all_keys() {
    let text = "description = '../api/openapi.yaml'\noutput = \"client\"\nname = 'pets-client'\ncommand = 'make client'\n\
                features = false\nconstraint-checks = true\ntext-formats = ['date', 'uuid']\nreleased = 'v1.2'\ninclude = { tags = ['pets'], paths = ['/a/*'] }\nroots = ['..']\n\
                overlays = ['a.yaml', 'b.yaml']\nlimits = { files = 7, output-megabytes = 1_000 }\n\
                [[allow]]\ncode = 'no-server'\nreason = 'x'\n[[allow]]\ncode = 'a'\nat = '/b/*'\nreason = 'y'\n\
                [exclude]\noperations = ['x']\n";
    let allowance = |code: &str, at: Option<&str>, reason: &str| Allowance {
        code: code.to_owned(),
        at: at.map(str::to_owned),
        reason: reason.to_owned(),
    };
    let settings = Settings {
        description: "../api/openapi.yaml".to_owned(),
        output: Some("client".to_owned()),
        name: Some("pets-client".to_owned()),
        command: "make client".to_owned(),
        selection: Selection {
            include: vec![Pattern::Tag("pets".to_owned()), Pattern::Path("/a/*".to_owned())],
            exclude: vec![Pattern::Operation("x".to_owned())],
        },
        text_formats: vec!["date".to_owned(), "uuid".to_owned()],
        constraint_checks: true,
        features: false,
        released: Released::Revision { name: "v1.2".to_owned(), line: 8 },
        names: Vec::new(),
        roots: vec!["..".to_owned()],
        overlays: vec!["a.yaml".to_owned(), "b.yaml".to_owned()],
        limits: Limits::default().with(Limit::Files, 7).with(Limit::OutputMegabytes, 1_000),
        allow: vec![allowance("no-server", None, "x"), allowance("a", Some("/b/*"), "y")],
    };
    assert_eq!(Settings::parse(text), Ok(settings));
    assert_eq!(Settings::parse("description = 'openapi.yaml'"), Ok(Settings::new("openapi.yaml")));
}

#[test]
fn points_at_what_it_does_not_know() {
    assert_fails(
        "description = 'a.yaml'\n  descripton = 'b.yaml'\n",
        "2:3: unknown key `descripton`; did you mean `description`?",
    );
    assert_fails(
        "description = 'a.yaml'\n[zzz]\nx = 1\n",
        "2:2: unknown key `zzz`; the keys are `description`, `output`, `name`, `command`, `include`, `exclude`, `features`, \
         `text-formats`, `constraint-checks`, `roots`, `overlays`, `limits`, `allow`, `released`, `names`",
    );
    assert_fails("# é\n'é' = 1; # x\n", "2:7: string values must be quoted, expected literal string");
}

#[test]
fn points_at_values_that_do_not_fit() {
    assert_fails("description = 1\n", "1:15: `description` takes a text, not an integer");
    assert_fails("description = ['a']\n", "1:15: `description` takes a text, not an array");
    assert_fails("description = 'a'\ninclude = ['x']\n", "2:11: `include` takes lists named `tags`, `paths` and `operations`");
    assert_fails("description = 'a'\n[exclude]\ntags = 'x'\n", "3:8: `exclude.tags` takes a list of texts, not a string");
    assert_fails(
        "description = 'a'\nreleased = '-v1'\n",
        "2:12: `-v1` is not a git revision; name a tag, branch or commit, or write `none` before the first release",
    );
    assert_fails("description = 'a'\nfeatures = 1\n", "2:12: `features` is either `true` or `false`");
    assert_fails(
        "description = 'a'\ntext-formats = ['time']\n",
        "2:17: `time` has no type but text; the formats that have one are `date-time`, `date`, `uuid`, `byte`, `http-date`, \
         `date-time-rfc1123`, `date-time-rfc7231`, `rfc1123`, `rfc7231`, `int-or-string`, `int8`, `int16`, `int32`, `int64`, \
         `uint8`, `uint16`, `uint32`, `uint64`",
    );
    assert_fails("description = 'a'\nlimits = 5\n", "2:10: `limits` is a table of bounds, such as `files = 10000`");
    assert_fails("description = 'a'\n[limits]\nfile = 1\n", "3:1: unknown key `file`; did you mean `files`?");
    assert_fails("description = 'a'\n[limits]\nnesting = 121\n", "3:11: `limits.nesting` takes a whole number from 1 to 120");
    assert_fails("description = ''\n", "1:15: `description` is empty");
    assert_fails("description = \"a\\nb\"\n", "1:15: `description` contains a control character");
    assert_fails("description = '/etc/passwd'\n", "1:15: the path has to be relative, so that it holds on every machine");
    assert_fails("description = 'C:/api.yaml'\n", "1:15: the path has to be relative, so that it holds on every machine");
    assert_fails("description = 'a\\b'\n", "1:15: a path here has `/` between its parts, on every system");
    assert_fails("description = 'https://x.example/a'\n", "1:15: an address cannot be read; name a file");
    assert_fails(
        "description = 'a'\nname = '../x'\n",
        "2:8: `../x` cannot be the name of a crate; take lower-case letters, digits, `-` and `_`",
    );
    assert_fails("description = 'a'\nroots = '..'\n", "2:9: `roots` takes a list of texts, not a string");
    assert_fails("description = 'a'\nroots = ['/x']\n", "2:10: the path has to be relative, so that it holds on every machine");
    assert_fails("description = 'a'\n[allow]\nx = 1\n", "2:1: `allow` takes tables, each as `[[allow]]`, not a table");
    assert_fails("description = 'a'\n[[allow]]\ncode = 'x'\n", "2:1: an entry of `allow` needs a `code` and a `reason`");
    assert_fails(
        "description = 'a'\nallow = [{code = 'x', palce = 'y'}]\n",
        "2:23: unknown key `palce`; the keys are `code`, `at`, `reason`",
    );
    assert_fails("name = 'x'\n", "1:1: `description` is missing; write, for instance: description = \"openapi.yaml\"");
    assert_fails("description = 'a'\ndescription = 'b'\n", "2:1: duplicate key");
}
