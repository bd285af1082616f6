//! Structs: the type, its constructor and setters, and how it is read and written.

use super::{inline_unless, model_traits};
use crate::emit::quoting::{ToTokens, TokenStream, quote};
use crate::emit::tokens::{deprecation, doc, test_only};
use crate::plan::{Additional, Constant, Constructor, Field, Struct};

impl ToTokens for Struct {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let definition = self.definition();
        let required_literal = self.required_literal();
        let methods = self.methods();
        let default = self.default();
        let decode = self.decode();
        let encode = self.encode();
        let model_traits = model_traits(&self.name);
        tokens.extend(quote! {
            use crate::runtime;

            #definition
            #required_literal
            #methods
            #default
            #decode
            #encode
            #model_traits
        });
    }
}

impl Struct {
    fn definition(&self) -> TokenStream {
        let Struct { docs, name, deprecated, fields, additional, .. } = self;
        let deprecation = deprecation(*deprecated);
        let additional = additional.iter();
        quote! {
            #docs
            #deprecation
            #[derive(Clone, PartialEq)]
            #[non_exhaustive]
            pub struct #name {
                #(#fields,)*
                #(#additional,)*
            }
        }
    }

    fn required_literal(&self) -> Option<TokenStream> {
        let Struct { name, constructor: Constructor::Literal(literal), fields, is_only_received, .. } = self else { return None };
        let condition = test_only(*is_only_received);
        let docs = doc(&format!("The required properties of [`{name}`]."));
        let fields = fields.iter().filter(|field| field.is_argument()).map(Field::required);
        Some(quote! {
            #docs
            #condition
            #[derive(Clone, Debug)]
            pub struct #literal {
                #(#fields,)*
            }
        })
    }

    fn methods(&self) -> TokenStream {
        let Struct { name, constants, fields, additional, .. } = self;
        let constructor = self.constructor();
        if self.is_only_received {
            let constants = (!constants.is_empty()).then(|| quote!(impl #name { #(#constants)* }));
            let condition = test_only(true);
            return quote! {
                #constants

                #condition
                impl #name {
                    #constructor
                }
            };
        }
        let setters = fields.iter().map(Field::setters);
        let additional_setter = additional.as_ref().map(Additional::setter);
        quote! {
            impl #name {
                #(#constants)*

                #constructor
                #(#setters)*
                #additional_setter
            }
        }
    }

    fn constructor(&self) -> TokenStream {
        let Struct { constructor, constants, fields, additional, .. } = self;
        let additional = additional.iter().map(Additional::initial);
        match constructor {
            Constructor::Empty => {
                let docs = match constants.iter().any(|constant| constant.position.is_some())
                    || fields.iter().any(|field| field.is_null)
                {
                    true => doc("A value with the properties that have only one value; the others start absent."),
                    false => doc("A value in which every property is absent."),
                };
                let fields = fields.iter().map(Field::initial);
                quote! {
                    #docs
                    #[inline]
                    pub fn new() -> Self {
                        Self { #(#fields,)* #(#additional,)* }
                    }
                }
            }
            Constructor::Arguments(order) => {
                let parameters = order.iter().filter_map(|index| fields[*index].parameter());
                let fields = fields.iter().map(Field::initial);
                quote! {
                    /// A value with the required properties; the others start absent.
                    #[inline]
                    pub fn new(#(#parameters),*) -> Self {
                        Self { #(#fields,)* #(#additional,)* }
                    }
                }
            }
            Constructor::Literal(required) => {
                let fields = fields.iter().map(Field::initial_from_literal);
                quote! {
                    /// A value with the required properties; the others start absent.
                    #[inline]
                    pub fn new(required: #required) -> Self {
                        Self { #(#fields,)* #(#additional,)* }
                    }
                }
            }
        }
    }

    fn default(&self) -> Option<TokenStream> {
        let Struct { name, constructor: Constructor::Empty, is_only_received, .. } = self else { return None };
        let condition = test_only(*is_only_received);
        Some(quote! {
            #condition
            impl Default for #name {
                #[inline]
                fn default() -> Self {
                    Self::new()
                }
            }
        })
    }

    /// The constants that are right before a field, or behind all fields.
    fn constants_at(&self, position: usize) -> impl Iterator<Item = &Constant> {
        self.constants.iter().filter(move |constant| constant.position == Some(position))
    }

    fn decode(&self) -> TokenStream {
        let Struct { name, fields, additional, ends_chain, .. } = self;
        let inline = inline_unless(*ends_chain);
        let behind = |position: usize| {
            let constants = self.constants_at(position).map(Constant::decode);
            quote!(fields #(#constants)*)
        };
        let named = fields.iter().enumerate().map(|(position, field)| field.decode(&behind(position)));
        let lines: Vec<_> = named.chain(additional.iter().map(|additional| additional.decode(&behind(fields.len())))).collect();
        let last = self.constants_at(fields.len()).filter(|_| additional.is_none()).map(Constant::decode);
        let body = match lines.is_empty() && self.constants.is_empty() {
            true => quote! {
                json.fields()?;
                Ok(Self {})
            },
            false => quote! {
                let mut fields = json.fields()?;
                let value = Self { #(#lines,)* };
                #(fields #last;)*
                fields.finish(value)
            },
        };
        quote! {
            impl runtime::Decode for #name {
                #inline
                fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                    #body
                }
            }
        }
    }

    fn encode(&self) -> TokenStream {
        let Struct { name, fields, additional, .. } = self;
        let constants = |position: usize| self.constants_at(position).map(Constant::encode);
        let named = fields.iter().enumerate().flat_map(|(position, field)| constants(position).chain([field.encode()]));
        let last = constants(fields.len()).chain(additional.iter().map(Additional::encode));
        let lines: Vec<_> = named.chain(last).collect();
        let body = match lines.is_empty() {
            true => quote!(json.object().end();),
            false => quote! {
                let mut fields = json.object();
                #(#lines)*
                fields.end();
            },
        };
        quote! {
            impl runtime::Encode for #name {
                #[inline]
                fn encode(&self, json: &mut runtime::JsonWriter) {
                    #body
                }
            }
        }
    }
}
