//! Pagination: how a page leads to the next, and where its items are.

use proc_macro2::Literal;

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{Handed, ItemsPath, More, NextPage, Operation, Pagination, Presence, Setting, Step};

impl Operation {
    /// How further pages are asked for.
    pub(super) fn paginated(&self) -> Option<TokenStream> {
        let Operation { request, pagination, .. } = self;
        let Pagination { next, items, item } = pagination.as_ref()?;
        let next = next.tokens(items);
        let taken = items.taken();
        Some(quote! {
            impl runtime::Paginated for #request {
                type Item = #item;

                #[inline]
                fn next(&self, page: &runtime::Response<Self::Output>) -> Option<runtime::NextPage<Self>> {
                    #next
                }

                #[inline]
                fn items(page: Self::Output) -> Vec<Self::Item> {
                    #taken
                }
            }
        })
    }
}

impl NextPage {
    /// The body of a function of `page`.
    fn tokens(&self, items: &ItemsPath) -> TokenStream {
        match self {
            Self::Offset(setting, more) => {
                let (more, current, next) = (more.tokens(items), setting.current(), setting.set_to(&quote!(offset)));
                let count = items.count();
                quote! {
                    let page = page.body();
                    let offset = runtime::next_offset(#current, #count, #more)?;
                    Some(#next)
                }
            }
            Self::Number { setting, first, more } => {
                let (more, current, next) = (more.tokens(items), setting.current(), setting.set_to(&quote!(number)));
                let (first, count) = (Literal::i64_unsuffixed(*first), items.count());
                quote! {
                    let page = page.body();
                    let number = runtime::next_number(#current, #first, #count, #more)?;
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
    fn tokens(&self, items: &ItemsPath) -> TokenStream {
        match self {
            Self::Next(path) => quote!(page #(.#path)*.is_some()),
            Self::UntilEmpty if items.is_always_there() => {
                let items = items.steps.iter().map(|step| &step.name);
                quote!(!page #(.#items)*.is_empty())
            }
            // A page without items is the last one in any case.
            Self::UntilEmpty => quote!(true),
        }
    }
}

impl ItemsPath {
    /// How many items `page` has, a reference.
    fn count(&self) -> TokenStream {
        let (list, is_option) = self.walked(&quote!(.as_ref()), |page, Step { name, presence, .. }| match presence {
            Presence::Required => quote!(#page.#name),
            Presence::OptionalNullable => quote!(#page.#name.as_ref().and_then(Option::as_ref)),
            Presence::Sent | Presence::Nullable | Presence::Optional => quote!(#page.#name.as_ref()),
        });
        if is_option { quote!(#list.map_or(0, |items| items.len())) } else { quote!(#list.len()) }
    }

    /// The items of `page`, a value.
    fn taken(&self) -> TokenStream {
        let (list, is_option) = self.walked(&TokenStream::new(), |page, Step { name, presence, is_hidden }| {
            let inner = is_hidden.then(|| quote!(.into_inner()));
            let each_inner = is_hidden.then(|| quote!(.map(|page| page.into_inner())));
            match presence {
                Presence::Required => quote!(#page.#name #inner),
                Presence::OptionalNullable => quote!(#page.#name.flatten() #each_inner),
                Presence::Sent | Presence::Nullable | Presence::Optional => quote!(#page.#name #each_inner),
            }
        });
        if is_option { quote!(#list.unwrap_or_default()) } else { list }
    }

    /// What the steps lead to, and whether it is in an `Option`. A step makes its value, in an `Option` if it may be missing, of the
    /// value before it.
    fn walked(&self, nullable: &TokenStream, value: impl Fn(&TokenStream, &Step) -> TokenStream) -> (TokenStream, bool) {
        let page = quote!(page);
        let (mut list, mut is_option) = if self.is_nullable { (quote!(page #nullable), true) } else { (page.clone(), false) };
        for step in &self.steps {
            let is_required = step.presence == Presence::Required;
            list = match (is_option, is_required) {
                (false, _) => value(&list, step),
                (true, true) => {
                    let (value, reference) = (value(&page, step), (!nullable.is_empty()).then(|| quote!(&)));
                    quote!(#list.map(|page| #reference #value))
                }
                (true, false) => {
                    let value = value(&page, step);
                    quote!(#list.and_then(|page| #value))
                }
            };
            is_option |= !is_required;
        }
        (list, is_option)
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
        let field = match *is_required {
            true if name.as_str() == value.to_string() => quote!(#name),
            true => quote!(#name: #value),
            false => quote!(#name: Some(#value)),
        };
        quote!(runtime::NextPage::Request(Self { #field, ..self.clone() }))
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
            Presence::Sent | Presence::Nullable | Presence::Optional => value,
        };
        tokens.extend(if *is_text { quote!(runtime::next_text(#value)) } else { value });
    }
}
