//! Base classes: a named schema with a discriminator and without alternatives is one of the schemas that extend it.
//!
//! A schema that extends a base class may be a base class, too. Then it decides among the schemas that extend it, and the base
//! class only whether a value is one of those.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::all_of;
use super::composition;
use super::lowering::Lowering;
use super::scalar::Scalar;
use super::schema::{SchemaId, Shape, Union};
use super::union;
use crate::document::object::{Read, Text};
use crate::document::{Discriminator, Reference, Schema, SchemaType};
use crate::node::Origin;

/// What the alternative is called that a base class is among the schemas that extend it.
const ITSELF: &str = "base";

/// The named schemas, and which of them extend which by `allOf`, by where each was written.
#[derive(Default)]
pub(super) struct Inheritance {
    named: BTreeMap<Origin, Named>,
    children: BTreeMap<Origin, Vec<Origin>>,
    parents: BTreeMap<Origin, Vec<Origin>>,
}

struct Named {
    name: String,
    discriminator: Option<Discriminator>,
    /// Its value of its base class's discriminator, if it names one.
    value: Option<Text>,
    /// The only schema that it refers to, where it adds nothing to that.
    only: Option<Origin>,
}

/// Notes what a named schema extends, or the schema that it is a name for.
pub(super) fn note(name: &str, schema: &Schema, lowering: &mut Lowering<'_>) {
    let target = schema.reference.as_ref().and_then(|reference| lowering.resolver.end(reference));
    let target: Option<Schema> = target.and_then(|node| Read::read(node, &mut lowering.resolver.reading));
    let members = schema.all_of.iter().chain(target.iter().flat_map(|target| &target.all_of));
    for reference in members.filter_map(|member| member.reference.as_ref()) {
        if let Some(base) = lowering.resolver.end(reference) {
            lowering.inheritance.children.entry(base.at).or_default().push(schema.at);
            lowering.inheritance.parents.entry(schema.at).or_default().push(base.at);
        }
    }
    let value = schema.discriminator_value.clone().or_else(|| target?.discriminator_value);
    let only = composition::only_reference(schema).and_then(|only| lowering.resolver.end(only)).map(|only| only.at);
    let named = Named { name: name.to_owned(), discriminator: schema.discriminator.clone(), value, only };
    lowering.inheritance.named.insert(schema.at, named);
}

/// The shape of a base class: one of the schemas that extend it, or the base class itself.
pub(super) fn lower(schema: &Schema, lowering: &mut Lowering<'_>) -> Option<Shape> {
    let discriminator = schema.discriminator.as_ref()?;
    if !schema.one_of.is_empty() || !schema.any_of.is_empty() || !lowering.inheritance.children.contains_key(&schema.at) {
        return None;
    }
    let mut mapping = Mapping::of(schema.at, discriminator, lowering)?;
    let mut heirs = lowering.inheritance.heirs(schema.at, &discriminator.property_name, &mapping);
    mapping.add_own_values(schema.at, &heirs, &lowering.inheritance);
    if !lowering.spend(heirs.direct.len() + heirs.indirect.len(), schema.at) {
        return None;
    }
    if mapping.leads_to(schema.at) || is_concrete(schema, &heirs, &mapping, lowering) {
        heirs.direct.insert(schema.at);
    }
    let discriminator = mapping.among(&heirs, discriminator);
    let mut variants: Vec<SchemaId> = Vec::new();
    for at in &heirs.direct {
        // What extends the base class by nothing would be the base class again, and so be read without end.
        variants.push(match lowering.inheritance.label(*at, schema.at) {
            Some(label) => itself(schema, label, lowering),
            None => lowering.at(*at)?,
        });
    }
    let reference = |at: &Origin| {
        let name = &lowering.inheritance.named.get(at)?.name;
        Some(Reference { at: schema.at, target: format!("#/components/schemas/{name}"), description: None })
    };
    let references: Vec<Option<Reference>> = heirs.direct.iter().map(reference).collect();
    let tags = union::tags(&discriminator, &references, &variants, lowering);
    Some(Shape::Union(Union::one_of(variants, Some(tags))))
}

/// The object that a base class is without the schemas that extend it.
fn itself(schema: &Schema, label: String, lowering: &mut Lowering<'_>) -> SchemaId {
    let mut object = Schema { discriminator: None, nullable: false, ..schema.clone() };
    object.types.retain(|kind| *kind != SchemaType::Null);
    object.annotations.rust_name = None;
    let id = lowering.derived(object);
    lowering.note_extended(id, Some(label));
    id
}

/// Whether values may be of the base class itself although no mapping says so: names of schemas are used as values, and its
/// own is one that the property can have. A mapping of all that extend it and not of itself makes it abstract.
fn is_concrete(schema: &Schema, heirs: &Heirs, mapping: &Mapping, lowering: &mut Lowering<'_>) -> bool {
    let Some(name) = lowering.inheritance.named.get(&schema.at).map(|named| Scalar::Text(named.name.clone())) else {
        return false;
    };
    if heirs.direct.iter().all(|heir| mapping.leads_to(*heir)) {
        return false;
    }
    let property = schema.discriminator.as_ref().map(|discriminator| discriminator.property_name.as_str()).unwrap_or_default();
    let merged = all_of::merge(Schema { discriminator: None, ..schema.clone() }, lowering);
    let Some(property) = merged.properties.get(property) else { return false };
    let property = all_of::merge(property.clone(), lowering);
    let mut values = property.constant.iter().chain(property.values.iter().flatten()).peekable();
    let is_listed = values.peek().is_none() || values.any(|value| Scalar::of(value).as_ref() == Some(&name));
    is_listed && (property.types.is_empty() || property.types.contains(&SchemaType::String))
}

/// The schemas that extend a base class.
struct Heirs {
    /// Those among which it decides, in the description's order.
    direct: BTreeSet<Origin>,
    /// Those among which another base class decides by the same property.
    indirect: BTreeSet<Origin>,
}

impl Inheritance {
    /// The named schemas that extend each schema directly.
    pub(super) fn by_id(&self, ids: &BTreeMap<Origin, SchemaId>) -> BTreeMap<SchemaId, Vec<SchemaId>> {
        let id = |at: &Origin| ids.get(at).copied();
        let one = |(base, children): (&Origin, &Vec<Origin>)| Some((id(base)?, children.iter().filter_map(id).collect()));
        self.children.iter().filter_map(one).collect()
    }

    /// The schemas that extend a base class, those that extend these, and so on, each once.
    fn heirs(&self, base: Origin, property: &str, mapping: &Mapping) -> Heirs {
        let mut heirs = Heirs { direct: BTreeSet::new(), indirect: BTreeSet::new() };
        let mut passed = BTreeSet::from([base]);
        // With each, what decides among those that extend it, if that is not the base class.
        let mut open: Vec<(Origin, Option<&str>)> = vec![(base, None)];
        while let Some((parent, decided_by)) = open.pop() {
            for child in self.children.get(&parent).into_iter().flatten().filter(|child| passed.insert(**child)) {
                let discriminator = self.named.get(child).and_then(|named| named.discriminator.as_ref());
                match decided_by {
                    None => _ = heirs.direct.insert(*child),
                    Some(other) if other == property => _ = heirs.indirect.insert(*child),
                    Some(_) if mapping.leads_to(*child) => _ = heirs.direct.insert(*child),
                    Some(_) => {}
                }
                let own = discriminator.map(|discriminator| discriminator.property_name.as_str());
                open.push((*child, decided_by.or(own)));
            }
        }
        heirs
    }

    /// What the object is called that a base class is among the schemas that extend it: there by itself, or under another name.
    fn label(&self, heir: Origin, base: Origin) -> Option<String> {
        if heir == base {
            return Some(ITSELF.to_owned());
        }
        let (mut at, mut passed) = (heir, BTreeSet::new());
        while at != base {
            at = self.named.get(&at).filter(|_| passed.insert(at))?.only?;
        }
        self.named.get(&heir).map(|named| named.name.clone())
    }

    /// What a schema extends, directly or not.
    fn ancestors(&self, at: Origin) -> Vec<Origin> {
        let (mut found, mut passed, mut open) = (Vec::new(), BTreeSet::from([at]), vec![at]);
        while let Some(child) = open.pop() {
            for parent in self.parents.get(&child).into_iter().flatten().filter(|parent| passed.insert(**parent)) {
                found.push(*parent);
                open.push(*parent);
            }
        }
        found
    }
}

/// The mapping of a base class, followed by the mappings of its own base classes for the same property.
struct Mapping {
    entries: IndexMap<String, Entry>,
    /// The schemas that they lead to.
    schemas: BTreeSet<Origin>,
}

struct Entry {
    target: Text,
    schema: Option<Origin>,
    is_inherited: bool,
}

impl Mapping {
    fn of(base: Origin, discriminator: &Discriminator, lowering: &mut Lowering<'_>) -> Option<Self> {
        let ancestors = lowering.inheritance.ancestors(base);
        let of_ancestor = |ancestor| lowering.inheritance.named.get(ancestor)?.discriminator.as_ref();
        let inherited = ancestors.iter().filter_map(of_ancestor);
        let inherited = inherited.filter(|inherited| inherited.property_name == discriminator.property_name);
        let mappings: Vec<IndexMap<String, Text>> = inherited.map(|inherited| inherited.mapping.clone()).collect();
        if !lowering.spend(ancestors.len() + mappings.iter().map(IndexMap::len).sum::<usize>(), base) {
            return None;
        }
        let mut entries: IndexMap<String, Entry> = IndexMap::new();
        let inherited = mappings.iter().map(|mapping| (mapping, true));
        for (mapping, is_inherited) in std::iter::once((&discriminator.mapping, false)).chain(inherited) {
            for (key, target) in mapping {
                let schema = union::mapped(target, lowering);
                entries.entry(key.clone()).or_insert_with(|| Entry { target: target.clone(), schema, is_inherited });
            }
        }
        let schemas = entries.values().filter_map(|entry| entry.schema).collect();
        Some(Self { entries, schemas })
    }

    /// Adds the values that a base class and those that extend it name themselves, where the mapping does not lead to them.
    fn add_own_values(&mut self, base: Origin, heirs: &Heirs, inheritance: &Inheritance) {
        for at in heirs.direct.iter().chain([&base]).filter(|at| !self.schemas.contains(at)).copied().collect::<Vec<_>>() {
            let Some(Named { name, value: Some(value), .. }) = inheritance.named.get(&at) else { continue };
            let target = Text { at: value.at, text: name.clone() };
            self.entries.entry(value.text.clone()).or_insert(Entry { target, schema: Some(at), is_inherited: false });
            self.schemas.insert(at);
        }
    }

    fn leads_to(&self, schema: Origin) -> bool {
        self.schemas.contains(&schema)
    }

    /// The discriminator among schemas: without the entries on which others decide.
    fn among(self, heirs: &Heirs, discriminator: &Discriminator) -> Discriminator {
        let is_own = |entry: &Entry| match entry.schema {
            Some(schema) if heirs.direct.contains(&schema) => true,
            Some(schema) => !entry.is_inherited && !heirs.indirect.contains(&schema),
            None => !entry.is_inherited,
        };
        let own = self.entries.into_iter().filter(|(_, entry)| is_own(entry));
        Discriminator { mapping: own.map(|(key, entry)| (key, entry.target)).collect(), ..discriminator.clone() }
    }
}
