//! `security_schemes.rs`: how a client is given credentials, and what of them an operation's endpoint says.

use super::quoting::{ToTokens, TokenStream, quote};
use super::tokens::deprecation;
use crate::plan::{Credential, Grant, GrantKind, Plan, Requirement, SecurityScheme, TokenUrl};

/// The builder's methods.
pub(super) fn methods(Plan { security_schemes, .. }: &Plan) -> TokenStream {
    quote! {
        //! The security schemes of the API: how a client is given credentials.

        use crate::runtime;

        impl runtime::ClientBuilder {
            #(#security_schemes)*
        }
    }
}

impl ToTokens for SecurityScheme {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let SecurityScheme { docs, name, deprecated, credential, .. } = self;
        let deprecation = deprecation(*deprecated);
        let (parameters, value) = credential.taken();
        let scheme = name.as_str();
        let grants = match credential {
            Credential::Tokens(grants) => grants.as_slice(),
            _ => &[],
        };
        let grants = grants.iter().map(|grant| {
            let method = grant.method(scheme);
            quote!(#deprecation #method)
        });
        tokens.extend(quote! {
            #docs
            #deprecation
            #[inline]
            pub fn #name(self, #parameters) -> Self {
                self.credential(#scheme, #value)
            }

            #(#grants)*
        });
    }
}

/// `.credential_header("api_key", "x-api-key")`, by which the runtime knows that a header set by hand is this credential.
pub(super) fn header(SecurityScheme { name, credential, .. }: &SecurityScheme) -> Option<TokenStream> {
    let scheme = name.as_str();
    match credential {
        Credential::Header(header) => Some(quote!(.credential_header(#scheme, #header))),
        Credential::Basic | Credential::Tokens(_) => Some(quote!(.credential_header(#scheme, "authorization"))),
        Credential::Cookie(cookie) => Some(quote!(.credential_cookie(#scheme, #cookie))),
        Credential::Query(_) => None,
    }
}

impl Credential {
    /// The method's parameters, and what is made of them.
    fn taken(&self) -> (TokenStream, TokenStream) {
        let key = || quote!(key: impl Into<String>);
        match self {
            Self::Header(name) => (key(), quote!(runtime::ApiKey::header(#name, key))),
            Self::Query(name) => (key(), quote!(runtime::ApiKey::query(#name, key))),
            Self::Cookie(name) => (key(), quote!(runtime::ApiKey::cookie(#name, key))),
            Self::Basic => {
                (quote!(user: impl Into<String>, password: impl Into<String>), quote!(runtime::Basic::new(user, password)))
            }
            Self::Tokens(_) => (quote!(token: impl Into<runtime::Tokens>), quote!(token.into())),
        }
    }
}

impl Grant {
    fn method(&self, scheme: &str) -> TokenStream {
        let Grant { docs, name, kind, token_url } = self;
        let (constructor, url) = match token_url {
            TokenUrl::Known(url) => (quote!(new), url),
            TokenUrl::Discovered(url) => (quote!(discover), url),
        };
        let (parameters, source) = match kind {
            GrantKind::ClientCredentials => (
                quote!(client_id: impl Into<String>, client_secret: impl Into<String>),
                quote!(runtime::ClientCredentials::#constructor(#url, (client_id, client_secret))),
            ),
            GrantKind::RefreshToken => (
                quote!(client: impl Into<runtime::OAuthClient>, refresh_token: impl Into<String>),
                quote!(runtime::RefreshToken::#constructor(#url, client, refresh_token)),
            ),
        };
        quote! {
            #docs
            #[inline]
            pub fn #name(self, #parameters) -> Self {
                self.credential(#scheme, runtime::Tokens::from(#source))
            }
        }
    }
}

/// `.security(&[&[("api_key", &[])], &[("oauth", &["read"])]])`, on the endpoint of an operation that needs credentials.
pub(super) fn needed(security: &[Vec<Requirement>]) -> Option<TokenStream> {
    let alternatives = security.iter().map(|alternative| quote!(&[#(#alternative),*]));
    (!security.is_empty()).then(|| quote!(.security(&[#(#alternatives),*])))
}

impl ToTokens for Requirement {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Requirement { scheme, scopes } = self;
        let scheme = scheme.as_str();
        tokens.extend(quote!((#scheme, &[#(#scopes),*])));
    }
}
