//! Pagination: how a page leads to the next, and where its items are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{More, Operation, Pagination, Step};

impl Operation {
    /// How further pages are asked for.
    pub(super) fn paginated(&self) -> Option<TokenStream> {
        let Operation { request, pagination, .. } = self;
        let Pagination { offset, items, item, more } = pagination.as_ref()?;
        let names = |path: &[Step]| path.iter().map(|step| step.name.clone()).collect::<Vec<_>>();
        let taken = items.iter().map(Step::taken);
        let items = names(items);
        let more = match more {
            More::Next(path) => {
                let path = names(path);
                quote!(page #(.#path)*.is_some())
            }
            More::UntilEmpty => quote!(!page #(.#items)*.is_empty()),
        };
        Some(quote! {
            impl runtime::Paginated for #request {
                type Item = #item;

                fn next(&self, page: &Self::Output) -> Option<Self> {
                    let offset = runtime::next_offset(self.#offset, page #(.#items)*.len(), #more)?;
                    Some(Self { #offset: Some(offset), ..self.clone() })
                }

                fn items(page: Self::Output) -> Vec<Self::Item> {
                    page #(#taken)*
                }
            }
        })
    }
}

impl Step {
    /// `.objects`, out of its box.
    fn taken(&self) -> TokenStream {
        let Step { name, is_hidden } = self;
        if *is_hidden { quote!(.#name.into_inner()) } else { quote!(.#name) }
    }
}
