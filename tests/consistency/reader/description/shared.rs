//! Models that several schemas are: what all say of them.

use crate::reader::docs::words;
use crate::reader::facts::{Docs, Model, Property};

/// How many texts on one property are kept.
const MOST_TEXTS: usize = 3;

/// One model of the same model at several places.
pub(super) fn one(mut places: Vec<Model>) -> Result<Model, &'static str> {
    if places.len() == 1 {
        return Ok(places.remove(0));
    }
    places.sort_by(|one, other| one.docs.origin.cmp(&other.docs.origin));
    let mut model = bare(&places[0]);
    if places.iter().any(|place| bare(place) != model) {
        return Err("its places differ");
    }
    model.deprecated = places.iter().all(|place| place.deprecated);
    model.docs = Docs {
        words: common(places.iter().map(|place| place.docs.words.as_str())),
        origin: places.iter().map(|place| place.docs.origin.as_str()).collect::<Vec<_>>().join(" "),
    };
    for (key, property) in &mut model.properties {
        let said: Vec<&Property> = places.iter().map(|place| &place.properties[key]).collect();
        property.deprecated = said.iter().all(|said| said.deprecated);
        property.docs = Docs { words: texts(&said), origin: said[0].docs.origin.clone() };
        property.required_docs = said[0].required_docs.is_some().then(|| property.docs.clone());
    }
    Ok(model)
}

/// The model without what only describes it.
fn bare(model: &Model) -> Model {
    let mut model = Model { docs: Docs::default(), deprecated: false, ..model.clone() };
    for property in model.properties.values_mut() {
        *property = Property { docs: Docs::default(), deprecated: false, required_docs: None, ..property.clone() };
    }
    model
}

/// The words that all say.
fn common<'w>(mut said: impl Iterator<Item = &'w str>) -> String {
    let first = said.next().unwrap_or_default();
    if said.all(|words| words == first) { first.to_owned() } else { String::new() }
}

/// The different words of the first that say something else.
fn texts(said: &[&Property]) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for property in said {
        let text = property.docs.words.as_str();
        if !text.is_empty() && !texts.contains(&text) && texts.len() < MOST_TEXTS {
            texts.push(text);
        }
    }
    words(&texts.join(" "))
}
