//! Facts of the headers of responses.

use super::flag;
use super::value::of_value;
use crate::api::{Header, Schemas};
use crate::record::{Fact, FactName};

/// Facts of a header of a response.
pub(in crate::plan) fn of_header(header: &Header, schemas: &Schemas) -> Vec<Fact> {
    let own = [flag(FactName::Required, header.required), flag(FactName::Deprecated, header.deprecated)];
    let of_values = header.schema.map(|schema| of_value(schema, None, schemas));
    own.into_iter().flatten().chain(of_values.into_iter().flatten()).collect()
}
