//! `Graph`: which models hold which, read from the schemas before any model is planned.

use std::collections::{BTreeMap, BTreeSet};

use super::ty::Ty;
use crate::api::{Api, Presence, SchemaId, Shape, Type};
use crate::names::ModelNames;

/// Which models hold which. Models are nodes, in the order of their modules.
pub(super) struct Graph {
    /// The model of each node.
    pub(super) models: Vec<SchemaId>,
    /// What each node is.
    pub(super) kinds: Vec<Kind>,
    /// The values of each node that mention a model, in the order of their places.
    pub(super) edges: Vec<Vec<Edge>>,
    nodes: BTreeMap<SchemaId, usize>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A struct.
    Struct,
    /// An enum of values.
    Enum,
    /// An enum of alternatives.
    Union,
    /// Another name for a type.
    Alias,
}

/// A value in a model that mentions another model.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// Its place among the fields, additional properties last, or among the alternatives of the model.
    pub(super) place: usize,
    /// The node of the other model.
    pub(super) target: usize,
    /// How many types are around the other model: lists, maps and options, weighted by what they cost the compiler.
    pub(super) depth: usize,
    /// Whether the value is the other model itself and not behind a list or map.
    pub(super) is_inline: bool,
}

impl Graph {
    /// Reads the graph of the models that have names.
    pub(super) fn of(api: &Api, names: &BTreeMap<SchemaId, ModelNames>) -> Self {
        let mut models: Vec<SchemaId> = names.keys().copied().collect();
        models.sort_by(|left, right| names[left].module.cmp(&names[right].module));
        let nodes: BTreeMap<SchemaId, usize> = models.iter().enumerate().map(|(node, id)| (*id, node)).collect();
        let edges_of = |(place, (ty, around)): (usize, (Type, usize))| {
            let edge = |Inner { model, depth, is_inline }: Inner| {
                Some(Edge { place, target: *nodes.get(&model)?, depth: around + depth, is_inline })
            };
            innermost(&ty).into_iter().filter_map(edge).collect::<Vec<_>>()
        };
        let edges = models.iter().map(|id| values(*id, api).into_iter().enumerate().flat_map(edges_of).collect());
        Self { edges: edges.collect(), kinds: models.iter().map(|id| kind(&api.schemas[*id].shape)).collect(), models, nodes }
    }

    /// The nodes of the models that some types mention.
    pub(super) fn mentioned<'t>(&self, types: impl Iterator<Item = &'t Ty>) -> Vec<usize> {
        types.flat_map(Ty::models).filter_map(|model| self.nodes.get(&model.id).copied()).collect()
    }

    /// The nodes that some lead to, themselves included, without those that are settled.
    pub(super) fn reached(&self, from: Vec<usize>, is_settled: impl Fn(usize) -> bool) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut queue = from;
        while let Some(node) = queue.pop() {
            if !is_settled(node) && reached.insert(node) {
                queue.extend(self.edges[node].iter().map(|edge| edge.target));
            }
        }
        reached
    }
}

/// The values in a model, and how many types are around each because it may be absent or is the value of a map.
fn values(id: SchemaId, api: &Api) -> Vec<(Type, usize)> {
    let (schemas, untyped) = (&api.schemas, &mut Vec::new());
    match &schemas[id].shape {
        Shape::Object(object) => {
            let additional = object.additional.map(|values| (Type::Map(Box::new(schemas.type_with_null(values, untyped))), 0));
            let fields = object.properties.iter().enumerate().map(|(place, property)| {
                // A constant holds no model, whatever its schema is.
                if api.is_constant(id, place) {
                    return (Type::Any, 0);
                }
                let (ty, nullable) = schemas.type_of(property.schema, untyped);
                let around = match api.presence(id, property) {
                    Presence::Required => 0,
                    Presence::Sent => 1 + usize::from(nullable),
                    Presence::Nullable | Presence::Optional => 1,
                    Presence::OptionalNullable => 2,
                };
                (ty, around)
            });
            fields.chain(additional).collect()
        }
        Shape::Union(union) => union.variants.iter().map(|id| (schemas.type_of(*id, untyped).0, 0)).collect(),
        Shape::Enumeration(_) => Vec::new(),
        _ => vec![(schemas.type_with_null(id, untyped), 0)],
    }
}

/// A model in a type.
struct Inner {
    model: SchemaId,
    /// How many types are around it.
    depth: usize,
    /// Whether it is not behind a list or map.
    is_inline: bool,
}

/// The models inside lists, tuples, maps and options.
fn innermost(ty: &Type) -> Vec<Inner> {
    let below = |ty, around, is_held| {
        let inner = innermost(ty).into_iter();
        inner.map(move |inner| Inner { depth: inner.depth + around, is_inline: inner.is_inline && is_held, ..inner })
    };
    match ty {
        Type::Model(id) => vec![Inner { model: *id, depth: 0, is_inline: true }],
        Type::Nullable(inner) => below(inner, 1, true).collect(),
        Type::List(inner) | Type::Map(inner) => below(inner, 3, false).collect(),
        Type::Tuple(items, rest) => {
            let items = items.iter().flat_map(|item| below(item, 1, true));
            items.chain(rest.iter().flat_map(|rest| below(rest, 3, false))).collect()
        }
        _ => Vec::new(),
    }
}

fn kind(shape: &Shape) -> Kind {
    match shape {
        Shape::Object(_) => Kind::Struct,
        Shape::Enumeration(_) => Kind::Enum,
        Shape::Union(_) => Kind::Union,
        _ => Kind::Alias,
    }
}
