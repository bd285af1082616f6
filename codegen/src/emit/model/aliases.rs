//! Aliases: a name for a type that is not a model.

use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::tokens::deprecation;
use crate::plan::Alias;

impl ToTokens for Alias {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Alias { docs, name, deprecated, ty } = self;
        let runtime = ty.mentions_runtime().then(|| {
            quote!(
                use crate::runtime;
            )
        });
        let deprecation = deprecation(*deprecated);
        tokens.extend(quote! {
            #runtime

            #docs
            #deprecation
            pub type #name = #ty;
        });
    }
}
