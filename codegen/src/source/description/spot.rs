//! `Spot`: a place in one of the files of a description, as overlays have left it.

use std::sync::{Arc, OnceLock};

use super::{Address, DETOURS, Description};
use crate::node::{FileId, Node, Origin};
use crate::pointer::Pointer;

/// A place in a file as it is now. An [`Origin`] is where a value was written, which may have been in an overlay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The file.
    pub file: FileId,
    /// The way to the value from the root of the file.
    pub pointer: Pointer,
}

impl Spot {
    /// The root of a file.
    pub fn root(file: FileId) -> Self {
        Self { file, pointer: Pointer::root() }
    }

    /// The value under a key, or at a position, of the value at this place.
    pub fn child(&self, token: &str) -> Self {
        Self { file: self.file, pointer: self.pointer.key(token) }
    }
}

impl Description {
    /// The file that everything begins with, if it could be read.
    pub fn main_file(&self) -> Option<FileId> {
        Some(self.files.get(&self.main)?.as_ref().ok()?.file)
    }

    /// The files that could be read, without overlays.
    pub fn described_files(&self) -> impl Iterator<Item = FileId> {
        let described = self.files.iter().filter(|(path, _)| !self.overlays.contains(path));
        described.filter_map(|(_, parsed)| Some(parsed.as_ref().ok()?.file))
    }

    /// The value at a place.
    pub fn value(&self, spot: &Spot) -> Option<&Node> {
        self.files.get(self.sources.path(spot.file))?.as_ref().ok()?.root.as_deref()?.lookup(&spot.pointer)
    }

    /// The same, to change it. Names that parts give themselves are found where they were, until [`Self::forget_names`].
    pub fn value_mut(&mut self, spot: &Spot) -> Option<&mut Node> {
        let parsed = self.files.get_mut(self.sources.path(spot.file))?.as_mut().ok()?;
        Arc::make_mut(parsed.root.as_mut()?).lookup_mut(&spot.pointer)
    }

    /// Looks for the names that the parts of changed files give themselves anew.
    pub fn forget_names(&mut self) {
        for parsed in self.files.values_mut().flatten() {
            parsed.anchors = OnceLock::new();
        }
    }

    /// A value that is written once, to be put in one more place.
    pub fn copied(&mut self, node: &Node) -> Node {
        Arc::make_mut(&mut self.sources).copy(node)
    }

    /// The place that a reference at a place leads to, if there is a reference and it leads anywhere.
    pub fn target_of(&self, spot: &Spot) -> Option<Spot> {
        let (reference, target) = self.value(spot)?.reference()?;
        self.target(reference.at, target, DETOURS)
    }

    fn target(&self, at: Origin, reference: &str, detours: usize) -> Option<Spot> {
        let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let pointer = Pointer::from_fragment(&format!("#{fragment}"));
        let within = pointer.as_ref().and_then(|pointer| self.reach(self.resource(at, address)?, pointer, detours));
        within.or_else(|| {
            let start = self.start(at, address)?;
            match &pointer {
                Some(pointer) => self.reach(start, pointer, detours),
                None => {
                    let anchors = self.anchors(self.sources.path(start.file))?;
                    Some(Spot { pointer: anchors.anchor(fragment)?.clone(), ..start })
                }
            }
        })
    }

    /// The part with an `$id` that a reference starts from.
    fn resource(&self, at: Origin, address: &str) -> Option<Spot> {
        let file = self.sources.file(at);
        let anchors = self.anchors(self.sources.path(file)).filter(|anchors| !anchors.is_one_resource())?;
        let resource = anchors.around(at)?;
        let pointer = if address.is_empty() { &resource.pointer } else { anchors.id(&resource.join(address))? };
        Some(Spot { file, pointer: pointer.clone() })
    }

    /// The file, or the part that calls itself so, that the address of a reference names.
    fn start(&self, at: Origin, address: &str) -> Option<Spot> {
        let base = &self.bases[&self.sources.file(at)];
        let file = |path: &String| Some(Spot::root(self.files.get(path)?.as_ref().ok()?.file));
        match Address::read(address, base) {
            Address::Here => file(base),
            Address::File(path) if matches!(self.files.get(&path), Some(Ok(_))) => file(&path),
            _ => Some(Spot { pointer: self.anchors(base)?.id(address)?.clone(), ..file(base)? }),
        }
    }

    /// The place at a pointer, which may pass references on its way.
    fn reach(&self, start: Spot, pointer: &Pointer, detours: usize) -> Option<Spot> {
        pointer.tokens().iter().try_fold(start, |spot, token| {
            let next = spot.child(token);
            if self.value(&next).is_some() {
                return Some(next);
            }
            let (reference, target) = self.value(&spot)?.reference().filter(|_| detours > 0)?;
            let target = self.target(reference.at, target, detours - 1)?;
            self.reach(target, &Pointer::root().key(token), detours - 1)
        })
    }
}
