//! `Operation`: the endpoint, what is sent where, and what each status gives.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Expr, ItemImpl};

use super::Reading;
use super::call::Building;
use super::syntax::{Invocation, sides, spell, take, text};
use crate::reader::facts::{Input, add};

impl Reading<'_> {
    pub(super) fn exchange(&mut self, call: &mut Building, item: ItemImpl) {
        let rest = take(item.into_token_stream(), &mut |piece| {
            if let Some(sent) = Invocation::of("request", piece) {
                return call.send(&sent);
            }
            match (sides(piece, "=>"), sides(piece, "=")) {
                (Some((status, outcome)), _) => call.outcome(&status, &outcome),
                (None, Some((name, value))) if name == "type Output" && call.row.gives.is_empty() => {
                    call.row.gives = spell(&value);
                    true
                }
                (None, Some((name, value))) if name == "const ENDPOINT:runtime::Endpoint" => match syn::parse2(value) {
                    Ok(value) => call.endpoint(&value),
                    Err(_) => false,
                },
                _ if call.row.statuses.is_empty() && spell(piece).starts_with("response.") => call.outcome("_", piece),
                _ => false,
            }
        });
        self.frame("call", &rest);
    }
}

impl Building {
    /// `runtime::Endpoint::new(method, template).timeout(..)`; whether all of it is known.
    fn endpoint(&mut self, value: &Expr) -> bool {
        match value {
            Expr::MethodCall(outer) => {
                let numbers = outer.args.iter().map(|argument| {
                    let spelled = spell(argument);
                    let number =
                        spelled.strip_prefix("std::time::Duration::from_millis(").and_then(|rest| rest.strip_suffix(')'));
                    number.map_or(spelled.clone(), |number| format!("{number} ms"))
                });
                add(&mut self.row.endpoint, outer.method.to_string(), numbers.collect());
                self.endpoint(&outer.receiver)
            }
            Expr::Call(new) if new.args.len() == 2 => {
                self.row.template = text(&new.args[1]);
                let method = &new.args[0];
                self.row.method = match spell(&new.func).as_str() {
                    "runtime::Endpoint::new" => spell(method).strip_prefix("runtime::Method::").unwrap_or_default().to_owned(),
                    "runtime::Endpoint::extension" => text(method),
                    other => other.to_owned(),
                };
                true
            }
            _ => false,
        }
    }

    /// A line that sends something; whether it is known.
    fn send(&mut self, line: &Invocation) -> bool {
        let last = line.arguments.len().wrapping_sub(1);
        let (name, field) = (line.text(0), line.field(last));
        match (line.method.as_str(), name, field) {
            ("path", Some(text), None) => self.row.path += &text,
            ("accept", Some(text), None) => self.row.accepts.push(text),
            ("json", None, Some(field)) => self.body("application/json".to_owned(), field, "whole"),
            ("json_as" | "body", Some(media_type), Some(field)) => self.body(media_type, field, "whole"),
            ("json" | "json_as", name, None) => {
                let Some(field) = line.present_field(last) else { return false };
                self.body(name.unwrap_or_else(|| "application/json".to_owned()), field, "whole or null");
            }
            ("json_object", None, None) => {
                return line.arguments.first().is_some_and(|write| self.properties("application/json", write));
            }
            (method, Some(name), None) if last > 0 => {
                let Some((place, style)) = style(method, line.arguments.get(1).filter(|_| last == 2)) else { return false };
                match place {
                    "path" => self.row.path += &format!("{{{name}}}"),
                    _ => self.row.parameters_in_order.push(format!("{place} {name}")),
                }
                let value = spell(&line.arguments[last]);
                let value = value.trim_start_matches('&').trim_end_matches("i64").trim_end_matches("f64");
                add(&mut self.row.fixed_value, format!("{place} `{name}`"), format!("{style} {value}"));
            }
            (method, Some(name), Some(field)) => {
                let Some((place, style)) = style(method, line.arguments.get(1).filter(|_| last == 2)) else { return false };
                match place {
                    "path" => self.row.path += &format!("{{{name}}}"),
                    _ => self.row.parameters_in_order.push(format!("{place} {name}")),
                }
                self.input(format!("{place} `{name}`"), field, style);
            }
            _ => return false,
        }
        true
    }

    fn input(&mut self, key: String, field: String, sent: String) {
        add(&mut self.row.inputs, key.clone(), Input { sent, ..Input::default() });
        self.keys.push((field, key));
    }

    fn body(&mut self, media_type: String, field: String, sent: &str) {
        let twice = self.row.media_type.replace(media_type);
        self.input("body".to_owned(), field, twice.map_or(sent.to_owned(), |twice| format!("after `{twice}`")));
    }

    /// The properties of a body that is written one by one.
    fn properties(&mut self, media_type: &str, write: &Expr) -> bool {
        let Expr::Closure(closure) = write else { return false };
        let is_first = self.row.media_type.replace(media_type.to_owned()).is_none();
        let rest = take(closure.body.to_token_stream(), &mut |piece| {
            let Some(line) = Invocation::of("fields", piece) else { return false };
            match (line.method.as_str(), line.text(0), line.field(1)) {
                ("required" | "optional", Some(name), Some(field)) => {
                    self.row.parameters_in_order.push(format!("property {name}"));
                    self.input(format!("property `{name}`"), field, line.method);
                }
                ("required", Some(name), None) if line.arguments.len() == 2 => {
                    self.row.parameters_in_order.push(format!("property {name}"));
                    add(
                        &mut self.row.fixed_value,
                        format!("`{name}`"),
                        spell(&line.arguments[1]).trim_start_matches('&').to_owned(),
                    );
                }
                _ => return false,
            }
            true
        });
        is_first && spell(&rest) == "{}" && spell(&closure.inputs) == "fields"
    }

    /// What a status gives; whether it is known.
    fn outcome(&mut self, status: &str, outcome: &TokenStream) -> bool {
        let spelled = spell(outcome);
        let spelled = spelled.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(&spelled);
        let Some(outcome) = spelled.strip_prefix("response.") else { return false };
        let error = format!("({}::", self.row.error_type);
        let outcome = match outcome.strip_suffix(')').and_then(|outcome| outcome.split_once(&error)) {
            Some((method, variant)) => format!("{method} `{variant}`"),
            None => outcome.strip_suffix("()").unwrap_or(outcome).to_owned(),
        };
        let status = match status {
            "_" => "any other status".to_owned(),
            status => format!("status `{}`", range(status).unwrap_or(status)),
        };
        self.row.add_status(status, outcome);
        true
    }
}

/// The range of statuses that a guard asks for.
fn range(guard: &str) -> Option<&'static str> {
    match guard.strip_prefix("_ if response.status().is_")? {
        "informational()" => Some("1XX"),
        "success()" => Some("2XX"),
        "redirection()" => Some("3XX"),
        "client_error()" => Some("4XX"),
        "server_error()" => Some("5XX"),
        _ => None,
    }
}

/// Where a method sends a value, and in which style.
fn style(method: &str, argument: Option<&Expr>) -> Option<(&'static str, String)> {
    let place = match method.split('_').next()? {
        "segment" => "path",
        "query" => "query",
        "header" => "header",
        "cookie" => "cookie",
        _ => return None,
    };
    let argument = argument.map(spell);
    let style = match (method, argument.as_deref()) {
        ("segment" | "header", None) => "simple".to_owned(),
        ("query", None) => "form, exploded".to_owned(),
        ("cookie", None) => "form".to_owned(),
        ("header_exploded", None) => "simple, exploded".to_owned(),
        ("header_json" | "cookie_json", None) => "json".to_owned(),
        ("cookie_plain", Some("true")) => "cookie, exploded".to_owned(),
        ("cookie_plain", Some("false")) => "cookie".to_owned(),
        (
            "segment_styled"
            | "segment_reserved"
            | "segment_greedy"
            | "segment_or_empty"
            | "segment_or_empty_reserved"
            | "segment_or_empty_greedy",
            Some(style),
        ) => named(style.strip_prefix("runtime::PathStyle::")?, method)?,
        ("query_styled" | "query_reserved", Some(style)) => named(style.strip_prefix("runtime::QueryStyle::")?, method)?,
        _ => return None,
    };
    Some((place, style))
}

/// A style as the description spells it.
fn named(spelled: &str, method: &str) -> Option<String> {
    let (name, explode) = match spelled.strip_suffix('}') {
        Some(spelled) => spelled.split_once("{explode:")?,
        None => (spelled, "false"),
    };
    let exploded = match explode {
        "true" => ", exploded",
        "false" => "",
        _ => return None,
    };
    let reserved = if method.ends_with("_reserved") { ", reserved" } else { "" };
    Some(format!("{}{}{exploded}{reserved}", name.get(..1)?.to_lowercase(), name.get(1..)?))
}
