//! A request: its fields, where each of them comes from, and where it is sent.

use std::collections::BTreeMap;

use syn::{ImplItem, ImplItemFn, ItemImpl, ItemStruct, Stmt};

use super::model::fields::{argument, of_literal};
use super::module::text;
use super::operation::{Call, documented};
use super::{attributes, document};
use crate::reader::Facts;
use crate::reader::docs::{Docs, words};
use crate::reader::pattern::{matches, spell};

/// What is known of a request's fields.
pub(super) struct Request {
    subject: String,
    name: String,
    fields: Vec<Field>,
}

/// A field of a request.
struct Field {
    name: String,
    ty: String,
    /// What the docs say of it where it is given, and the origin that they name.
    docs: (String, String),
    /// How it is given.
    given: String,
    /// What it is called on the wire, and how it is sent.
    sent: Vec<(Noun, String)>,
}

/// What a field is on the wire: `Query parameter`, and its name.
type Noun = (&'static str, String);

impl Request {
    /// Reads the request's type.
    pub(super) fn read(call: &Call, item: &ItemStruct, facts: &mut Facts) -> Self {
        let attributes = "derive(Clone,Debug) must_use=\"a request does nothing until it is awaited or sent\"";
        documented(call, "request", &item.attrs, attributes, facts);
        let field = |field: &syn::Field| Field {
            name: field.ident.as_ref().map(ToString::to_string).unwrap_or_default(),
            ty: spell(&field.ty),
            docs: Default::default(),
            given: "never given".to_owned(),
            sent: Vec::new(),
        };
        let mut fields: Vec<Field> = item.fields.iter().map(field).collect();
        let holds_client = fields.first().is_some_and(|field| field.name == "client" && field.ty == "runtime::Client");
        if !holds_client || item.fields.iter().any(|field| !field.attrs.is_empty() || !spell(&field.vis).is_empty()) {
            facts.say(format!("{}: fields", call.subject), spell(&item.fields));
        }
        fields.retain(|field| field.name != "client");
        Self { subject: call.subject.clone(), name: call.request.clone(), fields }
    }

    fn field(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// The handle's method that makes the request; whether it is as expected.
    pub(super) fn made(&mut self, function: &ImplItemFn, facts: &mut Facts) -> bool {
        let pattern =
            "$(docs) pub fn $name(&self $(arguments)) -> $request { $request { client: self.client.clone() $(fields) } }";
        let Some(holes) = matches(pattern, function).filter(|holes| holes["request"] == self.name) else { return false };
        let mut docs = Docs::of(&function.attrs);
        let mut bullets: BTreeMap<String, String> = docs.take_arguments().into_iter().collect();
        document(&self.subject, " of the method", &docs, facts);
        let arguments: BTreeMap<String, String> = function.sig.inputs.iter().filter_map(argument).collect();
        let initials: BTreeMap<String, String> = of_literal(holes["fields"].trim_start_matches(','))
            .iter()
            .map(|field| (spell(&field.member), spell(field)))
            .collect();
        for field in &mut self.fields {
            let name = &field.name;
            let initial = initials.get(name).map_or("", String::as_str);
            if initial == format!("{name}:None") {
                continue;
            }
            let Some((ty, bullet)) = arguments.get(name).zip(bullets.remove(name)) else { return false };
            let expected = if ty.starts_with("impl Into<") { format!("{name}:{name}.into()") } else { name.clone() };
            if initial != expected {
                return false;
            }
            field.given = format!("given as an argument, `{ty}`");
            field.docs = split_origin(&bullet);
        }
        let is_documented = bullets.is_empty() && attributes(&function.attrs).is_empty();
        is_documented && initials.len() == self.fields.len() && arguments.len() == self.arguments()
    }

    fn arguments(&self) -> usize {
        self.fields.iter().filter(|field| field.given.starts_with("given as an argument")).count()
    }

    /// The setters, and the ways to send the request; whether all of them are known.
    pub(super) fn methods(&mut self, item: &ItemImpl, facts: &mut Facts) -> bool {
        let mut sends = Vec::new();
        for method in &item.items {
            let ImplItem::Fn(function) = method else { return false };
            match SENDS.iter().find(|pattern| matches(pattern, function).is_some()) {
                Some(_) => sends.push(function.sig.ident.to_string()),
                None if self.setter(function) => {}
                None => return false,
            }
        }
        facts.say(format!("{}: ways to send", self.subject), sends.join(", "));
        true
    }

    fn setter(&mut self, function: &ImplItemFn) -> bool {
        let pattern = "$(docs) pub fn $name(mut self, $name: $(ty)) -> Self { self.$name = Some($(value)); self }";
        let Some(holes) = matches(pattern, function) else { return false };
        let Some(field) = self.field(&holes["name"]) else { return false };
        let value = if holes["ty"].starts_with("impl Into<") { format!("{}.into()", field.name) } else { field.name.clone() };
        let docs = Docs::of(&function.attrs);
        field.given = format!("given to a setter, `{}`", holes["ty"]);
        field.docs = if docs.words().is_empty() { (words(&docs.text()), docs.origin()) } else { (docs.words(), docs.origin()) };
        holes["value"] == value && attributes(&function.attrs).is_empty()
    }

    /// The lines of `into_request`; whether all of them are known.
    pub(super) fn sent(&mut self, lines: &[Stmt], facts: &mut Facts) -> bool {
        let mut path = String::new();
        let mut order = Vec::new();
        let mut accepted = "anything".to_owned();
        let mut body = "none".to_owned();
        for line in lines {
            if let Some(holes) = matches("request.path($text);", line) {
                path += &text(&holes["text"]);
            } else if let Some(holes) = matches("request.accept($text);", line) {
                accepted = text(&holes["text"]);
            } else if let Some(holes) = matches("request.json(&self.$field);", line) {
                let Some(field) = self.field(&holes["field"]) else { return false };
                field.sent.push((("body", String::new()), String::new()));
                body = format!("`{}` in `application/json`, ", field.ty);
            } else if let Some(holes) = matches("request.json_object(|fields| { $(lines) });", line) {
                body = "an object in `application/json`".to_owned();
                if !self.properties(&holes["lines"], facts) {
                    return false;
                }
            } else if let Some(holes) = matches("request.$place($wire, &self.$field);", line) {
                let (place, wire) = (holes["place"].as_str(), text(&holes["wire"]));
                let Some((_, noun)) = PLACES.iter().find(|(known, _)| *known == place) else { return false };
                match place {
                    "segment" => path += &format!("{{{wire}}}"),
                    _ => order.push(format!("{place} {wire}")),
                }
                let Some(field) = self.field(&holes["field"]) else { return false };
                field.sent.push(((noun, wire), format!("{place} from `{}`", field.name)));
            } else {
                return false;
            }
        }
        let subject = &self.subject;
        facts.say(format!("{subject}: path"), path);
        facts.say(format!("{subject}: parameters in order"), order.join(", "));
        facts.say(format!("{subject}: accepts"), accepted);
        let given = self.fields.iter().find(|field| field.sent.iter().any(|((noun, _), _)| *noun == "body"));
        facts.say(format!("{subject}: body"), body + given.map_or("", |field| &field.given));
        true
    }

    /// The properties of a body that is written one by one.
    fn properties(&mut self, lines: &str, facts: &mut Facts) -> bool {
        let Ok(block) = syn::parse_str::<syn::Block>(&format!("{{ {lines} }}")) else { return false };
        let mut order = Vec::new();
        for line in &block.stmts {
            if let Some(holes) = matches("fields.$method($wire, &self.$field);", line) {
                let wire = text(&holes["wire"]);
                let Some(field) = self.field(&holes["field"]) else { return false };
                field.sent.push((("Property", wire.clone()), format!("{} from `{}`", holes["method"], field.name)));
                order.push(wire);
            } else if let Some(holes) = matches("fields.required($wire, &$value);", line) {
                let wire = text(&holes["wire"]);
                let subject = format!("{}: Property `{wire}`: sent", self.subject);
                facts.say(subject, format!("always as `{}`", holes["value"]));
                order.push(wire);
            } else {
                return false;
            }
        }
        facts.say(format!("{}: properties in order", self.subject), order.join(", "));
        true
    }

    /// Says what became of each field. One that is sent twice, or never, is said to be so.
    pub(super) fn say(&self, facts: &mut Facts) {
        for field in &self.fields {
            let [((noun, wire), sent)] = field.sent.as_slice() else {
                facts.say(format!("{}: field `{}`", self.subject, field.name), format!("sent {} times", field.sent.len()));
                continue;
            };
            let (words, origin) = &field.docs;
            if *noun == "body" {
                facts.say(format!("{}: words of the body", self.subject), words);
                continue;
            }
            let subject = format!("{}: {noun} `{wire}`", self.subject);
            facts.say(format!("{subject}: sent"), sent);
            facts.say(format!("{subject}: words"), words);
            facts.say(format!("{subject}: origin"), origin);
            facts.say(subject, format!("`{}`, {}", field.ty, field.given));
        }
    }
}

/// The words of an argument's docs, and the origin at their end.
fn split_origin(bullet: &str) -> (String, String) {
    let start = PLACES.iter().filter_map(|(_, noun)| bullet.rfind(&format!("{noun}: `"))).max();
    let (text, origin) = bullet.split_at(start.unwrap_or(bullet.len()));
    (words(text), origin.to_owned())
}

/// The methods that send a field, and what the docs call it.
const PLACES: [(&str, &str); 5] = [
    ("segment", "Path parameter"),
    ("query", "Query parameter"),
    ("header", "Header"),
    ("cookie", "Cookie"),
    ("property", "Property"),
];

/// The ways to send a request.
const SENDS: [&str; 3] = [
    "#[doc = \" Sends the request; the response keeps status and headers.\"]
    pub fn send(self) -> runtime::Sending<Self> {
        runtime::Sending::new(self)
    }",
    "#[doc = \" A stream over the pages, starting at this request's.\"]
    pub fn pages(self) -> runtime::Pages<Self> {
        runtime::Pages::new(self)
    }",
    "#[doc = \" A stream over the items of all pages, starting at this request's.\"]
    pub fn items(self) -> runtime::Items<Self> {
        runtime::Items::new(self)
    }",
];
