//! `Spot`: a place in one of the files of a description, as overlays have left it.

use std::sync::{Arc, OnceLock};

use super::{DETOURS, Description, split};
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
        self.addresses = OnceLock::new();
        for parsed in self.files.values_mut().flatten() {
            parsed.resources = OnceLock::new();
        }
    }

    /// A value that is written once, to be put in one more place.
    pub fn copied(&mut self, node: &Node) -> Node {
        Arc::make_mut(&mut self.sources).copy(node)
    }

    /// The origin of such a value, at the place where a value was written.
    pub(super) fn copied_at(&mut self, at: Origin) -> Origin {
        Arc::make_mut(&mut self.sources).copy_at(at)
    }

    /// The place that a reference at a place leads to, if there is a reference and it leads anywhere.
    pub fn target_of(&self, spot: &Spot) -> Option<Spot> {
        let (reference, target) = self.value(spot)?.reference()?;
        self.target(reference.at, target, DETOURS)
    }

    fn target(&self, at: Origin, reference: &str, detours: usize) -> Option<Spot> {
        let (address, fragment) = split(reference);
        let start = self.start(at, address).ok()?;
        let spot = |pointer: &Pointer| Some(Spot { file: self.parsed(start.path)?.file, pointer: pointer.clone() });
        match Pointer::from_fragment(&format!("#{fragment}")) {
            Some(pointer) => start.roots(address).find_map(|root| self.reach(spot(root)?, &pointer, detours)),
            None => spot(&start.resource().anchor(fragment, || self.sources.pointer(at)).ok()??.pointer),
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
