//! A file of `operations/<group>/`: one call, its request value and its errors.

use std::time::Duration;

use proc_macro2::Literal;

use super::models_import;
use super::quoting::{ToTokens, TokenStream, quote};
use super::security_scheme::needed;
use super::tokens::{aliases, allowance, deprecation, doc, former_method_docs, renamed};
use crate::plan::{GroupHandle, Member, Method, Name, Operation, Streaming};

impl ToTokens for Operation {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let imports = self.imports();
        let request = self.request();
        let method = self.method();
        let request_methods = self.request_methods();
        let future = self.future();
        let exchange = self.exchange();
        let paginated = self.paginated();
        let errors = self.errors();
        let outputs = self.outputs();
        let events = self.event_enum();
        let required = self.required_literal();
        let body_choice = self.body_choice();
        tokens.extend(quote! {
            #imports
            #request
            #required
            #method
            #request_methods
            #future
            #exchange
            #paginated
            #body_choice
            #outputs
            #events
            #errors
        });
    }
}

impl Operation {
    fn imports(&self) -> TokenStream {
        let models = models_import(self.uses_models());
        match &self.handle {
            GroupHandle::Client => quote! {
                #models
                use crate::runtime;
            },
            GroupHandle::Tag(handle) => quote! {
                #models
                use crate::runtime;
                use super::#handle;
            },
        }
    }

    /// The request value.
    fn request(&self) -> TokenStream {
        let Operation { docs, request, arguments, setters, .. } = self;
        let required = arguments.iter().map(Member::required_field);
        let optional = setters.iter().map(Member::optional_field);
        quote! {
            #docs
            #[derive(Clone)]
            #[must_use = "a request does nothing until it is awaited or sent"]
            pub struct #request {
                client: runtime::Client,
                #(#required,)*
                #(#optional,)*
            }

            runtime::request_debug!(#request);
        }
    }

    /// The struct that takes the required values by name, where they are too many for arguments.
    fn required_literal(&self) -> Option<TokenStream> {
        let Operation { name, arguments, required, .. } = self;
        let required = required.as_ref()?;
        let docs = doc(&format!("The required values of `{name}`."));
        let fields = arguments.iter().map(|Member { docs, name, ty, .. }| {
            quote! {
                #docs
                pub #name: #ty
            }
        });
        Some(quote! {
            #docs
            #[derive(Clone, Debug)]
            pub struct #required {
                #(#fields,)*
            }
        })
    }

    /// The handle's method that makes the request value.
    fn method(&self) -> TokenStream {
        let Operation { method_docs, name, request, handle, arguments, setters, required: literal, .. } = self;
        let (aliases, deprecation) = (aliases(&self.aliases), deprecation(self.deprecated));
        let client = match handle {
            GroupHandle::Client => quote!(self.clone()),
            GroupHandle::Tag(_) => quote!(self.client.clone()),
        };
        let parameters: Vec<_> = match literal {
            Some(literal) => vec![quote!(required: #literal)],
            None => arguments.iter().map(|Member { name, ty, argument, .. }| argument.parameter(name, ty)).collect(),
        };
        let required = arguments.iter().map(|Member { name, argument, .. }| match literal {
            Some(_) => quote!(#name: required.#name),
            None => argument.initial(name),
        });
        let optional = setters.iter().map(|setter| &setter.name);
        let former = self.former_methods(&parameters);
        quote! {
            impl #handle {
                #method_docs
                #aliases
                #deprecation
                #[inline]
                pub fn #name(&self #(, #parameters)*) -> #request {
                    #request { client: #client, #(#required,)* #(#optional: None,)* }
                }

                #(#former)*
            }
        }
    }

    /// The method under its earlier names.
    fn former_methods(&self, parameters: &[TokenStream]) -> Vec<TokenStream> {
        let Operation { name, request, arguments, required, former_names, .. } = self;
        let docs = former_method_docs(name);
        let (deprecation, allowance) = (renamed(name), allowance(self.deprecated));
        let names = arguments.iter().map(|Member { name, .. }| name);
        let values = if required.is_some() { quote!(required) } else { quote!(#(#names),*) };
        let method = |former: &Name| {
            quote! {
                #docs
                #deprecation
                #allowance
                #[inline]
                pub fn #former(&self #(, #parameters)*) -> #request {
                    self.#name(#values)
                }
            }
        };
        former_names.iter().map(method).collect()
    }

    /// The request's setters and its ways to be sent beside `.await`.
    fn request_methods(&self) -> TokenStream {
        let Operation { request, setters, headers, pagination, .. } = self;
        let setters = setters.iter().map(Member::setters);
        let stream = self.stream();
        let streams = pagination.as_ref().map(|_| {
            quote! {
                /// A stream over the pages, starting at this request's.
                #[inline]
                pub fn pages(self) -> runtime::Pages<Self> {
                    runtime::Pages::new(self)
                }

                /// A stream over the items of all pages, starting at this request's.
                #[inline]
                pub fn items(self) -> runtime::Items<Self> {
                    runtime::Items::new(self)
                }
            }
        });
        quote! {
            impl #request {
                #(#headers)*

                #(#setters)*

                /// Sends the request; the response keeps status and headers.
                #[inline]
                pub fn send(self) -> runtime::Sending<Self> {
                    runtime::Sending::new(self)
                }

                #stream
                #streams
            }
        }
    }

    /// What `.await` gives.
    fn future(&self) -> TokenStream {
        let Operation { request, error, output, .. } = self;
        if let Some(Streaming { kind, is_awaited: true, .. }) = &self.streaming {
            let stream = kind.ty();
            return quote! {
                impl IntoFuture for #request {
                    type Output = Result<#stream, runtime::Error<#error>>;
                    type IntoFuture = runtime::Opening<Self, #stream>;

                    #[inline]
                    fn into_future(self) -> Self::IntoFuture {
                        self.stream()
                    }
                }
            };
        }
        quote! {
            impl IntoFuture for #request {
                type Output = Result<#output, runtime::Error<#error>>;
                type IntoFuture = runtime::Call<Self>;

                #[inline]
                fn into_future(self) -> Self::IntoFuture {
                    runtime::Call::new(self)
                }
            }
        }
    }

    /// What is sent, and how what comes back is read.
    fn exchange(&self) -> TokenStream {
        let Operation {
            request,
            error,
            method,
            path,
            timeout,
            security,
            server,
            own_server,
            segments,
            parameters,
            body,
            accept,
            own_accept,
            output,
            ..
        } = self;
        let method = match method {
            Method::Other(method) => quote!(extension(#method, #path)),
            method => quote!(new(#method, #path)),
        };
        let timeout = timeout.map(attempt_timeout);
        let security = needed(security);
        let server = server.as_ref().map(|server| quote!(.server(#server)));
        let own_server = own_server.as_ref().map(|own| quote!(request.server(self.#own.as_deref());));
        let accept = accept.iter().map(|accept| match own_accept {
            Some(own) => quote!(request.accept(self.#own.as_deref().unwrap_or(#accept));),
            None => quote!(request.accept(#accept);),
        });
        let decode = self.decode();
        quote! {
            impl runtime::Operation for #request {
                type Output = #output;
                type Error = #error;

                const ENDPOINT: runtime::Endpoint = runtime::Endpoint::#method #timeout #security #server;

                #[inline]
                fn client(&self) -> &runtime::Client {
                    &self.client
                }

                #[inline]
                fn into_request(self) -> Result<runtime::Request, runtime::RequestError> {
                    let mut request = runtime::RequestBuilder::new(&self.client, Self::ENDPOINT);
                    #own_server
                    #(#segments)*
                    #(#parameters)*
                    #body
                    #(#accept)*
                    request.build()
                }

                #decode
            }
        }
    }
}

/// `.timeout(std::time::Duration::from_millis(10000))`.
fn attempt_timeout(timeout: Duration) -> TokenStream {
    let milliseconds = Literal::u128_unsuffixed(timeout.as_millis());
    quote!(.timeout(std::time::Duration::from_millis(#milliseconds)))
}

impl ToTokens for GroupHandle {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Tag(name) => quote!(#name),
            Self::Client => quote!(runtime::Client),
        });
    }
}

impl ToTokens for Method {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Get => quote!(runtime::Method::GET),
            Self::Put => quote!(runtime::Method::PUT),
            Self::Post => quote!(runtime::Method::POST),
            Self::Delete => quote!(runtime::Method::DELETE),
            Self::Options => quote!(runtime::Method::OPTIONS),
            Self::Head => quote!(runtime::Method::HEAD),
            Self::Patch => quote!(runtime::Method::PATCH),
            Self::Trace => quote!(runtime::Method::TRACE),
            Self::Other(name) => quote!(#name),
        });
    }
}
