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
