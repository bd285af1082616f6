//! `Types`: the Rust type of each schema, and what is checked of its values.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::constraint::{self, Constraint, Constraints, Unchecked};
use super::ty::{ModelRef, Ty};
use crate::api::{Float, SchemaId, Schemas, Shape, Type, Untyped};
use crate::diagnostic::Diagnostics;
use crate::names::ModelNames;

/// The type of each schema.
pub(super) struct Types<'a> {
    schemas: &'a Schemas,
    names: &'a BTreeMap<SchemaId, ModelNames>,
    scalars: RefCell<BTreeSet<Ty>>,
    untyped: RefCell<Vec<Untyped>>,
    /// Whether constraints are checked before values are sent.
    checks_constraints: bool,
    unchecked: RefCell<Vec<Unchecked>>,
    /// The schemas whose values are sent unchecked somewhere.
    left_unchecked: RefCell<BTreeSet<SchemaId>>,
}

impl<'a> Types<'a> {
    /// The types of schemas whose models have these names.
    pub(super) fn new(schemas: &'a Schemas, names: &'a BTreeMap<SchemaId, ModelNames>, checks_constraints: bool) -> Self {
        Self {
            schemas,
            names,
            scalars: RefCell::default(),
            untyped: RefCell::default(),
            checks_constraints,
            unchecked: RefCell::default(),
            left_unchecked: RefCell::default(),
        }
    }

    /// The type of a value that is not null, and whether it may be null.
    pub(super) fn of(&self, id: SchemaId) -> (Ty, bool) {
        let (ty, nullable) = self.schemas.type_of(id, &mut self.untyped.borrow_mut());
        (self.rust(ty), nullable)
    }

    /// The type of a value, null included.
    pub(super) fn with_null(&self, id: SchemaId) -> Ty {
        nullable(self.of(id))
    }

    /// The type of a value in an enum of ours, where a struct would make all other variants as large as itself.
    pub(super) fn in_variant(&self, id: SchemaId) -> Ty {
        let is_struct = self.schemas.object(id).is_some();
        match self.with_null(id) {
            ty @ Ty::Model(_) if is_struct => Ty::Box(Box::new(ty)),
            ty => ty,
        }
    }

    /// The scalar types that were asked for, and the places that got none although they have a shape.
    pub(super) fn noticed(self, diagnostics: &mut Diagnostics) -> (BTreeSet<Ty>, Vec<Untyped>) {
        constraint::report(self.unchecked.into_inner(), diagnostics);
        (self.scalars.into_inner(), self.untyped.into_inner())
    }

    /// The Rust type of a type.
    pub(super) fn rust(&self, ty: Type) -> Ty {
        let inside = |ty: Box<Type>| Box::new(self.rust(*ty));
        match ty {
            Type::Any => Ty::Json,
            Type::Boolean => Ty::Bool,
            Type::Integer(integer) => Ty::Integer(integer),
            Type::Number(Float::Single) => Ty::F32,
            Type::Number(Float::Double) => Ty::F64,
            Type::Numeric(number) => self.scalar(Ty::Numeric(inside(number))),
            Type::Text(format) => self.scalar(Ty::text(format)),
            Type::IntOrString => self.scalar(Ty::IntOrString),
            Type::AnyObject => Ty::JsonObject,
            Type::Model(id) => self.model(id).map_or(Ty::Json, Ty::Model),
            Type::List(items) => Ty::Vec(inside(items)),
            Type::Tuple(items, rest) => {
                let items = items.into_iter().map(|item| self.rust(item)).collect();
                self.scalar(Ty::Tuple(items, rest.map(inside)))
            }
            Type::Map(values) => Ty::Map(inside(values)),
            Type::Nullable(value) => Ty::Option(inside(value)),
        }
    }

    fn scalar(&self, ty: Ty) -> Ty {
        self.scalars.borrow_mut().insert(ty.clone());
        ty
    }

    /// The model of a schema, if it is one.
    pub(super) fn model(&self, id: SchemaId) -> Option<ModelRef> {
        let name = self.names.get(&id)?.claim.name.clone();
        let schema = &self.schemas[id];
        let is_union = matches!(schema.shape, Shape::Union(_));
        Some(ModelRef { id, name, is_deprecated: schema.annotations.deprecated, is_union })
    }
}

impl Types<'_> {
    /// What is checked of values of a schema.
    pub(super) fn constraints(&self, id: SchemaId) -> Constraints {
        if self.checks_constraints { Constraints(self.constraints_below(id, &mut Vec::new())) } else { Constraints::default() }
    }

    /// Notes that values of a schema, and what is in them, are sent in a way in which they are not checked.
    pub(super) fn leave_unchecked(&self, id: SchemaId) {
        let mut open = if self.checks_constraints { vec![id] } else { Vec::new() };
        while let Some(id) = open.pop() {
            let target = self.schemas.target(id).0;
            if !self.left_unchecked.borrow_mut().insert(target) {
                continue;
            }
            let schema = &self.schemas[target];
            let constraints = schema.constraints.iter().filter(|constraint| constraint::is_checkable(&constraint.kind));
            self.unchecked.borrow_mut().extend(constraints.map(constraint::unchecked));
            match &schema.shape {
                Shape::Array(inner) | Shape::Map(Some(inner)) => open.push(*inner),
                Shape::Tuple(tuple) => open.extend(tuple.schemas()),
                Shape::Object(object) => {
                    open.extend(object.properties.iter().map(|property| property.schema).chain(object.additional));
                }
                Shape::Union(union) => open.extend(&union.variants),
                _ => {}
            }
        }
    }

    fn constraints_below(&self, id: SchemaId, passed: &mut Vec<SchemaId>) -> Vec<Constraint> {
        let (target, _) = self.schemas.target(id);
        if self.schemas.is_too_deep(passed) || passed.contains(&target) {
            return Vec::new();
        }
        let schema = &self.schemas[target];
        let mut constraints: Vec<Constraint> = Vec::new();
        for constraint in schema.constraints.iter().filter(|constraint| constraint::is_checkable(&constraint.kind)) {
            match constraint::checked(&constraint.kind) {
                Some(checked) => constraints.push(checked),
                None => self.unchecked.borrow_mut().push(constraint::unchecked(constraint)),
            }
        }
        passed.push(target);
        if let Shape::Tuple(tuple) = &schema.shape {
            let places = tuple.items.iter().map(|item| Constraints(self.constraints_below(*item, passed)));
            let places: Vec<Constraints> = places.collect();
            constraints.extend(places.iter().any(|place| !place.is_empty()).then_some(Constraint::PrefixItems(places)));
        }
        let (inner, wrap): (_, fn(Constraints) -> Constraint) = match schema.shape {
            Shape::Array(items) => (self.constraints_below(items, passed), Constraint::Items),
            Shape::Map(Some(values)) => (self.constraints_below(values, passed), Constraint::Values),
            _ => (Vec::new(), Constraint::Values),
        };
        passed.pop();
        if !inner.is_empty() {
            constraints.push(wrap(Constraints(inner)));
        }
        constraints
    }
}

fn nullable((ty, nullable): (Ty, bool)) -> Ty {
    if nullable { ty.optional() } else { ty }
}
