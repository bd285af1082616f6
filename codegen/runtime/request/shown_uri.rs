//! `ShownUri`: a request's address without the secrets in it.

/// A request's address without the secrets in it; an extension of requests whose address holds some.
#[derive(Clone)]
pub(in crate::runtime) struct ShownUri(pub(in crate::runtime) String);
