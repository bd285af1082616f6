//! The width of an integer: that of its format, or wider where its values need it.

use super::constraint::{self, ConstraintKind, Number};
use super::format::Integer;
use crate::document::Schema;
use crate::node::{Node, Value};

/// The type that holds every integer that a schema allows: those between its bounds, those that it lists, and its default.
pub(super) fn of(schema: &Schema, listed: &[Node]) -> Integer {
    let of_format = Integer::of(schema.format.as_deref());
    let (mut minima, mut maxima) = (Vec::new(), Vec::new());
    for constraint in constraint::of(&schema.constraints) {
        match constraint.kind {
            ConstraintKind::Minimum(bound) => minima.push(rounded(bound, f64::ceil)),
            ConstraintKind::ExclusiveMinimum(bound) => minima.push(rounded(bound, f64::floor).saturating_add(1)),
            ConstraintKind::Maximum(bound) => maxima.push(rounded(bound, f64::floor)),
            ConstraintKind::ExclusiveMaximum(bound) => maxima.push(rounded(bound, f64::ceil).saturating_sub(1)),
            _ => {}
        }
    }
    let (least, greatest) = of_format.range();
    let bounds = [minima.into_iter().max().unwrap_or(least), maxima.into_iter().min().unwrap_or(greatest)];
    let bounds = Some(bounds).filter(|_| listed.is_empty()).into_iter().flatten();
    let values = listed.iter().chain(&schema.annotations.default).filter_map(Node::as_integer).chain(bounds);
    let values: Vec<i128> = values.collect();
    let (least, greatest) = (values.iter().min(), values.iter().max());
    of_format.widened(least.copied().unwrap_or_default(), greatest.copied().unwrap_or_default())
}

/// Whether values are integers, however large.
pub(super) fn are_integers(values: &[Node]) -> bool {
    values.iter().all(|value| matches!(value.value, Value::Integer(_)))
}

/// A bound as an integer. The bounds of 64 bits often come from a tool that has no number but `f64`, and writes
/// `9223372036854776000` for `9223372036854775807`.
fn rounded(bound: Number, round: fn(f64) -> f64) -> i128 {
    const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;
    match bound {
        Number::Integer(9_223_372_036_854_776_000) => i64::MAX.into(),
        Number::Integer(-9_223_372_036_854_776_000) => i64::MIN.into(),
        Number::Integer(18_446_744_073_709_552_000) => u64::MAX.into(),
        Number::Integer(bound) => bound,
        Number::Float(TWO_TO_63) => i64::MAX.into(),
        Number::Float(bound) if bound == 2.0 * TWO_TO_63 => u64::MAX.into(),
        Number::Float(bound) => round(bound) as i128,
    }
}
