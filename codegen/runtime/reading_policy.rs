//! `ReadingPolicy`: how a client reads bodies, and who hears of deviations.

use std::sync::Arc;

use super::{Deviations, Endpoint, MaybeSend, MaybeSync, Reading};

/// How a client reads bodies, and who hears of deviations.
#[derive(Clone, Default)]
pub(super) struct ReadingPolicy {
    pub(super) reading: Reading,
    pub(super) on_deviation: Option<Arc<dyn OnDeviation>>,
}

/// Hears of the deviations of a response.
pub(super) trait OnDeviation: MaybeSend + MaybeSync {
    fn deviated(&self, endpoint: &Endpoint, deviations: &Deviations);
}

impl<F: Fn(&Endpoint, &Deviations) + MaybeSend + MaybeSync> OnDeviation for F {
    fn deviated(&self, endpoint: &Endpoint, deviations: &Deviations) {
        self(endpoint, deviations);
    }
}

impl ReadingPolicy {
    /// Reports deviations, if there are any.
    pub(super) fn report(&self, endpoint: &Endpoint, deviations: &Deviations) {
        if let Some(on_deviation) = self.on_deviation.as_ref().filter(|_| !deviations.is_empty()) {
            on_deviation.deviated(endpoint, deviations);
        }
    }
}
