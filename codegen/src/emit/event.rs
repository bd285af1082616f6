//! The enum of the events of a stream that their names distinguish.

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{EventEnum, EventVariant, Ty};

impl ToTokens for EventEnum {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { name, docs, variants, .. } = self;
        let arms = variants.iter().map(EventVariant::arm);
        tokens.extend(quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                /// Another event, or data that is not what the description says: the text that came.
                Unknown(String),
            }

            impl runtime::NamedEvent for #name {
                #[inline]
                fn read(event: &runtime::EventData<'_>) -> Result<Self, runtime::DecodeError> {
                    match event.name() {
                        #(#arms,)*
                        _ => event.text(Self::Unknown),
                    }
                }
            }
        });
    }
}

impl EventVariant {
    /// How the event's data is read.
    fn arm(&self) -> TokenStream {
        let Self { name, event, ty, .. } = self;
        match ty {
            Ty::String => quote!(#event => event.text(Self::#name)),
            _ => quote!(#event => event.json(Self::#name, Self::Unknown)),
        }
    }
}

impl ToTokens for EventVariant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, name, ty, .. } = self;
        tokens.extend(quote! {
            #docs
            #name(#ty)
        });
    }
}
