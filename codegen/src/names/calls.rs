//! The names of calls: groups, methods, the types of each call, and what is inside them.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::claim::{Candidates, Claim};
use super::inputs::{self, InputNames};
use super::outcomes;
use super::reserved::{Space, UNTAGGED};
use super::scope::Scope;
use super::{Name, spelling};
use crate::api::{Answers, Api, Operation, VariantCall};
use crate::diagnostic::Diagnostics;
use crate::document::Tag;
use crate::node::Origin;
use crate::record::{Key, Kind, Record};

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
    /// The struct of the required values, where they are too many for arguments.
    pub required: Name,
    /// Those of what the call takes, in the order of [`Operation::inputs`].
    pub inputs: Vec<InputNames>,
    /// The variants for the bodies that the caller can choose from.
    pub bodies: Vec<Claim>,
    /// The variants for the bodies of successes, if they differ, in the order of [`Answers::differing`].
    pub successes: Vec<Claim>,
    /// The variants for the documented errors.
    pub errors: Vec<Claim>,
    /// The constants of the headers, in the order of [`Operation::documented_headers`].
    pub headers: Vec<Claim>,
}

/// The key of an operation, or of a variant of it.
pub fn key(operation: &Operation, variant: Option<&VariantCall>) -> Key {
    Key::call(&operation.method, &operation.path.text, variant.map(|variant| variant.name.as_str()))
}

/// What an operation's names are derived from: its id, or its method and path.
pub(super) fn words(operation: &Operation) -> String {
    match &operation.id {
        Some(id) => id.clone(),
        None => format!("{} {}", operation.method.to_lowercase(), operation.path.text),
    }
}

/// Names the groups, in the order of their modules.
pub(super) fn claim(api: &Api, record: &Record, diagnostics: &mut Diagnostics) -> Vec<GroupNames> {
    let mut scope = Scope::new(spelling::module).without(Space::Group);
    let documented: BTreeMap<&str, &Tag> = api.tags.iter().map(|tag| (tag.name.as_str(), tag)).collect();
    let mut operations: IndexMap<Option<&str>, Vec<usize>> = IndexMap::new();
    for (index, operation) in api.operations.iter().enumerate() {
        operations.entry(tag(operation, record)).or_default().push(index);
    }
    let mut groups: Vec<(GroupNames, Vec<usize>)> = Vec::new();
    for (tag, operations) in operations {
        let at = api.operations[operations[0]].at;
        groups.push((group(tag, tag.and_then(|tag| documented.get(tag).copied()), at, &mut scope, diagnostics), operations));
    }
    groups.sort_by(|(left, _), (right, _)| left.module.cmp(&right.module));
    let handles: Vec<Name> = groups.iter().map(|(group, _)| group.module.clone()).collect();
    let groups = groups.into_iter().map(|(group, operations)| {
        let mut scopes = Scopes::of(&group, &handles);
        let calls = calls(&group, &operations, &mut scopes, api, record, diagnostics);
        GroupNames { calls, ..group }
    });
    groups.collect()
}

/// The tag that an operation's group is named after: the first, or the one that it had when it was last generated, as long
/// as it still has it.
fn tag<'o>(operation: &'o Operation, record: &Record) -> Option<&'o str> {
    let variants = operation.variants.iter().flat_map(|variants| &variants.calls).map(Some);
    let mut keys = std::iter::once(None).chain(variants).map(|variant| key(operation, variant));
    let recorded = keys.find_map(|key| parse_method_path(&record.get(&key, Kind::Method)?.path)?.0);
    let earlier = recorded.and_then(|group| operation.tags.iter().find(|tag| spelling::module(tag).as_str() == group));
    earlier.or(operation.tags.first()).map(String::as_str)
}

/// The path of the method of a call, in the module of its group or, without one, of the client.
pub fn method_path(group: Option<&str>, method: &str) -> String {
    match group {
        Some(module) => format!("operations::{module}::{}::{method}", spelling::type_name(module)),
        None => format!("Client::{method}"),
    }
}

/// The module of the group in a method's path, if it has one, and the method.
pub fn parse_method_path(path: &str) -> Option<(Option<&str>, &str)> {
    let (owner, method) = path.rsplit_once("::")?;
    let group = owner.strip_prefix("operations::").and_then(|owner| owner.split_once("::")).map(|(module, _)| module);
    Some((group, method))
}

fn group(
    tag: Option<&str>,
    documented: Option<&Tag>,
    operation: Origin,
    scope: &mut Scope,
    diagnostics: &mut Diagnostics,
) -> GroupNames {
    let Some(tag) = tag else {
        let module = Name::literal(UNTAGGED);
        return GroupNames { key: Key::untagged(), tag: None, module, handle: None, calls: Vec::new() };
    };
    let explicit = documented.and_then(|tag| tag.rust_name.as_deref());
    let at = documented.map_or(operation, |tag| tag.at);
    let module = scope.claim(Candidates::of(tag, at).or_explicit(explicit), diagnostics).name;
    let handle = Some(spelling::type_name(module.as_str()));
    GroupNames { key: Key::tag(tag), tag: Some(tag.to_owned()), module, handle, calls: Vec::new() }
}

/// The names that are taken in a group.
struct Scopes {
    methods: Scope,
    modules: Scope,
    types: Scope,
}

impl Scopes {
    fn of(group: &GroupNames, handles: &[Name]) -> Self {
        let mut methods = Scope::new(spelling::method);
        let mut modules = Scope::new(spelling::module);
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

/// A call whose method is to be named.
struct Call<'a> {
    key: Key,
    operation: usize,
    variant: Option<usize>,
    derived: String,
    explicit: Option<&'a str>,
    at: Origin,
}

fn calls(
    group: &GroupNames,
    operations: &[usize],
    scopes: &mut Scopes,
    api: &Api,
    record: &Record,
    diagnostics: &mut Diagnostics,
) -> Vec<CallNames> {
    let mut calls: Vec<Call<'_>> = Vec::new();
    for index in operations {
        let operation = &api.operations[*index];
        let call = |variant: Option<(usize, &VariantCall)>| Call {
            key: key(operation, variant.map(|(_, variant)| variant)),
            operation: *index,
            variant: variant.map(|(place, _)| place),
            derived: variant.map_or_else(|| derived(operation, group.tag.as_deref()), |(_, variant)| variant.name.clone()),
            explicit: operation.rust_name.as_deref().filter(|_| variant.is_none()),
            at: operation.id_at,
        };
        match &operation.variants {
            None => calls.push(call(None)),
            Some(variants) => calls.extend(variants.calls.iter().enumerate().map(|variant| call(Some(variant)))),
        }
    }
    let methods = methods(&calls, group, &mut scopes.methods, record, diagnostics);
    let named = calls.iter().zip(methods).map(|(call, method)| call_names(call, method, scopes, api, diagnostics));
    named.collect()
}

/// Names the methods. One that was recorded keeps its name as long as the description still gives it that name, or did before it
/// got a number; otherwise a new operation of a similar name would take it, and old code would call another endpoint.
fn methods(
    calls: &[Call<'_>],
    group: &GroupNames,
    scope: &mut Scope,
    record: &Record,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    let mut claims: Vec<Option<Claim>> = vec![None; calls.len()];
    for (call, claim) in calls.iter().zip(&mut claims) {
        let recorded = record.get(&call.key, Kind::Method).and_then(|item| recorded(&item.path, group));
        let derived = spelling::method(&call.derived);
        *claim = recorded
            .filter(|name| call.explicit.is_none() && derived.is_or_was_numbered(name))
            .and_then(|name| scope.keep(name, &Candidates::of(&call.derived, call.at)));
    }
    let named = calls.iter().zip(claims).map(|(call, claim)| {
        claim.unwrap_or_else(|| {
            let label = call.explicit.unwrap_or(&call.derived);
            scope.claim(Candidates::of(label, call.at).or_explicit(call.explicit), diagnostics)
        })
    });
    named.collect()
}

/// The name of the method at a recorded path, if it is in the group.
fn recorded(path: &str, group: &GroupNames) -> Option<Name> {
    let (module, method) = parse_method_path(path)?;
    let is_here = module == group.handle.as_ref().map(|_| group.module.as_str());
    Name::parse(method).filter(|_| is_here)
}

fn call_names(call: &Call<'_>, method: Claim, scopes: &mut Scopes, api: &Api, diagnostics: &mut Diagnostics) -> CallNames {
    let operation = &api.operations[call.operation];
    let variant = call.variant.and_then(|place| operation.variants.as_ref()?.calls.get(place));
    let name = &method.name;
    let label = call.explicit.unwrap_or(&call.derived);
    let types = &mut scopes.types;
    let mut of = |word: &str| {
        let derived = format!("{name}_{word}");
        types.claim(Candidates::of(label, call.at).derived_from(&derived), diagnostics).name
    };
    let (request, error) = (of("request"), of("error"));
    let mut place = |word: &str| types.place(name.with(word));
    let (output, body, required) = (place("output"), place("body"), place("required"));
    let answers = Answers::of(operation, variant.and_then(|variant| variant.response), &api.schemas);
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
        required,
        inputs: inputs::claim(&taken, &call.key, operation, &api.schemas, diagnostics),
        bodies: inputs::bodies(&payload, diagnostics),
        successes: outcomes::successes(&answers, diagnostics),
        errors: outcomes::errors(operation, diagnostics),
        headers: outcomes::headers(operation, &api.schemas, diagnostics),
        method,
    }
}

/// What a method is named after: the operation's id without a prefix that only repeats the group: `repos/list` of the tag `repos`
/// is `list`.
fn derived(operation: &Operation, tag: Option<&str>) -> String {
    let repeated = operation.id.as_deref().zip(tag).and_then(|(id, tag)| {
        let (prefix, rest) = id.split_once(['/', '.', ':'])?;
        (spelling::module(prefix) == spelling::module(tag) && !rest.is_empty()).then(|| rest.to_owned())
    });
    repeated.unwrap_or_else(|| words(operation))
}
