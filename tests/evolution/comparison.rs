//! `breaks`: what programs can no longer use after a client was generated again, by comparing its records.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use clientsmith::record::{Item, Kind, Record};

/// An item that programs used before and that they can no longer use in the same way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Break<'r> {
    pub(crate) item: &'r Item,
    pub(crate) loss: Loss<'r>,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss<'r> {
    /// There is nothing of its kind at its path.
    Gone,
    /// Its type differs.
    Type(&'r str),
    /// It takes the same types in another order, or has another value.
    Order(&'r [String]),
    /// It needs other features.
    Features(&'r [String]),
    /// It is written with all its fields, and these differ.
    Fields,
}

impl Loss<'_> {
    /// A word for it, without what is there now.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Type(_) => "another type",
            Self::Order(_) => "another order or value",
            Self::Features(_) => "other features",
            Self::Fields => "other fields",
        }
    }
}

impl fmt::Display for Break<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.item, self.loss.word())?;
        match self.loss {
            Loss::Gone | Loss::Fields => Ok(()),
            Loss::Type(ty) => write!(formatter, ": {ty}"),
            Loss::Order(order) => write!(formatter, ": {}", order.join(", ")),
            Loss::Features(features) => write!(formatter, ": {}", features.join("|")),
        }
    }
}

/// The items of a record that programs use: all but those that only tests need, further places of models, and arguments, which the
/// types of their methods show.
pub(crate) fn used(record: &Record) -> impl Iterator<Item = &Item> {
    let only_for_tests: BTreeSet<&str> =
        record.items().filter(|item| item.is_only_for_tests()).map(|item| item.path.as_str()).collect();
    record.items().filter(move |item| {
        let owner = item.path.rsplit_once("::").map_or("", |(owner, _)| owner);
        !matches!(item.kind, Kind::Place | Kind::Adopted | Kind::Argument)
            && !item.is_only_for_tests()
            && !only_for_tests.contains(owner)
    })
}

/// Whether an item is the struct of what a function takes by name, which programs write with all its fields.
pub(crate) fn is_literal(item: &Item) -> bool {
    item.kind == Kind::Struct && item.key.as_str().ends_with(" own required")
}

/// The paths of the fields of a struct.
fn fields<'r>(record: &'r Record, of: &Item) -> BTreeSet<&'r str> {
    let is_inside = |path: &&str| path.strip_prefix(&*of.path).is_some_and(|rest| rest.starts_with("::"));
    record.of_kind(Kind::Field).map(|field| field.path.as_str()).filter(is_inside).collect()
}

/// The items of an earlier record that a program cannot use in the same way after it.
pub(crate) fn breaks<'r>(earlier: &'r Record, now: &'r Record) -> Vec<Break<'r>> {
    let by_path: BTreeMap<(Kind, &str), &Item> = now.items().map(|item| ((item.kind, item.path.as_str()), item)).collect();
    let loss = |item: &'r Item| -> Option<Loss<'r>> {
        let Some(same) = by_path.get(&(item.kind, item.path.as_str())) else { return Some(Loss::Gone) };
        if same.ty != item.ty {
            return Some(Loss::Type(&same.ty));
        }
        if same.order != item.order && (same.key == item.key || same.order.len() != item.order.len()) {
            return Some(Loss::Order(&same.order));
        }
        if !is_there_with(&item.features, &same.features) {
            return Some(Loss::Features(&same.features));
        }
        (is_literal(item) && fields(earlier, item) != fields(now, same)).then_some(Loss::Fields)
    };
    used(earlier).filter_map(|item| Some(Break { item, loss: loss(item)? })).collect()
}

/// Whether an item that any of some features brought is there now with each of them.
fn is_there_with(before: &[String], now: &[String]) -> bool {
    now.is_empty() || !before.is_empty() && before.iter().all(|feature| now.contains(feature))
}

#[test]
fn every_loss_is_a_break() {
    let record = |lines: &[&str]| Record::parse(&format!("format 1\n{}\n", lines.join("\n"))).expect("the lines are of a record");
    let lines = [
        "#/components/schemas/Pet = struct models::Pet if pets|owners",
        "#/components/schemas/Pet = new models::Pet::new(name, tag): String, String",
        "#/components/schemas/Pet .name = field models::Pet::name: Option<String>",
        "GET /pets own required = struct operations::pets::ListRequired",
        "GET /pets query day = field operations::pets::ListRequired::day: String",
    ];
    let earlier = record(&lines);
    let after = |from: &str, to: &str| {
        let changed: Vec<String> = lines.iter().map(|line| line.replacen(from, to, 1)).collect();
        let now = record(&changed.iter().map(String::as_str).filter(|line| !line.is_empty()).collect::<Vec<_>>());
        breaks(&earlier, &now).iter().map(|found| (found.item.path.clone(), found.loss.word())).collect::<Vec<_>>()
    };
    let found = |path: &str, word| (path.to_owned(), word);
    assert_eq!(after("pets|owners", "owners|pets|shops"), []);
    assert_eq!(after("schemas/Pet .name", "schemas/Pet .Name"), []);
    assert_eq!(after("Pet if pets|owners", "Pet if pets"), [found("models::Pet", "other features")]);
    assert_eq!(after("name, tag", "tag, name"), [found("models::Pet::new", "another order or value")]);
    assert_eq!(after("Option<String>", "String"), [found("models::Pet::name", "another type")]);
    assert_eq!(after(lines[2], ""), [found("models::Pet::name", "gone")]);
    assert_eq!(
        after("query day = field", "query day = set"),
        [found("operations::pets::ListRequired", "other fields"), found("operations::pets::ListRequired::day", "gone"),]
    );
}
