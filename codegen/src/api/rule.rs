//! `Rule`: what a value must be like beyond its shape, as far as a sentence can say it.

use super::constraint::{self, Constraint, ConstraintKind};
use super::demand::{self, has_no_shape};
use super::keywords::implied_type;
use super::lowering::Lowering;
use crate::diagnostic::Problem;
use crate::document::{self, RuleKind, Schema, SchemaType};
use crate::node::{Node, Origin};

/// The most statements of one rule; more do not make a readable sentence.
const LONGEST: usize = 16;

/// What a value must be like.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Properties, of the value itself or of a property, are there.
    Given(Option<String>, Vec<String>),
    /// The value of a property, or the value itself, is one of these.
    Values(Option<String>, Vec<Node>),
    /// The value of a property, or the value itself, is bound.
    Bound(Option<String>, Box<ConstraintKind>),
    /// No properties but these are there.
    Only(Vec<String>),
    /// This does not hold.
    Not(Box<Rule>),
    /// All of these hold; nothing is demanded where there are none.
    All(Vec<Rule>),
    /// At least one of these holds.
    Any(Vec<Rule>),
    /// Exactly one of these holds.
    One(Vec<Rule>),
    /// The second holds where the first does, and else the third.
    If(Box<[Rule; 3]>),
}

/// Takes the rules of a schema as constraints, with the properties that only they name. What no sentence can say is noted.
pub(super) fn of(schema: &mut Schema, lowering: &mut Lowering<'_>) -> Vec<Constraint> {
    demand::set_apart_beside(schema, lowering);
    let mut constraints: Vec<Constraint> = Vec::new();
    let mut demanded: Vec<(String, Origin)> = Vec::new();
    if schema.types.is_empty() && !schema.has_alternatives() && implied_type(schema) == Some(SchemaType::Object) {
        schema.types.push(SchemaType::Object);
    }
    for rule in &schema.rules {
        let (at, keyword) = (rule.at, rule.keyword);
        match Rule::of(rule).filter(|rule| rule.length() <= LONGEST) {
            Some(said) => {
                demanded.extend(said.names().into_iter().map(|name| (name, at)));
                let is_vacuous = said.is_nothing();
                let kind = ConstraintKind::Rule(keyword, said);
                let is_known = constraints.iter().any(|known| known.kind == kind);
                constraints.extend((!is_vacuous && !is_known).then_some(Constraint { at, kind }));
            }
            None => lowering.resolver.report(at, Problem::NotExpressed { keyword }),
        }
    }
    demand::add_properties(schema, demanded, lowering);
    schema.rules.retain(document::Rule::has_properties);
    constraints
}

impl Rule {
    /// No demand at all.
    fn nothing() -> Self {
        Self::All(Vec::new())
    }

    /// Whether nothing is demanded.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    fn of(rule: &document::Rule) -> Option<Self> {
        let optional =
            |schema: &Option<Box<Schema>>| schema.as_ref().map_or(Some(Self::nothing()), |schema| Self::demand(schema, None));
        match &rule.kind {
            RuleKind::Not(schema) => Self::fact(schema, None).filter(|fact| !fact.is_nothing()).map(Self::not),
            RuleKind::Also(schema) => Self::said(schema, None),
            RuleKind::If { condition: None, .. } => None,
            RuleKind::If { condition: Some(condition), then, otherwise } => {
                Some(Self::when(Self::fact(condition, None)?, optional(then)?, optional(otherwise)?))
            }
            RuleKind::Dependent { property, schema } => {
                let then = Self::demand(schema, None)?;
                Some(Self::when(Self::Given(None, vec![property.clone()]), then, Self::nothing()))
            }
            RuleKind::Choice(members) => Self::choice(rule.keyword, members, None),
        }
    }

    /// What a schema demands beyond the shapes that it describes, which are told elsewhere.
    fn demand(schema: &Schema, property: Option<&str>) -> Option<Self> {
        let is_described =
            |property: &Schema| property.boolean != Some(false) && property.values.is_none() && property.constant.is_none();
        let mut schema = schema.clone();
        schema
            .properties
            .retain(|_, property| !is_described(property) || !property.constraints.is_empty() || !property.required.is_empty());
        Self::said(&schema, property)
    }

    /// What a schema states as a condition; `None` if rules cannot express it.
    fn fact(schema: &Schema, property: Option<&str>) -> Option<Self> {
        let states_type = !schema.types.is_empty()
            && schema.types != [SchemaType::Object]
            && Schema { types: Vec::new(), ..schema.clone() } == Schema::empty(schema.at);
        if states_type { None } else { Self::said(schema, property) }
    }

    fn said(schema: &Schema, property: Option<&str>) -> Option<Self> {
        if !has_no_shape(schema) {
            return None;
        }
        let within = |name: &str| property.map_or_else(|| name.to_owned(), |owner| format!("{owner}.{name}"));
        let own = property.map(str::to_owned);
        let mut parts: Vec<Self> = Vec::new();
        let values = schema.constant.iter().map(|constant| vec![constant.clone()]).chain(schema.values.clone());
        parts.extend(values.map(|values| Self::Values(own.clone(), values)));
        // A property of which the value is known is there.
        let is_known =
            |name: &str| schema.properties.get(name).is_some_and(|said| said.values.is_some() || said.constant.is_some());
        let names = schema.required.iter().filter(|name| !is_known(&name.text)).map(|name| name.text.clone());
        let given = Self::given(own.clone(), names.collect());
        for (name, said) in &schema.properties {
            parts.push(match said.boolean {
                Some(true) => continue,
                Some(false) => Self::not(Self::Given(own.clone(), vec![name.clone()])),
                None => Self::fact(said, Some(&within(name)))?,
            });
        }
        parts.insert(parts.iter().take_while(|part| matches!(part, Self::Values(..))).count(), given);
        if schema.is_closed() {
            parts.push(Self::Only(schema.properties.keys().map(|name| within(name)).collect()));
        }
        let format = schema.format.clone().map(ConstraintKind::Format);
        let bounds = constraint::of(&schema.constraints).into_iter().map(|constraint| constraint.kind).chain(format);
        parts.extend(bounds.map(|kind| Self::Bound(own.clone(), Box::new(kind))));
        for member in &schema.all_of {
            parts.push(Self::said(member, property)?);
        }
        for (keyword, members) in [("oneOf", &schema.one_of), ("anyOf", &schema.any_of)] {
            if !members.is_empty() {
                parts.push(Self::choice(keyword, members, property)?);
            }
        }
        for rule in &schema.rules {
            parts.push(Self::of(rule).filter(|_| property.is_none())?);
        }
        Some(Self::all(parts))
    }

    fn choice(keyword: &str, members: &[Schema], property: Option<&str>) -> Option<Self> {
        let mut said = members.iter().map(|member| Self::said(member, property)).collect::<Option<Vec<_>>>()?;
        let count = said.len();
        said.dedup();
        match (keyword, said.as_slice()) {
            (_, [only]) if count == 1 => Some(only.clone()),
            ("anyOf", _) if said.iter().any(Self::is_nothing) => Some(Self::nothing()),
            ("anyOf", _) => Some(Self::any(said)),
            // Exactly one of two equal demands can never hold: the shapes decide, and a rule cannot say so.
            _ if said.len() < count || said.iter().any(Self::is_nothing) => None,
            _ => Some(Self::One(said)),
        }
    }

    fn given(of: Option<String>, names: Vec<String>) -> Self {
        if names.is_empty() { Self::nothing() } else { Self::Given(of, names) }
    }

    /// All of them, one by one.
    fn all(parts: Vec<Self>) -> Self {
        let flat = |part| match part {
            Self::All(parts) => parts,
            other => vec![other],
        };
        let mut parts: Vec<Self> = parts.into_iter().flat_map(flat).collect();
        if parts.len() == 1 { parts.remove(0) } else { Self::All(parts) }
    }

    /// At least one of them; where some do not hold is a condition, the others are demanded under it.
    fn any(parts: Vec<Self>) -> Self {
        let (denied, demanded): (Vec<Self>, Vec<Self>) = parts.into_iter().partition(|part| matches!(part, Self::Not(_)));
        let denied: Vec<Self> = denied.into_iter().map(Self::not).collect();
        let any = |mut parts: Vec<Self>| if parts.len() == 1 { parts.remove(0) } else { Self::Any(parts) };
        match (denied.is_empty(), demanded.is_empty()) {
            (true, _) => any(demanded),
            (false, true) => Self::not(Self::all(denied)),
            (false, false) => Self::when(Self::all(denied), any(demanded), Self::nothing()),
        }
    }

    fn when(condition: Self, then: Self, otherwise: Self) -> Self {
        match condition.is_nothing() || then.is_nothing() && otherwise.is_nothing() {
            true => then,
            false => Self::If(Box::new([condition, then, otherwise])),
        }
    }

    fn not(rule: Self) -> Self {
        match rule {
            Self::Not(rule) => *rule,
            Self::Any(parts) => Self::all(parts.into_iter().map(Self::not).collect()),
            // Names that are given together are one fact.
            Self::All(parts) if !parts.is_empty() && parts.iter().all(|part| matches!(part, Self::Given(None, _))) => {
                Self::Not(Box::new(Self::given(None, parts.iter().flat_map(Self::names).collect())))
            }
            other => Self::Not(Box::new(other)),
        }
    }

    /// The properties that it demands in some case.
    fn names(&self) -> Vec<String> {
        match self {
            Self::Given(None, names) => names.clone(),
            Self::All(parts) | Self::Any(parts) | Self::One(parts) => parts.iter().flat_map(Self::names).collect(),
            Self::If(parts) => parts.iter().flat_map(Self::names).collect(),
            Self::Not(part) => match &**part {
                // That several are not given together says that each can be given.
                Self::Given(None, names) if names.len() > 1 => names.clone(),
                _ => Vec::new(),
            },
            Self::Given(Some(_), _) | Self::Values(..) | Self::Bound(..) | Self::Only(_) => Vec::new(),
        }
    }

    /// How many statements it consists of.
    fn length(&self) -> usize {
        match self {
            Self::Given(_, names) | Self::Only(names) => names.len(),
            Self::Values(_, values) => values.len(),
            Self::Bound(..) => 1,
            Self::Not(part) => part.length(),
            Self::All(parts) | Self::Any(parts) | Self::One(parts) => parts.iter().map(Self::length).sum(),
            Self::If(parts) => parts.iter().map(Self::length).sum(),
        }
    }
}
