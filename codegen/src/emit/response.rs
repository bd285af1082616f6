//! Responses: which status gives what, and the errors that the description documents.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::plan::{Arm, ErrorVariant, Fallback, Operation, Outcome, Reading, Status, VariantPath};

impl Operation {
    /// How a response is read.
    pub(super) fn decode(&self) -> TokenStream {
        let Operation { arms, fallback, .. } = self;
        match arms.as_slice() {
            [] => quote! {
                fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
                    #fallback
                }
            },
            arms => quote! {
                fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
                    match response.status().as_u16() {
                        #(#arms,)*
                        _ => #fallback,
                    }
                }
            },
        }
    }

    /// The error enum.
    pub(super) fn errors(&self) -> TokenStream {
        let Operation { error, error_docs, errors, .. } = self;
        quote! {
            #error_docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #error {
                #(#errors,)*
            }
        }
    }
}

impl ToTokens for Arm {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Arm { status, outcome } = self;
        tokens.extend(quote!(#status => #outcome));
    }
}

impl ToTokens for Status {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Code(code) => Literal::u16_unsuffixed(*code).to_tokens(tokens),
            // A pattern such as `400..=499` would overlap with those of the range's own statuses.
            Self::Range(1) => tokens.extend(quote!(_ if response.status().is_informational())),
            Self::Range(2) => tokens.extend(quote!(_ if response.status().is_success())),
            Self::Range(3) => tokens.extend(quote!(_ if response.status().is_redirection())),
            Self::Range(4) => tokens.extend(quote!(_ if response.status().is_client_error())),
            Self::Range(_) => tokens.extend(quote!(_ if response.status().is_server_error())),
        }
    }
}

impl ToTokens for Outcome {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Success(Reading::Json) => quote!(response.json()),
            Self::Success(Reading::Empty) => quote!(response.empty()),
            Self::Error(variant) => quote!(response.error(#variant)),
            Self::ErrorJson(variant) => quote!(response.error_json(#variant)),
        });
    }
}

impl ToTokens for Fallback {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Undocumented(Reading::Json) => quote!(response.undocumented(runtime::Received::json)),
            Self::Undocumented(Reading::Empty) => quote!(response.undocumented(runtime::Received::empty)),
            Self::Default(outcome) => quote!(#outcome),
        });
    }
}

impl ToTokens for VariantPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let VariantPath { item, variant } = self;
        tokens.extend(quote!(#item::#variant));
    }
}

impl ToTokens for ErrorVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ErrorVariant { docs, name, ty } = self;
        tokens.extend(match ty {
            None => quote! {
                #docs
                #name
            },
            Some(ty) => quote! {
                #docs
                #name(#ty)
            },
        });
    }
}
