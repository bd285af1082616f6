//! `Witness`: a program that uses every item of a client, each in a line.

mod signature;

use std::collections::BTreeSet;

use clientsmith::record::{Item, Key, Kind, Record, Step, TEST_FEATURE};

use self::signature::{Signature, with_paths};
use super::comparison::{Break, is_literal, used};

/// A program that uses items of a client as far as a record says what they are.
pub(crate) struct Witness<'r> {
    record: &'r Record,
    types: BTreeSet<&'r str>,
    modules: BTreeSet<&'r str>,
    /// The items and the line of the program that uses each.
    lines: Vec<(&'r Item, String)>,
    /// The features of the client that the program needs.
    pub(crate) features: BTreeSet<&'r str>,
}

/// What the program begins with: a value of any type.
const BEGIN: &str = "\
//! Uses every item that the record of an earlier client has.
#![allow(deprecated, unused)]
fn v<T>() -> T { unimplemented!() }
fn main() {}
";

impl<'r> Witness<'r> {
    /// The program that uses the items of a record except those that are broken.
    pub(crate) fn of(record: &'r Record, broken: &[Break<'_>]) -> Self {
        Self::without(record, &broken.iter().map(|found| found.item).collect::<Vec<_>>())
    }

    /// The program that uses the items of a record except some.
    pub(crate) fn without(record: &'r Record, without: &[&Item]) -> Self {
        let paths = |kind| record.of_kind(kind).map(|item| item.path.as_str());
        let types = Kind::MODELS.into_iter().flat_map(paths).collect();
        let without: BTreeSet<(&Key, Kind)> = without.iter().map(|item| (&item.key, item.kind)).collect();
        let items: Vec<&Item> = used(record).filter(|item| !without.contains(&(&item.key, item.kind))).collect();
        let features = items.iter().filter(|item| item.kind == Kind::Feature && item.path != TEST_FEATURE);
        let features = features.map(|item| item.path.as_str()).collect();
        let mut witness = Self { record, types, modules: paths(Kind::Module).collect(), lines: Vec::new(), features };
        witness.lines = items.into_iter().filter_map(|item| Some((item, witness.line(item)?))).collect();
        witness
    }

    /// The program's text.
    pub(crate) fn text(&self) -> String {
        let lines =
            self.lines.iter().enumerate().map(|(index, (_, line))| line.replace("fn w(", &format!("fn w{index}(")) + "\n");
        BEGIN.to_owned() + &lines.collect::<String>()
    }

    /// Returns the item that the line of a compiler's error in `examples/witness.rs` uses, and the rest of the error.
    pub(crate) fn item_of<'e>(&self, error: &'e str) -> Option<(&'r Item, &'e str)> {
        let (line, message) = error.strip_prefix("examples/witness.rs:")?.split_once(':')?;
        let place = line.parse::<usize>().ok()?.checked_sub(BEGIN.lines().count() + 1)?;
        self.lines.get(place).map(|(item, _)| (*item, message))
    }

    /// The line that uses an item.
    fn line(&self, item: &Item) -> Option<String> {
        let path = format!("client::{}", item.path);
        let (owner, name) = path.rsplit_once("::").unwrap_or_default();
        let ty = self.qualified(&item.ty, item, owner);
        Some(match item.kind {
            Kind::Module => format!("fn w() {{ use {path}::*; }}"),
            Kind::Struct if is_literal(item) => format!("fn w() -> {path} {{ {path} {{ {} }} }}", self.fields(item)),
            Kind::Alias if self.types.contains(owner.trim_start_matches("client::")) => associated(owner, name, &ty),
            Kind::Struct | Kind::Enum => format!("fn w(value: {path}) -> {path} {{ value }}"),
            Kind::Alias => format!("fn w(value: {path}) -> {ty} {{ value }}"),
            Kind::Field => format!("fn w(value: {owner}) -> {ty} {{ value.{name} }}"),
            Kind::Variant if ty.is_empty() => format!("fn w(value: {owner}) -> {owner} {{ if let {path} = value {{}} {path} }}"),
            Kind::Variant => {
                format!(
                    "fn w(value: {owner}) -> {owner} {{ if let {path}(inner) = value {{ let _: {ty} = inner; }} {path}(v::<{ty}>()) }}"
                )
            }
            Kind::Constant => format!("fn w() {{ const VALUE: {ty} = {path}; }}"),
            Kind::Constructor => format!("fn w() -> {owner} {{ {path}({}) }}", Signature::parse(&ty, false).arguments()),
            Kind::Setter => {
                format!("fn w(value: {owner}) -> {owner} {{ value.{name}({}) }}", Signature::parse(&ty, false).arguments())
            }
            Kind::Method => self.method(item, owner, name, &Signature::parse(&ty, true)),
            // Cargo is given the features.
            Kind::Feature | Kind::Argument | Kind::Place | Kind::Adopted => return None,
        })
    }

    fn method(&self, item: &Item, owner: &str, name: &str, signature: &Signature) -> String {
        let Signature { returned, .. } = signature;
        let arguments = signature.arguments();
        match returned.starts_with('&') {
            _ if item.key == Key::client() => format!("fn w() -> {returned} {{ {owner}::{name}({arguments}) }}"),
            true => format!("fn w(value: &{owner}) -> {returned} {{ value.{name}({arguments}) }}"),
            false => format!("fn w(value: {owner}) -> {returned} {{ value.{name}({arguments}) }}"),
        }
    }

    /// The fields of a struct, each with a value.
    fn fields(&self, of: &Item) -> String {
        let is_inside = |item: &&Item| item.path.strip_prefix(&*of.path).is_some_and(|rest| rest.starts_with("::"));
        let fields = self.record.of_kind(Kind::Field).filter(is_inside);
        let fields = fields.filter_map(|field| Some(format!("{}: v()", field.path.rsplit("::").next()?)));
        fields.collect::<Vec<_>>().join(", ")
    }

    /// A type of an item as it is named outside of the client.
    fn qualified(&self, ty: &str, item: &Item, owner: &str) -> String {
        let module = self.module(item);
        with_paths(ty, |path| {
            let local = format!("{module}::{path}");
            match path.split("::").next() {
                Some("Self") => path.replacen("Self", owner, 1),
                Some("models" | "operations" | "servers" | "runtime") => format!("client::{path}"),
                _ if self.types.contains(local.as_str()) => format!("client::{local}"),
                _ => path.to_owned(),
            }
        })
    }

    /// The module that an item's types are in. A method of the client names types of the module that its group has.
    fn module(&self, item: &'r Item) -> &'r str {
        let own = [item.key.clone(), item.key.then(Step::Own("request"))];
        let group = own.iter().find_map(|key| self.record.get(key, Kind::Struct)).filter(|_| item.kind == Kind::Method);
        let path = group.unwrap_or(item).path.as_str();
        let around = path.match_indices("::").map(|(end, _)| &path[..end]);
        around.filter(|module| self.modules.contains(module)).last().unwrap_or_default()
    }
}

/// The line that uses a type of a call, also by awaiting the call.
fn associated(request: &str, name: &str, ty: &str) -> String {
    let (of, awaited) = match name {
        "Output" => ("Operation", format!("let _ = async |request: {request}| -> Option<{ty}> {{ request.await.ok() }}; ")),
        "Error" => ("Operation", String::new()),
        _ => ("Paginated", String::new()),
    };
    format!("fn w(value: <{request} as client::runtime::{of}>::{name}) -> {ty} {{ {awaited}value }}")
}
