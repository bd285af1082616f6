//! Request bodies: how they are written.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::plan::{BodyField, FixedValue, RequestBody};

impl ToTokens for RequestBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Json { media_type, name } => match media_type.as_str() {
                "application/json" => quote!(request.json(&self.#name);),
                media_type => quote!(request.json_as(#media_type, &self.#name);),
            },
            Self::JsonObject { media_type, fields } => match media_type.as_str() {
                "application/json" => quote!(request.json_object(|fields| { #(#fields)* });),
                media_type => quote!(request.json_object_as(#media_type, |fields| { #(#fields)* });),
            },
        });
    }
}

impl ToTokens for BodyField {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Fixed { wire_name, value } => quote!(fields.required(#wire_name, &#value);),
            Self::Required { wire_name, name } => quote!(fields.required(#wire_name, &self.#name);),
            Self::Optional { wire_name, name } => quote!(fields.optional(#wire_name, &self.#name);),
        });
    }
}

impl ToTokens for FixedValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Bool(value) => value.to_tokens(tokens),
            // With a suffix: nothing beside it says which integer it is.
            Self::Integer(value) => Literal::i64_suffixed(*value).to_tokens(tokens),
            Self::String(value) => value.to_tokens(tokens),
        }
    }
}
