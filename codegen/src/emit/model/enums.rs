//! Enums: listed strings and listed integers, open to values that the description does not list.

use proc_macro2::Literal;

use super::model_traits;
use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::tokens::deprecation;
use crate::plan::{Enum, EnumVariant};

impl ToTokens for Enum<String> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Enum { name, unknown, .. } = self;
        let definition = definition(self, &quote!(Clone), &quote!(runtime::UnknownValue));
        let to_text = self.variants.iter().map(|EnumVariant { name, value, .. }| quote!(Self::#name => #value,));
        let from_text = self.variants.iter().map(|EnumVariant { name, value, .. }| quote!(#value => Self::#name,));
        tokens.extend(quote! {
            use crate::runtime;

            #definition

            impl #name {
                /// The value as it stands on the wire.
                #[inline]
                pub fn as_str(&self) -> &str {
                    match self {
                        #(#to_text)*
                        Self::#unknown(value) => value.as_str(),
                    }
                }
            }

            impl From<&str> for #name {
                #[inline]
                fn from(text: &str) -> Self {
                    match text {
                        #(#from_text)*
                        _ => Self::#unknown(runtime::UnknownValue::new(text)),
                    }
                }
            }

            runtime::text_enum_traits!(#name);
        });
    }
}

impl ToTokens for Enum<i64> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Enum { name, unknown, .. } = self;
        let definition = definition(self, &quote!(Clone, PartialEq, Eq, Hash), &quote!(runtime::UnknownInteger));
        let literal = |variant: &EnumVariant<i64>| Literal::i64_unsuffixed(variant.value);
        let variants = || self.variants.iter().map(|variant| (&variant.name, literal(variant)));
        let to_integer = variants().map(|(name, value)| quote!(Self::#name => #value,));
        let from_integer = variants().map(|(name, value)| quote!(#value => Self::#name,));
        let model_traits = model_traits(name);
        tokens.extend(quote! {
            use crate::runtime;

            #definition

            impl #name {
                /// The value as it stands on the wire.
                #[inline]
                pub fn as_i64(&self) -> i64 {
                    match self {
                        #(#to_integer)*
                        Self::#unknown(value) => value.as_i64(),
                    }
                }
            }

            impl From<i64> for #name {
                #[inline]
                fn from(integer: i64) -> Self {
                    match integer {
                        #(#from_integer)*
                        _ => Self::#unknown(runtime::UnknownInteger::new(integer)),
                    }
                }
            }

            impl std::str::FromStr for #name {
                type Err = std::num::ParseIntError;

                // Not `Self::Err`: a value may have given a variant that name.
                #[inline]
                fn from_str(text: &str) -> Result<Self, std::num::ParseIntError> {
                    Ok(Self::from(text.parse::<i64>()?))
                }
            }

            impl std::fmt::Display for #name {
                #[inline]
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    write!(formatter, "{}", self.as_i64())
                }
            }

            impl runtime::Decode for #name {
                #[inline]
                fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                    Ok(Self::from(json.integer::<i64>()?))
                }
            }

            impl runtime::Encode for #name {
                #[inline]
                fn encode(&self, json: &mut runtime::JsonWriter) {
                    json.integer(self.as_i64());
                }
            }

            #model_traits
        });
    }
}

fn definition<V>(item: &Enum<V>, derived: &TokenStream, unknown_value: &TokenStream) -> TokenStream {
    let Enum { docs, name, deprecated, variants, unknown } = item;
    let deprecation = deprecation(*deprecated);
    quote! {
        #docs
        #deprecation
        #[derive(#derived)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the description does not list.
            #unknown(#unknown_value),
        }
    }
}

impl<V> ToTokens for EnumVariant<V> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let EnumVariant { docs, name, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        tokens.extend(quote! {
            #docs
            #deprecation
            #name
        });
    }
}
