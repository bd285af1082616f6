//! The lines of `into_request`: what of a request is sent where.

use syn::Stmt;

use super::{PLACES, Request};
use crate::reader::Facts;
use crate::reader::client::module::text;
use crate::reader::pattern::{Holes, matches};

/// What the lines of `into_request` send.
#[derive(Default)]
struct Sent {
    path: String,
    order: Vec<String>,
    accepted: Vec<String>,
    body: Option<String>,
}

impl Request {
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
