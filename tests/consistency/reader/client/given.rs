//! Values that a caller gives: the arguments of a method that makes something, and setters.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::{Expr, FnArg, ImplItemFn, Stmt};

use super::syntax::{sides, spell, take};
use super::{deprecated, take_docs};
use crate::reader::docs::Docs;
use crate::reader::facts::add;

/// The places and types of arguments, by their names.
pub(super) type Arguments = BTreeMap<String, (usize, String)>;

/// Takes the arguments but `self`.
pub(super) fn take_arguments(method: &mut ImplItemFn) -> Arguments {
    let mut arguments = Arguments::new();
    for argument in std::mem::take(&mut method.sig.inputs) {
        match argument {
            FnArg::Typed(argument) if argument.attrs.is_empty() => {
                let place = arguments.len();
                add(&mut arguments, spell(&argument.pat), (place, spell(&argument.ty)));
            }
            argument => method.sig.inputs.push(argument),
        }
    }
    arguments
}

/// The names of arguments, in their order.
pub(super) fn in_order(arguments: &Arguments) -> Vec<String> {
    let mut names: Vec<String> = arguments.keys().cloned().collect();
    names.sort_by_key(|name| arguments[name].0);
    names
}

/// How an argument of a type is handed on.
fn handed(name: &str, ty: &str) -> String {
    if ty.starts_with("impl Into<") { format!("{name}.into()") } else { name.to_owned() }
}

/// What the fields of a literal are given: an argument, or a field of the struct of what is required, or at first nothing.
pub(super) struct Initials {
    /// By the field.
    pub(super) given: BTreeMap<String, Option<String>>,
    /// What is left of the method.
    pub(super) rest: TokenStream,
}

impl Initials {
    /// Takes what a method gives to fields of these names.
    pub(super) fn take(
        method: ImplItemFn,
        is_field: impl Fn(&str) -> bool,
        arguments: &Arguments,
        required: &BTreeMap<String, String>,
    ) -> Self {
        let mut given = BTreeMap::new();
        let rest = take(method.into_token_stream(), &mut |piece| {
            let (field, value) = match sides(piece, ":") {
                Some((field, value)) => (field, spell(&value)),
                None => (spell(piece), spell(piece)),
            };
            let how = match (arguments.get(&field), required.get(&field)) {
                _ if !is_field(&field) => return false,
                (Some((_, ty)), _) if value == handed(&field, ty) => Some(format!("argument `{ty}`")),
                (None, Some(ty)) if value == format!("required.{field}") => Some(format!("field of type `{ty}`")),
                (None, None) if value == "None" => None,
                _ => return false,
            };
            given.insert(field, how).is_none()
        });
        Self { given, rest }
    }
}

/// A method that gives a field a value, or sets it to null.
pub(super) struct Setter {
    pub(super) name: String,
    pub(super) field: String,
    /// What it takes; none if it sets to null.
    pub(super) given: Option<String>,
    pub(super) deprecated: bool,
    pub(super) docs: Docs,
    /// What is left of the method.
    pub(super) rest: ImplItemFn,
}

impl Setter {
    /// Takes a setter apart; none if the method is something else.
    pub(super) fn take(method: &ImplItemFn) -> Option<Self> {
        let mut rest = method.clone();
        let (name, docs) = (rest.sig.ident.to_string(), take_docs(&mut rest.attrs));
        let arguments = take_arguments(&mut rest);
        let Some(Stmt::Expr(Expr::Assign(assignment), Some(_))) = rest.block.stmts.first().cloned() else { return None };
        let (field, value) = (spell(&assignment.left), spell(&assignment.right));
        let given = match arguments.iter().next() {
            None if value == "Some(None)" => None,
            Some((argument, (_, ty))) if arguments.len() == 1 && *argument == name => {
                let plain = handed(&name, ty);
                match value {
                    value if value == format!("Some({plain})") => Some(format!("setter `{ty}`")),
                    value if value == format!("Some(Some({plain}))") => Some(format!("setter `{ty}` or null")),
                    _ => return None,
                }
            }
            _ => return None,
        };
        let field = field.strip_prefix("self.").filter(|field| given.is_none() || *field == name)?.to_owned();
        rest.block.stmts.remove(0);
        rest.sig.ident = format_ident!("set");
        let deprecated = deprecated(&mut rest.attrs);
        Some(Self { name, field, given, deprecated, docs, rest })
    }
}
