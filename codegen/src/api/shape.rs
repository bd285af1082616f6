//! The shape of a schema: what its keywords come to.

use super::all_of;
use super::base_class;
use super::constraint::{self, Constraint, ConstraintKind};
use super::enumeration;
use super::lowering::Lowering;
use super::schema::{Schema, SchemaId, Shape};
use super::union;
use crate::diagnostic::Problem;
use crate::document::{self, SchemaType};
use crate::node::Value;

impl Lowering<'_> {
    /// The schema itself, its children still in the queue.
    pub(super) fn schema(&mut self, schema: document::Schema) -> Schema {
        if let Some(target) = self.single(&schema) {
            let schema = all_of::with_words(schema);
            return described(&schema, schema.nullable, Shape::Reference(target));
        }
        if let Some(shape) = base_class::lower(&schema, self) {
            return described(&schema, schema.nullable, shape);
        }
        let mut schema = if schema.all_of.is_empty() && schema.reference.is_none() { schema } else { self.merge(schema) };
        let nulls = schema.types.contains(&SchemaType::Null)
            || schema.values.as_ref().is_some_and(|values| values.iter().any(|value| value.value == Value::Null))
            || schema.one_of.iter().chain(&schema.any_of).any(is_null);
        let nullable = schema.nullable || nulls;
        let mut lowered = described(&schema, nullable, Shape::Any);
        if let Some(listed) = enumeration::listed(&schema) {
            (schema.one_of, schema.any_of, schema.values) = (Vec::new(), Vec::new(), Some(listed));
        }
        self.keep_text(&mut schema, &mut lowered);
        let values = schema.constant.clone().map(|constant| vec![constant]).or_else(|| schema.values.clone());
        let patterns: Vec<String> = schema.pattern_properties.keys().cloned().collect();
        lowered.shape = self.shape(schema);
        let is_map = matches!(lowered.shape, Shape::Map(_) | Shape::Object(_));
        let unlisted = values.filter(|_| !matches!(lowered.shape, Shape::Enumeration(_) | Shape::Union(_)));
        let values = unlisted.filter(|values| !values.is_empty()).map(ConstraintKind::Enum);
        let patterns = (is_map && !patterns.is_empty()).then_some(ConstraintKind::PatternProperties(patterns));
        let at = lowered.at;
        lowered.constraints.extend(values.into_iter().chain(patterns).map(|kind| Constraint { at, kind }));
        lowered
    }

    /// Turns a format whose values are to stay text into words about the text.
    fn keep_text(&self, schema: &mut document::Schema, lowered: &mut Schema) {
        let format = schema.format.clone().or_else(|| encoded(schema.content_encoding.as_deref()));
        if let Some(format) = format.filter(|format| self.text_formats.contains(format)) {
            lowered.constraints.push(Constraint { at: schema.at, kind: ConstraintKind::Format(format) });
            (schema.format, schema.content_encoding) = (None, None);
            if schema.types.is_empty() && implied_type(schema).is_none() {
                schema.types = vec![SchemaType::String];
            }
        }
    }

    /// The only schema that a reference or `allOf` leads to, where nothing but words stands beside it.
    fn single(&mut self, schema: &document::Schema) -> Option<SchemaId> {
        match &schema.reference {
            _ if !is_only_described(schema) => None,
            Some(reference) => schema.all_of.is_empty().then(|| self.target(reference, schema.at)),
            // What is written right there is the schema itself.
            None => all_of::only_member(schema)
                .filter(|only| all_of::only_reference(only).is_some())
                .map(|only| self.lower(only.clone())),
        }
    }

    fn shape(&mut self, mut schema: document::Schema) -> Shape {
        if schema.boolean == Some(false) {
            self.resolver.report(schema.at, Problem::NotExpressed { keyword: "false" });
            self.untyped(schema.at, "`false` allows no value");
        }
        if let Some(constant) = schema.constant.take() {
            return enumeration::lower(&schema, vec![constant], self);
        }
        if let Some(values) = schema.values.take() {
            if values.is_empty() {
                self.resolver.report(schema.at, Problem::NotExpressed { keyword: "enum" });
            }
            return enumeration::lower(&schema, values, self);
        }
        if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
            return union::lower(schema, self);
        }
        self.unlisted(schema)
    }

    /// The shape of a schema that neither lists its values nor offers alternatives.
    pub(super) fn unlisted(&mut self, mut schema: document::Schema) -> Shape {
        if schema.types == [SchemaType::Null] {
            self.untyped(schema.at, "`null` is its only value");
        }
        schema.types.retain(|kind| *kind != SchemaType::Null);
        match schema.types.as_slice() {
            [] => self.implied(schema),
            [only] => {
                let only = *only;
                self.typed(schema, only)
            }
            _ => union::of_types(schema, self),
        }
    }

    /// The shape of a schema without `type`, told by its other keywords.
    fn implied(&mut self, schema: document::Schema) -> Shape {
        match implied_type(&schema) {
            Some(kind) => self.typed(schema, kind),
            None => Shape::Any,
        }
    }

    fn typed(&mut self, schema: document::Schema, kind: SchemaType) -> Shape {
        match kind {
            SchemaType::Null => Shape::Any,
            SchemaType::Boolean => Shape::Boolean,
            SchemaType::Integer => Shape::Integer(schema.format),
            SchemaType::Number => Shape::Number(schema.format),
            SchemaType::String => Shape::String(schema.format.or_else(|| encoded(schema.content_encoding.as_deref()))),
            SchemaType::Array => Shape::Array(self.items(schema)),
            SchemaType::Object => self.object(schema),
        }
    }

    /// The schema of all items: of a tuple one that allows what any of its places allows.
    fn items(&mut self, schema: document::Schema) -> SchemaId {
        let rest = schema.items.map(|items| *items).filter(|items| items.boolean != Some(false));
        if schema.prefix_items.is_empty() {
            return match rest {
                Some(items) => {
                    self.check_name(&items);
                    self.lower(items)
                }
                None => self.any(schema.at),
            };
        }
        self.resolver.report(schema.at, Problem::NotExpressed { keyword: "prefixItems" });
        let any_of: Vec<_> = schema.prefix_items.into_iter().chain(rest).collect();
        self.derived(document::Schema { any_of, ..document::Schema::empty(schema.at) })
    }
}

/// What is said of a schema, with a shape.
pub(super) fn described(schema: &document::Schema, nullable: bool, shape: Shape) -> Schema {
    Schema {
        at: schema.at,
        component: None,
        extends: None,
        annotations: schema.annotations.clone(),
        nullable,
        labels: enumeration::labels(schema),
        constraints: constraint::of(&schema.constraints),
        shape,
    }
}

/// The type that keywords other than `type` are about, if they are about one.
pub(super) fn implied_type(schema: &document::Schema) -> Option<SchemaType> {
    let bounds = |keys: &[&str]| keys.iter().any(|key| schema.constraints.contains_key(*key));
    let format = schema.format.as_deref().unwrap_or_default();
    let object = !schema.properties.is_empty()
        || schema.additional_properties.is_some()
        || !schema.pattern_properties.is_empty()
        || schema.conditional.iter().any(|member| !member.properties.is_empty())
        || !schema.required.is_empty();
    if object {
        Some(SchemaType::Object)
    } else if schema.items.is_some() || !schema.prefix_items.is_empty() {
        Some(SchemaType::Array)
    } else if format.starts_with("int") || format.starts_with("uint") {
        Some(SchemaType::Integer)
    } else if matches!(format, "float" | "double") || bounds(&["minimum", "maximum", "multipleOf"]) {
        Some(SchemaType::Number)
    } else if !format.is_empty() || bounds(&["minLength", "maxLength", "pattern"]) {
        Some(SchemaType::String)
    } else {
        None
    }
}

/// The format that says what `contentEncoding` says.
fn encoded(encoding: Option<&str>) -> Option<String> {
    (encoding == Some("base64")).then(|| "byte".to_owned())
}

/// Whether a schema is `{type: null}`.
pub(super) fn is_null(schema: &document::Schema) -> bool {
    schema.types == [SchemaType::Null] || schema.constant.as_ref().is_some_and(|constant| constant.value == Value::Null)
}

/// Whether nothing at all stands beside `$ref`.
pub(super) fn is_bare(schema: &document::Schema) -> bool {
    let bare = document::Schema { reference: schema.reference.clone(), ..document::Schema::empty(schema.at) };
    *schema == bare
}

/// Whether a schema says nothing: `{}` or `true`.
pub(super) fn is_empty(schema: &document::Schema) -> bool {
    let mut empty = document::Schema::empty(schema.at);
    empty.boolean = schema.boolean.filter(|allowed| *allowed);
    empty.annotations = schema.annotations.clone();
    *schema == empty
}

/// Whether nothing but words (and leave to be null) stands beside `$ref` or `allOf`.
pub(super) fn is_only_described(schema: &document::Schema) -> bool {
    let document::Schema { types, properties, items, one_of, any_of, values, .. } = schema;
    // What most schemas say is enough to tell; the rest is compared with a copy.
    if !(types.is_empty() && properties.is_empty() && one_of.is_empty() && any_of.is_empty())
        || items.is_some()
        || values.is_some()
    {
        return false;
    }
    let rest = document::Schema { reference: None, all_of: Vec::new(), nullable: false, ..schema.clone() };
    is_empty(&rest)
}
