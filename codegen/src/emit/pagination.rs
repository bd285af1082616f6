//! Pagination: how a page leads to the next, and where its items are.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::plan::{Handed, More, Name, NextPage, Operation, Pagination, Presence, Setting};

impl Operation {
    /// How further pages are asked for.
    pub(super) fn paginated(&self) -> Option<TokenStream> {
        let Operation { request, pagination, .. } = self;
        let Pagination { next, items, hidden, item } = pagination.as_ref()?;
        let next = next.tokens(items);
        let taken = hidden.iter().map(|hidden| hidden.then(|| quote!(.into_inner())));
        Some(quote! {
            impl runtime::Paginated for #request {
                type Item = #item;

                #[inline]
                fn next(&self, page: &runtime::Response<Self::Output>) -> Option<runtime::NextPage<Self>> {
                    #next
                }

                #[inline]
                fn items(page: Self::Output) -> Vec<Self::Item> {
                    page #(.#items #taken)*
                }
            }
        })
    }
}

impl NextPage {
    /// The body of a function of `page`.
    fn tokens(&self, items: &[Name]) -> TokenStream {
        match self {
            Self::Offset(setting, more) => {
                let (more, current, next) = (more.tokens(items), setting.current(), setting.set_to(&quote!(offset)));
                quote! {
                    let page = page.body();
                    let offset = runtime::next_offset(#current, page #(.#items)*.len(), #more)?;
                    Some(#next)
                }
            }
            Self::Number { setting, first, more } => {
                let (more, current, next) = (more.tokens(items), setting.current(), setting.set_to(&quote!(number)));
                let first = Literal::i64_unsuffixed(*first);
                quote! {
                    let page = page.body();
                    let number = runtime::next_number(#current, #first, page #(.#items)*.len(), #more)?;
                    Some(#next)
                }
            }
            Self::Cursor(setting, cursor) => {
                let next = setting.set_to(&quote!(cursor));
                quote! {
                    let cursor = #cursor?;
                    Some(#next)
                }
            }
            Self::Address(address) => quote!(Some(runtime::NextPage::Address(#address?))),
            Self::Link => quote!(Some(runtime::NextPage::Address(runtime::next_link(page.headers())?))),
        }
    }
}

impl More {
    fn tokens(&self, items: &[Name]) -> TokenStream {
        match self {
            Self::Next(path) => quote!(page #(.#path)*.is_some()),
            Self::UntilEmpty => quote!(!page #(.#items)*.is_empty()),
        }
    }
}

impl Setting {
    /// What the request says now.
    fn current(&self) -> TokenStream {
        let Self { name, is_required } = self;
        if *is_required { quote!(Some(self.#name)) } else { quote!(self.#name) }
    }

    /// The same request with another value.
    fn set_to(&self, value: &TokenStream) -> TokenStream {
        let Self { name, is_required } = self;
        let value = if *is_required { value.clone() } else { quote!(Some(#value)) };
        quote!(runtime::NextPage::Request(Self { #name: #value, ..self.clone() }))
    }
}

impl ToTokens for Handed {
    /// The value of a page, if it is there.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { path, presence, is_text, is_copied, .. } = self;
        let clone = (!is_copied).then(|| quote!(.clone()));
        let value = quote!(page.body() #(.#path)* #clone);
        let value = match presence {
            Presence::Required => quote!(Some(#value)),
            Presence::OptionalNullable => quote!(#value.flatten()),
            Presence::WriteOnly | Presence::Nullable | Presence::Optional => value,
        };
        tokens.extend(if *is_text { quote!(runtime::next_text(#value)) } else { value });
    }
}
