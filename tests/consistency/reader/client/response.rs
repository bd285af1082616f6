//! What each status gives, and the errors that an operation documents.

use syn::ItemEnum;

use super::operation::{Call, documented};
use super::{attributes, document};
use crate::reader::Facts;
use crate::reader::docs::Docs;
use crate::reader::pattern::{matches, spell};

/// The body of `decode`; whether it is as expected.
pub(crate) fn decode(call: &Call, body: &str, facts: &mut Facts) -> bool {
    let subject = &call.subject;
    let Ok(expression) = syn::parse_str::<syn::ExprMatch>(body) else {
        // Where nothing is documented but `default`.
        facts.say(format!("{subject}: any other status"), outcome(call, body));
        return true;
    };
    if spell(&expression.expr) != "response.status().as_u16()" {
        return false;
    }
    for arm in &expression.arms {
        let body = spell(&arm.body);
        let body = body.strip_prefix('{').and_then(|body| body.strip_suffix('}')).unwrap_or(&body);
        let (status, outcome) = (spell(&arm.pat), outcome(call, body));
        match status.as_str() {
            "_" => facts.say(format!("{subject}: any other status"), outcome),
            _ => facts.say(format!("{subject}: status `{status}`"), outcome),
        }
    }
    true
}

fn outcome(call: &Call, body: &str) -> String {
    let error = format!("({}::", call.error);
    match body {
        "response.json()" => "json".to_owned(),
        "response.empty()" => "empty".to_owned(),
        "response.undocumented(runtime::Received::json)" => "undocumented, read as json".to_owned(),
        "response.undocumented(runtime::Received::empty)" => "undocumented, read as empty".to_owned(),
        _ => {
            let parts =
                body.strip_prefix("response.").and_then(|body| body.strip_suffix(')')).and_then(|body| body.split_once(&error));
            parts.map_or(body.to_owned(), |(method, variant)| format!("{method} `{variant}`"))
        }
    }
}

/// The enum of the documented errors.
pub(crate) fn errors(call: &Call, item: &ItemEnum, facts: &mut Facts) {
    documented(call, "errors", &item.attrs, "derive(Clone,Debug,PartialEq) non_exhaustive", facts);
    for variant in &item.variants {
        let subject = format!("{}: error `{}`", call.subject, variant.ident);
        document(&subject, "", &Docs::of(&variant.attrs), facts);
        if !attributes(&variant.attrs).is_empty() {
            facts.say(format!("{subject}: attributes"), attributes(&variant.attrs));
        }
        let held = matches("($(ty))", &variant.fields).map_or("nothing".to_owned(), |holes| format!("`{}`", holes["ty"]));
        facts.say(subject, format!("holds {held}"));
    }
}
