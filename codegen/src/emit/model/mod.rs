//! A file of `models/`: the type made from a schema, and how it is read and written.

mod aliases;
mod constants;
mod enums;
mod fields;
mod form_choice;
mod structs;
mod unions;

use super::models_import;
use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{Model, ModelItem, Name};

impl ToTokens for Model {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let item = &self.item;
        let models = models_import(self.uses_models());
        tokens.extend(quote! {
            #models
            #item
        });
    }
}

impl ToTokens for ModelItem {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Struct(item) => item.to_tokens(tokens),
            Self::StringEnum(item) => item.to_tokens(tokens),
            Self::IntegerEnum(item) => item.to_tokens(tokens),
            Self::Union(item) => item.to_tokens(tokens),
            Self::Alias(item) => item.to_tokens(tokens),
        }
    }
}

/// `#[inline]`, but where reading ends a chain of types.
fn inline_unless(ends_chain: bool) -> Option<TokenStream> {
    (!ends_chain).then(|| quote!(#[inline]))
}

/// What every model has by way of `Encode` and `Decode`.
fn model_traits(name: &Name) -> TokenStream {
    quote!(runtime::model_traits!(#name);)
}
