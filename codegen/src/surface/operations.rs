//! The items of calls.

use super::models::taken;
use crate::names::method_path::{CLIENT, handle_path};
use crate::plan::{FormerType, Group, GroupHandle, Member, Operation, StatusVariant, StreamKind, Ty};
use crate::record::path::split;
use crate::record::{Fact, FactName, Item, Kind, Step};

/// Adds a group and its calls.
pub(super) fn add(group: &Group, add: &mut dyn FnMut(Item)) {
    let module = format!("operations::{}", group.module);
    let features = group.feature.as_slice();
    add(Item::new(group.key.clone(), Kind::Module, &module).with_features(features));
    if let GroupHandle::Tag(handle) = &group.handle {
        add(Item::new(group.key.clone(), Kind::Struct, format!("{module}::{handle}")));
        let method = Item::new(group.key.clone(), Kind::Method, format!("Client::{}", group.module));
        add(method.typed(format!("() -> {handle}")).with_features(features));
    }
    add_former(group, add);
    for operation in &group.operations {
        let Operation { request, arguments, required, .. } = operation;
        let types: Vec<String> = match required {
            Some(required) => vec![required.to_string()],
            None => arguments.iter().map(|member| taken(&member.ty, member.argument)).collect(),
        };
        let method = method(group, operation).typed(format!("({}) -> {request}", types.join(", ")));
        for former in &operation.former_names {
            let path = split(&method.path).0;
            let key = method.key.then(Step::Former(former.as_str()));
            add(Item { key, path: format!("{path}::{former}"), ..method.clone() });
        }
        add_arguments(operation, &method.path, add);
        add(method);
        add_request(operation, &module, add);
        add_outcomes(operation, &module, add);
    }
}

/// Adds earlier names of a group and its types.
fn add_former(group: &Group, add: &mut dyn FnMut(Item)) {
    let features = group.feature.as_slice();
    for former in &group.former_modules {
        let key = group.key.then(Step::Former(former.as_str()));
        add(Item::new(key.clone(), Kind::Module, format!("operations::{former}")).with_features(features));
        if let GroupHandle::Tag(handle) = &group.handle {
            add(Item::new(key, Kind::Method, format!("Client::{former}"))
                .typed(format!("() -> {handle}"))
                .with_features(features));
        }
    }
    for FormerType { key, name, target, .. } in &group.former_types {
        let path = |name| format!("operations::{}::{name}", group.module);
        add(Item::new(key.then(Step::Former(name.as_str())), Kind::Alias, path(name)).typed(target.as_str()));
    }
}

/// The method of a call, and the order of what it takes.
fn method(group: &Group, operation: &Operation) -> Item {
    let owner = match &group.handle {
        GroupHandle::Tag(handle) => handle_path(group.module.as_str(), handle.as_str()),
        GroupHandle::Client => CLIENT.to_owned(),
    };
    let path = format!("{owner}::{}", operation.name);
    let item = Item::new(operation.key.clone(), Kind::Method, path).taking(operation.argument_keys.clone());
    let item = item.with_facts(operation.facts.clone());
    // The client's own methods are in no module of the group.
    if group.handle == GroupHandle::Client { item.with_features(group.feature.as_slice()) } else { item }
}

/// The arguments of a method, unless they are the fields of a struct.
fn add_arguments(operation: &Operation, method: &str, add: &mut dyn FnMut(Item)) {
    for argument in operation.arguments.iter().filter(|_| operation.required.is_none()) {
        let item = Item::new(argument.key.clone(), Kind::Argument, method);
        add(item.typed(argument.ty.to_string()).with_facts(argument.facts.clone()));
    }
}

/// The request and what it takes.
fn add_request(operation: &Operation, module: &str, add: &mut dyn FnMut(Item)) {
    let Operation { key, request, required, arguments, setters, headers, .. } = operation;
    let path = format!("{module}::{request}");
    let own = |word| key.then(Step::Own(word));
    add(Item::new(own("request"), Kind::Struct, &path));
    if let Some(required) = required {
        let path = format!("{module}::{required}");
        add(Item::new(own("required"), Kind::Struct, &path));
        for Member { key, name, ty, facts, .. } in arguments {
            let item = Item::new(key.clone(), Kind::Field, format!("{path}::{name}"));
            add(item.typed(ty.to_string()).with_facts(facts.clone()));
        }
    }
    for Member { key, name, ty, argument, null_setter, facts, .. } in setters {
        let item = Item::new(key.clone(), Kind::Setter, format!("{path}::{name}"));
        add(item.typed(taken(ty, *argument)).with_facts(facts.clone()));
        if let Some(null_setter) = null_setter {
            add(Item::new(key.then(Step::Null), Kind::Setter, format!("{path}::{null_setter}")));
        }
    }
    for header in headers {
        let ty = format!("runtime::Header<{}>", header.ty);
        let item = Item::new(header.key.clone(), Kind::Constant, format!("{path}::{}", header.name));
        add(item.typed(ty).with_facts(header.facts.clone()));
    }
    let mut add_own = |kind, name: &'static str, ty| add(Item::new(own(name), kind, format!("{path}::{name}")).typed(ty));
    add_own(Kind::Alias, "Output", operation.output.to_string());
    add_own(Kind::Alias, "Error", operation.error.to_string());
    add_own(Kind::Method, "send", "() -> runtime::Sending<Self>".to_owned());
    if let Some(pagination) = &operation.pagination {
        add_own(Kind::Alias, "Item", pagination.item.to_string());
        add_own(Kind::Method, "pages", "() -> runtime::Pages<Self>".to_owned());
        add_own(Kind::Method, "items", "() -> runtime::Items<Self>".to_owned());
    }
    if let Some(streaming) = &operation.streaming {
        let stream = match &streaming.kind {
            StreamKind::Events(ty) => format!("runtime::EventStream<{ty}>"),
            StreamKind::TextEvents => "runtime::EventStream<String>".to_owned(),
            StreamKind::NamedEvents(events) => format!("runtime::EventStream<{}>", events.name),
            StreamKind::Lines(ty) => format!("runtime::LineStream<{ty}>"),
            StreamKind::Bytes => "runtime::Download".to_owned(),
        };
        add_own(Kind::Method, "stream", format!("() -> runtime::Opening<Self, {stream}>"));
    }
}

/// The enums of bodies, successes and errors.
fn add_outcomes(operation: &Operation, module: &str, add: &mut dyn FnMut(Item)) {
    let key = &operation.key;
    let own = |word| key.then(Step::Own(word));
    if let Some(choice) = operation.body_choice() {
        let path = format!("{module}::{}", choice.name);
        add(Item::new(own("body"), Kind::Enum, &path));
        for variant in &choice.variants {
            let item = Item::new(variant.key.clone(), Kind::Variant, format!("{path}::{}", variant.name));
            add(item.typed(variant.ty.to_string()).with_facts(variant.facts.clone()));
        }
    }
    if let Some(output) = &operation.output_enum {
        let path = format!("{module}::{}", output.name);
        add(Item::new(own("output"), Kind::Enum, &path));
        add_variants(&output.variants, &path, add);
    }
    if let Some(events) = operation.event_enum() {
        let path = format!("{module}::{}", events.name);
        add(Item::new(events.key.clone(), Kind::Enum, &path));
        for variant in &events.variants {
            let item = Item::new(variant.key.clone(), Kind::Variant, format!("{path}::{}", variant.name));
            add(item.typed(variant.ty.to_string()));
        }
        let unknown = Item::new(events.key.then(Step::Own("unknown")), Kind::Variant, format!("{path}::Unknown"));
        add(unknown.typed("String"));
    }
    let path = format!("{module}::{}", operation.error);
    add(Item::new(own("error"), Kind::Enum, &path));
    add_variants(&operation.errors, &path, add);
}

fn add_variants(variants: &[StatusVariant], path: &str, add: &mut dyn FnMut(Item)) {
    for StatusVariant { key, name, ty, deprecated, .. } in variants {
        let ty = ty.as_ref().map(Ty::to_string).unwrap_or_default();
        let dropped = deprecated.then(|| Fact::flag(FactName::Dropped));
        add(Item::new(key.clone(), Kind::Variant, format!("{path}::{name}")).typed(ty).with_facts(dropped));
    }
}
