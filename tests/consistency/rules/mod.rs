//! Rules that the project's own source keeps. Each of them is shown to fail where it should.

mod attributes;
mod expectations;
mod floors;
mod lengths;
mod names;
mod opening;
mod source;
mod words;

use self::source::Source;
use crate::repository;

/// A rule, where it holds, and a source that breaks it.
struct Rule {
    name: &'static str,
    folders: &'static [&'static str],
    violations: fn(&Source) -> Vec<String>,
    offences: &'static [(&'static str, &'static str)],
}

const GENERATOR: &str = "codegen/src";
const RUNTIME: &str = "codegen/runtime";
const CLIENT: &str = "generated-client/src";

const RULES: [Rule; 9] = [
    Rule {
        name: "a file uses only lower floors",
        folders: &[GENERATOR],
        violations: floors::violations,
        offences: floors::OFFENCES,
    },
    Rule {
        name: "what is confined stays where it belongs",
        folders: &[GENERATOR],
        violations: words::of_the_generator,
        offences: words::OFFENCES,
    },
    Rule {
        name: "nothing gives up without saying why",
        folders: &[GENERATOR, RUNTIME],
        violations: words::of_giving_up,
        offences: words::OFFENCES_OF_GIVING_UP,
    },
    Rule {
        name: "an expectation is a sentence",
        folders: &[GENERATOR, RUNTIME],
        violations: expectations::violations,
        offences: expectations::OFFENCES,
    },
    Rule {
        name: "a file opens with a sentence",
        folders: &[GENERATOR, RUNTIME],
        violations: opening::violations,
        offences: opening::OFFENCES,
    },
    Rule {
        name: "a module is named after what it holds",
        folders: &[GENERATOR, RUNTIME, CLIENT],
        violations: names::violations,
        offences: names::OFFENCES,
    },
    Rule {
        name: "no lint is switched off",
        folders: &[GENERATOR],
        violations: attributes::of_lints,
        offences: attributes::OFFENCES_OF_LINTS,
    },
    Rule {
        name: "no lint is switched off but the one of what is deprecated",
        folders: &[RUNTIME, CLIENT],
        violations: attributes::of_lints_but_deprecation,
        offences: attributes::OFFENCES_OF_LINTS_BUT_DEPRECATION,
    },
    Rule {
        name: "no serde derive, and no unsafe code",
        folders: &[RUNTIME, CLIENT],
        violations: attributes::of_the_client,
        offences: attributes::OFFENCES_OF_THE_CLIENT,
    },
];

#[test]
fn the_source_keeps_its_rules() {
    let mut violations = Vec::new();
    for rule in &RULES {
        for folder in rule.folders {
            let sources = Source::below(folder);
            assert!(sources.len() > 10, "{folder} has more files than {}", sources.len());
            for source in sources {
                let found = (rule.violations)(&source);
                violations.extend(found.iter().map(|found| format!("{}: {folder}/{}: {found}", rule.name, source.path)));
            }
        }
    }
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
}

#[test]
fn each_rule_can_be_broken() {
    for rule in &RULES {
        for (path, text) in rule.offences {
            let source = Source::parse(path, text);
            assert!(!(rule.violations)(&source).is_empty(), "{} allows {text:?} in {path}", rule.name);
        }
    }
}

#[test]
fn lengths_are_told() {
    for folder in [GENERATOR, RUNTIME] {
        Source::below(folder).iter().flat_map(lengths::remarks).for_each(|remark| println!("{folder}/{remark}"));
    }
    assert!(!lengths::remarks(&Source::parse("a.rs", &format!("//! A.\n{}", "\n".repeat(400)))).is_empty());
    let function = format!("//! A.\nfn long() {{\n{}}}\n", "    a();\n".repeat(90));
    assert!(!lengths::remarks(&Source::parse("a.rs", &function)).is_empty());
}

#[test]
fn the_client_forbids_unsafe_code() {
    let text = repository::read("generated-client/src/lib.rs");
    assert!(text.lines().any(|line| line == "#![forbid(unsafe_code)]"), "{text}");
}
