//! A request: its fields, where each of them comes from, and where it is sent.

mod sent;

use std::collections::BTreeMap;

use syn::{ImplItem, ImplItemFn, ItemImpl, ItemStruct};

use crate::reader::Facts;
use crate::reader::client::model::fields::{argument, of_literal};
use crate::reader::client::operation::{Call, documented};
use crate::reader::client::{attributes, document};
use crate::reader::docs::{self, Bullet, Docs};
use crate::reader::pattern::{matches, spell};

/// What is known of a request's fields.
pub(crate) struct Request {
    subject: String,
    name: String,
    fields: Vec<Field>,
    /// The fields that arguments give, in the order of the method's signature.
    arguments: Vec<String>,
    /// The fields that can be set to null, and the setters that do it.
    nulls: Vec<(String, String)>,
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
    pub(crate) fn read(call: &Call, item: &ItemStruct, facts: &mut Facts) -> Self {
        let attributes = "derive(Clone) must_use=\"a request does nothing until it is awaited or sent\"";
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
        Self { subject: call.subject.clone(), name: call.request.clone(), fields, arguments: Vec::new(), nulls: Vec::new() }
    }

    fn field(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// The handle's method that makes the request; whether it is as expected.
    pub(crate) fn made(&mut self, function: &ImplItemFn, by_client: bool, facts: &mut Facts) -> bool {
        let by_handle =
            "$(docs) pub fn $name(&self $(arguments)) -> $request { $request { client: self.client.clone() $(fields) } }";
        let by_itself = "$(docs) pub fn $name(&self $(arguments)) -> $request { $request { client: self.clone() $(fields) } }";
        let holes = matches(if by_client { by_itself } else { by_handle }, function);
        let Some(holes) = holes.filter(|holes| holes["request"] == self.name) else { return false };
        let mut docs = Docs::of(&function.attrs);
        let bullets = docs.take_arguments().into_iter();
        let mut bullets: BTreeMap<String, Bullet> = bullets.map(|bullet| (bullet.name.clone(), bullet)).collect();
        document(&self.subject, " of the method", &docs, facts);
        let arguments: Vec<(String, String)> = function.sig.inputs.iter().filter_map(argument).collect();
        self.arguments = arguments.iter().map(|(name, _)| name.clone()).collect();
        let arguments: BTreeMap<String, String> = arguments.into_iter().collect();
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
            field.docs = (docs::words(&bullet.text), origin(&bullet));
        }
        let is_documented = bullets.is_empty() && attributes(&function.attrs).is_empty();
        is_documented && initials.len() == self.fields.len() && arguments.len() == self.arguments()
    }

    fn arguments(&self) -> usize {
        self.fields.iter().filter(|field| field.given.starts_with("given as an argument")).count()
    }

    /// The setters, and the ways to send the request; whether all of them are known.
    pub(crate) fn methods(&mut self, item: &ItemImpl, facts: &mut Facts) -> bool {
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

    /// A setter, or one that sets null; whether it is as expected.
    fn setter(&mut self, function: &ImplItemFn) -> bool {
        if !attributes(&function.attrs).is_empty() {
            return false;
        }
        let docs = Docs::of(&function.attrs);
        if let Some(holes) = matches("$(docs) pub fn $name(mut self) -> Self { self.$field = Some(None); self }", function) {
            self.nulls.push((holes["field"].clone(), holes["name"].clone()));
            return docs.text() == format!("Sets `{}` to null.", holes["field"]);
        }
        let pattern = "$(docs) pub fn $name(mut self, $name: $(ty)) -> Self { self.$name = Some($(value)); self }";
        let Some(holes) = matches(pattern, function) else { return false };
        let Some(field) = self.fields.iter_mut().find(|field| field.name == holes["name"]) else { return false };
        let value = if holes["ty"].starts_with("impl Into<") { format!("{}.into()", field.name) } else { field.name.clone() };
        let or_null = if holes["value"] == format!("Some({value})") { ", or as null" } else { "" };
        field.given = format!("given to a setter, `{}`{or_null}", holes["ty"]);
        field.docs = (docs.words(), docs.origin());
        !or_null.is_empty() || holes["value"] == value
    }

    /// Says what became of each field. One that is sent twice, or never, is said to be so.
    pub(crate) fn say(&self, facts: &mut Facts) {
        let sent = |name: &String| self.fields.iter().find(|field| field.name == *name).and_then(|field| field.sent.first());
        let key = |((noun, wire), _): &(Noun, String)| match *noun {
            "body" => "body".to_owned(),
            noun => format!("{}:{wire}", noun.split(' ').next().unwrap_or_default().to_lowercase()),
        };
        let arguments: Vec<String> = self.arguments.iter().filter_map(sent).map(key).collect();
        facts.say(format!("{}: arguments in order", self.subject), arguments.join(", "));
        for field in &self.fields {
            let [((noun, wire), sent)] = field.sent.as_slice() else {
                facts.say(format!("{}: field `{}`", self.subject, field.name), format!("sent {} times", field.sent.len()));
                continue;
            };
            let (words, origin) = &field.docs;
            if *noun == "body" {
                facts.say(format!("{}: words of the body", self.subject), format!("{words} {}", docs::words(origin)).trim());
                continue;
            }
            let subject = format!("{}: {noun} `{wire}`", self.subject);
            facts.say(format!("{subject}: sent"), sent);
            facts.say(format!("{subject}: words"), words);
            facts.say(format!("{subject}: origin"), origin);
            for (_, setter) in self.nulls.iter().filter(|(name, _)| *name == field.name) {
                facts.say(format!("{subject}: set to null"), format!("by `{setter}`"));
            }
            facts.say(subject, format!("`{}`, {}", field.ty, field.given));
        }
    }
}

/// The origin that an argument's docs name, as those of a setter would write it.
fn origin(bullet: &Bullet) -> String {
    if bullet.place == "request body" {
        return "The body of the request.".to_owned();
    }
    let noun = |(_, noun): &(_, &'static str)| Some((*noun, bullet.place.strip_prefix(&noun.to_lowercase())?));
    match PLACES.iter().find_map(noun) {
        Some((noun, "")) => format!("{noun}: `{}`.", bullet.name),
        Some((noun, wire_name)) => format!("{noun}: {}.", wire_name.trim()),
        None => bullet.place.clone(),
    }
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
