//! Which keywords a schema has.

use crate::document::{MediaKind, Rule, RuleKind, Schema, SchemaType};
use crate::node::{Node, Value};

/// The type that keywords other than `type` are about, if they are about one.
pub(super) fn implied_type(schema: &Schema) -> Option<SchemaType> {
    let bounds = |keys: &[&str]| keys.iter().any(|key| schema.constraints.contains_key(*key));
    let format = schema.format.as_deref().unwrap_or_default();
    let object = !schema.properties.is_empty()
        || schema.additional_properties.is_some()
        || !schema.pattern_properties.is_empty()
        || schema.rules.iter().any(|rule| rule.has_properties() || matches!(rule.kind, RuleKind::Choice(_)))
        || !schema.required.is_empty();
    if object {
        Some(SchemaType::Object)
    } else if schema.items.is_some() || !schema.prefix_items.is_empty() {
        Some(SchemaType::Array)
    } else if format.starts_with("int") || format.starts_with("uint") {
        Some(SchemaType::Integer)
    } else if matches!(format, "float" | "double") || bounds(&["minimum", "maximum", "multipleOf"]) {
        Some(SchemaType::Number)
    } else if !format.is_empty() || bounds(&["minLength", "maxLength", "pattern"]) || holds_text(schema) {
        Some(SchemaType::String)
    } else {
        None
    }
}

/// The format that says what `contentEncoding` says.
pub(super) fn encoded(encoding: Option<&str>) -> Option<String> {
    (encoding == Some("base64")).then(|| "byte".to_owned())
}

/// The format that says what a `contentMediaType` of bytes says, where they are not encoded.
pub(super) fn binary(schema: &Schema) -> Option<String> {
    let is_bytes = content(schema) == Some(MediaKind::Binary) && schema.content_encoding.is_none();
    is_bytes.then(|| "binary".to_owned())
}

/// Whether `contentEncoding` or `contentMediaType` implies that a value is a text. JSON need not be wrapped in one.
fn holds_text(schema: &Schema) -> bool {
    schema.content_encoding.is_some() || content(schema).is_some_and(|kind| !matches!(kind, MediaKind::Json | MediaKind::Any))
}

fn content(schema: &Schema) -> Option<MediaKind> {
    schema.constraints.get("contentMediaType")?.as_str().map(MediaKind::of)
}

/// Whether null is the only value of a schema: `{type: null}`, and as an alternative `{nullable: true}` by itself, which OpenAPI 3.0
/// has no other form for.
pub(super) fn is_null(schema: &Schema) -> bool {
    let is_null = |value: &Node| value.value == Value::Null;
    let says_only_nullable = || schema.nullable && is_empty(&Schema { nullable: false, ..schema.clone() });
    schema.types == [SchemaType::Null]
        || schema.constant.as_ref().is_some_and(is_null)
        || schema.values.as_ref().is_some_and(|values| !values.is_empty() && values.iter().all(is_null))
        || says_only_nullable()
}

/// The same of a schema that is not read yet, as far as its `type`, `const` or `enum` says so.
pub(super) fn is_null_node(schema: &Node) -> bool {
    let is_null = |value: &Node| value.value == Value::Null;
    schema.get("type").is_some_and(|kind| is_null(kind) || kind.as_str() == Some("null"))
        || schema.get("const").is_some_and(is_null)
        || schema.get("enum").and_then(Node::as_sequence).is_some_and(|values| !values.is_empty() && values.iter().all(is_null))
}

/// Whether nothing at all stands beside `$ref`.
pub(super) fn is_bare(schema: &Schema) -> bool {
    let bare = Schema { reference: schema.reference.clone(), ..Schema::empty(schema.at) };
    *schema == bare
}

/// Whether a schema says nothing: `{}` or `true`.
pub(super) fn is_empty(schema: &Schema) -> bool {
    let mut empty = Schema::empty(schema.at);
    empty.boolean = schema.boolean.filter(|allowed| *allowed);
    empty.annotations = schema.annotations.clone();
    *schema == empty
}

/// Whether the only siblings of `$ref` or `allOf` are annotations, rules and `nullable`.
pub(super) fn is_only_described(schema: &Schema) -> bool {
    let Schema { types, properties, items, one_of, any_of, values, .. } = schema;
    // What most schemas say is enough to tell; the rest is compared with a copy.
    if !(types.is_empty() && properties.is_empty() && one_of.is_empty() && any_of.is_empty())
        || items.is_some()
        || values.is_some()
    {
        return false;
    }
    let mut rest = Schema { reference: None, all_of: Vec::new(), nullable: false, ..schema.clone() };
    rest.rules.retain(Rule::has_properties);
    is_empty(&rest)
}
