//! `model_traits!` and `serde_traits!`: what types have by way of `Encode` and `Decode`.

/// For a model that can be encoded and decoded: `Debug`, and the bridges to serde.
macro_rules! model_traits {
    ($model:ident) => {
        impl ::std::fmt::Debug for $model {
            #[inline]
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::runtime::debug(::std::stringify!($model), self, formatter)
            }
        }

        $crate::runtime::serde_traits!($model);
    };
}

/// For a model that can be encoded and decoded: the bridges to serde.
macro_rules! serde_traits {
    ($model:ident) => {
        impl ::serde::Serialize for $model {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $model {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::deserialize(deserializer)
            }
        }
    };
}

pub(crate) use {model_traits, serde_traits};
