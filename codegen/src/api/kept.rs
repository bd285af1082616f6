//! `KeptForm`: the form of a property in Rust that is kept, and the changes to an API that keep the types of an earlier client.

use super::presence::Presence;
use super::schema::{Schema, SchemaId, Shape, Values};
use super::{Api, Constraint, Operation};
use crate::document::{Annotations, ValueLabel, ValueLabels};
use crate::node::Origin;

/// The form of a property in Rust that is kept from an earlier client, where the description now gives another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeptForm {
    /// A constant.
    Constant,
    /// A field, which may be absent or null as given.
    Field(Presence),
}

impl Api {
    /// Derives again what follows from schemas and calls, after changes.
    pub fn settle(&mut self) {
        self.schemas.follow_references();
        self.derive();
    }

    /// Adds a schema of another shape, which is described as a schema is.
    pub fn add_like(&mut self, id: SchemaId, shape: Shape) -> SchemaId {
        let (target, nullable) = self.schemas.target(id);
        let (said, target) = (&self.schemas[id], &self.schemas[target]);
        let labels = if matches!(shape, Shape::Enumeration(_)) { target.labels.clone() } else { ValueLabels::default() };
        let schema = Schema {
            annotations: said.annotations.clone(),
            nullable,
            labels,
            constraints: if said.at == target.at { constraints_of(&shape, &said.constraints) } else { Vec::new() },
            ..Schema::of_shape(said.at, shape)
        };
        self.schemas.push(schema)
    }

    /// Adds a schema of a shape.
    pub fn add(&mut self, at: Origin, shape: Shape) -> SchemaId {
        self.schemas.push(Schema::of_shape(at, shape))
    }

    /// The same schema, of which null is a value as well.
    pub fn add_nullable(&mut self, id: SchemaId) -> SchemaId {
        let nullable = Schema { nullable: true, ..Schema::of_shape(self.schemas[id].at, Shape::Reference(id)) };
        self.schemas.push(nullable)
    }

    /// The same schema without null; none if null is a value of the schema that it refers to.
    pub fn add_without_null(&mut self, id: SchemaId) -> Option<SchemaId> {
        let schema = Schema { nullable: false, ..self.schemas[id].clone() };
        match schema.shape {
            Shape::Reference(target) if self.schemas.target(target).1 => None,
            _ => Some(self.schemas.push(schema)),
        }
    }

    /// Gives a schema another shape.
    pub fn set_shape(&mut self, id: SchemaId, shape: Shape) {
        let schema = self.schemas.schema_mut(id);
        schema.constraints = constraints_of(&shape, &schema.constraints);
        schema.shape = shape;
    }

    /// Lets callers make the values of a schema, even if none is sent.
    pub fn keep_constructor(&mut self, id: SchemaId) {
        self.schemas.schema_mut(id).keeps_constructor = true;
    }

    /// Keeps the form of a property of an object, by its place.
    pub fn keep_form(&mut self, object: SchemaId, place: usize, form: KeptForm) {
        if let Shape::Object(object) = &mut self.schemas.schema_mut(object).shape {
            object.properties[place].kept = Some(form);
        }
    }

    /// Gives a property of an object another schema.
    pub fn set_property(&mut self, object: SchemaId, place: usize, schema: SchemaId) {
        if let Shape::Object(object) = &mut self.schemas.schema_mut(object).shape {
            object.properties[place].schema = schema;
        }
    }

    /// Gives the properties of an object that have no name a schema.
    pub fn set_additional(&mut self, object: SchemaId, schema: SchemaId) {
        if let Shape::Object(object) = &mut self.schemas.schema_mut(object).shape {
            object.additional = Some(schema);
        }
    }

    /// Gives an alternative of a union another schema.
    pub fn set_alternative(&mut self, union: SchemaId, place: usize, schema: SchemaId) {
        if let Shape::Union(union) = &mut self.schemas.schema_mut(union).shape {
            union.variants[place] = schema;
        }
    }

    /// Adds a schema with a name that the description no longer has.
    pub fn add_dropped_component(&mut self, name: String, schema: SchemaId) {
        let description = Some("The API description no longer has this schema.".to_owned());
        let dropped = self.schemas.schema_mut(schema);
        dropped.annotations = Annotations { description, deprecated: true, ..Annotations::default() };
        dropped.is_dropped = true;
        self.components.insert(name, schema);
    }

    /// Lets each object that is sent have a property, by its place.
    pub fn require_property(&mut self, object: SchemaId, place: usize) {
        if let Shape::Object(object) = &mut self.schemas.schema_mut(object).shape {
            object.properties[place].required = true;
        }
    }

    /// Adds values to an enumeration that it no longer lists.
    pub fn add_dropped_values(&mut self, id: SchemaId, dropped: &[String]) {
        let schema = self.schemas.schema_mut(id);
        match &mut schema.shape {
            Shape::Enumeration(Values::Strings(values)) => values.extend(dropped.iter().cloned()),
            Shape::Enumeration(Values::Integers(values)) => {
                values.extend(dropped.iter().filter_map(|value| value.parse::<i64>().ok()))
            }
            _ => return,
        }
        let label = || {
            let description = Some("The API description no longer lists this value.".to_owned());
            let annotations = Annotations { description, deprecated: true, ..Annotations::default() };
            ValueLabel { name: None, annotations, is_dropped: true }
        };
        schema.labels.values.extend(dropped.iter().map(|value| (value.clone(), label())));
    }

    /// An operation, to be changed.
    pub fn operation_mut(&mut self, index: usize) -> &mut Operation {
        &mut self.operations[index]
    }
}

/// The constraints that mean something for a shape.
fn constraints_of(shape: &Shape, constraints: &[Constraint]) -> Vec<Constraint> {
    match shape {
        Shape::String(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Array(_) => constraints.to_vec(),
        _ => Vec::new(),
    }
}
