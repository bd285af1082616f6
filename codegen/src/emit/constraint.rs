//! Constraints: what is checked of a value before it is sent.

use proc_macro2::Literal;

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{Constraint, Constraints};

impl Constraints {
    /// A reference to a value, with its constraints if it has any.
    pub(super) fn of(&self, value: &TokenStream) -> TokenStream {
        if self.is_empty() { value.clone() } else { quote!(&runtime::Constrained::new(#value, #self)) }
    }

    /// A reference to a map of values, each with its constraints if there are any.
    pub(super) fn of_each(&self, map: &TokenStream) -> TokenStream {
        if self.is_empty() { map.clone() } else { quote!(&runtime::Constrained::each(#map, #self)) }
    }
}

impl ToTokens for Constraints {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let constraints = &self.0;
        tokens.extend(quote!(&[#(runtime::Constraint::#constraints),*]));
    }
}

impl ToTokens for Constraint {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Count { variant, bound } => {
                let (variant, bound) = (TokenStream::word(variant), Literal::u64_unsuffixed(*bound));
                quote!(#variant(#bound))
            }
            Self::Text { variant, bound } => {
                let variant = TokenStream::word(variant);
                quote!(#variant(#bound))
            }
            Self::UniqueItems => quote!(UniqueItems),
            Self::OneOf(values) => quote!(OneOf(&[#(#values),*])),
            Self::Items(constraints) => quote!(Items(#constraints)),
            Self::PrefixItems(places) => quote!(PrefixItems(&[#(#places),*])),
            Self::Values(constraints) => quote!(Values(#constraints)),
        });
    }
}
