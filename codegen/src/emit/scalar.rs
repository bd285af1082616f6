//! Texts, numbers and booleans of JSON, with which values are compared.

use proc_macro2::Literal;

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{Fraction, Scalar};

impl ToTokens for Scalar {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Boolean(value) => quote!(runtime::Scalar::Boolean(#value)),
            Self::Integer(value) => {
                let value = Literal::i128_unsuffixed(*value);
                quote!(runtime::Scalar::Integer(#value))
            }
            Self::Number(Fraction(value)) => {
                let value = Literal::f64_unsuffixed(*value);
                quote!(runtime::Scalar::Number(#value))
            }
            Self::Text(text) => quote!(runtime::Scalar::Text(#text)),
        });
    }
}

/// The texts that values are, if each is one.
pub(super) fn texts(values: &[Scalar]) -> Option<Vec<&str>> {
    let mut found = Vec::with_capacity(values.len());
    for value in values {
        let Scalar::Text(text) = value else { return None };
        found.push(text.as_str());
    }
    Some(found)
}
