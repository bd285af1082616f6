//! Overlays: changes to a description that stand in files of their own.
//!
//! Mirrors the [Overlay Object](https://spec.openapis.org/overlay/v1.1.0.html#overlay-object).

mod change;
mod segment;
mod target;

use std::sync::Arc;

use self::change::Change;
use self::target::Target;
use super::object::{Object, Read};
use super::reading::Reading;
use crate::diagnostic::{Diagnostics, Problem};
use crate::node::{Node, Origin};
use crate::source::Description;

/// An overlay.
#[derive(Clone, Debug, PartialEq)]
struct Overlay {
    actions: Vec<Action>,
}

/// What an overlay does to the values that a path selects.
#[derive(Clone, Debug, PartialEq)]
struct Action {
    target: String,
    target_at: Origin,
    change: Change,
}

/// The description with its overlays applied to all of its files, each action to what the earlier ones have left.
pub fn apply(description: Description, overlays: &[Arc<Node>], diagnostics: &mut Diagnostics) -> Description {
    let Some(main) = description.main_file() else { return description };
    let mut target = Target::new(description.clone(), main);
    for overlay in overlays {
        let overlay = Overlay::read(overlay, &mut Reading::new(&description, diagnostics));
        for action in overlay.into_iter().flat_map(|overlay| overlay.actions) {
            let outcome = action.change.apply(&action.target, &mut target);
            if let Err(problem) = outcome {
                diagnostics.report(action.target_at, problem);
            }
        }
    }
    target.into_description()
}

impl Read for Overlay {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let version: String = object.required("overlay", reading)?;
        if !matches!(version.split('.').collect::<Vec<_>>().as_slice(), ["1", "0" | "1", ..]) {
            let at = node.get("overlay").map_or(node.at, |version| version.at);
            reading.report(at, Problem::InvalidOverlay { why: format!("version `{version}` is not read, only 1.0 and 1.1") });
            return None;
        }
        object.node("info");
        object.node("extends");
        let actions = object.required("actions", reading)?;
        object.close(reading);
        Some(Self { actions })
    }
}

impl Read for Action {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open(node, reading)?;
        let target = object.required("target", reading)?;
        let target_at = node.get("target").map_or(node.at, |target| target.at);
        object.node("description");
        let removed: bool = object.field_or_default("remove", reading);
        let update = object.node("update");
        let copied: Option<String> = object.field("copy", reading);
        object.close(reading);
        let change = match (removed, update, copied) {
            (true, ..) => Change::Remove,
            (false, Some(update), _) => Change::Update(update.clone()),
            (false, None, Some(source)) => Change::Copy(source),
            (false, None, None) => {
                reading.report(node.at, Problem::InvalidOverlay { why: "this action changes nothing".to_owned() });
                return None;
            }
        };
        Some(Self { target, target_at, change })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::limits::Limits;
    use crate::source::Spot;

    /// What a description says at pointers of its files once an overlay is applied, and the codes of what is reported.
    fn applied(files: &[(&str, &str)], actions: &str, places: &[(usize, &str)]) -> (Vec<Option<String>>, Vec<&'static str>) {
        let mut texts: BTreeMap<String, Vec<u8>> =
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        texts.insert("o.yaml".to_owned(), format!("overlay: 1.1.0\nactions: {actions}\n").into_bytes());
        let description = Description::read(files[0].0, &["o.yaml".to_owned()], &Limits::default(), &mut texts);
        let mut diagnostics = Diagnostics::default();
        let overlays = description.overlays(&mut diagnostics);
        let description = apply(description, &overlays, &mut diagnostics);
        let found = places.iter().map(|(file, pointer)| {
            let file = description.described_files().find(|id| description.sources().path(*id) == files[*file].0)?;
            let pointer = crate::pointer::Pointer::parse(pointer)?;
            Some(format!("{:?}", description.value(&Spot { file, pointer })?.as_str()?))
        });
        (found.collect(), diagnostics.iter().map(|diagnostic| diagnostic.report.code).collect())
    }

    #[test]
    fn rings_of_references_are_walked_once() {
        let files = [
            ("a.yaml", "x: {$ref: 'b.yaml#/y'}\nname: a"),
            (
                "b.yaml",
                "y: {name: b, z: {$ref: '#/y'}, up: {$ref: 'a.yaml'}, round: {$ref: 'b.yaml#/round2'}}\nround2: {$ref: '#/y/round'}",
            ),
        ];
        let places = [(0, "/name"), (1, "/y/name")];
        let (found, codes) = applied(&files, "[{target: $..name, update: c}]", &places);
        assert_eq!((found, codes), (vec![Some("\"c\"".to_owned()); 2], vec![]));
        // A reference that leads to itself leads nowhere.
        let (_, codes) = applied(&files, "[{target: $.x.round.name, update: c}]", &places);
        assert_eq!(codes, ["unmatched-action"]);
        // The way through a ring is as long as the path says.
        let (found, codes) = applied(&files, "[{target: $.x.z.z.up.x.name, update: c}]", &places);
        assert_eq!((found[1].as_deref(), codes), (Some("\"c\""), vec![]));
    }

    #[test]
    fn references_within_the_first_file_are_values() {
        let files = [("a.yaml", "x: {$ref: '#/y'}\ny: {name: a}\nz: {$ref: 'b.yaml'}"), ("b.yaml", "name: b")];
        let places = [(0, "/y/name"), (0, "/x/$ref"), (0, "/z/$ref"), (1, "/name")];
        let (_, codes) = applied(&files, "[{target: $.x.name, update: c}]", &places);
        assert_eq!(codes, ["unmatched-action"]);
        let actions =
            "[{target: \"$.x['$ref']\", update: '#/z'}, {target: $.z.*, update: c}, {target: \"$.z['$ref']\", update: d.yaml}]";
        let (found, codes) = applied(&files, actions, &places);
        let expected = ["a", "#/z", "d.yaml", "c"].map(|text| Some(format!("{text:?}")));
        assert_eq!((found, codes), (expected.to_vec(), vec![]));
    }
}
