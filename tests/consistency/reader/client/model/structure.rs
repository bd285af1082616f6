//! A struct: its properties as fields, as they are read, written and given.

use syn::{ImplItem, Item, ItemImpl, ItemStruct};

use super::fields::{self, Fields};
use super::{Impls, attributes, document, trait_name, unknown};
use crate::reader::Facts;
use crate::reader::docs::Docs;
use crate::reader::pattern::matches;

/// Says what a struct and its impls say.
pub(crate) fn read(path: &str, item: &ItemStruct, rest: &[&Item], facts: &mut Facts) {
    let name = item.ident.to_string();
    let subject = format!("model `{name}`");
    facts.say(&subject, "a struct");
    document(&subject, "", &Docs::of(&item.attrs), facts);
    if attributes(&item.attrs) != "derive(Clone,PartialEq) non_exhaustive" {
        facts.say(format!("{subject}: attributes"), attributes(&item.attrs));
    }
    let fields = Fields::read(&subject, item, facts);
    facts.say(format!("{subject}: properties in order"), fields.wire_names().join(", "));
    let mut literal = None;
    let mut impls = Impls::default();
    for rest in rest {
        let known = match rest {
            Item::Struct(item) if item.ident == format!("{name}Required") && literal.is_none() => {
                literal = Some(required(&subject, item, facts));
                true
            }
            Item::Impl(item) => match trait_name(item).as_deref() {
                None => {
                    matches("impl $ty { $(methods) }", item).is_some_and(|holes| holes["ty"] == name)
                        && methods(&subject, &fields, literal.as_ref(), item, facts)
                }
                Some("Decode") => impls.add("Decode", decode(&subject, &name, item, facts)),
                Some("Encode") => impls.add("Encode", encode(&subject, &name, item, facts)),
                Some(_) => impls.take(&name, item),
            },
            Item::Macro(item) => impls.expand(&name, item),
            _ => false,
        };
        if !known {
            unknown(path, rest, facts);
        }
    }
    impls.say(&subject, facts);
}

/// The struct of the required properties.
fn required(subject: &str, item: &ItemStruct, facts: &mut Facts) -> Fields {
    facts.say(format!("{subject}: origin of `{}`", item.ident), Docs::of(&item.attrs).text());
    if attributes(&item.attrs) != "derive(Clone,Debug)" {
        facts.say(format!("{subject}: attributes of `{}`", item.ident), attributes(&item.attrs));
    }
    Fields::read_required(subject, item, facts)
}

/// `Decode`; whether the impl is that.
fn decode(subject: &str, name: &str, item: &ItemImpl, facts: &mut Facts) -> bool {
    let pattern = "
        impl runtime::Decode for $ty {
            fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                let mut fields = json.fields()?;
                let value = Self { $(fields) };
                fields.finish(value)
            }
        }";
    let Some(holes) = matches(pattern, item).filter(|holes| holes["ty"] == name) else { return false };
    let mut order = Vec::new();
    for field in fields::of_literal(&holes["fields"]) {
        // Without a default, an error ends the reading.
        let strict = matches("$field: fields.try_required($wire)?", &field);
        let Some(holes) = matches("$field: fields.$method($wire)", &field).or_else(|| strict.clone()) else { return false };
        let wire = super::super::module::text(&holes["wire"]);
        let method = if strict.is_some() { "required" } else { &holes["method"] };
        facts.say(format!("{subject}: property `{wire}`: read"), format!("{method} into `{}`", holes["field"]));
        order.push(wire);
    }
    facts.say(format!("{subject}: properties as read"), order.join(", "));
    true
}

/// `Encode`; whether the impl is that.
fn encode(subject: &str, name: &str, item: &ItemImpl, facts: &mut Facts) -> bool {
    let pattern = "
        impl runtime::Encode for $ty {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                let mut fields = json.object();
                $(lines)
                fields.end();
            }
        }";
    let Some(holes) = matches(pattern, item).filter(|holes| holes["ty"] == name) else { return false };
    let Ok(block) = syn::parse_str::<syn::Block>(&format!("{{ {} }}", holes["lines"])) else { return false };
    let mut order = Vec::new();
    for line in &block.stmts {
        let Some(holes) = matches("fields.$method($wire, &self.$field);", line) else { return false };
        let wire = super::super::module::text(&holes["wire"]);
        facts.say(format!("{subject}: property `{wire}`: written"), format!("{} from `{}`", holes["method"], holes["field"]));
        order.push(wire);
    }
    facts.say(format!("{subject}: properties as written"), order.join(", "));
    true
}

/// `new` and the setters; whether all of them are known.
fn methods(subject: &str, fields: &Fields, literal: Option<&Fields>, item: &ItemImpl, facts: &mut Facts) -> bool {
    let mut known = true;
    for method in &item.items {
        known &= match method {
            ImplItem::Fn(function) if function.sig.ident == "new" => fields.constructor(subject, function, literal, facts),
            ImplItem::Fn(function) => fields.setter(subject, function, facts),
            _ => false,
        };
    }
    known
}
