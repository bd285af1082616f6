//! `servers.rs`: base URLs as constants, and as types where parts of them are the caller's to say.

use super::quoting::{ToTokens, TokenStream, quote};
use super::tokens::doc;
use crate::plan::{Plan, Server, ServerChoice, ServerPiece, ServerValues, ServerVariable};

/// The API's servers.
pub(super) fn file(Plan { servers, .. }: &Plan) -> TokenStream {
    let import = servers.iter().any(|server| server.choice.is_some()).then(|| quote! { use crate::runtime; });
    let choices = servers.iter().filter_map(|server| server.choice.as_ref());
    quote! {
        //! The servers of the API; a client calls the default one unless it is built with another.

        #import

        #(#servers)*

        #(#choices)*
    }
}

impl ToTokens for Server {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Server { docs, name, url, .. } = self;
        tokens.extend(quote! {
            #docs
            pub const #name: &str = #url;
        });
    }
}

impl ToTokens for ServerChoice {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ServerChoice { docs, name, is_relative, parts, variables } = self;
        let address = is_relative.then(|| quote!(address: String,));
        let fields = variables.iter().map(ServerVariable::field);
        let constructor = self.constructor();
        let start = match is_relative {
            true => quote!(runtime::ServerUrl::at(&server.address)),
            false => quote!(runtime::ServerUrl::new()),
        };
        let values = variables.iter().filter_map(|variable| variable.values.as_ref());
        let default = (!is_relative).then(|| {
            quote! {
                impl Default for #name {
                    #[inline]
                    fn default() -> Self {
                        Self::new()
                    }
                }
            }
        });
        tokens.extend(quote! {
            #docs
            #[derive(Clone, Debug, PartialEq, Eq)]
            #[must_use = "hand it to the client's builder as its base URL"]
            pub struct #name {
                #address
                #(#fields,)*
            }

            impl #name {
                #constructor

                #(#variables)*
            }

            #default

            impl From<#name> for runtime::ServerUrl {
                #[inline]
                fn from(server: #name) -> Self {
                    #start #(#parts)*
                }
            }

            #(#values)*
        });
    }
}

impl ServerChoice {
    /// `new()`, or `at(address)` of a server whose host the description leaves open.
    fn constructor(&self) -> TokenStream {
        let initial = self.variables.iter().map(ServerVariable::initial);
        match self.is_relative {
            true => quote! {
                /// The server at an address such as `https://host`, its variables at their defaults.
                #[inline]
                pub fn at(address: impl Into<String>) -> Self {
                    Self { address: address.into() #(, #initial)* }
                }
            },
            false => quote! {
                /// The server, its variables at their defaults.
                #[inline]
                pub fn new() -> Self {
                    Self { #(#initial),* }
                }
            },
        }
    }
}

impl ServerVariable {
    fn field(&self) -> TokenStream {
        let ServerVariable { name, values, .. } = self;
        match values {
            Some(ServerValues { name: ty, .. }) => quote!(#name: #ty),
            None => quote!(#name: Option<String>),
        }
    }

    fn initial(&self) -> TokenStream {
        let ServerVariable { name, values, .. } = self;
        match values {
            Some(ServerValues { name: ty, default, .. }) => quote!(#name: #ty::#default),
            None => quote!(#name: None),
        }
    }
}

/// The setter.
impl ToTokens for ServerVariable {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ServerVariable { docs, name, values, .. } = self;
        let (ty, value) = match values {
            Some(ServerValues { name: ty, .. }) => (quote!(#ty), quote!(#name)),
            None => (quote!(impl Into<String>), quote!(Some(#name.into()))),
        };
        tokens.extend(quote! {
            #docs
            #[inline]
            pub fn #name(mut self, #name: #ty) -> Self {
                self.#name = #value;
                self
            }
        });
    }
}

/// A link in the chain that is the conversion.
impl ToTokens for ServerPiece {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Literal(text) => quote!(.text(#text)),
            Self::Enumerated(name) => quote!(.text(server.#name.as_str())),
            Self::Text { name, wire_name, default } => quote!(.variable(#wire_name, server.#name.as_deref(), #default)),
        });
    }
}

impl ToTokens for ServerValues {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ServerValues { docs, name, variants, .. } = self;
        let declared = variants.iter().map(|(name, value)| {
            let docs = doc(&crate::plan::docs::code(value));
            quote!(#docs #name,)
        });
        let arms = variants.iter().map(|(name, value)| quote!(Self::#name => #value,));
        tokens.extend(quote! {
            #docs
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[non_exhaustive]
            pub enum #name {
                #(#declared)*
            }

            impl #name {
                /// The value as it stands in the URL.
                #[inline]
                pub fn as_str(&self) -> &'static str {
                    match self {
                        #(#arms)*
                    }
                }
            }
        });
    }
}
