//! The `mod.rs` files: what lies in a folder, and a group's handle.

use std::cmp::Ordering;

use super::quoting::{ToTokens, TokenStream, quote};
use super::tokens::{allowance, file_docs, former_docs, former_method_docs, renamed, test_only};
use crate::plan::{FormerType, Group, GroupHandle, Model, Operation, Plan};

/// `generated/mod.rs`.
pub(super) fn root(plan @ Plan { docs, security_schemes, .. }: &Plan) -> TokenStream {
    // Clippy wants a name for a tuple of several types.
    let allowance = plan.uses().tuples.then(|| quote!(#![allow(clippy::type_complexity)]));
    let security_schemes = (!security_schemes.is_empty()).then(|| quote! { mod security_schemes; });
    let docs = file_docs(docs);
    quote! {
        #docs

        // Of this file and of all that it declares: what is written here is compared with what should be.
        #![cfg_attr(rustfmt, rustfmt_skip)]
        #allowance

        mod client;
        pub mod models;
        pub mod operations;
        #security_schemes
        pub mod servers;
    }
}

/// `models/mod.rs`.
pub(super) fn models(Plan { models, former_models, .. }: &Plan) -> TokenStream {
    let modules = models.iter().map(Model::declaration);
    let mut exported: Vec<&Model> = models.iter().collect();
    exported.sort_by(|left, right| export_order(left.module.as_str(), right.module.as_str()));
    let exports = exported.into_iter().map(Model::export);
    quote! {
        //! The models of the API, one file per schema.

        #(#modules)*

        #(#exports)*

        #(#former_models)*
    }
}

/// `operations/mod.rs`.
pub(super) fn operations(Plan { groups, .. }: &Plan) -> TokenStream {
    let modules = groups.iter().map(|Group { module, feature, .. }| {
        let condition = condition(feature.as_slice());
        quote!(#condition pub mod #module;)
    });
    let former = groups.iter().flat_map(Group::former_modules);
    quote! {
        //! The calls of the API, one module per tag.

        #(#modules)*

        #(#former)*
    }
}

impl Group {
    /// The module under its earlier names.
    fn former_modules(&self) -> impl Iterator<Item = TokenStream> {
        let Self { module, feature, former_modules, .. } = self;
        let (docs, deprecation) = (former_docs(module), renamed(module));
        former_modules.iter().map(move |former| {
            let condition = condition(feature.as_slice());
            quote! {
                #docs
                #condition
                #deprecation
                pub mod #former {
                    pub use super::#module::*;
                }
            }
        })
    }

    /// The client's method that gives the handle, under its earlier names.
    fn former_accessors(&self) -> impl Iterator<Item = TokenStream> {
        let Self { module, handle, former_modules, .. } = self;
        let (docs, deprecation) = (former_method_docs(module), renamed(module));
        former_modules.iter().map(move |former| {
            quote! {
                #docs
                #deprecation
                #[inline]
                pub fn #former(&self) -> #handle {
                    self.#module()
                }
            }
        })
    }
}

impl ToTokens for FormerType {
    /// `pub type Old = New;`
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { name, target, is_deprecated, features, .. } = self;
        let (condition, allowance) = (condition(features), allowance(*is_deprecated));
        let (docs, deprecation) = (former_docs(target), renamed(target));
        tokens.extend(quote! {
            #docs
            #condition
            #deprecation
            #allowance
            pub type #name = #target;
        });
    }
}

impl ToTokens for Group {
    /// `operations/<group>/mod.rs`.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Group { module, docs, handle, operations, former_types, .. } = self;
        let former_accessors: Vec<TokenStream> = self.former_accessors().collect();
        let file_docs = file_docs(docs);
        let modules = operations.iter().map(Operation::declaration);
        let mut exported: Vec<&Operation> = operations.iter().collect();
        exported.sort_by(|left, right| export_order(left.module.as_str(), right.module.as_str()));
        let exports = exported.into_iter().map(Operation::export);
        tokens.extend(quote! {
            #file_docs

            #(#modules)*

            #(#exports)*

            #(#former_types)*
        });
        match handle {
            GroupHandle::Client => {}
            // All calls of a group may be gone.
            GroupHandle::Tag(handle) if operations.is_empty() => tokens.extend(quote! {
                use crate::runtime;

                #docs
                #[derive(Clone, Debug)]
                #[non_exhaustive]
                pub struct #handle {}

                impl runtime::Client {
                    #docs
                    #[inline]
                    pub fn #module(&self) -> #handle {
                        #handle {}
                    }

                    #(#former_accessors)*
                }
            }),
            GroupHandle::Tag(handle) => tokens.extend(quote! {
                use crate::runtime;

                #docs
                #[derive(Clone, Debug)]
                pub struct #handle {
                    client: runtime::Client,
                }

                impl runtime::Client {
                    #docs
                    #[inline]
                    pub fn #module(&self) -> #handle {
                        #handle { client: self.clone() }
                    }

                    #(#former_accessors)*
                }
            }),
        }
    }
}

/// The order of exports, which is rustfmt's: `_` comes before all other characters, and numbers are compared by value.
fn export_order(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left, right);
    loop {
        let (left_digits, right_digits) = (digits(left), digits(right));
        let (step_left, step_right) = if left_digits.is_empty() || right_digits.is_empty() {
            let rank = |text: &str| text.chars().next().map(|first| if first == '_' { '\0' } else { first });
            let order = rank(left).cmp(&rank(right));
            if order.is_ne() || left.is_empty() {
                return order;
            }
            (1, 1)
        } else {
            let value = |digits: &str| digits.trim_start_matches('0').to_owned();
            let (left_value, right_value) = (value(left_digits), value(right_digits));
            let order = left_value.len().cmp(&right_value.len()).then_with(|| left_value.cmp(&right_value));
            if order.is_ne() {
                return order;
            }
            (left_digits.len(), right_digits.len())
        };
        (left, right) = (&left[step_left..], &right[step_right..]);
    }
}

/// The digits that a text begins with.
fn digits(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(|first: char| first.is_ascii_digit()).len()]
}

/// What stands before an item that is there only if one of the features is on.
fn condition(features: &[String]) -> Option<TokenStream> {
    match features {
        [] => None,
        [feature] => Some(quote!(#[cfg(feature = #feature)])),
        features => Some(quote!(#[cfg(any(#(feature = #features),*))])),
    }
}

impl Model {
    fn declaration(&self) -> TokenStream {
        let Model { module, features, .. } = self;
        let (condition, allowance) = (condition(features), allowance(self.mentions_deprecated()));
        quote!(#condition #allowance mod #module;)
    }

    fn export(&self) -> TokenStream {
        let Model { module, features, .. } = self;
        let (condition, allowance) = (condition(features), allowance(self.mentions_deprecated()));
        let types = self.declared();
        let Some(literal) = self.test_literal() else {
            return quote!(#condition #allowance pub use #module::{#(#types),*};);
        };
        let (name, is_test_only) = (self.name(), test_only(true));
        quote! {
            #condition #allowance pub use #module::#name;
            #condition #is_test_only #allowance pub use #module::#literal;
        }
    }
}

impl Operation {
    fn declaration(&self) -> TokenStream {
        let Operation { module, .. } = self;
        let allowance = allowance(self.mentions_deprecated());
        quote!(#allowance mod #module;)
    }

    fn export(&self) -> TokenStream {
        let (module, types) = (&self.module, self.declared());
        quote!(pub use #module::{#(#types),*};)
    }
}
