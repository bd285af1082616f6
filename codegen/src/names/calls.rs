//! The names of calls: groups, methods, the types of each call, and what is inside them.

use super::claim::{Candidates, Claim, Decision};
use super::groups::{self, Group, Methods};
use super::inputs::{self, InputNames};
use super::method_words::MethodWords;
use super::methods::{self, Call};
use super::outcomes;
use super::reserved::Space;
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Answers, Api, VariantCall};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Record};
use crate::share::CallWords;
use crate::share::call_key::key;

/// The names of a group of calls.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupNames {
    /// Where it comes from.
    pub key: Key,
    /// The tag; none for operations without one.
    pub tag: Option<String>,
    /// The module, and the client's method that gives the handle.
    pub module: Name,
    /// The handle's type; none where the client itself makes the calls.
    pub handle: Option<Name>,
    /// The calls, in the description's order.
    pub calls: Vec<CallNames>,
}

/// The names of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct CallNames {
    /// Where it comes from.
    pub key: Key,
    /// Its operation's place in the API.
    pub operation: usize,
    /// Its place among the variants of the operation, if it is one.
    pub variant: Option<usize>,
    /// The method.
    pub method: Claim,
    /// The module, and the stem of the file.
    pub module: Name,
    /// The request type.
    pub request: Name,
    /// The error enum.
    pub error: Name,
    /// The enum of successes, where they differ.
    pub output: Name,
    /// The enum of bodies, where the caller has a choice.
    pub body: Name,
    /// The enum of the events that their names distinguish.
    pub event: Name,
    /// The struct of the required values, where they are too many for arguments.
    pub required: Name,
    /// Those of what the call takes, in the order of [`Operation::inputs`](crate::api::Operation::inputs).
    pub inputs: Vec<InputNames>,
    /// The variants for the bodies that the caller can choose from.
    pub bodies: Vec<Claim>,
    /// The variants for the bodies of successes, if they differ, in the order of [`Answers::differing`].
    pub successes: Vec<Claim>,
    /// The variants for the events, in the order of [`Answers::named_events`].
    pub events: Vec<Claim>,
    /// The variants for the documented errors, in the order of [`Operation::documented_errors`](crate::api::Operation::documented_errors).
    pub errors: Vec<Claim>,
    /// The constants of the headers, in the order of [`Operation::documented_headers`](crate::api::Operation::documented_headers).
    pub headers: Vec<Claim>,
}

/// Names the groups and their calls, in the order of their modules.
pub(super) fn claim(api: &Api, words: &CallWords, record: &Record, diagnostics: &mut Diagnostics) -> Vec<GroupNames> {
    let recorded = groups::recorded(api, record);
    let groups = groups::claim(api, record, &recorded, diagnostics);
    let handles: Vec<Name> = groups.iter().map(|group| group.module.clone()).collect();
    let groups = groups.into_iter().map(|group| {
        let mut scopes = Scopes::of(&group, &handles);
        let calls = calls(&group, &mut scopes, api, words, &recorded, diagnostics);
        let Group { key, tag, module, handle, .. } = group;
        GroupNames { key, tag, module, handle, calls }
    });
    groups.collect()
}

/// The names that are taken in a group.
struct Scopes {
    methods: Scope,
    modules: Scope,
    types: Scope,
}

impl Scopes {
    fn of(group: &Group, handles: &[Name]) -> Self {
        let mut methods = Scope::new(spelling::method);
        let mut modules = Scope::new(|text, _| spelling::module(text));
        let mut types = Scope::new(spelling::type_name);
        modules.reserve(group.module.as_str());
        match &group.handle {
            Some(name) => types.reserve(name.as_str()),
            None => {
                handles.iter().for_each(|handle| methods.reserve(handle.as_str()));
                methods = methods.without(Space::ClientMethod);
            }
        }
        Self { methods, modules, types }
    }
}

fn calls(
    group: &Group,
    scopes: &mut Scopes,
    api: &Api,
    words: &CallWords,
    recorded: &Methods,
    diagnostics: &mut Diagnostics,
) -> Vec<CallNames> {
    let mut calls: Vec<Call<'_>> = Vec::new();
    for index in &group.operations {
        let operation = &api.operations[*index];
        let call = |variant: Option<(usize, &VariantCall)>| Call {
            key: key(operation, variant.map(|(_, variant)| variant)),
            operation: *index,
            variant: variant.map(|(place, _)| place),
            words: match variant {
                Some((_, variant)) => MethodWords { derived: variant.name.clone(), others: Vec::new() },
                None => MethodWords::of(*index, group.tag.as_deref(), &group.operations, api, words),
            },
            is_unnamed: operation.id.is_none() && variant.is_none(),
            explicit: operation.rust_name.as_deref().filter(|_| variant.is_none()),
            at: operation.id_at,
        };
        match &operation.variants {
            None => calls.push(call(None)),
            Some(variants) => calls.extend(variants.calls.iter().enumerate().map(|variant| call(Some(variant)))),
        }
    }
    let claims = methods::claim(&calls, group, recorded, &mut scopes.methods, diagnostics);
    claims.iter().for_each(|claim| scopes.types.accept(claim.name.as_str()));
    // Types and modules are named after methods, and so are those of methods that keep their names before others.
    let mut order: Vec<usize> = (0..calls.len()).collect();
    order.sort_by_key(|index| claims[*index].decision != Decision::Recorded);
    let mut named: Vec<Option<CallNames>> = vec![None; calls.len()];
    for index in order {
        named[index] = Some(call_names(&calls[index], claims[index].clone(), scopes, api, diagnostics));
    }
    named.into_iter().flatten().collect()
}

fn call_names(call: &Call<'_>, method: Claim, scopes: &mut Scopes, api: &Api, diagnostics: &mut Diagnostics) -> CallNames {
    let operation = &api.operations[call.operation];
    let variant = call.variant.and_then(|place| operation.variants.as_ref()?.calls.get(place));
    let name = &method.name;
    let types = &mut scopes.types;
    let mut of = |word: &str| {
        let derived = format!("{name}_{word}");
        types.claim(Candidates::of(call.label(), call.at).derived_from(&derived), diagnostics).name
    };
    let (request, error) = (of("request"), of("error"));
    let mut place = |word: &str| types.place(name.with(word));
    let (output, body, required) = (place("output"), place("body"), place("required"));
    let answers = Answers::of(operation, variant.and_then(|variant| variant.response), &api.schemas);
    let event = if answers.named_events().is_empty() { name.with("event") } else { types.place(name.with("event")) };
    let payload = operation.payload(variant, &api.schemas);
    let taken = operation.inputs(&payload, &answers, &api.servers);
    CallNames {
        key: call.key.clone(),
        operation: call.operation,
        variant: call.variant,
        module: scopes.modules.place(spelling::module(name.as_str())),
        request,
        error,
        output,
        body,
        event,
        required,
        inputs: inputs::claim(&taken, &call.key, operation, &api.schemas, diagnostics),
        bodies: inputs::bodies(&payload, diagnostics),
        successes: outcomes::successes(&answers, diagnostics),
        events: outcomes::events(&answers, diagnostics),
        errors: outcomes::errors(operation, &api.schemas, diagnostics),
        headers: outcomes::headers(operation, &api.schemas, diagnostics),
        method,
    }
}
