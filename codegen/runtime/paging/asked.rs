//! `Asked`: what was asked for so far, to notice a page that leads back.

use std::collections::BTreeSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use crate::runtime::Request;

/// What was asked for so far. Of each request only a hash is kept: addresses may be long, and there may be many.
#[derive(Default)]
pub(super) struct Asked {
    hashes: BTreeSet<u64>,
    /// Its keys are random, so that no server can bring two requests under one hash.
    state: RandomState,
    count: usize,
}

impl Asked {
    /// How many requests there were.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Adds a request; `false` if it is one of those before. Of one with a body that is streamed, nobody can tell.
    pub(super) fn insert(&mut self, request: &Request) -> bool {
        self.count += 1;
        let Some(body) = request.body().as_bytes() else { return true };
        self.hashes.insert(self.state.hash_one((request.uri().to_string(), body)))
    }
}
