//! `Deep`: a value in a box that ends a long chain of types.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use crate::runtime::{Decode, DecodeError, Encode, Json, JsonWriter};

/// A value in a box that hides its type, used like the value itself.
///
/// Whether a value can be sent to another thread, and how it is cloned, the compiler finds out by looking at all that is in it, and
/// at what is in that. It gives up where types are nested too deeply, in whatever crate uses them. Here it need not look further.
pub struct Deep<T> {
    value: Box<dyn Hidden>,
    of: PhantomData<fn() -> T>,
}

/// What is done with a value of a type that does not show.
trait Hidden: Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    fn cloned(&self) -> Box<dyn Hidden>;
    fn equals(&self, other: &dyn Any) -> bool;
    fn print(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result;
    fn write(&self, json: &mut JsonWriter);
}

impl<T: Clone + PartialEq + fmt::Debug + Encode + Send + Sync + 'static> Hidden for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn cloned(&self) -> Box<dyn Hidden> {
        Box::new(self.clone())
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn print(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(formatter)
    }

    fn write(&self, json: &mut JsonWriter) {
        self.encode(json);
    }
}

impl<T: 'static> Deep<T> {
    /// The value, taken out of its box.
    pub fn into_inner(self) -> T {
        *self.value.into_any().downcast().expect("the box was made from a value of this type")
    }
}

impl<T: Clone + PartialEq + fmt::Debug + Encode + Send + Sync + 'static> From<T> for Deep<T> {
    fn from(value: T) -> Self {
        Self { value: Box::new(value), of: PhantomData }
    }
}

impl<T: 'static> Deref for Deep<T> {
    type Target = T;

    fn deref(&self) -> &T {
        (*self.value).as_any().downcast_ref().expect("the box was made from a value of this type")
    }
}

impl<T: 'static> DerefMut for Deep<T> {
    fn deref_mut(&mut self) -> &mut T {
        (*self.value).as_any_mut().downcast_mut().expect("the box was made from a value of this type")
    }
}

impl<T> Clone for Deep<T> {
    fn clone(&self) -> Self {
        Self { value: (*self.value).cloned(), of: PhantomData }
    }
}

impl<T> PartialEq for Deep<T> {
    fn eq(&self, other: &Self) -> bool {
        (*self.value).equals((*other.value).as_any())
    }
}

impl<T> fmt::Debug for Deep<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (*self.value).print(formatter)
    }
}

impl<T: Decode + Clone + PartialEq + fmt::Debug + Encode + Send + Sync + 'static> Decode for Deep<T> {
    fn when_missing() -> Option<Self> {
        T::when_missing().map(Self::from)
    }

    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        Ok(T::decode(json)?.into())
    }
}

impl<T> Encode for Deep<T> {
    fn encode(&self, json: &mut JsonWriter) {
        (*self.value).write(json);
    }
}
