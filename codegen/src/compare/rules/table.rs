//! Generates `RULES.md` from the rules.

use std::collections::BTreeMap;

use super::RULES;
use super::oasdiff::REFUSED;
use crate::compare::rule::{Effect, Opposite, Rule, Severity};

/// The beginning of the page.
const OPENING: &str = "\
# Rules of comparison

`clientsmith diff` compares two versions of a client's public API by these rules. This page is generated from `src/compare/rules`,
which has a file with an example for each rule; a test keeps it up to date.

A rule answers three questions about a change:

- *source*: does code that uses the client still compile?
- *wire*: do deployed programs that use the old client still work with the new server?
- *behaviour*: does code that still compiles do the same as before?

The answer is `breaking`, `warning` or `info`. Where it depends on the direction, there is one for values that are sent and one for
values that are received. A change that breaks source or behaviour requires the next major version (below 1.0, the next minor one).
A change that breaks the wire does so whatever the version: deployed programs meet the new server as soon as it is deployed.

A finding can be allowed in `clientsmith.toml`, by the id of its rule, a place and a reason:

    [[allow]]
    code = \"credentials-needed\"
    at = \"GET /pets\"
    reason = \"the server has asked for them all along\"
";

const OASDIFF: &str = "\
## Rules of oasdiff

oasdiff compares descriptions. These of its rules cover changes that ours cover too. Its severities do not take the source code of a
client into account: a renamed `operationId` breaks it, and a loosened constraint on received values does not.

| oasdiff | clientsmith |
|---|---|
";

/// Returns the page of all rules.
pub fn table() -> String {
    let mut page = OPENING.to_owned() + "\n| rule | what | source | wire | behaviour | opposite |\n|---|---|---|---|---|---|\n";
    let mut others: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for rule in RULES {
        page += &row(rule);
        for other in rule.oasdiff {
            others.entry(other).or_default().push(format!("`{}`", rule.id));
        }
    }
    page += "\n";
    page += OASDIFF;
    let mapped = others.into_iter().map(|(other, ours)| (other, ours.join(", ")));
    let refused = REFUSED.iter().map(|(other, reason)| (*other, format!("none: {reason}")));
    for (other, ours) in mapped.chain(refused) {
        page += &format!("| `{other}` | {ours} |\n");
    }
    page
}

fn row(Rule { id, title, source, wire, behaviour, opposite, .. }: &Rule) -> String {
    let opposite = match opposite {
        Opposite::Rule(other) => format!("`{other}`"),
        Opposite::Itself => "itself".to_owned(),
        Opposite::None(reason) => format!("none: {reason}"),
    };
    let [source, wire, behaviour] = [source, wire, behaviour].map(|effect| shown(*effect));
    format!("| `{id}` | {title} | {source} | {wire} | {behaviour} | {opposite} |\n")
}

fn shown(effect: Effect) -> String {
    let word = |severity: Option<Severity>| severity.map_or("-".to_owned(), |severity| severity.to_string());
    let [sent, received] = [effect.sent, effect.received].map(word);
    if sent == received { sent } else { format!("sent {sent}, received {received}") }
}
