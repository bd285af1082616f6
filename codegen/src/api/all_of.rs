//! Merging of `allOf`: several schemas that hold at once become one.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::composition::{parts, without_choice};
use super::constraint;
use super::lowering::Lowering;
use super::union;
use crate::diagnostic::Problem;
use crate::document::object::Read;
use crate::document::{Annotations, Reference, Rule, RuleKind, Schema, SchemaType};
use crate::node::{Node, Origin};

/// How many members and references a merge may follow one into the other: each takes its part of the stack.
const LONGEST_CHAIN: usize = 500;

/// One schema that says what a schema, its `$ref` and its `allOf` say together.
pub(super) fn merge(schema: Schema, lowering: &mut Lowering<'_>) -> Schema {
    let mut passed = vec![schema.at];
    merge_below(schema, &mut passed, lowering)
}

/// The schema as it is, or merged if it has a `$ref` or an `allOf`.
pub(super) fn merged(schema: Schema, lowering: &mut Lowering<'_>) -> Schema {
    if schema.all_of.is_empty() && schema.reference.is_none() { schema } else { merge(schema, lowering) }
}

fn merge_below(schema: Schema, passed: &mut Vec<Origin>, lowering: &mut Lowering<'_>) -> Schema {
    let mut schema = without_choice(schema, lowering);
    let members = std::mem::take(&mut schema.all_of);
    let (mut merged, mut said) = (Schema::empty(schema.at), Said::default());
    if let Some(target) = schema.reference.take().and_then(|reference| merge_target(&reference, passed, lowering)) {
        let target = without_itself(target, passed, lowering);
        add(&mut merged, target, &mut said, lowering);
    }
    for member in members {
        if passed.len() >= LONGEST_CHAIN {
            lowering.resolver.report(member.at, Problem::ManyParts { limit: LONGEST_CHAIN });
            break;
        }
        passed.push(member.at);
        let member = merge_below(member, passed, lowering);
        passed.pop();
        add(&mut merged, member, &mut said, lowering);
    }
    let own = schema.annotations.clone();
    add(&mut merged, schema, &mut said, lowering);
    merged.annotations = own.or(merged.annotations);
    merged
}

/// A base class may list its children as alternatives, and each child refer to it: of the child these are no part.
fn without_itself(mut base: Schema, passed: &[Origin], lowering: &mut Lowering<'_>) -> Schema {
    let mut is_passed = |alternative: &Schema| {
        let target = alternative.reference.as_ref().and_then(|reference| lowering.resolver.target(reference));
        target.is_some_and(|target| passed.contains(&target.at))
    };
    base.choices.retain(|choice| !choice.members.iter().any(&mut is_passed));
    if base.one_of.iter().chain(&base.any_of).any(&mut is_passed) {
        base.one_of.clear();
        base.any_of.clear();
    }
    // Among whatever extends a base class its discriminator decides, and not among the alternatives of that.
    if base.one_of.is_empty() && base.any_of.is_empty() {
        base.discriminator = None;
    }
    base
}

/// What the target of a reference comes to. That is found out once, for others may refer to it as well.
fn merge_target(reference: &Reference, passed: &mut Vec<Origin>, lowering: &mut Lowering<'_>) -> Option<Schema> {
    let node = lowering.resolver.target(reference)?;
    if let Some(merged) = lowering.merged.get(&node.at) {
        let parts = merged.parts();
        return lowering.spend(parts, reference.at).then(|| lowering.merged.get(&node.at).cloned()).flatten();
    }
    let problem = if passed.contains(&node.at) {
        Some(Problem::CircularParts)
    } else {
        (passed.len() >= LONGEST_CHAIN).then_some(Problem::ManyParts { limit: LONGEST_CHAIN })
    };
    if let Some(problem) = problem {
        lowering.resolver.report(reference.at, problem);
        return None;
    }
    if !lowering.spend(1, reference.at) {
        return None;
    }
    let schema = Schema::read(node, &mut lowering.resolver.reading)?;
    passed.push(node.at);
    let merged = merge_below(schema, passed, lowering);
    passed.pop();
    if !lowering.spend(merged.parts(), reference.at) {
        return None;
    }
    lowering.merged.insert(node.at, merged.clone());
    Some(merged)
}

/// Where keywords were said last.
#[derive(Default)]
struct Said(BTreeMap<&'static str, Origin>);

impl Said {
    /// What a part says.
    fn of(part: &Schema) -> Self {
        let keywords = [
            ("type", !part.types.is_empty()),
            ("format", part.format.is_some()),
            ("contentEncoding", part.content_encoding.is_some()),
            ("discriminator", part.discriminator.is_some()),
        ];
        Self(keywords.into_iter().filter(|(_, is_there)| *is_there).map(|(keyword, _)| (keyword, part.at)).collect())
    }

    /// Reports that a part's value of a keyword replaces the one before it.
    fn conflict(&self, keyword: &'static str, used: Origin, lowering: &mut Lowering<'_>) {
        let dropped = self.0.get(keyword).copied().unwrap_or(used);
        lowering.resolver.report(used, Problem::ConflictingParts { keyword, dropped });
    }
}

/// Adds what a part says to what the others say. Of what cannot hold together the later is used.
fn add(merged: &mut Schema, mut member: Schema, said: &mut Said, lowering: &mut Lowering<'_>) {
    let says = Said::of(&member);
    add_choices(merged, &mut member);
    if !merged.types.is_empty() && !member.types.is_empty() {
        merged.types = common_types(&merged.types, &member.types);
        if merged.types.is_empty() {
            said.conflict("type", member.at, lowering);
            merged.types = member.types.clone();
        }
    } else {
        merged.types.extend(member.types);
    }
    add_properties(&mut merged.properties, member.properties);
    add_properties(&mut merged.pattern_properties, member.pattern_properties);
    for name in member.required {
        if !merged.requires(&name.text) {
            merged.required.push(name);
        }
    }
    merged.labels = member.labels.or(std::mem::take(&mut merged.labels));
    merged.values = shared(merged.values.take(), member.values, lowering);
    merged.constant = same(merged.constant.take(), member.constant, lowering);
    let mut differ = |keyword, differs: bool| {
        if differs {
            said.conflict(keyword, member.at, lowering);
        }
    };
    differ("format", either(&mut merged.format, member.format));
    differ("contentEncoding", either(&mut merged.content_encoding, member.content_encoding));
    differ("discriminator", either(&mut merged.discriminator, member.discriminator));
    merged.content_schema = merged.content_schema.take().or(member.content_schema);
    add_items(&mut merged.prefix_items, member.prefix_items);
    merged.items = both_boxed(merged.items.take(), member.items);
    merged.additional_properties = both_boxed(merged.additional_properties.take(), member.additional_properties);
    add_constraints(merged, member.constraints, lowering);
    for rule in member.rules {
        if !merged.rules.contains(&rule) {
            merged.rules.push(rule);
        }
    }
    merged.nullable |= member.nullable;
    // Of several descriptions the first holds, of several values the last.
    let (ours, theirs) = (std::mem::take(&mut merged.annotations), member.annotations.inherited());
    let (default, example) = (theirs.default.clone(), theirs.example.clone());
    merged.annotations = Annotations { default, example, ..Annotations::default() }.or(ours).or(theirs);
    merged.boolean = merged.boolean.filter(|allowed| !allowed).or(member.boolean);
    said.0.extend(says.0);
}

/// Adds bounds; those that hold as well, but that one schema cannot have twice, are rules.
fn add_constraints(merged: &mut Schema, constraints: IndexMap<String, Node>, lowering: &mut Lowering<'_>) {
    let constraint::Conflicts { also, dropped } = constraint::add(&mut merged.constraints, constraints);
    for (keyword, dropped, used) in dropped {
        lowering.resolver.report(used.at, Problem::ConflictingParts { keyword, dropped: dropped.at });
    }
    for (keyword, bound) in also {
        let (at, name) = (bound.at, if keyword == "pattern" { "pattern" } else { "multipleOf" });
        let schema = Schema { constraints: IndexMap::from([(keyword, bound)]), ..Schema::empty(at) };
        merged.rules.push(Rule { at, keyword: name, kind: RuleKind::Also(Box::new(schema)) });
    }
}

/// Adds the lists of alternatives of a member, all of which hold.
fn add_choices(merged: &mut Schema, member: &mut Schema) {
    let has_choice = |schema: &Schema| !schema.one_of.is_empty() || !schema.any_of.is_empty();
    if has_choice(merged) && has_choice(member) {
        member.choices = union::choices(member);
    }
    if has_choice(member) {
        (merged.one_of, merged.any_of) = (std::mem::take(&mut member.one_of), std::mem::take(&mut member.any_of));
    }
    for choice in std::mem::take(&mut member.choices) {
        let is_known = choice.members == merged.one_of || choice.members == merged.any_of || merged.choices.contains(&choice);
        if !is_known {
            merged.choices.push(choice);
        }
    }
}

/// The values that both lists have; lists without a common one are a conflict, and the later holds.
fn shared(ours: Option<Vec<Node>>, theirs: Option<Vec<Node>>, lowering: &mut Lowering<'_>) -> Option<Vec<Node>> {
    let (Some(ours), Some(theirs)) = (&ours, &theirs) else { return ours.or(theirs) };
    let shared = |value: &&Node| ours.iter().any(|own| own.same_value(value));
    let shared: Vec<Node> = theirs.iter().filter(shared).cloned().collect();
    if let (true, [dropped, ..], [used, ..]) = (shared.is_empty(), ours.as_slice(), theirs.as_slice()) {
        lowering.resolver.report(used.at, Problem::ConflictingParts { keyword: "enum", dropped: dropped.at });
        return Some(theirs.clone());
    }
    Some(shared)
}

/// The constant that both say; two different ones are a conflict, and the later holds.
fn same(ours: Option<Node>, theirs: Option<Node>, lowering: &mut Lowering<'_>) -> Option<Node> {
    if let (Some(ours), Some(theirs)) = (&ours, &theirs)
        && !ours.same_value(theirs)
    {
        lowering.resolver.report(theirs.at, Problem::ConflictingParts { keyword: "const", dropped: ours.at });
    }
    theirs.or(ours)
}

/// Keeps the one value that is said, and of two the later. Returns whether they differ.
fn either<T: PartialEq>(merged: &mut Option<T>, member: Option<T>) -> bool {
    let differs = merged.is_some() && member.is_some() && *merged != member;
    if member.is_some() {
        *merged = member;
    }
    differs
}

/// The types that both lists allow; every integer is a number.
fn common_types(ours: &[SchemaType], theirs: &[SchemaType]) -> Vec<SchemaType> {
    let allows = |types: &[SchemaType], kind| {
        types.contains(&kind) || (kind == SchemaType::Integer && types.contains(&SchemaType::Number))
    };
    let mut common: Vec<SchemaType> = Vec::new();
    for kind in ours.iter().chain(theirs) {
        if allows(ours, *kind) && allows(theirs, *kind) && !common.contains(kind) {
            common.push(*kind);
        }
    }
    common
}

/// Whether something is allowed by both lists of types.
pub(super) fn have_common_types(ours: &[SchemaType], theirs: &[SchemaType]) -> bool {
    ours.is_empty() || theirs.is_empty() || !common_types(ours, theirs).is_empty()
}

/// Adds what a member says of properties, by their names or by patterns, to what the others say.
fn add_properties(merged: &mut IndexMap<String, Schema>, member: IndexMap<String, Schema>) {
    for (name, property) in member {
        match merged.get_mut(&name) {
            Some(earlier) => {
                let said = std::mem::replace(earlier, Schema::empty(property.at));
                *earlier = both(said, property);
            }
            None => _ = merged.insert(name, property),
        }
    }
}

/// Adds what a member says of the first items, each by its place, to what the others say.
fn add_items(merged: &mut Vec<Schema>, member: Vec<Schema>) {
    for (place, item) in member.into_iter().enumerate() {
        match merged.get_mut(place) {
            Some(earlier) => {
                let said = std::mem::replace(earlier, Schema::empty(item.at));
                *earlier = both(said, item);
            }
            None => merged.push(item),
        }
    }
}

/// What two members say of a property or of items: an `allOf` that nobody wrote, and that stands where its last member does.
pub(super) fn both(earlier: Schema, later: Schema) -> Schema {
    // Where one says that nothing is allowed, the other can say what it likes.
    if earlier == later || earlier.boolean == Some(false) {
        return earlier;
    }
    if later.boolean == Some(false) {
        return later;
    }
    let annotations = later.annotations.clone().or(earlier.annotations.clone());
    let nullable = earlier.nullable || later.nullable;
    let members = |schema: Schema| if parts(&schema).is_some() { schema.all_of } else { vec![schema] };
    let mut all_of: Vec<Schema> = members(earlier);
    for member in members(later) {
        if !all_of.iter().any(|known| known.at == member.at) {
            all_of.push(member);
        }
    }
    let at = all_of.last().expect("a schema has itself or others as members").at;
    Schema { all_of, annotations, nullable, ..Schema::empty(at) }
}

fn both_boxed(earlier: Option<Box<Schema>>, later: Option<Box<Schema>>) -> Option<Box<Schema>> {
    match (earlier, later) {
        (Some(earlier), Some(later)) => Some(Box::new(both(*earlier, *later))),
        (earlier, later) => earlier.or(later),
    }
}
