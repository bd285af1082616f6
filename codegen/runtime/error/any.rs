//! `AnyError`: the error of any operation, for functions that call several.

use std::any::Any;
use std::fmt;
use std::ops::Deref;

use super::Error;
use crate::runtime::{MaybeSend, MaybeSync};

/// The error of any operation, so that `?` works in functions that call several.
///
/// It gives everything that [`Error`] does; [`typed`](Self::typed) finds the documented error of a given operation.
pub struct AnyError(Error<ErasedError>);

/// The documented error of some operation.
pub struct ErasedError(Box<dyn DocumentedError>);

trait DocumentedError: Any + fmt::Debug + MaybeSend + MaybeSync {}
impl<E: Any + fmt::Debug + MaybeSend + MaybeSync> DocumentedError for E {}

impl AnyError {
    /// The documented error, if it is one of this operation.
    pub fn typed<E: 'static>(&self) -> Option<&E> {
        let documented: &dyn Any = &*self.0.api()?.typed()?.0;
        documented.downcast_ref()
    }
}

impl<E: fmt::Debug + MaybeSend + MaybeSync + 'static> From<Error<E>> for AnyError {
    fn from(error: Error<E>) -> Self {
        Self(error.map(|typed| ErasedError(Box::new(typed))))
    }
}

impl Deref for AnyError {
    type Target = Error<ErasedError>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl fmt::Debug for ErasedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for AnyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for AnyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for AnyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
