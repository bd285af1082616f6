//! `Choice`: how the alternative of a value is chosen.

use std::cmp::Reverse;

use super::form::Form;
use super::{Candidates, constants, forms};
use crate::api::format::TextFormat;
use crate::api::scalar::Scalar;
use crate::api::schema::{Object, Property, SchemaId, Shape, Union};
use crate::api::schemas::Schemas;

/// How the alternative of a value is chosen. Alternatives are given by their places in the union.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// By the value of a property.
    Tag {
        /// Name of the property.
        property: String,
        /// Its values for each alternative.
        values: Vec<Vec<Scalar>>,
        /// The alternative of any other value, and of none, if the description names one.
        default: Option<usize>,
        /// How the alternative is chosen without the property, if a value may lack it.
        absent: Option<FormChoice>,
    },
    /// By the form of the value.
    Form(FormChoice),
}

/// How the alternative of a value is chosen by the form of the value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormChoice {
    /// The first test that holds decides.
    pub tests: Vec<(Test, usize)>,
    /// Otherwise, the closest of these forms does.
    pub closest: Vec<(Form, usize)>,
    /// The alternative of objects that have properties of several of those forms.
    pub combined: Option<usize>,
    /// The alternative of all other values.
    pub rest: Option<usize>,
    /// Pairs of alternatives that look alike: a value of both is read as the first.
    pub alike: Vec<(usize, usize)>,
}

/// A test that is enough to choose an alternative.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// An object with a property that has one of these values.
    Tag {
        /// Name of the property.
        property: String,
        /// Its values.
        values: Vec<Scalar>,
    },
    /// An object that has all these properties.
    Keys(Vec<String>),
    /// A text that the type of a format can read, in whatever form it writes it.
    Readable(TextFormat),
    /// A value of a form.
    Form(Form),
}

/// Decides how the alternative of a value is chosen.
pub fn choice(union: &Union, schemas: &Schemas) -> Choice {
    let by_form = || Alternatives::of(union, schemas).choice();
    let is_required = |property: &String| {
        let is_required = |id| schemas.property(id, property).is_some_and(Property::is_always_received);
        union.described().iter().all(|id| is_required(*id))
    };
    match &union.tags {
        Some(tags) => {
            let may_be_absent = tags.default.is_none() && !is_required(&tags.property);
            let absent = may_be_absent.then(|| by_form().without(&tags.property)).flatten();
            Choice::Tag { property: tags.property.clone(), values: tags.values.clone(), default: tags.default, absent }
        }
        None => match constants(union, schemas).filter(|(property, _)| is_required(property)) {
            Some((property, values)) => Choice::Tag { property, values, default: None, absent: None },
            None => Choice::Form(by_form()),
        },
    }
}

impl FormChoice {
    /// The same for values without a property; `None` if some alternatives look alike then.
    fn without(mut self, property: &str) -> Option<Self> {
        self.tests.retain(|(test, _)| !matches!(test, Test::Tag { property: own, .. } if own == property));
        let is_decisive = self.alike.is_empty() && !(self.tests.is_empty() && self.closest.is_empty());
        is_decisive.then_some(self)
    }
}

struct Alternatives<'a> {
    union: &'a Union,
    schemas: &'a Schemas,
    forms: Vec<Form>,
    /// The one that allows any other value, or at least any other object.
    rest: Option<usize>,
}

impl<'a> Alternatives<'a> {
    fn of(union: &'a Union, schemas: &'a Schemas) -> Self {
        let variants = union.described();
        let place = |shape: &Shape| variants.iter().position(|id| schemas[schemas.target(*id).0].shape == *shape);
        let rest = place(&Shape::Any).or_else(|| place(&Shape::Map(None)));
        Self { union, schemas, forms: forms(variants, schemas), rest }
    }

    fn choice(self) -> FormChoice {
        let (objects, others): (Vec<usize>, Vec<usize>) =
            (0..self.forms.len()).filter(|place| self.rest != Some(*place)).partition(|place| self.forms[*place].is_composed());
        let mut choice = FormChoice { rest: self.rest, combined: self.union.combined(), ..FormChoice::default() };
        for place in others {
            self.add_simple(place, &mut choice);
        }
        self.add_composed(objects, &mut choice);
        choice.tests.sort_by_key(|(test, _)| test.breadth());
        choice
    }

    /// Adds a test for an alternative that its JSON type or a value identifies.
    fn add_simple(&self, place: usize, choice: &mut FormChoice) {
        let form = self.forms[place].clone();
        if form == Form::Any {
            return;
        }
        let test = Test::Form(form.clone());
        if let Some((_, first)) = choice.tests.iter().find(|(known, _)| *known == test) {
            choice.alike.push((*first, place));
            return;
        }
        choice.tests.push((test, place));
        if let Form::Format(format) = form
            && !self.forms.contains(&Form::Text)
        {
            choice.tests.push((Test::Readable(format), place));
        }
    }

    /// Adds tests or forms for objects, and for lists beside other lists.
    fn add_composed(&self, mut places: Vec<usize>, choice: &mut FormChoice) {
        let candidates = Candidates::of(self.union.described().iter().copied(), self.schemas);
        // A constant identifies an object, whatever other properties it has. What more objects have decides first.
        let mut tags = Vec::new();
        places.retain(|place| {
            match self.object(*place).and_then(|object| tag(self.union.variants[*place], object, &candidates)) {
                Some((tag, holders, is_required)) => {
                    tags.push((holders, tag, *place));
                    !is_required
                }
                None => true,
            }
        });
        tags.sort_by_key(|(holders, ..)| Reverse(*holders));
        choice.tests.extend(tags.into_iter().map(|(_, tag, place)| (tag, place)));
        if let ([only], None) = (places.as_slice(), self.rest)
            && self.forms[*only].is_object()
        {
            choice.tests.push((Test::Form(Form::Object), *only));
            return;
        }
        let has_free = self.rest.is_some() || places.iter().any(|place| self.object(*place).is_none());
        let is_closed = |place: &usize| self.object(*place).is_some_and(|object| object.is_closed);
        let keeps_others = has_free && (self.union.any_of || places.iter().any(is_closed));
        if choice.combined.is_none() && !keeps_others && self.add_by_keys(&places, &candidates, choice) {
            return;
        }
        // The most specific first: of several that match equally well, the first is taken.
        places.sort_by_key(|place| Reverse(self.specificity(*place)));
        for place in places {
            let form = &self.forms[place];
            match choice.closest.iter().find(|(known, _)| known == form) {
                Some((_, first)) => choice.alike.push((*first, place)),
                None => choice.closest.push((form.clone(), place)),
            }
        }
        if let Some(rest) = self.rest.filter(|_| !choice.closest.is_empty()) {
            choice.closest.push((Form::Values(Box::new(Form::Any)), rest));
        }
    }

    /// Adds tests for required properties that no other object has, if all objects but one have some. Returns whether they do.
    fn add_by_keys(&self, places: &[usize], candidates: &Candidates<'_>, choice: &mut FormChoice) -> bool {
        let mut tests = Vec::new();
        let mut remaining = self.rest.map_or(0, |_| 1);
        for place in places {
            let Some(object) = self.object(*place) else {
                remaining += 1;
                tests.push((Test::Form(Form::Object), *place));
                continue;
            };
            let exclusive: Vec<String> = object
                .properties
                .iter()
                .filter(|property| property.is_always_received() && candidates.is_exclusive(&property.name))
                .map(|property| property.name.clone())
                .collect();
            remaining += usize::from(exclusive.is_empty());
            tests.push((if exclusive.is_empty() { Test::Form(Form::Object) } else { Test::Keys(exclusive) }, *place));
        }
        let is_enough = remaining < 2 && places.iter().all(|place| self.forms[*place].is_object());
        if is_enough {
            choice.tests.extend(tests);
        }
        is_enough
    }

    fn object(&self, place: usize) -> Option<&'a Object> {
        self.schemas.object(self.union.variants[place])
    }

    /// A rank by how specific an alternative is: maps are the least specific; otherwise the numbers of listed values and formats and of
    /// required properties decide, and last the number of those that are only required.
    fn specificity(&self, place: usize) -> (bool, usize, usize, Reverse<usize>) {
        let object = self.object(place);
        let count = |test: fn(&&Property) -> bool| object.map_or(0, |object| object.properties.iter().filter(test).count());
        let required = count(|property| property.is_always_received());
        let undescribed = count(|property| !property.is_described);
        (object.is_some(), self.forms[place].specificity(), required, Reverse(undescribed))
    }
}

impl Test {
    /// A rank by how many values pass: narrow tests come first, and among tests for keys those with more keys.
    fn breadth(&self) -> (u8, Reverse<usize>) {
        match self {
            Self::Tag { .. } => (0, Reverse(0)),
            Self::Keys(keys) => (1, Reverse(keys.len())),
            Self::Form(form) => (form.breadth(), Reverse(0)),
            Self::Readable(_) => (4, Reverse(0)),
        }
    }
}

/// A property with single values of which no other object can have one, how many objects have it, and whether the object requires it.
fn tag(id: SchemaId, object: &Object, candidates: &Candidates<'_>) -> Option<(Test, usize, bool)> {
    if candidates.count() < 2 {
        return None;
    }
    let distinguishes = |property: &&Property| candidates.distinguishing_values(id, property).is_some();
    let property = object.properties.iter().filter(distinguishes).min_by_key(|property| !property.is_always_received())?;
    let values = candidates.distinguishing_values(id, property)?.to_vec();
    let (tag, holders) = (Test::Tag { property: property.name.clone(), values }, candidates.holders(&property.name));
    Some((tag, holders, property.is_always_received()))
}
