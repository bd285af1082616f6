//! `Values`: `enum` and `const`, whose values tell the shape, whatever type is declared.

use super::format::{Float, Integer};
use super::keywords::{is_null, is_only_described};
use super::lowering::Lowering;
use super::schema::{Shape, Union, Values};
use super::width;
use crate::diagnostic::Problem;
use crate::document::{Schema, SchemaType, ValueLabel, ValueLabels};
use crate::node::{Node, Value};

/// The alternatives of a schema that are a single value each, which is how values are listed with words of their own.
fn constants(schema: &Schema) -> Option<Vec<(&Node, &Schema)>> {
    let alternatives = match (schema.one_of.as_slice(), schema.any_of.as_slice()) {
        (alternatives, []) | ([], alternatives) if schema.choices.is_empty() => alternatives,
        _ => return None,
    };
    let constants = alternatives.iter().filter(|member| !is_null(member)).map(constant).collect::<Option<Vec<_>>>();
    constants.filter(|_| schema.discriminator.is_none())
}

/// The single value that a schema is, where only words stand beside it.
fn constant(member: &Schema) -> Option<(&Node, &Schema)> {
    let value = match (&member.constant, member.values.as_deref()) {
        (Some(constant), None) => constant,
        (None, Some([only])) => only,
        _ => return None,
    };
    let labels = ValueLabels::default();
    let rest = Schema { constant: None, values: None, labels, types: Vec::new(), format: None, ..member.clone() };
    is_only_described(&rest).then_some((value, member))
}

/// The values that a schema lists as alternatives.
pub(super) fn listed(schema: &Schema) -> Option<Vec<Node>> {
    let constants = constants(schema).filter(|constants| constants.len() > 1);
    let constants = constants.filter(|_| schema.values.is_none() && schema.constant.is_none());
    constants.map(|constants| constants.into_iter().map(|(value, _)| value.clone()).collect())
}

/// The labels of each value. An alternative that is a single value is called by its title.
pub(super) fn labels(schema: &Schema) -> ValueLabels {
    let label = |(value, member): (&Node, &Schema)| {
        let text = string(value).or_else(|| integer(value).map(|integer| integer.to_string()))?;
        let annotations = member.annotations.clone();
        Some((text, ValueLabel { name: annotations.title.clone(), annotations, is_dropped: false }))
    };
    let mut labels = schema.labels.clone();
    for (value, member) in constants(schema).into_iter().flatten() {
        let values = label((value, member)).into_iter().collect();
        labels = labels.or(member.labels.clone()).or(ValueLabels { type_name: None, values });
    }
    labels
}

/// The kinds of value that an enumeration can mix, each with a Rust type of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Other,
}

/// The shape of a schema that lists its values; `None` if it lists none.
pub(super) fn lower(schema: &Schema, mut values: Vec<Node>, lowering: &mut Lowering<'_>) -> Option<Shape> {
    let has_null = !values.is_empty();
    values.retain(|value| value.value != Value::Null);
    if values.is_empty() {
        return has_null.then_some(Shape::Null);
    }
    if schema.types.contains(&SchemaType::String) && schema.types.iter().all(|kind| is_text_or_null(*kind)) {
        // Unquoted values of a text, such as `1.10` or `on`, mean what was written.
        let written = values.iter().map(|node| text(node, lowering)).collect::<Option<Vec<_>>>();
        if let Some(strings) = written.filter(|strings| !strings.is_empty()) {
            return Some(of_values(Values::Strings(distinct(strings)), schema, lowering));
        }
    }
    if !values.iter().all(|value| is_of_types(value, &schema.types))
        && let Some(shape) = contradictory(schema, &mut values, lowering)
    {
        return Some(shape);
    }
    let mut kinds: Vec<Kind> = values.iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.contains(&Kind::Number) {
        kinds.retain(|kind| *kind != Kind::Integer);
    }
    Some(match kinds.as_slice() {
        [Kind::String] => of_values(Values::Strings(distinct(values.iter().filter_map(string).collect())), schema, lowering),
        [Kind::Integer] => of_values(Values::Integers(distinct(values.iter().filter_map(integer).collect())), schema, lowering),
        [Kind::Number] if width::are_integers(&values) => Shape::Integer(width::of(schema, &values)),
        [Kind::Number] => Shape::Number(Float::of(schema.format.as_deref())),
        [Kind::Boolean] => Shape::Boolean,
        kinds if kinds.contains(&Kind::Other) => {
            lowering.resolver.report(schema.at, Problem::MixedEnumeration);
            lowering.untyped(schema.at, "the values of an `enum` or `const` are lists or objects");
            Shape::Any
        }
        kinds => of_kinds(schema, &values, kinds, lowering),
    })
}

/// An enumeration, or where it would take rustc too long, what all of its values are.
fn of_values(values: Values, schema: &Schema, lowering: &mut Lowering<'_>) -> Shape {
    /// With twice as many rustc takes four times as long: seconds from here on.
    const MOST: usize = 5_000;
    let (count, shape) = match &values {
        Values::Strings(values) => (values.len(), Shape::String(schema.format.clone())),
        Values::Integers(values) => (values.len(), Shape::Integer(Integer::I64)),
    };
    if count <= MOST {
        return Shape::Enumeration(values);
    }
    let what = "an `enum` of more than 5000 values";
    lowering.resolver.report(schema.at, Problem::Unsupported { what, instead: "any value of its type is taken" });
    shape
}

/// Values that are not of the type beside them: those of a list's items, or written as text, or else the values decide.
fn contradictory(schema: &Schema, values: &mut Vec<Node>, lowering: &mut Lowering<'_>) -> Option<Shape> {
    let meant: Option<Vec<Node>> = values.iter().map(|node| unquoted(node, &schema.types)).collect();
    let of_items = schema.types == [SchemaType::Array] && values.iter().all(|node| kind(node) != Kind::Other);
    let instead = match (&meant, of_items) {
        (Some(_), _) => "they are read as values of that type, written as text",
        (None, true) => "they are taken for those of the items; write the `enum` into `items`",
        (None, false) => "the values decide what is read and sent",
    };
    lowering.resolver.report(schema.at, Problem::ContradictoryEnumeration { instead });
    if let Some(meant) = meant {
        *values = meant;
    } else if of_items {
        let items = schema.items.as_deref().cloned().unwrap_or_else(|| Schema::empty(schema.at));
        let listed = Schema { values: Some(std::mem::take(values)), labels: schema.labels.clone(), ..items };
        return Some(Shape::Array(lowering.derived(listed)));
    }
    None
}

/// Whether a value is of one of the types, or they are open.
fn is_of_types(node: &Node, types: &[SchemaType]) -> bool {
    types.is_empty()
        || types.iter().any(|expected| match (&node.value, expected) {
            (Value::Null, SchemaType::Null)
            | (Value::Bool(_), SchemaType::Boolean)
            | (Value::Integer(_), SchemaType::Integer | SchemaType::Number)
            | (Value::Float(_), SchemaType::Number)
            | (Value::String(_), SchemaType::String)
            | (Value::Sequence(_), SchemaType::Array)
            | (Value::Mapping(_), SchemaType::Object) => true,
            (Value::Float(float), SchemaType::Integer) => float.fract() == 0.0,
            _ => false,
        })
}

/// The value that a text is in quotes, if that is of one of the types.
fn unquoted(node: &Node, types: &[SchemaType]) -> Option<Node> {
    let text = node.as_str()?.trim();
    let value = match text {
        "true" | "false" => Value::Bool(text == "true"),
        _ => text.parse().map(Value::Integer).or_else(|_| text.parse().map(Value::Float)).ok()?,
    };
    let meant = Node { at: node.at, value };
    is_of_types(&meant, types).then_some(meant)
}

/// An enumeration of several kinds of value: one variant for each.
fn of_kinds(schema: &Schema, values: &[Node], kinds: &[Kind], lowering: &mut Lowering<'_>) -> Shape {
    let number = |node: &Node| matches!(kind(node), Kind::Integer | Kind::Number) && kinds.contains(&Kind::Number);
    let one = |wanted: Kind| {
        let chosen = values.iter().filter(|node| kind(node) == wanted || (wanted == Kind::Number && number(node)));
        Schema { values: Some(chosen.cloned().collect()), labels: schema.labels.clone(), ..Schema::empty(schema.at) }
    };
    let variants = kinds.iter().map(|kind| lowering.derived(one(*kind))).collect();
    Shape::Union(Union::one_of(variants, None))
}

fn is_text_or_null(kind: SchemaType) -> bool {
    matches!(kind, SchemaType::String | SchemaType::Null)
}

fn kind(node: &Node) -> Kind {
    match &node.value {
        Value::String(_) => Kind::String,
        Value::Integer(integer) if i64::try_from(*integer).is_ok() => Kind::Integer,
        Value::Integer(_) | Value::Float(_) => Kind::Number,
        Value::Bool(_) => Kind::Boolean,
        Value::Null | Value::Sequence(_) | Value::Mapping(_) => Kind::Other,
    }
}

fn string(node: &Node) -> Option<String> {
    node.as_str().map(str::to_owned)
}

fn integer(node: &Node) -> Option<i64> {
    node.as_integer().and_then(|integer| i64::try_from(integer).ok())
}

/// The text of a scalar, as it was written.
fn text(node: &Node, lowering: &Lowering<'_>) -> Option<String> {
    string(node).or_else(|| lowering.resolver.reading.sources.scalar_text(node.at).map(str::to_owned))
}

/// The values without repetitions, in their first order.
fn distinct<T: Ord + Clone>(mut values: Vec<T>) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    values.retain(|value| seen.insert(value.clone()));
    values
}
