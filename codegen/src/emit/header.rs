//! Headers of responses: constants that read them.

use super::quoting::{ToTokens, TokenStream, quote};
use super::tokens::deprecation;
use crate::plan::{HeaderForm, ResponseHeader};

impl ToTokens for ResponseHeader {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ResponseHeader { docs, name, wire_name, ty, form, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        let reader = match form {
            HeaderForm::Text => quote!(text(#wire_name)),
            HeaderForm::Literal => quote!(literal(#wire_name)),
            HeaderForm::Texts => quote!(texts(#wire_name)),
            HeaderForm::Literals => quote!(literals(#wire_name)),
            HeaderForm::Lines => quote!(lines(#wire_name)),
            HeaderForm::Json => quote!(json(#wire_name)),
            HeaderForm::Object { explode: false, literals } => quote!(object(#wire_name, &[#(#literals),*])),
            HeaderForm::Object { explode: true, literals } => quote!(exploded_object(#wire_name, &[#(#literals),*])),
        };
        tokens.extend(quote! {
            #docs
            #deprecation
            pub const #name: runtime::Header<#ty> = runtime::Header::#reader;
        });
    }
}
