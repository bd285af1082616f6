//! `Form`: how the values of one alternative of a union differ from those of the others.

use super::{Json, Scalar};

/// How the values of one alternative of a union differ from those of the others.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Any value.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number.
    Number,
    /// A text.
    Text,
    /// One of these texts.
    Texts(&'static [&'static str]),
    /// One of these texts, numbers and booleans.
    Scalars(&'static [Scalar<'static>]),
    /// A text or number in exactly the form in which a type writes it.
    Written(fn(Json<'_>) -> bool),
    /// A list.
    List,
    /// A list of such items.
    Items(&'static Self),
    /// A list whose first items have these forms each, and whether it has no others.
    Places(&'static [Self], bool),
    /// An object.
    Object,
    /// An object whose properties all have such values.
    Values(&'static Self),
    /// An object: the properties that it must have, those that it can have, and the forms of properties where they are present.
    Keys(&'static [&'static str], &'static [&'static str], &'static [(&'static str, Self)]),
    /// One of several forms.
    Either(&'static [Self]),
}

/// How closely a value must match a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Match {
    Exact,
    /// An enum may have a further value, a list or map may be null, and a text may break its format.
    Loose,
}

impl Form {
    /// The number of properties that the form knows of a value that matches it.
    fn score(&self, json: Json<'_>, how: Match) -> Option<usize> {
        let is_loose = how == Match::Loose;
        let is_match = match self {
            Self::List | Self::Items(_) | Self::Object | Self::Values(_) if is_loose && json.is_null() => true,
            Self::Items(form) => return json.elements().ok()?.map(|item| form.score(item, how)).sum(),
            Self::Places(forms, is_whole) => return score_of_list(json, forms, *is_whole, how),
            Self::Values(form) => return json.entries().ok()?.map(|(_, value)| Some(1 + form.score(value, how)?)).sum(),
            Self::Keys(required, optional, forms) => return score_of_object(json, required, optional, forms, how),
            Self::Either(forms) => return forms.iter().filter_map(|form| form.score(json, how)).max(),
            // A single value identifies an alternative, which could not hold another one.
            Self::Texts([only]) => json.as_str() == Some(only),
            Self::Scalars([only]) => Scalar::of(json) == Some(*only),
            Self::Texts(_) | Self::Scalars(_) | Self::Written(_) if is_loose => Scalar::of(json).is_some(),
            Self::Any => true,
            Self::Null => json.is_null(),
            Self::Boolean => json.is_boolean(),
            Self::Integer => json.is_integer(),
            Self::Number => json.is_number(),
            Self::Text => json.is_string(),
            Self::Texts(values) => json.is_one_of(values),
            Self::Scalars(values) => Scalar::of(json).is_some_and(|value| values.contains(&value)),
            Self::Written(is_written) => is_written(json),
            Self::List => json.is_array(),
            Self::Object => json.is_object(),
        };
        is_match.then_some(0)
    }

    /// Whether the value has a property, at the top or further down, that this form knows and the other does not.
    fn knows_more_than(&self, other: &Self, json: Json<'_>) -> bool {
        let any_item = |test: &dyn Fn(Json<'_>) -> bool| json.elements().is_ok_and(|mut items| items.any(test));
        let any_entry = |test: &dyn Fn(&str, Json<'_>) -> bool| {
            json.entries().is_ok_and(|mut entries| entries.any(|(key, value)| test(key, value)))
        };
        match (self, other) {
            (Self::Either(forms), _) => forms.iter().any(|form| form.knows_more_than(other, json)),
            (_, Self::Either(others)) => {
                let mut matching = others.iter().filter(|other| json.has_form(other)).peekable();
                matching.peek().is_some() && matching.all(|other| self.knows_more_than(other, json))
            }
            (Self::Items(form), Self::Items(other)) => any_item(&|item| form.knows_more_than(other, item)),
            (Self::Values(form), Self::Values(other)) => any_entry(&|_, value| form.knows_more_than(other, value)),
            (Self::Keys(_, _, forms), _) => any_entry(&|key, value| {
                let form_in = |forms: &'static [(&str, Self)]| forms.iter().find(|(name, _)| *name == key).map(|(_, form)| form);
                let other_form = if let Self::Keys(_, _, others) = other { form_in(others) } else { None };
                let nested = form_in(forms).zip(other_form);
                (self.knows(key) && !other.knows(key)) || nested.is_some_and(|(form, other)| form.knows_more_than(other, value))
            }),
            _ => false,
        }
    }

    /// The properties of an object that the form knows by name, but for those that all alternatives know.
    fn knows(&self, key: &str) -> bool {
        match self {
            Self::Keys(required, optional, _) => required.contains(&key) || optional.contains(&key),
            Self::Values(_) => true,
            Self::Either(forms) => forms.iter().any(|form| form.knows(key)),
            _ => false,
        }
    }
}

fn score_of_list(json: Json<'_>, forms: &[Form], is_whole: bool, how: Match) -> Option<usize> {
    let items = json.elements().ok()?;
    let is_match = match how {
        Match::Exact => !is_whole || items.length() == forms.len(),
        Match::Loose => !is_whole || items.length() >= forms.len(),
    };
    if is_match { forms.iter().zip(items).map(|(form, item)| form.score(item, how)).sum() } else { None }
}

fn score_of_object(json: Json<'_>, required: &[&str], optional: &[&str], forms: &[(&str, Form)], how: Match) -> Option<usize> {
    if !json.has_keys(required) {
        return None;
    }
    // Null for an optional property reads as absent.
    let mut score = required.len() + optional.iter().filter(|name| json.get(name).is_some_and(|value| !value.is_null())).count();
    for (name, form) in forms {
        if let Some(value) = json.get(name) {
            score += form.score(value, how)?;
        }
    }
    Some(score)
}

impl Json<'_> {
    /// The form among several that this value matches and that knows most of its properties; of equal ones the first.
    pub fn closest(self, forms: &[Form]) -> Option<usize> {
        self.closest_match(forms, Match::Exact).or_else(|| self.closest_match(forms, Match::Loose))
    }

    /// The same, or the number of forms if this is an object with properties that others of them know besides.
    pub fn closest_or_combined(self, forms: &[Form]) -> Option<usize> {
        let closest = self.closest(forms)?;
        let has_more = forms.iter().any(|form| form.knows_more_than(&forms[closest], self));
        Some(if has_more { forms.len() } else { closest })
    }

    /// Whether this has a form.
    pub fn has_form(self, form: &Form) -> bool {
        form.score(self, Match::Exact).is_some()
    }

    fn closest_match(self, forms: &[Form], how: Match) -> Option<usize> {
        let scores = forms.iter().enumerate().filter_map(|(index, form)| Some((form.score(self, how)?, index)));
        // Of equal scores, `max_by_key` returns the last.
        scores.rev().max_by_key(|(score, _)| *score).map(|(_, index)| index)
    }
}
