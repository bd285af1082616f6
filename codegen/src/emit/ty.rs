//! Types, and values on their way from the caller into a field.

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{Argument, Integer, ModelRef, Name, Ty};

impl ToTokens for Ty {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Unit => quote!(()),
            Self::Bool => quote!(bool),
            Self::Integer(integer) => quote!(#integer),
            Self::F32 => quote!(f32),
            Self::F64 => quote!(f64),
            Self::String => quote!(String),
            Self::DateTime => quote!(chrono::DateTime<chrono::FixedOffset>),
            Self::Date => quote!(chrono::NaiveDate),
            Self::Uuid => quote!(uuid::Uuid),
            Self::Base64 => quote!(runtime::Base64),
            Self::HttpDate => quote!(runtime::HttpDate),
            Self::Quoted(integer) => quote!(runtime::Quoted<#integer>),
            Self::Numeric(number) => quote!(runtime::Numeric<#number>),
            Self::IntOrString => quote!(runtime::IntOrString),
            Self::Json => quote!(runtime::Value),
            Self::JsonObject => quote!(runtime::JsonObject),
            Self::Bytes => quote!(runtime::Bytes),
            Self::Body => quote!(runtime::Body),
            Self::FilePart => quote!(runtime::FilePart),
            Self::MultipartForm => quote!(runtime::MultipartForm),
            Self::Lines(item) => quote!(runtime::JsonLines<#item>),
            Self::Event(data) => quote!(runtime::Event<#data>),
            Self::Local(name) | Self::Choice(name) => quote!(#name),
            Self::Model(model) => quote!(#model),
            Self::Vec(item) => quote!(Vec<#item>),
            Self::Tuple(items, rest) => {
                let types = match items.as_slice() {
                    [only] => quote!((#only,)),
                    items => quote!((#(#items),*)),
                };
                match rest {
                    None => types,
                    Some(rest) => quote!(runtime::Tuple<#types, #rest>),
                }
            }
            Self::Map(value) => quote!(std::collections::BTreeMap<String, #value>),
            Self::Option(value) => quote!(Option<#value>),
            Self::Box(value) => quote!(Box<#value>),
            Self::Deep(value) => quote!(runtime::Deep<#value>),
        });
    }
}

impl ToTokens for ModelRef {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        tokens.extend(quote!(models::#name));
    }
}

impl ToTokens for Integer {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::I8 => quote!(i8),
            Self::I16 => quote!(i16),
            Self::I32 => quote!(i32),
            Self::I64 => quote!(i64),
            Self::I128 => quote!(i128),
            Self::U8 => quote!(u8),
            Self::U16 => quote!(u16),
            Self::U32 => quote!(u32),
            Self::U64 => quote!(u64),
        });
    }
}

impl Argument {
    /// The argument in a signature: `remark: impl Into<String>`.
    pub(super) fn parameter(self, name: &Name, ty: &Ty) -> TokenStream {
        match self {
            Self::Plain => quote!(#name: #ty),
            Self::Into => quote!(#name: impl Into<#ty>),
        }
    }

    /// The argument's value: `remark.into()`.
    pub(super) fn value(self, name: &Name) -> TokenStream {
        match self {
            Self::Plain => quote!(#name),
            Self::Into => quote!(#name.into()),
        }
    }

    /// The field in a struct's literal: `remark: remark.into()`.
    pub(super) fn initial(self, name: &Name) -> TokenStream {
        match self {
            Self::Plain => quote!(#name),
            Self::Into => quote!(#name: #name.into()),
        }
    }
}
