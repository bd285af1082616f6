//! The `mod.rs` files: what lies in a folder, and a group's handle.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::tokens::{allowance, file_docs};
use crate::plan::{Group, GroupHandle, Model, Operation, Plan};

/// `generated/mod.rs`.
pub(super) fn root(Plan { docs, security_schemes, .. }: &Plan) -> TokenStream {
    let security_schemes = (!security_schemes.is_empty()).then(|| quote! { mod security_schemes; });
    let docs = file_docs(docs);
    quote! {
        #docs

        // Of this file and of all that it declares: what is written here is compared with what should be.
        #![cfg_attr(rustfmt, rustfmt_skip)]

        mod client;
        pub mod models;
        pub mod operations;
        #security_schemes
        pub mod servers;
    }
}

/// `models/mod.rs`.
pub(super) fn models(Plan { models, .. }: &Plan) -> TokenStream {
    let modules = models.iter().map(Model::declaration);
    let exports = models.iter().map(Model::export);
    quote! {
        //! The models of the API, one file per schema.

        #(#modules)*

        #(#exports)*
    }
}

/// `operations/mod.rs`.
pub(super) fn operations(Plan { groups, .. }: &Plan) -> TokenStream {
    let modules = groups.iter().map(|Group { module, feature, .. }| {
        let condition = condition(feature.as_slice());
        quote!(#condition pub mod #module;)
    });
    quote! {
        //! The calls of the API, one module per tag.

        #(#modules)*
    }
}

impl ToTokens for Group {
    /// `operations/<group>/mod.rs`.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Group { module, docs, handle, operations, .. } = self;
        let file_docs = file_docs(docs);
        let modules = operations.iter().map(Operation::declaration);
        let exports = operations.iter().map(Operation::export);
        tokens.extend(quote! {
            #file_docs

            #(#modules)*

            #(#exports)*
        });
        match handle {
            GroupHandle::Client => {}
            GroupHandle::Tag(handle) => tokens.extend(quote! {
                use crate::runtime;

                #docs
                #[derive(Clone, Debug)]
                pub struct #handle {
                    client: runtime::Client,
                }

                impl runtime::Client {
                    #docs
                    #[inline]
                    pub fn #module(&self) -> #handle {
                        #handle { client: self.clone() }
                    }
                }
            }),
        }
    }
}

/// What stands before an item that is there only if one of the features is on.
fn condition(features: &[String]) -> Option<TokenStream> {
    match features {
        [] => None,
        [feature] => Some(quote!(#[cfg(feature = #feature)])),
        features => Some(quote!(#[cfg(any(#(feature = #features),*))])),
    }
}

impl Model {
    fn declaration(&self) -> TokenStream {
        let Model { module, features, .. } = self;
        let (condition, allowance) = (condition(features), allowance(self.mentions_deprecated()));
        quote!(#condition #allowance mod #module;)
    }

    fn export(&self) -> TokenStream {
        let Model { module, features, .. } = self;
        let (condition, allowance) = (condition(features), allowance(self.mentions_deprecated()));
        let types = self.declared();
        quote!(#condition #allowance pub use #module::{#(#types),*};)
    }
}

impl Operation {
    fn declaration(&self) -> TokenStream {
        let Operation { module, .. } = self;
        let allowance = allowance(self.mentions_deprecated());
        quote!(#allowance mod #module;)
    }

    fn export(&self) -> TokenStream {
        let (module, types) = (&self.module, self.declared());
        quote!(pub use #module::{#(#types),*};)
    }
}
