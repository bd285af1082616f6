//! The names of calls: groups, methods, the types of each call, and what is inside them.

use super::claim::{Candidates, Claim, Decision};
use super::groups::{self, Group};
use super::inputs::{self, InputNames};
use super::method_path::{GROUPS, group_of_method};
use super::method_words::MethodWords;
use super::methods::{self, Call};
use super::outcomes;
use super::recorded::Recorded;
use super::reserved::{Space, UNTAGGED};
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Api, VariantCall};
use crate::diagnostic::Diagnostics;
use crate::record::{Key, Kind, Step};
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
    /// The variants for the bodies of successes, if they differ, in the order of [`Answers::differing`](crate::api::Answers::differing).
    pub successes: Vec<Claim>,
    /// The variants for the events, in the order of [`Answers::named_events`](crate::api::Answers::named_events).
    pub events: Vec<Claim>,
    /// The variants for the documented errors, in the order of [`Operation::documented_errors`](crate::api::Operation::documented_errors).
    pub errors: Vec<Claim>,
    /// The constants of the headers, in the order of [`Operation::documented_headers`](crate::api::Operation::documented_headers).
    pub headers: Vec<Claim>,
}

/// Names the groups and their calls, in the order of their modules.
pub(super) fn claim(api: &Api, words: &CallWords, recorded: &Recorded<'_>, diagnostics: &mut Diagnostics) -> Vec<GroupNames> {
    let groups = groups::claim(api, recorded, diagnostics);
    let handles: Vec<Name> = groups.iter().map(|group| group.module.clone()).collect();
    let groups = groups.into_iter().map(|group| {
        let mut scopes = Scopes::of(&group, &handles);
        let calls = calls(&group, &mut scopes, api, words, recorded, diagnostics);
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
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<CallNames> {
    let mut calls: Vec<Call<'_>> = Vec::new();
    for index in &group.operations {
        let operation = &api.operations[*index];
        let explicit = |variant: Option<&VariantCall>| {
            let of_description = operation.rust_name.as_deref().filter(|_| variant.is_none());
            recorded.given(|| key(operation, variant)).or(of_description)
        };
        let call = |variant: Option<(usize, &VariantCall)>| Call {
            key: key(operation, variant.map(|(_, variant)| variant)),
            operation: *index,
            variant: variant.map(|(place, _)| place),
            words: match variant {
                Some((_, variant)) => MethodWords { derived: variant.name.clone(), others: Vec::new() },
                None => MethodWords::of(*index, group.tag.as_deref(), &group.operations, api, words),
            },
            explicit: explicit(variant.map(|(_, variant)| variant)),
            at: operation.id_at,
        };
        match &operation.variants {
            None => calls.push(call(None)),
            Some(variants) => calls.extend(variants.calls.iter().enumerate().map(|variant| call(Some(variant)))),
        }
    }
    let owner = group.recorded_owner.as_deref();
    let known = owner.map(|owner| recorded.inside(owner, &[Kind::Method])).unwrap_or_default();
    let claims = methods::claim(&calls, &known, &mut scopes.methods, diagnostics);
    claims.iter().for_each(|claim| scopes.types.accept(claim.name.as_str()));
    // Types and modules are named after methods, and so are those of methods that keep their names before others.
    let mut named: Vec<(&Call<'_>, Claim)> = calls.iter().zip(claims).collect();
    let mut order: Vec<usize> = (0..calls.len()).collect();
    order.sort_by_key(|index| named[*index].1.decision != Decision::Recorded);
    let types = types(order.iter().map(|index| &named[*index]), owner, scopes, api, recorded, diagnostics);
    let mut modules: Vec<(usize, Name, Types)> = Vec::new();
    for (index, types) in order.into_iter().zip(types) {
        modules.push((index, scopes.modules.place(spelling::module(named[index].1.name.as_str())), types));
    }
    modules.sort_by_key(|(index, ..)| *index);
    let names = named.drain(..).zip(modules);
    names
        .map(|((call, method), (_, module, types))| call_names(call, method, module, types, api, recorded, diagnostics))
        .collect()
}

/// The types of a call.
struct Types {
    request: Name,
    error: Name,
    output: Name,
    body: Name,
    required: Name,
    event: Name,
}

/// Names the types of the calls of a group, which are in one module.
fn types<'c>(
    calls: impl Iterator<Item = &'c (&'c Call<'c>, Claim)> + Clone,
    owner: Option<&str>,
    scopes: &mut Scopes,
    api: &Api,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Types> {
    const WORDS: [&str; 6] = ["request", "error", "output", "body", "required", "event"];
    let module = owner.and_then(group_of_method).map_or_else(|| UNTAGGED.to_owned(), str::to_owned);
    let known = recorded.inside(&format!("{GROUPS}{module}"), &[Kind::Struct, Kind::Enum, Kind::Alias]);
    let has_events = |call: &Call<'_>| !call.answers(api).named_events().is_empty();
    let derived: Vec<[String; 6]> =
        calls.clone().map(|(_, method)| WORDS.map(|word| format!("{}_{word}", method.name))).collect();
    let mut items = Vec::new();
    for ((call, _), derived) in calls.clone().zip(&derived) {
        for (word, derived) in WORDS.into_iter().zip(derived).take(if has_events(call) { 6 } else { 5 }) {
            let candidates = Candidates::of(call.label(), call.at).derived_from(derived);
            let key = || call.key.then(Step::Own(word));
            let candidates = candidates.or_explicit(known.given(key)).or_recorded(known.name(key));
            let is_reported = matches!(word, "request" | "error");
            items.push(if is_reported { candidates } else { candidates.unreported() });
        }
    }
    let mut claims = scopes.types.claim_all(items, &known, diagnostics).into_iter().map(|claim| claim.name);
    let types = calls.map_while(|(call, method)| {
        let mut next = || claims.next();
        let (request, error, output, body, required) = (next()?, next()?, next()?, next()?, next()?);
        let event = if has_events(call) { next()? } else { method.name.with("event") };
        Some(Types { request, error, output, body, required, event })
    });
    types.collect()
}

fn call_names(
    call: &Call<'_>,
    method: Claim,
    module: Name,
    types: Types,
    api: &Api,
    recorded: &Recorded<'_>,
    diagnostics: &mut Diagnostics,
) -> CallNames {
    let operation = &api.operations[call.operation];
    let answers = call.answers(api);
    let payload = operation.payload(call.variant(api), &api.schemas);
    let taken = operation.inputs(&payload, &answers, &api.servers);
    let Types { request, error, output, body, required, event } = types;
    CallNames {
        key: call.key.clone(),
        operation: call.operation,
        variant: call.variant,
        module,
        request,
        error,
        output,
        body,
        event,
        required,
        inputs: inputs::claim(&taken, &call.key, operation, &api.schemas, recorded, diagnostics),
        bodies: inputs::bodies(&payload, &call.key, recorded, diagnostics),
        successes: outcomes::successes(&answers, &call.key, recorded, diagnostics),
        events: outcomes::events(&answers, &call.key, recorded, diagnostics),
        errors: outcomes::errors(operation, &call.key, &api.schemas, recorded, diagnostics),
        headers: outcomes::headers(operation, &call.key, &api.schemas, recorded, diagnostics),
        method,
    }
}
