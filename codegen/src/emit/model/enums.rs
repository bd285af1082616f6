//! Enums: listed strings and listed integers, open to values that the description does not list.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::serde_bridges;
use crate::emit::tokens::deprecation;
use crate::plan::{IntegerEnum, IntegerVariant, StringEnum, StringVariant};

impl ToTokens for StringEnum {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let definition = self.definition();
        let conversions = self.conversions();
        let codec = self.codec();
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

impl StringEnum {
    fn definition(&self) -> TokenStream {
        let StringEnum { docs, name, deprecated, variants, unknown } = self;
        let deprecation = deprecation(*deprecated);
        quote! {
            #docs
            #deprecation
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                /// A value that the description does not list.
                #unknown(runtime::UnknownValue),
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let StringEnum { name, variants, unknown, .. } = self;
        let names: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
        let values: Vec<_> = variants.iter().map(|variant| &variant.value).collect();
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

    fn codec(&self) -> TokenStream {
        let StringEnum { name, .. } = self;
        quote! {
            impl runtime::Decode for #name {
                fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                    Ok(Self::from(&*json.string()?))
                }
            }

            impl runtime::Encode for #name {
                fn encode(&self, json: &mut runtime::JsonWriter) {
                    json.string(self.as_str());
                }
            }
        }
    }
}

impl ToTokens for StringVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let StringVariant { docs, name, .. } = self;
        tokens.extend(quote! {
            #docs
            #name
        });
    }
}

impl ToTokens for IntegerEnum {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let definition = self.definition();
        let conversions = self.conversions();
        let codec = self.codec();
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

impl IntegerEnum {
    fn definition(&self) -> TokenStream {
        let IntegerEnum { docs, name, deprecated, variants, unknown } = self;
        let deprecation = deprecation(*deprecated);
        quote! {
            #docs
            #deprecation
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                /// A value that the description does not list.
                #unknown(runtime::UnknownInteger),
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let IntegerEnum { name, variants, unknown, .. } = self;
        let names: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
        let values: Vec<_> = variants.iter().map(|variant| Literal::i64_unsuffixed(variant.value)).collect();
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

    fn codec(&self) -> TokenStream {
        let IntegerEnum { name, .. } = self;
        quote! {
            impl runtime::Decode for #name {
                fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                    Ok(Self::from(json.integer::<i64>()?))
                }
            }

            impl runtime::Encode for #name {
                fn encode(&self, json: &mut runtime::JsonWriter) {
                    json.integer(self.as_i64());
                }
            }
        }
    }
}

impl ToTokens for IntegerVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let IntegerVariant { docs, name, .. } = self;
        tokens.extend(quote! {
            #docs
            #name
        });
    }
}
