//! `PathItem`: what can be done with one path.
//!
//! Mirrors the [Path Item Object](https://spec.openapis.org/oas/v3.1.1#path-item-object).

use indexmap::IndexMap;

use super::component::ComponentKind;
use super::object::{Object, Read};
use super::reading::Reading;
use super::{Operation, Parameter, RefOr, Server};
use crate::node::{Node, Origin};

/// The methods that have a field of their own.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// One path and its operations.
#[derive(Clone, Debug, PartialEq)]
pub struct PathItem {
    /// Where it was written.
    pub at: Origin,
    /// The operations by method, in the order in which they were written.
    pub operations: IndexMap<String, Operation>,
    /// The parameters that all operations share.
    pub parameters: Vec<RefOr<Parameter>>,
    /// The servers that all operations use.
    pub servers: Vec<Server>,
}

impl Read for PathItem {
    const KIND: Option<ComponentKind> = Some(ComponentKind::PathItem);

    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        // What stands beside a reference is added to what it leads to.
        let target = target(node, reading).and_then(|target| Self::read(target, reading));
        let mut object = Object::open_here(node, reading)?;
        object.node("$ref");
        for method in METHODS {
            object.node(method);
        }
        let mut operations = IndexMap::new();
        for (key, node) in node.as_mapping().into_iter().flatten() {
            if METHODS.contains(&key.as_str()) {
                operations.extend(Operation::read(node, reading).map(|operation| (key.to_uppercase(), operation)));
            }
        }
        operations.extend(object.field_or_default::<IndexMap<String, Operation>>("additionalOperations", reading));
        let mut item = Self {
            at: node.at,
            operations,
            parameters: object.field_or_default("parameters", reading),
            servers: object.field_or_default("servers", reading),
        };
        let (summary, description): (Option<String>, Option<String>) =
            (object.field("summary", reading), object.field("description", reading));
        // What is said of the path holds for an operation of which nothing is said.
        for operation in item.operations.values_mut() {
            if operation.summary.is_none() && operation.description.is_none() {
                (operation.summary, operation.description) = (summary.clone(), description.clone());
            }
        }
        object.close(reading);
        if let Some(target) = target {
            item.operations = target.operations.into_iter().chain(item.operations).collect();
            item.parameters.splice(0..0, target.parameters);
            item.servers.splice(0..0, target.servers);
        }
        Some(item)
    }
}

/// The path item that a reference in one leads to.
fn target<'n, 'a: 'n>(node: &'n Node, reading: &mut Reading<'a>) -> Option<&'n Node> {
    let (reference, text) = node.reference()?;
    let target = reading.behind(node)?;
    reading.is_of_kind(target, ComponentKind::PathItem, reference.at, text).then_some(target)
}
