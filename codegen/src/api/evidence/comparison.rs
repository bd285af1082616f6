//! `forms`: compares the values of schemas with each other, four levels deep.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Form, Keys, Kind};
use crate::api::format::Integer;
use crate::api::scalar::Scalar;
use crate::api::schema::{Object, SchemaId, Shape, Union};
use crate::api::schemas::Schemas;

/// How many levels of properties and items are compared.
const LEVELS: usize = 4;

/// How many values below the alternatives of a union are compared; beyond that, values count as alike.
const MOST_COMPARED: usize = 20_000;

/// How each of some schemas differs from the others.
pub fn forms(variants: &[SchemaId], schemas: &Schemas) -> Vec<Form> {
    let values: Vec<Value> = variants.iter().map(|id| Value::of(*id, false, schemas)).collect();
    Comparison { schemas, left: MOST_COMPARED }.compare(&values, 0)
}

/// The values of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Value {
    schema: SchemaId,
    nullable: bool,
}

impl Value {
    fn of(id: SchemaId, may_be_absent: bool, schemas: &Schemas) -> Self {
        let (schema, nullable) = schemas.target(id);
        // Null for an optional property counts as absent.
        Self { schema, nullable: nullable || may_be_absent }
    }
}

/// One of the JSON types that values can have.
#[derive(Clone, Copy)]
struct Part<'a> {
    /// The value that it is a part of, by its place among those compared.
    owner: usize,
    kind: Kind,
    /// Its schema; `None` for null.
    schema: Option<SchemaId>,
    shape: &'a Shape,
    /// Whether its details are compared: not those of a union within a property.
    is_open: bool,
}

impl Part<'_> {
    fn null(owner: usize) -> Self {
        Self { owner, kind: Kind::Null, schema: None, shape: &Shape::Any, is_open: true }
    }
}

struct Comparison<'a> {
    schemas: &'a Schemas,
    /// How many more values may be compared.
    left: usize,
}

impl<'a> Comparison<'a> {
    /// How each of some values differs from the others.
    fn compare(&mut self, values: &[Value], level: usize) -> Vec<Form> {
        let is_only = values.iter().all(|value| *value == values[0]);
        let is_affordable = level == 0 || self.left >= values.len();
        if is_only || !is_affordable {
            return vec![Form::Any; values.len()];
        }
        if level > 0 {
            self.left -= values.len();
        }
        let mut parts = Vec::new();
        for (owner, value) in values.iter().enumerate() {
            parts.extend(value.nullable.then_some(Part::null(owner)));
            self.parts(owner, value.schema, level, &mut BTreeSet::new(), &mut parts);
        }
        let mut forms: Vec<Vec<Form>> = vec![Vec::new(); values.len()];
        let kinds: BTreeSet<Kind> = parts.iter().map(|part| part.kind).collect();
        for kind in kinds {
            let of_kind: Vec<Part<'_>> = parts.iter().copied().filter(|part| part.kind == kind).collect();
            let with_any = parts.iter().any(|part| part.kind == Kind::Any);
            for (part, form) in of_kind.iter().zip(self.of_kind(kind, &of_kind, with_any, level)) {
                forms[part.owner].push(form);
            }
        }
        let forms: Vec<Form> = forms.into_iter().map(Form::either).collect();
        let is_no_difference = level > 0 && forms.iter().all(|form| *form == forms[0]);
        if is_no_difference { vec![Form::Any; values.len()] } else { forms }
    }

    /// The JSON types of a schema, and those of the alternatives of a union.
    fn parts(&self, owner: usize, id: SchemaId, level: usize, passed: &mut BTreeSet<SchemaId>, parts: &mut Vec<Part<'a>>) {
        let (id, nullable) = self.schemas.target(id);
        let is_nested = !passed.is_empty();
        if nullable && is_nested {
            parts.push(Part::null(owner));
        }
        if !passed.insert(id) {
            return;
        }
        let shape = &self.schemas[id].shape;
        let part = |kind| Part { owner, kind, schema: Some(id), shape, is_open: level == 0 || !is_nested };
        match shape {
            Shape::Union(Union { tags: None, .. }) if passed.len() > LEVELS => parts.push(part(Kind::Any)),
            Shape::Union(union) if union.tags.is_none() => {
                for variant in union.described() {
                    self.parts(owner, *variant, level, passed, parts);
                }
            }
            Shape::Numeric(_) | Shape::IntOrString => parts.extend([part(Kind::Number), part(Kind::Text)]),
            _ => parts.push(part(Kind::of(shape))),
        }
    }

    /// How each of several parts of one JSON type differs from the others.
    fn of_kind(&mut self, kind: Kind, parts: &[Part<'_>], with_any: bool, level: usize) -> Vec<Form> {
        let owners: BTreeSet<usize> = parts.iter().map(|part| part.owner).collect();
        let is_shared = owners.len() > 1 || (with_any && kind != Kind::List);
        let is_compared = is_shared && level <= LEVELS;
        let all = |form: Form| vec![form; parts.len()];
        match kind {
            Kind::Any => all(Form::Any),
            Kind::Null => all(Form::Null),
            Kind::Boolean if is_shared => parts.iter().map(|part| self.listed(part).unwrap_or(Form::Boolean)).collect(),
            Kind::Boolean => all(Form::Boolean),
            Kind::Number => self.numbers(parts, with_any),
            Kind::Text if is_shared => {
                parts.iter().map(|part| self.listed(part).unwrap_or_else(|| Form::text(part.shape))).collect()
            }
            Kind::Text => all(Form::Text),
            Kind::List if is_compared => self.lists(parts, level),
            Kind::List => all(Form::List),
            Kind::Object if is_compared => self.objects(parts, with_any, level),
            Kind::Object => all(Form::Object),
        }
    }

    /// One of the values that a schema lists.
    fn listed(&self, part: &Part<'_>) -> Option<Form> {
        part.schema.and_then(|schema| self.schemas.listed_values(schema)).map(Form::Listed)
    }

    /// An integer is also a number, so that beside a number it must be written as an integer.
    fn numbers(&self, parts: &[Part<'_>], with_any: bool) -> Vec<Form> {
        let numbers = parts.iter().filter(|part| matches!(part.shape, Shape::Number(_) | Shape::Numeric(_))).count();
        let is_shared = parts.len() > 1 || with_any;
        let has_others = with_any || parts.len() - numbers > 1;
        let form = |part: &Part<'_>| match part.shape {
            Shape::Number(_) if is_shared => self.listed(part).unwrap_or(Form::Number),
            Shape::Number(_) | Shape::Numeric(_) => Form::Number,
            shape => match self.listed(part).filter(|_| has_others) {
                Some(listed) => listed,
                None if numbers == 0 && !with_any => Form::Integer,
                None => Form::ExactInteger(if let Shape::Integer(integer) = shape { *integer } else { Integer::I64 }),
            },
        };
        parts.iter().map(form).collect()
    }

    fn lists(&mut self, parts: &[Part<'_>], level: usize) -> Vec<Form> {
        let items = |part: &Part<'_>| match part.shape {
            Shape::Array(items) if part.is_open => Some(Value::of(*items, false, self.schemas)),
            _ => None,
        };
        let items: Vec<Option<Value>> = parts.iter().map(items).collect();
        let known: Vec<Value> = items.iter().flatten().copied().collect();
        let mut forms = if known.is_empty() { Vec::new() } else { self.compare(&known, level + 1) }.into_iter();
        // Beside them any list is told apart by its items.
        let has_tuples = parts.iter().any(|part| matches!(part.shape, Shape::Tuple(_)));
        let places = self.places(parts, level);
        let form = |((part, items), places): ((&Part<'_>, Option<Value>), Vec<Form>)| match (
            part.shape,
            items.and_then(|_| forms.next()),
        ) {
            (Shape::Tuple(tuple), _) if part.is_open => Form::Places(places, tuple.rest.is_none()),
            (Shape::Array(items), None | Some(Form::Any)) if has_tuples => Form::Items(Box::new(self.simple(*items))),
            (_, None | Some(Form::Any)) => Form::List,
            (_, Some(form)) => Form::Items(Box::new(form)),
        };
        parts.iter().zip(items).zip(places).map(form).collect()
    }

    /// How the items of each tuple among some lists differ from the items at the same places in the other lists.
    fn places(&mut self, parts: &[Part<'_>], level: usize) -> Vec<Vec<Form>> {
        let item_at = |part: &Part<'_>, place: usize| match part.shape {
            Shape::Tuple(tuple) if part.is_open => tuple.items.get(place).copied().or(tuple.rest),
            Shape::Array(items) if part.is_open => Some(*items),
            _ => None,
        };
        let length = |part: &Part<'_>| match part.shape {
            Shape::Tuple(tuple) if part.is_open => tuple.items.len(),
            _ => 0,
        };
        let mut places: Vec<Vec<Form>> = vec![Vec::new(); parts.len()];
        for place in 0..parts.iter().map(length).max().unwrap_or(0) {
            let holders: Vec<(usize, SchemaId)> =
                parts.iter().enumerate().filter_map(|(index, part)| Some((index, item_at(part, place)?))).collect();
            let items: Vec<Value> = holders.iter().map(|(_, item)| Value::of(*item, false, self.schemas)).collect();
            for ((index, item), form) in holders.into_iter().zip(self.compare(&items, level + 1)) {
                let form = if form == Form::Any { self.simple(item) } else { form };
                places[index].extend((place < length(&parts[index])).then_some(form));
            }
        }
        places
    }

    fn objects(&mut self, parts: &[Part<'_>], with_any: bool, level: usize) -> Vec<Form> {
        let mut keys: Vec<Keys> = vec![Keys::default(); parts.len()];
        let mut holders: BTreeMap<&str, Vec<(usize, bool, Value)>> = BTreeMap::new();
        let mut values_of_maps = Vec::new();
        for (index, part) in parts.iter().enumerate().filter(|(_, part)| part.is_open) {
            match part.shape {
                Shape::Object(object) => {
                    for property in &object.properties {
                        let is_required = property.is_always_received();
                        let value = Value::of(property.schema, !is_required, self.schemas);
                        holders.entry(&property.name).or_default().push((index, is_required, value));
                    }
                }
                Shape::Map(Some(values)) => values_of_maps.push(Value::of(*values, false, self.schemas)),
                _ => {}
            }
        }
        for (name, holders) in holders {
            let (_, is_required, _) = holders[0];
            let is_in_all = !with_any && holders.len() == parts.len();
            let is_common = is_in_all && holders.iter().all(|(_, required, _)| *required == is_required);
            let compared: Vec<Value> = holders.iter().map(|(.., value)| *value).chain(values_of_maps.iter().copied()).collect();
            let forms = self.compare(&compared, level + 1);
            let tags: Vec<Option<&[Scalar]>> = holders.iter().map(|(index, ..)| self.tag(&parts[*index], name)).collect();
            let are_tags_alike = tags.iter().all(|tag| *tag == tags[0]);
            for (((index, required, _), form), tag) in holders.into_iter().zip(forms).zip(tags) {
                let form = tag.filter(|_| !are_tags_alike).map_or(form, |values| Form::Listed(values.to_vec()));
                let names = if required { &mut keys[index].required } else { &mut keys[index].optional };
                names.extend((!is_common).then(|| name.to_owned()));
                keys[index].forms.extend((form != Form::Any).then(|| (name.to_owned(), form)));
            }
        }
        let mut forms_of_maps = match values_of_maps.len() {
            0 | 1 => vec![Form::Any; values_of_maps.len()],
            _ => self.compare(&values_of_maps, level + 1),
        }
        .into_iter();
        let form = |(part, mut keys): (&Part<'_>, Keys)| match part.shape {
            Shape::Object(object) if part.is_open => {
                keys.order_as(object);
                if keys == Keys::default() { Form::Object } else { Form::Keys(keys) }
            }
            Shape::Map(Some(values)) if part.is_open => {
                let among_maps = forms_of_maps.next().filter(|form| *form != Form::Any);
                Form::Values(Box::new(among_maps.unwrap_or_else(|| self.simple(*values))))
            }
            Shape::Union(Union { tags: Some(tags), .. }) => Form::tagged(tags),
            _ => Form::Object,
        };
        parts.iter().zip(keys).map(form).collect()
    }

    /// The values of a property by which a discriminator identifies an object.
    fn tag(&self, part: &Part<'_>, property: &str) -> Option<&'a [Scalar]> {
        self.schemas.tag(part.schema?, property)
    }

    /// The JSON type of a value.
    fn simple(&self, id: SchemaId) -> Form {
        let (id, nullable) = self.schemas.target(id);
        let of_kind = match Kind::of(&self.schemas[id].shape) {
            Kind::Any => return Form::Any,
            Kind::Null => Form::Null,
            Kind::Boolean => Form::Boolean,
            Kind::Number => Form::Number,
            Kind::Text => Form::Text,
            Kind::List => Form::List,
            Kind::Object if matches!(self.schemas[id].shape, Shape::Union(_)) => return Form::Any,
            Kind::Object => Form::Object,
        };
        if nullable { Form::Either(vec![Form::Null, of_kind]) } else { of_kind }
    }
}

impl Keys {
    /// Lists the properties in the order of the description.
    fn order_as(&mut self, object: &Object) {
        if self.required.len() + self.optional.len() + self.forms.len() < 2 {
            return;
        }
        let places: BTreeMap<&str, usize> =
            object.properties.iter().enumerate().map(|(place, property)| (property.name.as_str(), place)).collect();
        let place = |name: &str| places.get(name).copied();
        self.required.sort_by_key(|name| place(name));
        self.optional.sort_by_key(|name| place(name));
        self.forms.sort_by_key(|(name, _)| place(name));
    }
}
