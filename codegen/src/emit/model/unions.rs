//! Unions: one of several shapes, told apart once and then read as the one it is.

use super::form_choice::form_choice;
use super::inline_unless;
use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::scalar::texts;
use crate::emit::tokens::deprecation;
use crate::plan::{FormChoice, Rest, TagArm, Ty, Union, UnionDecoding, UnionVariant};

impl ToTokens for Union {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let definition = self.definition();
        let conversions = self.conversions();
        let decode = self.decode();
        let encode = self.encode();
        let name = &self.name;
        tokens.extend(quote! {
            use crate::runtime;

            #definition
            #(#conversions)*
            #decode
            #encode
            // Which variant it is can be seen in what the compiler derives for `Debug`, but not in JSON.
            runtime::serde_traits!(#name);
        });
    }
}

impl Union {
    fn definition(&self) -> TokenStream {
        let Union { docs, name, deprecated, variants, unknown, .. } = self;
        let deprecation = deprecation(*deprecated);
        quote! {
            #docs
            #deprecation
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                /// A value that is none of the alternatives, and the reason.
                #unknown(runtime::Unrecognized),
            }
        }
    }

    fn conversions(&self) -> impl Iterator<Item = TokenStream> {
        let Union { name: union, variants, .. } = self;
        let convertible = variants.iter().filter(|variant| variant.convertible);
        convertible.map(move |UnionVariant { name, ty, .. }| match ty {
            Ty::Box(ty) => quote! {
                impl From<#ty> for #union {
                    #[inline]
                    fn from(value: #ty) -> Self {
                        Self::#name(Box::new(value))
                    }
                }
            },
            Ty::Deep(ty) => quote! {
                impl From<#ty> for #union {
                    #[inline]
                    fn from(value: #ty) -> Self {
                        Self::#name(value.into())
                    }
                }
            },
            ty => quote! {
                impl From<#ty> for #union {
                    #[inline]
                    fn from(value: #ty) -> Self {
                        Self::#name(value)
                    }
                }
            },
        })
    }

    fn decode(&self) -> TokenStream {
        let Union { name, unknown, decoding, ends_chain, .. } = self;
        let inline = inline_unless(*ends_chain);
        let choice = match decoding {
            UnionDecoding::Tag { wire_name, arms, otherwise, absent } => {
                let otherwise = match otherwise {
                    Some(variant) => quote!(runtime::variant(json, Self::#variant)),
                    None => quote!(runtime::no_alternative(json)),
                };
                let are_texts = arms.iter().all(|arm| texts(&arm.values).is_some());
                let tag = if are_texts { quote!(json.tag(#wire_name)) } else { quote!(json.scalar_tag(#wire_name)) };
                let arms = arms.iter().map(|arm| arm.tokens(are_texts));
                let absent = absent.as_ref().map(|choice| {
                    let choice = form_choice(choice);
                    quote!(None => #choice,)
                });
                quote! {
                    match #tag {
                        #(#arms)*
                        #absent
                        _ => #otherwise,
                    }
                }
            }
            UnionDecoding::Form(choice) => form_choice(choice),
        };
        let read = match decoding {
            UnionDecoding::Form(FormChoice { rest: Some(Rest { variant, is_object: false }), .. }) => quote! {
                runtime::read_or(json, |json| runtime::variant(json, Self::#variant), |json| #choice)
            },
            _ => quote!(runtime::read_union(json, Self::#unknown, |json| #choice)),
        };
        quote! {
            impl runtime::Decode for #name {
                #inline
                fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                    #read
                }
            }
        }
    }

    fn encode(&self) -> TokenStream {
        let Union { name, variants, unknown, .. } = self;
        let variants = variants.iter().map(|UnionVariant { name, constraints, .. }| {
            let value = constraints.of(&quote!(value));
            quote!(Self::#name(value) => runtime::Encode::encode(#value, json))
        });
        quote! {
            impl runtime::Encode for #name {
                #[inline]
                fn encode(&self, json: &mut runtime::JsonWriter) {
                    match self {
                        #(#variants,)*
                        Self::#unknown(value) => runtime::Encode::encode(value, json),
                    }
                }
            }
        }
    }
}

impl ToTokens for UnionVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let UnionVariant { docs, name, ty, .. } = self;
        tokens.extend(quote! {
            #docs
            #name(#ty)
        });
    }
}

impl TagArm {
    /// The arm of a match on `json.tag`, where all values are texts, or else on `json.scalar_tag`.
    fn tokens(&self, are_texts: bool) -> TokenStream {
        let TagArm { values, variant } = self;
        match texts(values).filter(|_| are_texts) {
            Some(texts) => quote!(Some(#(#texts)|*) => runtime::variant(json, Self::#variant),),
            None => quote!(Some(#(#values)|*) => runtime::variant(json, Self::#variant),),
        }
    }
}
