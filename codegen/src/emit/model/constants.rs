//! Constants of structs: the declaration, and their part in reading and writing.

use proc_macro2::Literal;

use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::tokens::deprecation;
use crate::plan::{Constant, OnlyValue};

impl ToTokens for Constant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Constant { docs, name, value, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        let (ty, value) = match value {
            OnlyValue::Text(value) => (quote!(&'static str), quote!(#value)),
            OnlyValue::Integer(value) => {
                let ty = if i64::try_from(*value).is_ok() { quote!(i64) } else { quote!(i128) };
                (ty, Literal::i128_unsuffixed(*value).to_token_stream())
            }
            OnlyValue::Boolean(value) => (quote!(bool), quote!(#value)),
            OnlyValue::Number(value) => (quote!(f64), Literal::f64_unsuffixed(*value).to_token_stream()),
        };
        tokens.extend(quote! {
            #docs
            #deprecation
            pub const #name: #ty = #value;
        });
    }
}

impl Constant {
    /// `.constant("type", Self::TYPE)`.
    pub(super) fn decode(&self) -> TokenStream {
        let Constant { name, wire_name, is_received, .. } = self;
        match is_received {
            true => quote!(.constant(#wire_name, Self::#name)),
            false => quote!(.optional_constant(#wire_name, Self::#name)),
        }
    }

    /// `fields.required("type", &Self::TYPE);`.
    pub(super) fn encode(&self) -> TokenStream {
        let Constant { name, wire_name, is_sent, .. } = self;
        match is_sent {
            true => quote!(fields.required(#wire_name, &Self::#name);),
            false => quote!(fields.read_only(#wire_name, &Self::#name);),
        }
    }
}
