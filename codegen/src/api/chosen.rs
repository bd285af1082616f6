//! Alternatives that constants beside them choose: an event whose `type` is `created` is the alternative of that value.

use std::collections::BTreeSet;

use super::keywords::is_null;
use super::lowering::Lowering;
use super::product::{identify, listed, merged};
use super::scalar::Scalar;
use crate::diagnostic::Problem;
use crate::document::{Choice, Schema};
use crate::node::Node;

/// What a schema says of a property beside its alternatives: the only values that it may have.
struct Constant {
    property: String,
    values: Vec<Node>,
    /// Whether each value of the schema has the property.
    is_required: bool,
}

/// Leaves those alternatives of a list that can have the constants beside them. If none can, the constants are left out.
pub(super) fn choose(choice: &mut Choice, schema: &mut Schema, lowering: &mut Lowering<'_>) {
    if schema.properties.is_empty() {
        return;
    }
    let mut list = merged(choice.members.iter().filter(|member| !is_null(member)).cloned().collect(), lowering);
    if let Some(discriminator) = &choice.discriminator {
        identify(&mut list, discriminator, lowering);
    }
    let constants = constants(choice, schema, &list, lowering);
    for constant in constants {
        let fits: Vec<bool> = list.iter().map(|(_, alternative)| constant.fits(alternative, lowering)).collect();
        if fits.iter().all(|fits| *fits) {
            continue;
        }
        if !fits.contains(&true) {
            let at = constant.values.first().map_or(schema.at, |value| value.at);
            let first = choice.members.first().map_or(schema.at, |member| member.at);
            let instead = "the alternatives are used, and this value is left out";
            lowering.resolver.report(at, Problem::ExcludedAlternatives { keyword: choice.keyword, first, instead });
            schema.properties.shift_remove(&constant.property);
            continue;
        }
        let mut fits = fits.into_iter();
        let mut kept = BTreeSet::new();
        list.retain(|(member, _)| {
            let fits = fits.next() == Some(true);
            fits && kept.insert(member.at)
        });
        choice.members.retain(|member| kept.contains(&member.at));
        if let Some(discriminator) = choice.discriminator.as_mut().filter(|known| known.property_name == constant.property) {
            let is_value = |text: &str| constant.values.iter().filter_map(Scalar::of).any(|value| value.to_string() == text);
            discriminator.mapping.retain(|key, _| is_value(key));
        }
        if list.len() == 1 {
            choice.discriminator = None;
        }
    }
}

/// The constants among the properties beside alternatives that decide among them.
fn constants(choice: &Choice, schema: &Schema, list: &[(Schema, Schema)], lowering: &mut Lowering<'_>) -> Vec<Constant> {
    let tag = choice.discriminator.as_ref().map(|discriminator| &discriminator.property_name);
    let mut found = Vec::new();
    for (name, property) in &schema.properties {
        if !list.iter().any(|(_, alternative)| alternative.properties.contains_key(name)) {
            continue;
        }
        let is_required = tag == Some(name) || schema.requires(name);
        let values = listed(property, lowering).filter(|values| !values.is_empty());
        found.extend(values.map(|values| Constant { property: name.clone(), values, is_required }));
    }
    found
}

impl Constant {
    /// Whether a value of an alternative may have it.
    fn fits(&self, alternative: &Schema, lowering: &mut Lowering<'_>) -> bool {
        let Some(property) = alternative.properties.get(&self.property) else { return true };
        let is_required = self.is_required || alternative.requires(&self.property);
        let Some(values) = listed(property, lowering).filter(|_| is_required) else { return true };
        values.iter().any(|value| self.values.iter().any(|other| value.same_value(other)))
    }
}
