//! Members of a request: its fields and their setters.

use super::quoting::{ToTokens, TokenStream, quote};
use super::tokens::{deprecation, doc};
use crate::plan::{Member, Sent};

/// The value where it is written: `&self.limit`.
impl ToTokens for Sent {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Sent { name, constraints } = self;
        tokens.extend(constraints.of(&quote!(&self.#name)));
    }
}

impl Member {
    /// The field that an argument fills: `name: String`.
    pub(super) fn required_field(&self) -> TokenStream {
        let Member { name, ty, .. } = self;
        quote!(#name: #ty)
    }

    /// The field that a setter fills: `limit: Option<i64>`.
    pub(super) fn optional_field(&self) -> TokenStream {
        let Member { name, ty, null_setter, .. } = self;
        match null_setter {
            None => quote!(#name: Option<#ty>),
            Some(_) => quote!(#name: Option<Option<#ty>>),
        }
    }

    /// The setter, and beside it the one that sends `null`.
    pub(super) fn setters(&self) -> TokenStream {
        let Member { docs, name, ty, argument, null_setter, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        let parameter = argument.parameter(name, ty);
        let value = argument.value(name);
        match null_setter {
            None => quote! {
                #docs
                #deprecation
                #[inline]
                pub fn #name(mut self, #parameter) -> Self {
                    self.#name = Some(#value);
                    self
                }
            },
            Some(null_setter) => {
                let null_docs = doc(&format!("Sets `{}` to null.", name));
                quote! {
                    #docs
                    #deprecation
                    #[inline]
                    pub fn #name(mut self, #parameter) -> Self {
                        self.#name = Some(Some(#value));
                        self
                    }

                    #null_docs
                    #deprecation
                    #[inline]
                    pub fn #null_setter(mut self) -> Self {
                        self.#name = Some(None);
                        self
                    }
                }
            }
        }
    }
}
