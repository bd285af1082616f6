//! Enums: listed strings and listed integers, open to values that the description does not list.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::serde_bridges;
use crate::emit::tokens::deprecation;
use crate::plan::{Enum, EnumVariant, Name};

/// A type of listed values: what differs between texts and integers.
trait Value: Sized {
    /// The runtime's type of a value that is not listed.
    fn unknown() -> TokenStream;

    /// The value in a pattern or an expression.
    fn literal(&self) -> TokenStream;

    /// From a value and back, also as text.
    fn conversions(item: &Enum<Self>) -> TokenStream;

    /// The bodies of `decode` and `encode`.
    fn codec() -> (TokenStream, TokenStream);
}

impl<V: Value> ToTokens for Enum<V> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let definition = definition(self);
        let conversions = V::conversions(self);
        let codec = codec(self);
        let serde_bridges = serde_bridges(&self.name);
        tokens.extend(quote! {
            use crate::runtime;

            #definition
            #conversions
            #codec
            #serde_bridges
        });
    }
}

fn definition<V: Value>(item: &Enum<V>) -> TokenStream {
    let Enum { docs, name, deprecated, variants, unknown } = item;
    let deprecation = deprecation(*deprecated);
    let unknown_value = V::unknown();
    quote! {
        #docs
        #deprecation
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the description does not list.
            #unknown(#unknown_value),
        }
    }
}

fn codec<V: Value>(item: &Enum<V>) -> TokenStream {
    let Enum { name, .. } = item;
    let (decode, encode) = V::codec();
    quote! {
        impl runtime::Decode for #name {
            fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                #decode
            }
        }

        impl runtime::Encode for #name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                #encode
            }
        }
    }
}

fn names<V>(item: &Enum<V>) -> Vec<&Name> {
    item.variants.iter().map(|variant| &variant.name).collect()
}

fn values<V: Value>(item: &Enum<V>) -> Vec<TokenStream> {
    item.variants.iter().map(|variant| variant.value.literal()).collect()
}

impl<V> ToTokens for EnumVariant<V> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let EnumVariant { docs, name, .. } = self;
        tokens.extend(quote! {
            #docs
            #name
        });
    }
}

impl Value for String {
    fn unknown() -> TokenStream {
        quote!(runtime::UnknownValue)
    }

    fn literal(&self) -> TokenStream {
        self.to_token_stream()
    }

    fn conversions(item: &Enum<Self>) -> TokenStream {
        let Enum { name, unknown, .. } = item;
        let (names, values) = (names(item), values(item));
        quote! {
            impl #name {
                /// The value as it stands on the wire.
                pub fn as_str(&self) -> &str {
                    match self {
                        #(Self::#names => #values,)*
                        Self::#unknown(value) => value.as_str(),
                    }
                }
            }

            impl From<&str> for #name {
                fn from(text: &str) -> Self {
                    match text {
                        #(#values => Self::#names,)*
                        _ => Self::#unknown(runtime::UnknownValue::new(text)),
                    }
                }
            }

            impl std::str::FromStr for #name {
                type Err = std::convert::Infallible;

                // Not `Self::Err`: a value may have given a variant that name.
                fn from_str(text: &str) -> Result<Self, std::convert::Infallible> {
                    Ok(Self::from(text))
                }
            }

            impl std::fmt::Display for #name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str(self.as_str())
                }
            }
        }
    }

    fn codec() -> (TokenStream, TokenStream) {
        (
            quote!(Ok(Self::from(&*json.string()?))),
            quote!(
                json.string(self.as_str());
            ),
        )
    }
}

impl Value for i64 {
    fn unknown() -> TokenStream {
        quote!(runtime::UnknownInteger)
    }

    fn literal(&self) -> TokenStream {
        Literal::i64_unsuffixed(*self).to_token_stream()
    }

    fn conversions(item: &Enum<Self>) -> TokenStream {
        let Enum { name, unknown, .. } = item;
        let (names, values) = (names(item), values(item));
        quote! {
            impl #name {
                /// The value as it stands on the wire.
                pub fn as_i64(&self) -> i64 {
                    match self {
                        #(Self::#names => #values,)*
                        Self::#unknown(value) => value.as_i64(),
                    }
                }
            }

            impl From<i64> for #name {
                fn from(integer: i64) -> Self {
                    match integer {
                        #(#values => Self::#names,)*
                        _ => Self::#unknown(runtime::UnknownInteger::new(integer)),
                    }
                }
            }

            impl std::str::FromStr for #name {
                type Err = std::num::ParseIntError;

                fn from_str(text: &str) -> Result<Self, std::num::ParseIntError> {
                    Ok(Self::from(text.parse::<i64>()?))
                }
            }

            impl std::fmt::Display for #name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    write!(formatter, "{}", self.as_i64())
                }
            }
        }
    }

    fn codec() -> (TokenStream, TokenStream) {
        (
            quote!(Ok(Self::from(json.integer::<i64>()?))),
            quote!(
                json.integer(self.as_i64());
            ),
        )
    }
}
