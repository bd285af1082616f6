//! The fields of a struct, and the ways to give them a value.

use syn::{FieldValue, Fields as SynFields, ImplItemFn, ItemStruct, Visibility};

use super::{attributes, document};
use crate::reader::Facts;
use crate::reader::docs::Docs;
use crate::reader::pattern::{matches, spell};

/// The fields of a struct in their order.
pub(crate) struct Fields(Vec<Field>);

struct Field {
    name: String,
    ty: String,
    /// The property that the docs name.
    wire_name: String,
}

impl Fields {
    /// Reads a model's fields and says what they are.
    pub(crate) fn read(subject: &str, item: &ItemStruct, facts: &mut Facts) -> Self {
        Self::collect(item, |field, of| {
            let subject = format!("{subject}: property `{}`", field.wire_name);
            facts.say(&subject, format!("{}: {}", field.name, field.ty));
            document(&subject, "", &Docs::of(&of.attrs), facts);
            if !attributes(&of.attrs).is_empty() {
                facts.say(format!("{subject}: attributes"), attributes(&of.attrs));
            }
        })
    }

    /// Reads the fields of the struct of the required properties.
    pub(crate) fn read_required(subject: &str, item: &ItemStruct, facts: &mut Facts) -> Self {
        Self::collect(item, |field, of| {
            let subject = format!("{subject}: property `{}`", field.wire_name);
            document(&subject, " of what is required", &Docs::of(&of.attrs), facts);
            if !attributes(&of.attrs).is_empty() {
                facts.say(format!("{subject}: attributes of what is required"), attributes(&of.attrs));
            }
        })
    }

    fn collect(item: &ItemStruct, mut say: impl FnMut(&Field, &syn::Field)) -> Self {
        let SynFields::Named(fields) = &item.fields else { return Self(Vec::new()) };
        let mut read = Vec::new();
        for of in &fields.named {
            let ident = of.ident.as_ref().map(ToString::to_string).unwrap_or_default();
            // A field that no caller can read is none.
            let name = if matches!(of.vis, Visibility::Public(_)) { ident } else { format!("private {ident}") };
            let origin = Docs::of(&of.attrs).origin();
            let wire_name =
                origin.strip_prefix("Property: `").and_then(|origin| origin.strip_suffix("`.")).unwrap_or(&name).to_owned();
            let field = Field { name, ty: spell(&of.ty), wire_name };
            say(&field, of);
            read.push(field);
        }
        Self(read)
    }

    /// The properties, in the order of the fields.
    pub(crate) fn wire_names(&self) -> Vec<&str> {
        self.0.iter().map(|field| field.wire_name.as_str()).collect()
    }

    fn get(&self, name: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.name == name)
    }

    /// `new`; whether it is one of the forms that it may have.
    pub(crate) fn constructor(&self, subject: &str, function: &ImplItemFn, literal: Option<&Self>, facts: &mut Facts) -> bool {
        let pattern = "$(docs) pub fn new($(arguments)) -> Self { Self { $(fields) } }";
        let Some(holes) = matches(pattern, function) else { return false };
        let docs = if holes["arguments"].is_empty() { ABSENT } else { REQUIRED };
        if Docs::of(&function.attrs).text() != docs || !attributes(&function.attrs).is_empty() {
            return false;
        }
        facts.say(
            format!("{subject}: constructor"),
            if docs == ABSENT { "`new`, of nothing" } else { "`new`, of what is required" },
        );
        let arguments: Vec<(String, String)> = function.sig.inputs.iter().filter_map(argument).collect();
        let initials = of_literal(&holes["fields"]);
        let mut given = 0;
        for (field, initial) in self.0.iter().zip(&initials) {
            let initial = spell(initial);
            let argument = arguments.iter().find(|(name, _)| *name == field.name);
            let how = match (argument, literal.and_then(|literal| literal.get(&field.name))) {
                _ if initial == format!("{}:None", field.name) => continue,
                (Some((name, ty)), None) if initial == *name && !ty.starts_with("impl ") => format!("as `{ty}`"),
                (Some((name, ty)), None) if initial == format!("{name}:{name}.into()") && ty.starts_with("impl Into<") => {
                    format!("as `{ty}`")
                }
                (None, Some(required)) if initial == format!("{0}:required.{0}", field.name) => {
                    format!("as a field of type `{}`", required.ty)
                }
                _ => return false,
            };
            given += 1;
            facts.say(format!("{subject}: property `{}`: given", field.wire_name), format!("to `new` {how}"));
        }
        let struct_name = subject.trim_start_matches("model `").trim_end_matches('`');
        let expected = match literal {
            Some(literal) => given == literal.0.len() && holes["arguments"] == format!("required:{struct_name}Required"),
            None => given == arguments.len(),
        };
        expected && initials.len() == self.0.len()
    }

    /// A setter, or one that sets null; whether it is one of the forms that it may have.
    pub(crate) fn setter(&self, subject: &str, function: &ImplItemFn, facts: &mut Facts) -> bool {
        let name = function.sig.ident.to_string();
        let (field, null) = match (self.get(&name), name.strip_suffix("_null").and_then(|name| self.get(name))) {
            (Some(field), _) => (field, false),
            (None, Some(field)) => (field, true),
            (None, None) => return false,
        };
        let docs = Docs::of(&function.attrs).text();
        let subject = format!("{subject}: property `{}`", field.wire_name);
        if attributes(&function.attrs) != "must_use" {
            return false;
        }
        if null {
            let holes = matches("$(docs) pub fn $name(mut self) -> Self { self.$field = Some(None); self }", function);
            facts.say(format!("{subject}: set to null"), format!("by `{name}`"));
            return holes.is_some_and(|holes| holes["field"] == field.name) && docs == format!("Sets `{}` to null.", field.name);
        }
        let Some(holes) =
            matches("$(docs) pub fn $name(mut self, $name: $(ty)) -> Self { self.$name = $(value); self }", function)
        else {
            return false;
        };
        let value = if holes["ty"].starts_with("impl Into<") { format!("{name}.into()") } else { name.clone() };
        let or_null = match holes["value"].as_str() {
            text if text == format!("Some({value})") => "",
            text if text == format!("Some(Some({value}))") => ", or as null",
            _ => return false,
        };
        facts.say(format!("{subject}: given"), format!("to a setter as `{}`{or_null}", holes["ty"]));
        docs == format!("Sets `{name}`.")
    }
}

const ABSENT: &str = "A value in which every property is absent.";
const REQUIRED: &str = "A value with the required properties; the others start absent.";

/// The name and type of an argument.
pub(crate) fn argument(argument: &syn::FnArg) -> Option<(String, String)> {
    match argument {
        syn::FnArg::Typed(argument) => Some((spell(&argument.pat), spell(&argument.ty))),
        syn::FnArg::Receiver(_) => None,
    }
}

/// The fields of a struct's literal.
pub(crate) fn of_literal(fields: &str) -> Vec<FieldValue> {
    syn::parse_str::<syn::ExprStruct>(&format!("X {{ {fields} }}"))
        .map(|literal| literal.fields.into_iter().collect())
        .unwrap_or_default()
}
