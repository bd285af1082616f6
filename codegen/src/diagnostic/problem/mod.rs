//! `Problem`: everything that can be wrong with a description, a table of entries in a file for each family.

mod phrase;
mod report;
mod text;
// The macros of the table: how an entry is written, and the entries.
#[macro_use]
mod table;
#[macro_use]
mod coverage;
#[macro_use]
mod extension;
#[macro_use]
mod limit;
#[macro_use]
mod object;
#[macro_use]
mod operation;
#[macro_use]
mod output;
#[macro_use]
mod parameter;
#[macro_use]
mod reference;
#[macro_use]
mod schema;
#[macro_use]
mod security;
#[macro_use]
mod server;
#[macro_use]
mod settings;
#[macro_use]
mod syntax;

pub use self::report::{Level, Related, Report};
pub(crate) use self::text::shortened;
// The names that entries use.
use self::{
    Level::{Error, Fatal, Note, Warning},
    phrase::{did_you_mean, exceeded, is_dispensable, nearest_of, one_of, raised, rewritten},
};
use super::{place::Part, suggest::suggest};
use crate::{
    limits::{Limit, Limits},
    node::{Node, Origin},
};

collect! {
    [
        syntax_problems
        limit_problems
        object_problems
        extension_problems
        reference_problems
        schema_problems
        coverage_problems
        operation_problems
        parameter_problems
        security_problems
        server_problems
        settings_problems
        output_problems
    ]
}

impl Problem {
    /// A value of another type than the specification says.
    pub fn wrong_type(expected: &'static str, node: &Node) -> Self {
        Self::WrongType { expected, found: node.kind(), hint: None }
    }

    /// More of something than its bound.
    pub fn too_much(limit: Limit, limits: &Limits) -> Self {
        let bound = limits.of(limit);
        match limit {
            Limit::Nesting => Self::TooDeep { bound },
            _ => Self::TooMuch { limit, bound },
        }
    }
}
