//! Lists whose first items differ in type: tuples, and `Tuple` for lists that may be shorter or longer.

use serde_json::Value;

use crate::runtime::{ArrayWriter, Decode, DecodeError, Elements, Encode, Json, JsonWriter};

/// A list whose first items differ in type, and which may be shorter or longer.
///
/// A tuple becomes such a list by itself: `("a", 1).into()`.
#[derive(Clone, Debug, PartialEq)]
pub enum Tuple<T, R = Value> {
    /// All of the first items, and those after them.
    Whole(T, Vec<R>),
    /// A list that ends among its first items.
    Short(Vec<Value>),
}

impl<T, R> Tuple<T, R> {
    /// The first items, if the list has all of them.
    pub fn items(&self) -> Option<&T> {
        match self {
            Self::Whole(items, _) => Some(items),
            Self::Short(_) => None,
        }
    }

    /// The items after the first ones.
    pub fn rest(&self) -> &[R] {
        match self {
            Self::Whole(_, rest) => rest,
            Self::Short(_) => &[],
        }
    }
}

impl<T, R> From<T> for Tuple<T, R> {
    fn from(items: T) -> Self {
        Self::Whole(items, Vec::new())
    }
}

/// An empty list.
impl<T, R> Default for Tuple<T, R> {
    fn default() -> Self {
        Self::Short(Vec::new())
    }
}

impl<T: TupleItems, R: Decode> Decode for Tuple<T, R> {
    fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
        let mut elements = json.elements()?;
        if elements.length() < T::LENGTH {
            return Vec::decode(json).map(Self::Short);
        }
        let items = T::read(&mut elements)?;
        let rest = elements.enumerate().map(|(index, item)| R::decode(item).map_err(|error| error.in_item(T::LENGTH + index)));
        Ok(Self::Whole(items, rest.collect::<Result<_, _>>()?))
    }
}

impl<T: TupleItems, R: Encode> Encode for Tuple<T, R> {
    fn encode(&self, json: &mut JsonWriter) {
        match self {
            Self::Whole(items, rest) => {
                let mut array = json.array();
                items.write(&mut array);
                rest.iter().for_each(|item| array.item(item));
                array.end();
            }
            Self::Short(items) => items.encode(json),
        }
    }
}

/// A tuple whose values are items of a list.
pub trait TupleItems: Sized {
    /// The number of items.
    const LENGTH: usize;

    /// Reads the next items of a list.
    ///
    /// # Errors
    ///
    /// If one of them is missing, or not what its type says.
    fn read(elements: &mut Elements<'_>) -> Result<Self, DecodeError>;

    /// Writes the items.
    fn write(&self, array: &mut ArrayWriter<'_>);
}

/// Reads a list of exactly the items of a tuple. Further items are left out, with a deviation.
fn decode_whole<T: TupleItems>(json: Json<'_>) -> Result<T, DecodeError> {
    let mut elements = json.elements()?;
    let length = elements.length();
    if length != T::LENGTH {
        let error = DecodeError::of_length(T::LENGTH, length);
        if length < T::LENGTH {
            return Err(error);
        }
        json.tolerate(error)?;
    }
    T::read(&mut elements)
}

fn item<T: Decode>(elements: &mut Elements<'_>, index: usize) -> Result<T, DecodeError> {
    let element = elements.next().ok_or_else(|| DecodeError::new("the item is missing"));
    element.and_then(T::decode).map_err(|error| error.in_item(index))
}

macro_rules! tuples {
    ($($length:literal: $($item:ident $index:tt),+;)*) => {$(
        impl<$($item: Decode + Encode),+> TupleItems for ($($item,)+) {
            const LENGTH: usize = $length;

            fn read(elements: &mut Elements<'_>) -> Result<Self, DecodeError> {
                Ok(($(item::<$item>(elements, $index)?,)+))
            }

            fn write(&self, array: &mut ArrayWriter<'_>) {
                $(array.item(&self.$index);)+
            }
        }

        impl<$($item: Decode + Encode),+> Decode for ($($item,)+) {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                decode_whole(json)
            }
        }

        impl<$($item: Decode + Encode),+> Encode for ($($item,)+) {
            fn encode(&self, json: &mut JsonWriter) {
                let mut array = json.array();
                self.write(&mut array);
                array.end();
            }
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
    7: A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}
