//! The page of all rules, from the rules themselves.

use std::collections::BTreeMap;

use super::RULES;
use super::oasdiff::REFUSED;
use crate::compare::rule::{Effect, Opposite, Rule, Severity};

/// What the page begins with.
const OPENING: &str = "\
# Rules of comparison

`clientsmith diff` compares the public API of a client with an earlier one by these rules. The page is written from the rules in
`src/compare/rules`, each of which has a file with an example; a test keeps it true.

A rule says what a change means for three questions:

- *source*: do programs that use the client still compile with the new one?
- *wire*: do programs that were compiled with the old client still work with the new server?
- *behaviour*: do programs that compile with the new client do the same as before?

The answer is `breaks`, `warns` or `tells`; where it depends on the direction of the value, there is one for values that are sent and
one for those that are received. What breaks source or behaviour is a change for the next major version (below 1.0, the next minor
one). What breaks the wire breaks whatever the version is, since programs in the field meet the new server as soon as it is there.

A rule is allowed with its id, a place and a reason in `clientsmith.toml`:

    [[allow]]
    code = \"credentials-needed\"
    at = \"GET /pets\"
    reason = \"the server has asked for them all along\"
";

const OASDIFF: &str = "\
## Rules of oasdiff

oasdiff compares descriptions, and these of its rules are about changes that ours are about as well. Its severities say nothing of the
source of a client: a renamed `operationId` breaks it, and a looser constraint on what is received does not.

| oasdiff | clientsmith |
|---|---|
";

/// The page of all rules.
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
