//! A request: its fields, where each of them comes from, and where it is sent.

use std::collections::BTreeMap;

use syn::{ImplItem, ImplItemFn, ItemImpl, ItemStruct, Stmt};

use super::model::fields::{argument, of_literal};
use super::module::text;
use super::operation::{Call, documented};
use super::{attributes, document};
use crate::reader::Facts;
use crate::reader::docs::{self, Docs};
use crate::reader::pattern::{Holes, matches, spell};

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

/// What the lines of `into_request` send.
#[derive(Default)]
struct Sent {
    path: String,
    order: Vec<String>,
    accepted: Vec<String>,
    body: Option<String>,
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
        let mut bullets: BTreeMap<String, String> = docs.take_arguments().into_iter().collect();
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
            field.docs = split_origin(&bullet);
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

    /// The lines of `into_request`; whether all of them are known.
    pub(crate) fn sent(&mut self, lines: &[Stmt], facts: &mut Facts) -> bool {
        let mut sent = Sent::default();
        let known = lines.iter().all(|line| self.line(line, &mut sent, facts));
        let subject = &self.subject;
        let accepted = if sent.accepted.is_empty() { "anything".to_owned() } else { sent.accepted.join(", ") };
        facts.say(format!("{subject}: path"), sent.path);
        facts.say(format!("{subject}: parameters in order"), sent.order.join(", "));
        facts.say(format!("{subject}: accepts"), accepted);
        let given = self.fields.iter().find(|field| field.sent.iter().any(|((noun, _), _)| *noun == "body"));
        let body = sent.body.unwrap_or("none".to_owned());
        facts.say(format!("{subject}: body"), body + given.map_or("", |field| &field.given));
        known
    }

    fn line(&mut self, line: &Stmt, sent: &mut Sent, facts: &mut Facts) -> bool {
        if let Some(holes) = matches("request.path($text);", line) {
            sent.path += &text(&holes["text"]);
            return true;
        }
        if let Some(holes) = matches("request.accept($text);", line) {
            sent.accepted.push(text(&holes["text"]));
            return true;
        }
        if let Some((media_type, field)) = whole_body(line) {
            let Some(field) = self.field(&field) else { return false };
            field.sent.push((("body", String::new()), String::new()));
            return sent.body.replace(format!("`{}` in `{media_type}`, ", field.ty)).is_none();
        }
        if let Some(holes) = matches("request.json_object(|fields| { $(lines) });", line) {
            let is_first = sent.body.replace("an object in `application/json`".to_owned()).is_none();
            return is_first && self.properties(&holes["lines"], facts);
        }
        let styled = "request.$method($wire, runtime::$enum::$(style), &self.$field);";
        let (holes, style) = match (matches("request.$method($wire, &self.$field);", line), matches(styled, line)) {
            (Some(holes), _) => (holes, String::new()),
            (None, Some(holes)) => match style(&holes) {
                Some(style) => (holes, style),
                None => return false,
            },
            (None, None) => return false,
        };
        let (method, wire) = (holes["method"].trim_end_matches("_styled"), text(&holes["wire"]));
        if holes["method"].ends_with("_styled") == style.is_empty() {
            return false;
        }
        let Some((_, noun)) = PLACES.iter().find(|(known, _)| *known == method) else { return false };
        match method {
            "segment" => sent.path += &format!("{{{wire}}}"),
            _ => sent.order.push(format!("{method}{style} {wire}")),
        }
        let Some(field) = self.field(&holes["field"]) else { return false };
        field.sent.push(((noun, wire), format!("{method}{style} from `{}`", field.name)));
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

/// The media type of a body that is one field, and that field.
fn whole_body(line: &Stmt) -> Option<(String, String)> {
    if let Some(mut holes) = matches("request.json(&self.$field);", line) {
        return Some(("application/json".to_owned(), holes.remove("field")?));
    }
    let mut holes = matches("request.json_as($media_type, &self.$field);", line)?;
    Some((text(&holes["media_type"]), holes.remove("field")?))
}

/// A style as the description spells it: `, matrix, true`.
fn style(holes: &Holes) -> Option<String> {
    let style = holes["style"].as_str();
    let (name, explode) = match style.strip_suffix('}') {
        Some(style) => style.split_once("{explode:")?,
        None => (style, ""),
    };
    let of_path = [("Simple", "simple"), ("Label", "label"), ("Matrix", "matrix")];
    let of_query = [
        ("Form", "form"),
        ("SpaceDelimited", "spaceDelimited"),
        ("PipeDelimited", "pipeDelimited"),
        ("DeepObject", "deepObject"),
    ];
    let known: &[(&str, &str)] = match (holes["enum"].as_str(), holes["method"].as_str()) {
        ("PathStyle", "segment_styled") => &of_path,
        ("QueryStyle", "query_styled") => &of_query,
        _ => return None,
    };
    let (_, name) = known.iter().find(|(rust, _)| *rust == name)?;
    Some(if explode.is_empty() { format!(", {name}") } else { format!(", {name}, {explode}") })
}

/// The words of an argument's docs, and the origin at their end.
fn split_origin(bullet: &str) -> (String, String) {
    let start = PLACES.iter().filter_map(|(_, noun)| bullet.rfind(&format!("{noun}: `"))).max();
    let (text, origin) = bullet.split_at(start.unwrap_or(bullet.len()));
    (docs::words(text), origin.to_owned())
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
