//! The lists that paging follows.

use std::collections::BTreeSet;

use super::operation::Operation;
use super::pagination::page;
use super::schema::SchemaId;
use super::schemas::Schemas;

/// The lists that paging follows, by their object and their place in it.
pub(super) fn lists(operations: &[Operation], schemas: &Schemas) -> BTreeSet<(SchemaId, usize)> {
    operations.iter().filter_map(|operation| list(operation, schemas)).collect()
}

fn list(operation: &Operation, schemas: &Schemas) -> Option<(SchemaId, usize)> {
    let (last, way) = operation.pagination.as_ref()?.items.split_last()?;
    let mut schema = page(&operation.responses)?;
    for name in way {
        schema = schemas.object(schema)?.property(name)?.schema;
    }
    let place = schemas.object(schema)?.properties.iter().position(|property| property.name == *last)?;
    Some((schemas.target(schema).0, place))
}
