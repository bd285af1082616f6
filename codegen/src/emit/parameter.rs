//! Parameters: how a request's path, query, headers and cookies are written.

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{Parameter, ParameterPlace, PathStyle, QueryStyle, Segment, Source, Unencoded};

impl ToTokens for Source {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Field(field) => field.to_tokens(tokens),
            Self::Fixed(value) => tokens.extend(quote!(&#value)),
        }
    }
}

impl ToTokens for Segment {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (value, wire_name, style, unencoded, may_be_empty) = match self {
            Self::Literal(text) => return tokens.extend(quote!(request.path(#text);)),
            Self::Query { name, value } => return tokens.extend(quote!(request.query(#name, &#value);)),
            Self::Parameter { value, wire_name, style, unencoded, may_be_empty } => {
                (value, wire_name, style, unencoded, may_be_empty)
            }
        };
        tokens.extend(match (unencoded, may_be_empty) {
            (Unencoded::Nothing, true) => quote!(request.segment_or_empty(#wire_name, #style, #value);),
            (Unencoded::Slashes, true) => quote!(request.segment_or_empty_greedy(#wire_name, #style, #value);),
            (Unencoded::Reserved, true) => quote!(request.segment_or_empty_reserved(#wire_name, #style, #value);),
            (Unencoded::Slashes, false) => quote!(request.segment_greedy(#wire_name, #style, #value);),
            (Unencoded::Reserved, false) => quote!(request.segment_reserved(#wire_name, #style, #value);),
            (Unencoded::Nothing, false) if *style == (PathStyle::Simple { explode: false }) => {
                quote!(request.segment(#wire_name, #value);)
            }
            (Unencoded::Nothing, false) => quote!(request.segment_styled(#wire_name, #style, #value);),
        });
    }
}

impl ToTokens for PathStyle {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Simple { explode } => quote!(runtime::PathStyle::Simple { explode: #explode }),
            Self::Label { explode } => quote!(runtime::PathStyle::Label { explode: #explode }),
            Self::Matrix { explode } => quote!(runtime::PathStyle::Matrix { explode: #explode }),
            Self::SpaceDelimited => quote!(runtime::PathStyle::SpaceDelimited),
            Self::PipeDelimited => quote!(runtime::PathStyle::PipeDelimited),
            Self::TabDelimited => quote!(runtime::PathStyle::TabDelimited),
            Self::Lists { separators } => quote!(runtime::PathStyle::Lists { separators: &[#(#separators),*] }),
            Self::Json => quote!(runtime::PathStyle::Json),
        });
    }
}

impl ToTokens for Parameter {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Parameter { value, wire_name, place } = self;
        tokens.extend(match place {
            ParameterPlace::Query(QueryStyle::Form { explode: true }) => quote!(request.query(#wire_name, #value);),
            ParameterPlace::Query(style) => quote!(request.query_styled(#wire_name, #style, #value);),
            ParameterPlace::ReservedQuery(style) => quote!(request.query_reserved(#wire_name, #style, #value);),
            ParameterPlace::QueryString => quote!(request.query_string(#value);),
            ParameterPlace::JsonQueryString => quote!(request.query_string_json(#value);),
            ParameterPlace::ExplodedHeader => quote!(request.header_exploded(#wire_name, #value);),
            ParameterPlace::SeparatedHeader(separators) => {
                quote!(request.header_separated(#wire_name, &[#(#separators),*], #value);)
            }
            ParameterPlace::JsonHeader => quote!(request.header_json(#wire_name, #value);),
            ParameterPlace::PlainCookie { explode } => quote!(request.cookie_plain(#wire_name, #explode, #value);),
            ParameterPlace::JsonCookie => quote!(request.cookie_json(#wire_name, #value);),
            ParameterPlace::Header => quote!(request.header(#wire_name, #value);),
            ParameterPlace::Cookie => quote!(request.cookie(#wire_name, #value);),
        });
    }
}

impl ToTokens for QueryStyle {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Form { explode } => quote!(runtime::QueryStyle::Form { explode: #explode }),
            Self::SpaceDelimited { explode } => quote!(runtime::QueryStyle::SpaceDelimited { explode: #explode }),
            Self::PipeDelimited { explode } => quote!(runtime::QueryStyle::PipeDelimited { explode: #explode }),
            Self::TabDelimited => quote!(runtime::QueryStyle::TabDelimited),
            Self::Lists { explode, separators } => {
                quote!(runtime::QueryStyle::Lists { explode: #explode, separators: &[#(#separators),*] })
            }
            Self::DeepObject => quote!(runtime::QueryStyle::DeepObject),
            Self::Json => quote!(runtime::QueryStyle::Json),
        });
    }
}
