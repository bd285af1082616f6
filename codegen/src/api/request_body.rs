//! `RequestBody`: the body of a request.

use super::lowering::Lowering;
use super::media_type::{self, MediaType};
use super::reference::Resolver;
use super::representation::{self, Format, Representation};
use super::schemas::Schemas;
use super::undefined_form;
use crate::document::{self, RefOr};
use crate::node::Origin;

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Where it was written.
    pub at: Origin,
    /// What it means.
    pub description: Option<String>,
    /// Whether callers must give it.
    pub required: bool,
    /// Whether it is required only because the recorded client requires it.
    pub is_kept_required: bool,
    /// Its representations.
    pub representations: Vec<Representation>,
}

impl RequestBody {
    /// Whether it is bytes, whatever the caller chooses.
    pub fn is_bytes(&self) -> bool {
        matches!(self.representations.as_slice(), [only] if only.is_bytes())
    }
}

/// A body whose representations wait for the shapes of their schemas.
pub(super) struct Draft {
    at: Origin,
    description: Option<String>,
    required: bool,
    content: Vec<MediaType>,
}

impl Draft {
    pub(super) fn complete(self, schemas: &Schemas, resolver: &mut Resolver<'_>) -> RequestBody {
        let Self { at, description, required, content } = self;
        let representations = representation::sent(content, schemas, resolver);
        for Representation { format, media_type } in &representations {
            match format {
                Format::Form => undefined_form::check_form(media_type, schemas, resolver),
                Format::Multipart => undefined_form::check_parts(media_type, schemas, resolver),
                _ => {}
            }
        }
        RequestBody { at, description, required, is_kept_required: false, representations }
    }
}

/// Resolves a request's body.
pub(super) fn resolve(body: RefOr<document::RequestBody>, lowering: &mut Lowering<'_>) -> Option<Draft> {
    let body = lowering.resolver.resolve(body)?;
    let content = media_type::resolve(body.content, lowering);
    Some(Draft { at: body.at, description: body.description, required: body.required, content })
}
