//! Diagnostics: what is wrong with a description, and where.

mod allowance;
mod place;
mod problem;
mod severity;
mod sink;
mod suggest;

pub(crate) use self::problem::shortened;
pub use self::{
    allowance::Allowance,
    place::{Part, Place},
    problem::{Level, Problem, Related, Report},
    severity::Severity,
    sink::{Diagnostic, Diagnostics},
    suggest::{suggest, suggest_within},
};
