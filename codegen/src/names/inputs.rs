//! The names of what a call takes: arguments and setters of its request.

use super::claim::{Candidates, Claim, Decision};
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Input, Operation, Payload, Schemas};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Step};
use crate::share::call_key::location;
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
    diagnostics: &mut Diagnostics,
) -> Vec<InputNames> {
    let mut scope = Scope::new(spelling::member);
    scope.prefer(inputs.iter().filter_map(|input| described(*input)));
    inputs.iter().map(|input| input_names(*input, call, operation, schemas, &mut scope, diagnostics)).collect()
}

fn input_names(
    input: Input<'_>,
    call: &Key,
    operation: &Operation,
    schemas: &Schemas,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> InputNames {
    let key = call.then(step(input));
    let mut named = |candidates: Candidates<'_>| scope.claim(candidates, diagnostics);
    let mut null_setter = None;
    let name = match input {
        Input::Parameter(parameter) => {
            named(Candidates::of(&parameter.name, parameter.at).or_explicit(parameter.rust_name.as_deref()))
        }
        Input::Property(property) | Input::Part(property) => {
            let explicit = property.annotations.rust_name.as_deref();
            let candidates = Candidates::of(&property.name, property.at);
            let name = named(candidates.clone().or_explicit(explicit));
            let may_be_null = || schemas.type_of(property.schema, &mut Vec::new()).1;
            if matches!(input, Input::Property(_)) && !property.required && may_be_null() {
                let null = format!("{} null", explicit.unwrap_or(&property.name));
                null_setter = Some(named(candidates.derived_from(&null)));
            }
            name
        }
        Input::Body(body) => named(Candidates::of("body", body.at)),
        Input::ContentType(body) => named(Candidates::of("content-type", body.at)),
        Input::Accept => own("accept", operation, scope),
        Input::Server => own("server", operation, scope),
    };
    InputNames { key, name, null_setter }
}

/// The name that the description gives to a value, where its name in Rust is derived from it.
fn described(input: Input<'_>) -> Option<&str> {
    match input {
        Input::Parameter(parameter) if parameter.rust_name.is_none() => Some(&parameter.name),
        Input::Property(property) | Input::Part(property) if property.annotations.rust_name.is_none() => Some(&property.name),
        _ => None,
    }
}

/// A name that no description chooses.
fn own(word: &str, operation: &Operation, scope: &mut Scope) -> Claim {
    let name: Name = scope.place(Name::literal(word));
    Claim { name, decision: Decision::Derived, at: operation.at }
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
pub(super) fn bodies(payload: &Payload<'_>, diagnostics: &mut Diagnostics) -> Vec<Claim> {
    let Payload::Choice(_, representations) = payload else { return Vec::new() };
    let mut scope = Scope::of_values(spelling::variant);
    let body = |representation: &&crate::api::Representation| {
        let word = words::media_type(&representation.media_type.name);
        scope.claim(Candidates::of(&word, representation.media_type.at), diagnostics)
    };
    representations.iter().map(body).collect()
}
