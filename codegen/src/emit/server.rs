//! `servers.rs`: base URLs as constants.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::plan::{Plan, Server};

/// The API's servers.
pub(super) fn constants(Plan { servers, .. }: &Plan) -> TokenStream {
    quote! {
        //! The servers of the API; a client calls the default one unless it is built with another.

        #(#servers)*
    }
}

impl ToTokens for Server {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Server { docs, name, url } = self;
        tokens.extend(quote! {
            #docs
            pub const #name: &str = #url;
        });
    }
}
