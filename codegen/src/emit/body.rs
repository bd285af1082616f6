//! Request bodies: how they are written.

use proc_macro2::Literal;

use super::quoting::{ToTokens, TokenStream, quote};
use crate::plan::{BodyChoice, BodyField, BodyVariant, FileFormat, Name, OnlyValue, Part, PartKind, RequestBody, Sent, Writing};

impl ToTokens for RequestBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Whole { value, is_optional, writing } => writing.of_field(value, *is_optional),
            Self::Choice { name, is_optional, choice } => choice.of_field(name, *is_optional),
            Self::Multipart { media_type, parts } => quote! {
                let mut form = runtime::MultipartForm::new();
                #(#parts)*
                request.multipart(#media_type, form);
            },
            Self::JsonObject { media_type, fields } => match media_type.as_str() {
                "application/json" => quote!(request.json_object(|fields| { #(#fields)* });),
                media_type => quote!(request.json_object_as(#media_type, |fields| { #(#fields)* });),
            },
        });
    }
}

impl Writing {
    /// Writes what a field of the request holds.
    fn of_field(&self, value: &Sent, is_optional: bool) -> TokenStream {
        let name = &value.name;
        match self {
            Self::Json { is_nullable: true, .. } if !is_optional => self.of(&present(&value.to_token_stream())),
            // An absent value writes nothing.
            Self::Json { .. } | Self::Form { .. } => self.of(&value.to_token_stream()),
            _ if is_optional => {
                let write = self.of(&quote!(body));
                quote! {
                    if let Some(body) = self.#name {
                        #write
                    }
                }
            }
            _ => self.of(&quote!(self.#name)),
        }
    }

    /// Writes a value: a reference to it for JSON and forms, else the value itself.
    fn of(&self, value: &TokenStream) -> TokenStream {
        match self {
            Self::Json { media_type, own, .. } => match (media_type.as_str(), own) {
                (media_type, Some(own)) => quote!(request.json_as(self.#own.as_deref().unwrap_or(#media_type), #value);),
                ("application/json", None) => quote!(request.json(#value);),
                (media_type, None) => quote!(request.json_as(#media_type, #value);),
            },
            Self::Form { styles, reserved } => {
                let styles = styles.iter().map(|(property, style)| quote!((#property, #style)));
                match reserved.as_slice() {
                    [] => quote!(request.form(#value, &[#(#styles),*]);),
                    reserved => quote!(request.form_reserved(#value, &[#(#styles),*], &[#(#reserved),*]);),
                }
            }
            Self::Lines { media_type } => quote!(request.json_lines(#media_type, #value);),
            Self::Text { media_type } | Self::Binary { media_type } => quote!(request.body(#media_type, #value);),
            Self::BinaryOf { content_type } => quote! {
                request.header("content-type", &self.#content_type);
                request.body("application/octet-stream", #value);
            },
            Self::Multipart { media_type } => quote!(request.multipart(#media_type, #value);),
        }
    }
}

/// A value whose `None` is null, where it would be absent.
fn present(value: &TokenStream) -> TokenStream {
    quote!(&Some(#value))
}

impl BodyChoice {
    /// Writes the body that a field of the request holds.
    fn of_field(&self, name: &Name, is_optional: bool) -> TokenStream {
        let BodyChoice { name: choice, variants, .. } = self;
        let arms = variants.iter().map(|BodyVariant { name, constraints, writing, .. }| {
            let write = match writing {
                Writing::Json { is_nullable: true, .. } => writing.of(&present(&constraints.of(&quote!(&body)))),
                Writing::Json { .. } | Writing::Form { .. } => writing.of(&constraints.of(&quote!(&body))),
                writing => writing.of(&quote!(body)),
            };
            quote!(#choice::#name(body) => { #write })
        });
        if is_optional {
            quote! {
                if let Some(body) = self.#name {
                    match body {
                        #(#arms)*
                    }
                }
            }
        } else {
            quote! {
                match self.#name {
                    #(#arms)*
                }
            }
        }
    }
}

impl ToTokens for BodyChoice {
    /// The enum and its conversions.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let BodyChoice { name: choice, docs, variants } = self;
        let declared = variants.iter().map(|BodyVariant { docs, name, ty, .. }| {
            quote! {
                #docs
                #name(#ty)
            }
        });
        let convertible = variants.iter().filter(|variant| variant.is_convertible);
        let conversions = convertible.map(|BodyVariant { name, ty, .. }| {
            quote! {
                impl From<#ty> for #choice {
                    #[inline]
                    fn from(body: #ty) -> Self {
                        Self::#name(body)
                    }
                }
            }
        });
        tokens.extend(quote! {
            #docs
            #[derive(Clone, Debug)]
            #[non_exhaustive]
            pub enum #choice {
                #(#declared,)*
            }

            #(#conversions)*
        });
    }
}

impl ToTokens for Part {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Part { wire_name, value, kind } = self;
        let file = value.field().map(|Sent { name, .. }| quote!(self.#name));
        tokens.extend(match kind {
            PartKind::File(format) => match (format.is_base64, &format.media_type) {
                (true, _) => files(wire_name, format, &quote!([#file])),
                (false, Some(media_type)) => quote!(form.file_as(#wire_name, #media_type, #file);),
                (false, None) => quote!(form.file(#wire_name, #file);),
            },
            PartKind::Files(format) => files(wire_name, format, &quote!(#file)),
            PartKind::OptionalFiles(format) => files(wire_name, format, &quote!(#file.into_iter().flatten())),
            PartKind::Value => quote!(form.value(#wire_name, #value);),
            PartKind::ValueAs(media_type) => quote!(form.value_as(#wire_name, #media_type, #value);),
            PartKind::TextAs(media_type) => quote!(form.text_as(#wire_name, #media_type, #value);),
            PartKind::Styled(style) => quote!(form.styled(#wire_name, #style, #value);),
        });
    }
}

/// Writes any number of files as parts.
fn files(wire_name: &str, format: &FileFormat, files: &TokenStream) -> TokenStream {
    match (format.is_base64, &format.media_type) {
        (true, media_type) => {
            let media_type = media_type.as_deref().unwrap_or("application/octet-stream");
            quote!(form.files_in_base64(#wire_name, #media_type, #files);)
        }
        (false, Some(media_type)) => quote!(form.files_as(#wire_name, #media_type, #files);),
        (false, None) => quote!(form.files(#wire_name, #files);),
    }
}

impl ToTokens for BodyField {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Fixed { wire_name, value } => quote!(fields.required(#wire_name, &#value);),
            Self::Required { wire_name, value } => quote!(fields.required(#wire_name, #value);),
            Self::Optional { wire_name, value } => quote!(fields.optional(#wire_name, #value);),
        });
    }
}

impl ToTokens for OnlyValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Boolean(value) => value.to_tokens(tokens),
            // With a suffix: nothing beside it says which integer it is.
            Self::Integer(value) => match i64::try_from(*value) {
                Ok(value) => Literal::i64_suffixed(value).to_tokens(tokens),
                Err(_) => Literal::i128_suffixed(*value).to_tokens(tokens),
            },
            Self::Number(value) => Literal::f64_suffixed(*value).to_tokens(tokens),
            Self::Text(value) => value.to_tokens(tokens),
        }
    }
}
