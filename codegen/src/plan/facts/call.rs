//! Facts of calls.

use super::{flag, listed, word};
use crate::api::{NextPage, Operation, Pagination, Payload, Requirement, Scalar};
use crate::plan::call::Call;
use crate::plan::inputs::PlanInputs;
use crate::plan::server;
use crate::record::{Fact, FactName};
use crate::share::call_key;

/// Facts of a call, which asks for media types.
pub(in crate::plan) fn of_call(call: &Call<'_>, accept: Option<&str>, inputs: &PlanInputs<'_>) -> Vec<Fact> {
    let Call { operation, variant, .. } = call;
    let payload = operation.payload(*variant, &inputs.api.schemas);
    let retry = match operation.method.as_str() {
        "GET" | "HEAD" | "OPTIONS" | "TRACE" => None,
        "PUT" | "DELETE" => Some("idempotent"),
        _ => Some("never"),
    };
    let alternatives: Vec<String> = operation.security.iter().map(|alternative| credentials(alternative)).collect();
    let successes = operation.successes().filter(|response| !response.is_dropped);
    let successes: Vec<String> = successes.map(|response| response.status.to_string()).collect();
    let timeout = variant.and_then(|variant| variant.timeout).or(operation.timeout);
    let facts = [
        flag(FactName::Deprecated, operation.deprecated),
        retry.map(|class| Fact::new(FactName::Retry, class)),
        listed(FactName::Auth, &alternatives),
        servers(operation, inputs),
        listed(FactName::Sends, &media_types(&payload)),
        accept.map(|accept| Fact::new(FactName::Accepts, accept)),
        listed(FactName::Success, &successes),
        timeout.map(|timeout| Fact::new(FactName::Timeout, format!("{timeout:?}"))),
        operation.pagination.as_ref().map(|pagination| Fact::new(FactName::Pages, pages(pagination))),
    ];
    facts.into_iter().flatten().chain(fixed(call, &payload)).collect()
}

/// Credentials that are needed together.
fn credentials(requirements: &[Requirement]) -> String {
    let one = |Requirement { scheme, scopes }: &Requirement| {
        let mut list: Vec<String> = scopes.iter().map(|scope| word(scope)).collect();
        list.sort();
        if list.is_empty() { word(scheme) } else { format!("{}({})", word(scheme), list.join(", ")) }
    };
    let mut all: Vec<String> = requirements.iter().map(one).collect();
    all.sort();
    if all.is_empty() { "none".to_owned() } else { all.join(" & ") }
}

/// The servers of a call, if they are not the client's.
fn servers(operation: &Operation, inputs: &PlanInputs<'_>) -> Option<Fact> {
    let is_own = server::of_operation(operation, inputs.api).is_some() || operation.has_choice_of_servers(&inputs.api.servers);
    let templates: Vec<String> = operation.servers.iter().map(|server| word(&server.template)).collect();
    listed(FactName::Servers, &templates).filter(|_| is_own)
}

/// The media types that a body can have.
fn media_types(payload: &Payload<'_>) -> Vec<String> {
    match payload {
        Payload::Nothing => Vec::new(),
        Payload::Properties(media_type, ..) | Payload::Parts(media_type, ..) => vec![media_type.name.clone()],
        Payload::Whole(_, body, choices) if choices.is_empty() => vec![body.media_type.name.clone()],
        Payload::Whole(_, _, choices) => choices.iter().map(|choice| (*choice).to_owned()).collect(),
        Payload::Choice(_, bodies) => bodies.iter().map(|body| body.media_type.name.clone()).collect(),
    }
}

/// The values that a call sends by itself.
fn fixed(call: &Call<'_>, payload: &Payload<'_>) -> Vec<Fact> {
    let Call { operation, variant, .. } = call;
    let sent = |place: &str, name: &str, value: &dyn std::fmt::Display| {
        Fact::new(FactName::Fixed, format!("{place} {} {value}", word(name)))
    };
    let parameters = operation.only_values.iter().map(|(place, value)| {
        let parameter = &operation.parameters[*place];
        sent(call_key::location(parameter.location), &parameter.name, value)
    });
    let (step, object, only) = match payload {
        Payload::Properties(_, object, only) => ("property", Some(object), Some(only)),
        Payload::Parts(_, object, only) => ("part", Some(object), Some(only)),
        _ => ("", None, None),
    };
    let only = only.into_iter().flatten().filter_map(|(place, value)| Some((object?.properties.get(*place)?, value)));
    let only = only.filter(|(property, _)| property.is_always_sent()).map(|(property, value)| sent(step, &property.name, value));
    let variants = operation.variants.as_ref().zip(*variant);
    let deciding =
        variants.and_then(|(variants, variant)| Some(sent("property", &variants.property, &Scalar::of(&variant.value)?)));
    parameters.chain(deciding).chain(only).collect()
}

/// How pages follow one another.
fn pages(pagination: &Pagination) -> String {
    let path = |path: &[String]| path.iter().map(|name| word(name)).collect::<Vec<_>>().join(".");
    let more = |more: &Option<Vec<String>>| more.iter().map(|more| format!(" while {}", path(more))).collect::<String>();
    let next = match &pagination.next {
        NextPage::Offset { parameter, more: next } => format!("offset {}{}", word(parameter), more(next)),
        NextPage::Number { parameter, first, more: next } => format!("page {} from {first}{}", word(parameter), more(next)),
        NextPage::Cursor { parameter, cursor } => format!("cursor {} from {}", word(parameter), path(cursor)),
        NextPage::Address(address) => format!("next-url {}", path(address)),
        NextPage::Link => "link-header".to_owned(),
    };
    match pagination.items.as_slice() {
        [] => next,
        items => format!("{next}, items {}", path(items)),
    }
}
