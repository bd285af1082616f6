//! Fields of structs: the declaration, and its part in the constructor, the setters, reading and writing.

use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::tokens::{deprecation, doc};
use crate::plan::{Additional, Argument, Field, Presence, Ty};

impl ToTokens for Field {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Field { docs, name, ty, presence, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        let ty = match presence {
            Presence::Required => quote!(#ty),
            Presence::Sent | Presence::Nullable | Presence::Optional => quote!(Option<#ty>),
            Presence::OptionalNullable => quote!(Option<Option<#ty>>),
        };
        tokens.extend(quote! {
            #docs
            #deprecation
            pub #name: #ty
        });
    }
}

impl Field {
    /// The field in the literal of the required properties.
    pub(super) fn required(&self) -> TokenStream {
        let Field { docs, name, ty, presence, deprecated, .. } = self;
        let deprecation = deprecation(*deprecated);
        match presence {
            Presence::Sent => quote! {
                #docs
                #deprecation
                pub #name: #ty
            },
            _ => self.to_token_stream(),
        }
    }

    /// The argument of `new`, if there is one: `name: impl Into<String>`.
    pub(super) fn parameter(&self) -> Option<TokenStream> {
        let Field { name, ty, presence, argument, .. } = self;
        match presence {
            Presence::Required | Presence::Sent => Some(argument.parameter(name, ty)),
            Presence::Nullable => Some(quote!(#name: Option<#ty>)),
            Presence::Optional | Presence::OptionalNullable => None,
        }
    }

    /// The field as `new` fills it from its arguments.
    pub(super) fn initial(&self) -> TokenStream {
        let Field { name, presence, argument, .. } = self;
        if self.is_null {
            return self.null();
        }
        match presence {
            Presence::Required => argument.initial(name),
            Presence::Sent => {
                let value = argument.value(name);
                quote!(#name: Some(#value))
            }
            Presence::Nullable => Argument::Plain.initial(name),
            Presence::Optional | Presence::OptionalNullable => quote!(#name: None),
        }
    }

    /// The field as `new` fills it from the literal of the required properties.
    pub(super) fn initial_from_literal(&self) -> TokenStream {
        let Field { name, presence, .. } = self;
        if self.is_null {
            return self.null();
        }
        match presence {
            Presence::Sent => quote!(#name: Some(required.#name)),
            Presence::Required | Presence::Nullable => quote!(#name: required.#name),
            Presence::Optional | Presence::OptionalNullable => quote!(#name: None),
        }
    }

    /// The field with null.
    fn null(&self) -> TokenStream {
        let Field { name, presence, ty, .. } = self;
        match presence {
            Presence::Required => quote!(#name: runtime::Value::Null),
            Presence::Nullable if *ty != Ty::Json => quote!(#name: None),
            _ => quote!(#name: Some(runtime::Value::Null)),
        }
    }

    /// The setters of an optional property.
    pub(super) fn setters(&self) -> Option<TokenStream> {
        let Field { name, null_setter, ty, presence, argument, deprecated, .. } = self;
        let docs = doc(&format!("Sets `{}`.", name));
        let deprecation = deprecation(*deprecated);
        let parameter = argument.parameter(name, ty);
        let value = argument.value(name);
        match presence {
            Presence::Required | Presence::Sent | Presence::Nullable => None,
            Presence::Optional => Some(quote! {
                #docs
                #deprecation
                #[must_use]
                #[inline]
                pub fn #name(mut self, #parameter) -> Self {
                    self.#name = Some(#value);
                    self
                }
            }),
            Presence::OptionalNullable => {
                let null_docs = doc(&format!("Sets `{}` to null.", name));
                let null_setter = null_setter.as_ref().map(|null_setter| {
                    quote! {
                        #null_docs
                        #deprecation
                        #[must_use]
                        #[inline]
                        pub fn #null_setter(mut self) -> Self {
                            self.#name = Some(None);
                            self
                        }
                    }
                });
                Some(quote! {
                    #docs
                    #deprecation
                    #[must_use]
                    #[inline]
                    pub fn #name(mut self, #parameter) -> Self {
                        self.#name = Some(Some(#value));
                        self
                    }

                    #null_setter
                })
            }
        }
    }

    /// `name: fields.required("name")`, of the fields behind the constants before it.
    pub(super) fn decode(&self, fields: &TokenStream) -> TokenStream {
        let Field { name, wire_name, ty, presence, is_paged, .. } = self;
        match presence {
            Presence::Required if *is_paged => quote!(#name: #fields.present(#wire_name)?),
            Presence::Required if !ty.has_default() => quote!(#name: #fields.try_required(#wire_name)?),
            Presence::Required | Presence::Nullable => quote!(#name: #fields.required(#wire_name)),
            Presence::Sent | Presence::Optional => quote!(#name: #fields.optional(#wire_name)),
            Presence::OptionalNullable => quote!(#name: #fields.optional_nullable(#wire_name)),
        }
    }

    /// `fields.required("name", &self.name);`.
    pub(super) fn encode(&self) -> TokenStream {
        let Field { name, wire_name, presence, constraints, is_secret, .. } = self;
        let value = constraints.of(&quote!(&self.#name));
        let value = if *is_secret { quote!(&runtime::Secret::new(#value)) } else { value };
        match presence {
            Presence::Required | Presence::Nullable => quote!(fields.required(#wire_name, #value);),
            Presence::Sent | Presence::Optional | Presence::OptionalNullable => quote!(fields.optional(#wire_name, #value);),
        }
    }
}

impl ToTokens for Additional {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Additional { docs, name, ty, .. } = self;
        tokens.extend(quote! {
            #docs
            pub #name: std::collections::BTreeMap<String, #ty>
        });
    }
}

impl Additional {
    /// The field as `new` fills it.
    pub(super) fn initial(&self) -> TokenStream {
        let Additional { name, .. } = self;
        quote!(#name: std::collections::BTreeMap::new())
    }

    /// The setter of the whole map.
    pub(super) fn setter(&self) -> TokenStream {
        let Additional { name, ty, .. } = self;
        quote! {
            /// Sets the properties that the description does not name.
            #[must_use]
            #[inline]
            pub fn #name(mut self, #name: std::collections::BTreeMap<String, #ty>) -> Self {
                self.#name = #name;
                self
            }
        }
    }

    /// `additional: fields.additional()`: what the fields before it did not take.
    pub(super) fn decode(&self, fields: &TokenStream) -> TokenStream {
        let Additional { name, .. } = self;
        quote!(#name: #fields.additional())
    }

    /// `fields.additional(&self.additional);`.
    pub(super) fn encode(&self) -> TokenStream {
        let Additional { name, constraints, .. } = self;
        let values = constraints.of_each(&quote!(&self.#name));
        quote!(fields.additional(#values);)
    }
}
