//! The names of what a call takes: arguments and setters of its request.

use super::claim::{Candidates, Claim};
use super::recorded::Recorded;
use super::scope::Scope;
use super::spelling;
use crate::api::{Input, Operation, Payload, Schemas};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Step};
use crate::share::call_key::{self, location};
use crate::share::words;

/// The names of a value that a call takes.
#[derive(Clone, Debug, PartialEq)]
pub struct InputNames {
    /// Where it comes from.
    pub key: Key,
    /// The argument, or the setter.
    pub name: Claim,
    /// The setter that sends null, where the value is optional and may be null.
    pub null_setter: Option<Claim>,
}

/// Names what a call takes.
pub(super) fn claim(
    inputs: &[Input<'_>],
    call: &Key,
    operation: &Operation,
    schemas: &Schemas,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<InputNames> {
    let mut scope = Scope::new(spelling::member);
    scope.prefer(inputs.iter().filter_map(|input| described(*input)));
    let own = |word| recorded.members_of(&call.then(Step::Own(word)));
    let recorded = own("request").and(own("required"));
    let keys: Vec<Key> = inputs.iter().map(|input| call.then(step(*input))).collect();
    let nulls: Vec<Option<String>> = inputs.iter().map(|input| null(*input, schemas)).collect();
    let mut items = Vec::new();
    for ((input, key), null) in inputs.iter().zip(&keys).zip(&nulls) {
        let candidates = candidates(*input, operation);
        let given = recorded.given(|| key.clone()).or(candidates.explicit);
        let candidates = candidates.or_explicit(given);
        items.push(candidates.clone().or_recorded(recorded.name(|| key.clone())));
        items.extend(null.as_ref().map(|null| {
            let recorded = recorded.name(|| key.then(Step::Null));
            candidates.or_explicit(None).derived_from(null).or_recorded(recorded)
        }));
    }
    let mut claims = scope.claim_all(items, &recorded, diagnostics).into_iter();
    let names = keys.into_iter().zip(nulls).map_while(|(key, null)| {
        let name = claims.next()?;
        let null_setter = null.and_then(|_| claims.next());
        Some(InputNames { key, name, null_setter })
    });
    names.collect()
}

/// The names that a value may have.
fn candidates<'i>(input: Input<'i>, operation: &Operation) -> Candidates<'i> {
    match input {
        Input::Parameter(parameter) => Candidates::of(&parameter.name, parameter.at).or_explicit(parameter.rust_name.as_deref()),
        Input::Property(property) | Input::Part(property) => {
            Candidates::of(&property.name, property.at).or_explicit(property.annotations.rust_name.as_deref())
        }
        Input::Body(body) => Candidates::of("body", body.at),
        Input::ContentType(body) => Candidates::of("content-type", body.at),
        Input::Accept => Candidates::of("accept", operation.at).unreported(),
        Input::Server => Candidates::of("server", operation.at).unreported(),
    }
}

/// The words of the setter that sends null, where a value may be null.
fn null(input: Input<'_>, schemas: &Schemas) -> Option<String> {
    let Input::Property(property) = input else { return None };
    let may_be_null = !property.required && schemas.type_of(property.schema, &mut Vec::new()).1;
    may_be_null.then(|| format!("{} null", property.annotations.rust_name.as_ref().unwrap_or(&property.name)))
}

/// The name that the description gives to a value, where its name in Rust is derived from it.
fn described(input: Input<'_>) -> Option<&str> {
    match input {
        Input::Parameter(parameter) if parameter.rust_name.is_none() => Some(&parameter.name),
        Input::Property(property) | Input::Part(property) if property.annotations.rust_name.is_none() => Some(&property.name),
        _ => None,
    }
}

/// The step from a call to what it takes.
fn step(input: Input<'_>) -> Step<'_> {
    match input {
        Input::Parameter(parameter) => Step::Parameter(location(parameter.location), &parameter.name),
        Input::Property(property) => Step::Property(&property.name),
        Input::Part(property) => Step::Part(&property.name),
        Input::Body(_) => Step::Input("body"),
        Input::ContentType(_) => Step::Input("content-type"),
        Input::Accept => Step::Input("accept"),
        Input::Server => Step::Input("server"),
    }
}

/// Names the bodies that the caller can choose from.
pub(super) fn bodies(payload: &Payload<'_>, call: &Key, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let Payload::Choice(_, representations) = payload else { return Vec::new() };
    let recorded = recorded.members_of(&call.then(Step::Own("body")));
    let words: Vec<String> = representations.iter().map(|one| words::media_type(&one.media_type.name)).collect();
    let items = representations.iter().zip(&words).map(|(representation, word)| {
        let key = || call_key::body(call, representation);
        Candidates::of(word, representation.media_type.at).or_explicit(recorded.given(key)).or_recorded(recorded.name(key))
    });
    Scope::of_values(spelling::variant).claim_all(items.collect(), &recorded, diagnostics)
}
