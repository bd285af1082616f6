//! `Paginated`: how a call asks for the next page, in whichever style.

use proc_macro2::Delimiter::Parenthesis;
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprLit, ExprStruct, ItemImpl, Lit, Member};

use super::Reading;
use super::call::Building;
use super::syntax::{sides, spell, take};
use crate::reader::facts::Pages;

impl Reading<'_> {
    pub(super) fn pages(&mut self, call: &mut Building, item: ItemImpl) {
        let mut next = Next::default();
        next.visit_item_impl(&item);
        let mut pages = Pages { style: next.style().to_owned(), parameter: next.parameter, from: next.from, ..Pages::default() };
        // The last line of `items` is the way to them, all else was read by the visitor.
        pages.items = pages.from.pop().unwrap_or_default();
        let rest = take(without_ways(item.into_token_stream()), &mut |piece| match sides(piece, "=") {
            Some((name, item)) if name == "type Item" => {
                pages.item = spell(&item);
                true
            }
            _ => false,
        });
        self.frame("pages", &rest);
        if call.row.pages.replace(pages).is_some() {
            self.unread("pages, twice");
        }
    }
}

/// What `next` and `items` name.
#[derive(Default)]
struct Next {
    functions: Vec<String>,
    parameter: Option<String>,
    from: Vec<String>,
}

impl Next {
    /// The style, by the functions of the runtime that are called.
    fn style(&self) -> &'static str {
        let calls = |name: &str| self.functions.iter().any(|function| function == name);
        match () {
            () if calls("next_offset") => "offset",
            () if calls("next_number") => "page",
            () if calls("next_link") => "link-header",
            () if calls("NextPage::Address") => "next-url",
            () if calls("NextPage::Request") => "cursor",
            () => "one that the reader does not know",
        }
    }
}

impl<'a> Visit<'a> for Next {
    fn visit_expr_call(&mut self, call: &'a ExprCall) {
        self.functions.extend(spell(&call.func).strip_prefix("runtime::").map(str::to_owned));
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_struct(&mut self, literal: &'a ExprStruct) {
        let named = literal.fields.iter().map(|field| spell(&field.member)).collect::<Vec<_>>().join(", ");
        self.parameter = Some(named);
    }

    fn visit_expr_lit(&mut self, literal: &'a ExprLit) {
        if let Lit::Int(number) = &literal.lit {
            self.from.push(number.to_string());
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match way(expression) {
            Some(way) => self.from.push(way),
            // The page as a whole.
            None if ["page.body()", "page.headers()"].contains(&spell(expression).as_str()) => {}
            None => visit::visit_expr(self, expression),
        }
    }
}

/// The way along fields from the request or from the page inwards.
fn way(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Field(field) => {
            let Member::Named(name) = &field.member else { return None };
            match spell(&field.base).as_str() {
                "self" => Some(format!("self.{name}")),
                "page.body()" => Some(format!("page.{name}")),
                _ => Some(format!("{}.{name}", way(&field.base)?)),
            }
        }
        Expr::Path(path) if path.path.is_ident("page") => Some("page".to_owned()),
        _ => None,
    }
}

/// What is left when the ways, the numbers and the names of changed fields are taken out.
fn without_ways(tokens: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |index: usize, sign: char| matches!(trees.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    let is_word = |index: usize| matches!(trees.get(index), Some(TokenTree::Ident(_)));
    let is_call = |index: usize| matches!(trees.get(index), Some(TokenTree::Group(group)) if group.delimiter() == Parenthesis);
    let mut rest = TokenStream::new();
    let mut index = 0;
    while let Some(tree) = trees.get(index) {
        let is_step = is(index, '.') && !is(index.wrapping_sub(1), '.') && is_word(index + 1) && !is_call(index + 2);
        let is_field = index == 0 && is_word(0) && is(1, ':') && !is(2, ':');
        match tree {
            _ if is_step => index += 1,
            TokenTree::Group(group) => {
                let inner = without_ways(group.stream());
                rest.extend([TokenTree::from(Group::new(group.delimiter(), inner))]);
            }
            TokenTree::Literal(literal) if literal.to_string().parse::<u64>().is_ok() => {
                rest.extend([TokenTree::from(Literal::u64_unsuffixed(0))]);
            }
            TokenTree::Ident(ident) if is_field && ident != "page" => {
                rest.extend([TokenTree::from(Ident::new("field", ident.span()))])
            }
            tree => rest.extend([tree.clone()]),
        }
        index += 1;
    }
    rest
}
