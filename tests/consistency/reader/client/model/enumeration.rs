//! An open enum: its values in the docs, as they are written and as they are read.

use syn::{Item, ItemEnum, ItemImpl};

use super::{Impls, attributes, document, trait_name, unknown};
use crate::reader::Facts;
use crate::reader::client::module::text;
use crate::reader::docs::Docs;
use crate::reader::pattern::{matches, spell};

/// Says what an enum and its impls say.
pub(crate) fn read(path: &str, item: &ItemEnum, rest: &[&Item], facts: &mut Facts) {
    let name = item.ident.to_string();
    let subject = format!("model `{name}`");
    document(&subject, "", &Docs::of(&item.attrs), facts);
    if !["derive(Clone) non_exhaustive", "derive(Clone,PartialEq,Eq,Hash) non_exhaustive"]
        .contains(&attributes(&item.attrs).as_str())
    {
        facts.say(format!("{subject}: attributes"), attributes(&item.attrs));
    }
    variants(&subject, item, facts);
    let mut impls = Impls::default();
    for rest in rest {
        let known = match rest {
            Item::Impl(item) => match trait_name(item).as_deref() {
                None => written(&subject, &name, item, facts),
                Some("From") => impls.add("From", read_from(&subject, &name, item, facts)),
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

fn variants(subject: &str, item: &ItemEnum, facts: &mut Facts) {
    let mut values = Vec::new();
    for variant in &item.variants {
        let docs = Docs::of(&variant.attrs).text();
        let value = docs.strip_prefix('`').and_then(|docs| docs.strip_suffix("`."));
        match (value, spell(&variant.fields).as_str()) {
            (Some(value), "") if attributes(&variant.attrs).is_empty() => {
                values.push(value.to_owned());
                facts.say(format!("{subject}: value `{value}`"), format!("documented for `{}`", variant.ident));
            }
            (None, "(runtime::UnknownValue)") if variant.ident == "Unknown" && docs == UNKNOWN => {
                facts.say(subject, "an open enum of JSON's string");
            }
            (None, "(runtime::UnknownInteger)") if variant.ident == "Unknown" && docs == UNKNOWN => {
                facts.say(subject, "an open enum of JSON's integer");
            }
            _ => facts.say(format!("{subject}: variant `{}`", variant.ident), spell(variant)),
        }
    }
    facts.say(format!("{subject}: values in order"), values.join(", "));
}

const UNKNOWN: &str = "A value that the description does not list.";

/// `as_str` or `as_i64`; whether the impl is one of them.
fn written(subject: &str, name: &str, item: &ItemImpl, facts: &mut Facts) -> bool {
    let of_text = "
        impl $ty {
            #[doc = \" The value as it stands on the wire.\"]
            pub fn as_str(&self) -> &str {
                match self {
                    $(arms),
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }";
    let of_integers = "
        impl $ty {
            #[doc = \" The value as it stands on the wire.\"]
            pub fn as_i64(&self) -> i64 {
                match self {
                    $(arms),
                    Self::Unknown(value) => value.as_i64(),
                }
            }
        }";
    let Some(holes) = matches(of_text, item).or_else(|| matches(of_integers, item)) else { return false };
    holes["ty"] == name
        && arms(&holes["arms"], "Self::$variant => $(value)", |variant, value| {
            facts.say(format!("{subject}: value `{value}`: written"), format!("for `{variant}`"));
        })
}

/// `From<&str>` or `From<i64>`; whether the impl is one of them.
fn read_from(subject: &str, name: &str, item: &ItemImpl, facts: &mut Facts) -> bool {
    let of_text = "
        impl From<&str> for $ty {
            fn from(text: &str) -> Self {
                match text {
                    $(arms),
                    _ => Self::Unknown(runtime::UnknownValue::new(text)),
                }
            }
        }";
    let of_integers = "
        impl From<i64> for $ty {
            fn from(integer: i64) -> Self {
                match integer {
                    $(arms),
                    _ => Self::Unknown(runtime::UnknownInteger::new(integer)),
                }
            }
        }";
    let Some(holes) = matches(of_text, item).or_else(|| matches(of_integers, item)) else { return false };
    holes["ty"] == name
        && arms(&holes["arms"], "$(value) => Self::$variant", |variant, value| {
            facts.say(format!("{subject}: value `{value}`: read"), format!("as `{variant}`"));
        })
}

/// Says each arm of a match; whether all of them are as expected.
fn arms(arms: &str, pattern: &'static str, mut say: impl FnMut(&str, &str)) -> bool {
    let Ok(expression) = syn::parse_str::<syn::ExprMatch>(&format!("match x {{ {arms} }}")) else { return false };
    for arm in expression.arms {
        let Some(holes) = matches(pattern, &syn::Arm { comma: None, ..arm }) else { return false };
        let value = &holes["value"];
        let value = if value.parse::<i64>().is_ok() { value.clone() } else { text(value) };
        say(&holes["variant"], &value);
    }
    true
}
