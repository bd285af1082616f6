//! `Graph`: which models hold which, read from the schemas before any model is planned.

use std::collections::{BTreeMap, BTreeSet};

use super::presence::Presence;
use super::presence::presence;
use super::ty::Ty;
use crate::api::{Schema, SchemaId, Schemas, Shape, Type};
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
    pub(super) fn of(schemas: &Schemas, names: &BTreeMap<SchemaId, ModelNames>) -> Self {
        let mut models: Vec<SchemaId> = names.keys().copied().collect();
        models.sort_by(|left, right| names[left].module.cmp(&names[right].module));
        let nodes: BTreeMap<SchemaId, usize> = models.iter().enumerate().map(|(node, id)| (*id, node)).collect();
        let edge = |place, (ty, around): (Type, usize)| {
            let (model, depth) = innermost(&ty);
            let target = *nodes.get(&model?)?;
            Some(Edge { place, target, depth: around + depth, is_inline: matches!(ty, Type::Model(_)) })
        };
        let edges = models.iter().map(|id| {
            let values = values(*id, &schemas[*id], schemas);
            values.into_iter().enumerate().filter_map(|(place, value)| edge(place, value)).collect()
        });
        Self { edges: edges.collect(), kinds: models.iter().map(|id| kind(&schemas[*id].shape)).collect(), models, nodes }
    }

    /// The nodes of the models that some types mention.
    pub(super) fn mentioned<'t>(&self, types: impl Iterator<Item = &'t Ty>) -> Vec<usize> {
        types.filter_map(|ty| self.nodes.get(&ty.model()?.id).copied()).collect()
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
fn values(id: SchemaId, schema: &Schema, schemas: &Schemas) -> Vec<(Type, usize)> {
    let untyped = &mut Vec::new();
    match &schema.shape {
        Shape::Object(object) => {
            let additional = object.additional.map(|values| (Type::Map(Box::new(schemas.type_with_null(values, untyped))), 0));
            let fields = object.properties.iter().map(|property| {
                let (ty, nullable) = schemas.type_of(property.schema, untyped);
                let around = match presence(property, nullable) {
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

/// The model inside lists, maps and options, and how many types are around it.
fn innermost(ty: &Type) -> (Option<SchemaId>, usize) {
    let below = |inner, around| {
        let (model, depth) = innermost(inner);
        (model, depth + around)
    };
    match ty {
        Type::Model(id) => (Some(*id), 0),
        Type::Nullable(inner) => below(inner, 1),
        Type::List(inner) | Type::Map(inner) => below(inner, 3),
        _ => (None, 0),
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
