//! `text_enum_traits!`: what enums of texts have by way of two methods of their own.

use super::{DecodeError, Json};

/// Reads an enum of texts.
///
/// # Errors
///
/// If the value is no text.
pub fn decode_text<T: for<'t> From<&'t str>>(json: Json<'_>) -> Result<T, DecodeError> {
    json.string().map(|text| T::from(&text))
}

/// For an enum of texts with `as_str` and `From<&str>`: equality, hash, text and JSON, and what all models have.
macro_rules! text_enum_traits {
    () => {};
    ($model:ident) => {
        impl ::std::cmp::PartialEq for $model {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::std::cmp::Eq for $model {}

        impl ::std::hash::Hash for $model {
            #[inline]
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl ::std::str::FromStr for $model {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(text))
            }
        }

        impl ::std::fmt::Display for $model {
            #[inline]
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl $crate::runtime::Decode for $model {
            #[inline]
            fn decode(json: $crate::runtime::Json<'_>) -> ::std::result::Result<Self, $crate::runtime::DecodeError> {
                $crate::runtime::decode_text(json)
            }
        }

        impl $crate::runtime::Encode for $model {
            #[inline]
            fn encode(&self, json: &mut $crate::runtime::JsonWriter) {
                json.string(self.as_str());
            }
        }

        $crate::runtime::model_traits!($model);
    };
}

pub(crate) use text_enum_traits;

// The features that are on may leave no enum of texts, and so nothing else that uses the macro.
crate::runtime::text_enum_traits!();
