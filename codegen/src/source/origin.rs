//! `Origins`: the table of steps by which values were reached.

use foldhash::fast::RandomState;
use indexmap::IndexSet;

use super::FileId;
use crate::{node::Origin, pointer::Pointer};

/// How every value read so far is reached.
///
/// The values of a file are entered in the order in which they are read, so that
/// whoever reads the file again can count his way to any of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins {
    steps: Vec<Step>,
    keys: IndexSet<Box<str>, RandomState>,
    roots: Vec<(Origin, FileId)>,
    /// What the origins of copies are copies of; they are counted down from the last number there is.
    copies: Vec<Origin>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Root,
    /// The key is a position in `Origins::keys`: descriptions have few different ones.
    Key {
        parent: Origin,
        key: u32,
    },
    Index {
        parent: Origin,
        index: u32,
    },
}

impl Origins {
    /// Enters the root of a file.
    pub(super) fn root(&mut self, file: FileId) -> Origin {
        let root = self.enter(Step::Root);
        self.roots.push((root, file));
        root
    }

    /// Enters the value under a key of a mapping.
    pub(super) fn key(&mut self, parent: Origin, key: &str) -> Origin {
        let key = match self.keys.get_index_of(key) {
            Some(known) => known,
            None => self.keys.insert_full(key.into()).0,
        };
        self.enter(Step::Key { parent, key: narrow(key) })
    }

    /// Enters an element of a list.
    pub(super) fn index(&mut self, parent: Origin, index: usize) -> Origin {
        self.enter(Step::Index { parent, index: narrow(index) })
    }

    /// Enters a copy of a value: another origin at the same place.
    pub(super) fn copy(&mut self, of: Origin) -> Origin {
        let copy = Origin(u32::MAX - narrow(self.copies.len()));
        self.copies.push(self.written(of));
        copy
    }

    /// The origin that a value was read at, for one of a copy.
    pub(super) fn written(&self, at: Origin) -> Origin {
        self.copies.get((u32::MAX - at.0) as usize).copied().unwrap_or(at)
    }

    /// The origin that is entered next.
    pub(super) fn next(&self) -> Origin {
        Origin(narrow(self.steps.len()))
    }

    /// Forgets an origin and all that were entered after it.
    pub(super) fn forget(&mut self, first: Origin) {
        self.steps.truncate(first.0 as usize);
        self.roots.retain(|(root, _)| *root < first);
    }

    /// The file that a value is in, and how many values are read in it before this one.
    pub(super) fn file(&self, at: Origin) -> (FileId, u32) {
        let at = self.written(at);
        let after = self.roots.partition_point(|(root, _)| *root <= at);
        let (root, file) = self.roots[after.checked_sub(1).expect("every value is read after the root of its file")];
        (file, at.0 - root.0)
    }

    /// Whether a value is another one, or was written in it.
    pub(super) fn is_within(&self, at: Origin, outer: Origin) -> bool {
        let outer = self.written(outer);
        self.way(at).any(|(at, _)| at == outer)
    }

    /// How many bytes the keys have that lead to a value.
    pub(super) fn length(&self, at: Origin) -> usize {
        let length = |step| match step {
            Step::Key { key, .. } => self.keys[key as usize].len(),
            Step::Root | Step::Index { .. } => 0,
        };
        self.way(at).map(|(_, step)| length(step)).sum()
    }

    /// The steps from the root of its file to a value.
    pub(super) fn pointer(&self, at: Origin) -> Pointer {
        let token = |step| match step {
            Step::Root => None,
            Step::Key { key, .. } => Some(self.keys[key as usize].to_string()),
            Step::Index { index, .. } => Some(index.to_string()),
        };
        let tokens: Vec<String> = self.way(at).filter_map(|(_, step)| token(step)).collect();
        tokens.into_iter().rev().collect()
    }

    /// A value and those around it up to the root of its file, each with the step by which it is reached.
    fn way(&self, at: Origin) -> impl Iterator<Item = (Origin, Step)> {
        let step = |at: Origin| (at, self.steps[at.0 as usize]);
        std::iter::successors(Some(step(self.written(at))), move |(_, reached)| match reached {
            Step::Root => None,
            Step::Key { parent, .. } | Step::Index { parent, .. } => Some(step(*parent)),
        })
    }

    fn enter(&mut self, step: Step) -> Origin {
        let at = self.next();
        self.steps.push(step);
        at
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("memory ends before four thousand million values are read")
}
