//! Responses: which status gives what, and the errors that the description documents.

use proc_macro2::Literal;

use super::quoting::{ToTokens, TokenStream, quote};
use super::tokens::deprecation;
use crate::plan::{
    Arm, EventEnum, Fallback, Holder, Operation, Outcome, Output, Reading, Status, StatusVariant, StreamKind, Streaming, Success,
    VariantPath,
};

impl Operation {
    /// How a response is read.
    pub(super) fn decode(&self) -> TokenStream {
        let Operation { arms, fallback, .. } = self;
        match arms.as_slice() {
            [] => quote! {
                #[inline]
                fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
                    #fallback
                }
            },
            arms => quote! {
                #[inline]
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

impl Operation {
    /// The output enum.
    pub(super) fn outputs(&self) -> Option<TokenStream> {
        let Output { name, docs, variants } = self.output_enum.as_ref()?;
        Some(quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
            }
        })
    }

    /// The way to take the body of a success as it comes.
    pub(super) fn stream(&self) -> Option<TokenStream> {
        let Streaming { kind, accept, .. } = self.streaming.as_ref()?;
        // Unless the caller has chosen among the media types, the one that is streamed is asked for.
        let (choice, accept) = match &self.own_accept {
            Some(own) => (Some(quote!(let accept = self.#own.is_none().then_some(#accept);)), quote!(accept)),
            None => (None, quote!(Some(#accept))),
        };
        Some(match kind {
            StreamKind::Events(data) => quote! {
                /// Sends the request; the events come as a stream.
                #[inline]
                pub fn stream(self) -> runtime::Opening<Self, runtime::EventStream<#data>> {
                    runtime::EventStream::of_json(self)
                }
            },
            StreamKind::TextEvents => quote! {
                /// Sends the request; the events come as a stream.
                #[inline]
                pub fn stream(self) -> runtime::Opening<Self, runtime::EventStream<String>> {
                    runtime::EventStream::of_text(self)
                }
            },
            StreamKind::NamedEvents(EventEnum { name, .. }) => quote! {
                /// Sends the request; the events come as a stream.
                #[inline]
                pub fn stream(self) -> runtime::Opening<Self, runtime::EventStream<#name>> {
                    runtime::EventStream::of_named(self)
                }
            },
            StreamKind::Lines(item) => quote! {
                /// Sends the request; the items come as a stream.
                #[inline]
                pub fn stream(self) -> runtime::Opening<Self, runtime::LineStream<#item>> {
                    #choice
                    runtime::LineStream::open(self, #accept)
                }
            },
            StreamKind::Bytes => quote! {
                /// Sends the request; the body comes as a stream of bytes, however long it is.
                #[inline]
                pub fn stream(self) -> runtime::Opening<Self, runtime::Download> {
                    #choice
                    runtime::Download::open(self, #accept)
                }
            },
        })
    }
}

impl StreamKind {
    /// The stream's type.
    pub(super) fn ty(&self) -> TokenStream {
        match self {
            Self::Events(data) => quote!(runtime::EventStream<#data>),
            Self::TextEvents => quote!(runtime::EventStream<String>),
            Self::NamedEvents(EventEnum { name, .. }) => quote!(runtime::EventStream<#name>),
            Self::Lines(item) => quote!(runtime::LineStream<#item>),
            Self::Bytes => quote!(runtime::Download),
        }
    }
}

impl ToTokens for Arm {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Arm { status, media_types, outcome } = self;
        let guards = media_types.iter().map(|media_type| quote!(response.is(#media_type)));
        let guard = guards.reduce(|guard, or| quote!(#guard || #or));
        tokens.extend(match (status, guard) {
            (Status::Code(_), None) => quote!(#status => #outcome),
            (Status::Code(_), Some(guard)) => quote!(#status if #guard => #outcome),
            // A pattern such as `400..=499` would overlap with those of the range's own statuses.
            (Status::Range(_), None) => quote!(_ if #status => #outcome),
            (Status::Range(_), Some(guard)) if media_types.len() == 1 => quote!(_ if #status && #guard => #outcome),
            (Status::Range(_), Some(guard)) => quote!(_ if #status && (#guard) => #outcome),
            (Status::Default, None) => quote!(_ => #outcome),
            (Status::Default, Some(guard)) => quote!(_ if #guard => #outcome),
        });
    }
}

impl ToTokens for Status {
    /// The status, or the test for its class; `default` needs none.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Code(code) => Literal::u16_unsuffixed(*code).to_tokens(tokens),
            Self::Range(1) => tokens.extend(quote!(response.status().is_informational())),
            Self::Range(2) => tokens.extend(quote!(response.status().is_success())),
            Self::Range(3) => tokens.extend(quote!(response.status().is_redirection())),
            Self::Range(4) => tokens.extend(quote!(response.status().is_client_error())),
            Self::Range(_) => tokens.extend(quote!(response.status().is_server_error())),
            Self::Default => {}
        }
    }
}

impl ToTokens for Outcome {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Success(success) => quote!(#success),
            Self::Error(Reading::Json, variant) => quote!(response.error_json(#variant)),
            Self::Error(Reading::Text, variant) => quote!(response.error_text(#variant)),
            Self::Error(Reading::Parsed, variant) => quote!(response.error_parsed(#variant)),
            Self::Error(_, variant) => quote!(response.error(#variant)),
        });
    }
}

impl ToTokens for Success {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Success { reading, holder } = self;
        tokens.extend(match (reading, holder) {
            (reading, None) => quote!(response.#reading()),
            (Reading::Empty, Some(Holder::Variant(variant))) => quote!(Ok(#variant)),
            (Reading::Empty, Some(Holder::Option)) => quote!(Ok(None)),
            (reading, Some(Holder::Variant(variant))) => quote!(response.#reading().map(#variant)),
            (reading, Some(Holder::Option)) => quote!(response.#reading().map(Some)),
        });
    }
}

impl ToTokens for Reading {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Json => quote!(json),
            Self::Text => quote!(text),
            Self::Parsed => quote!(parsed),
            Self::Binary => quote!(binary),
            Self::Events => quote!(events),
            Self::TextEvents => quote!(text_events),
            Self::NamedEvents => quote!(named_events),
            Self::Lines => quote!(json_lines),
            Self::Empty => quote!(empty),
        });
    }
}

impl ToTokens for Fallback {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Undocumented(Success { reading, holder: None }) => {
                quote!(response.undocumented(runtime::Received::#reading))
            }
            Self::Undocumented(success @ Success { reading: Reading::Empty, holder: Some(_) }) => {
                quote!(response.undocumented(|_| #success))
            }
            Self::Undocumented(success) => quote!(response.undocumented(|response| #success)),
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

impl ToTokens for StatusVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let StatusVariant { docs, name, ty, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        let body = ty.as_ref().map(|ty| quote!((#ty)));
        tokens.extend(quote! {
            #docs
            #deprecation
            #name #body
        });
    }
}
