//! Merging of `allOf`: several schemas that hold at once become one.

use super::schema::Lowering;
use crate::diagnostic::Problem;
use crate::document::Schema;
use crate::node::Origin;

impl Lowering<'_> {
    /// One schema that says what a schema, its `$ref` and its `allOf` say together.
    pub(super) fn merge(&mut self, schema: Schema) -> Schema {
        let mut passed = Vec::new();
        self.merge_below(schema, &mut passed)
    }

    fn merge_below(&mut self, mut schema: Schema, passed: &mut Vec<Origin>) -> Schema {
        let members = std::mem::take(&mut schema.all_of);
        let reference = schema.reference.take();
        if passed.contains(&schema.at) {
            self.resolver.report(schema.at, Problem::CircularAllOf);
            return schema;
        }
        passed.push(schema.at);
        let mut merged = Schema::empty(schema.at);
        let target = reference.and_then(|reference| self.referenced(reference));
        for member in target.into_iter().chain(members) {
            let member = self.merge_below(member, passed);
            self.add(&mut merged, member);
        }
        let words = Words::take(&mut schema);
        self.add(&mut merged, schema);
        words.put(&mut merged);
        passed.pop();
        merged
    }

    /// Adds what a member says to what the others say.
    fn add(&mut self, merged: &mut Schema, member: Schema) {
        if !merged.types.is_empty() && !member.types.is_empty() {
            merged.types.retain(|kind| member.types.contains(kind));
            if merged.types.is_empty() {
                self.resolver.report(member.at, Problem::ConflictingAllOf { keyword: "type" });
                merged.types = member.types.clone();
            }
        } else {
            merged.types.extend(member.types);
        }
        for (name, property) in member.properties {
            match merged.properties.get_mut(&name) {
                Some(earlier) => *earlier = both(earlier.clone(), property),
                None => _ = merged.properties.insert(name, property),
            }
        }
        for name in member.required {
            if !merged.required.contains(&name) {
                merged.required.push(name);
            }
        }
        self.either(&mut merged.values, member.values, member.at, "enum");
        self.either(&mut merged.constant, member.constant, member.at, "const");
        self.either(&mut merged.format, member.format, member.at, "format");
        self.either(&mut merged.items, member.items, member.at, "items");
        self.either(&mut merged.additional_properties, member.additional_properties, member.at, "additionalProperties");
        self.either(&mut merged.discriminator, member.discriminator, member.at, "discriminator");
        for (ours, theirs, keyword) in
            [(&mut merged.one_of, member.one_of, "oneOf"), (&mut merged.any_of, member.any_of, "anyOf")]
        {
            if !ours.is_empty() && !theirs.is_empty() {
                self.resolver.report(member.at, Problem::ConflictingAllOf { keyword });
            } else {
                ours.extend(theirs);
            }
        }
        for (keyword, bound) in member.constraints {
            merged.constraints.insert(keyword, bound);
        }
        merged.nullable |= member.nullable;
        merged.default = member.default.or(merged.default.take());
        merged.description = merged.description.take().or(member.description);
        merged.title = merged.title.take().or(member.title);
        merged.boolean = merged.boolean.filter(|allowed| !allowed).or(member.boolean);
    }

    /// Keeps the one value that is said; two different ones are a conflict, and the later holds.
    fn either<T>(&mut self, merged: &mut Option<T>, member: Option<T>, at: Origin, keyword: &'static str) {
        if merged.is_some() && member.is_some() {
            self.resolver.report(at, Problem::ConflictingAllOf { keyword });
        }
        if member.is_some() {
            *merged = member;
        }
    }
}

/// A property that two members describe must satisfy both.
fn both(earlier: Schema, later: Schema) -> Schema {
    let at = later.at;
    Schema { all_of: vec![earlier, later], ..Schema::empty(at) }
}

/// What a schema says of itself, which no member of its `allOf` replaces.
struct Words {
    title: Option<String>,
    description: Option<String>,
    deprecated: bool,
    rust_name: Option<String>,
}

impl Words {
    fn take(schema: &mut Schema) -> Self {
        Self {
            title: schema.title.take(),
            description: schema.description.take(),
            deprecated: schema.deprecated,
            rust_name: schema.rust_name.take(),
        }
    }

    fn put(self, schema: &mut Schema) {
        schema.title = self.title.or(schema.title.take());
        schema.description = self.description.or(schema.description.take());
        schema.deprecated = self.deprecated;
        schema.rust_name = self.rust_name;
    }
}
