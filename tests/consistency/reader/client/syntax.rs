//! Pieces of Rust: their normalized spelling, and how a reader removes the pieces that it understands.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, LitStr, Meta, MetaList, Token};

/// A piece of Rust in one line, the same for every layout: without spaces but where two words would run into one, and
/// without commas after a last item.
pub(crate) fn spell(rust: &impl ToTokens) -> String {
    let is_wordy = |character: char| character.is_alphanumeric() || "_\"".contains(character);
    let mut spelled = String::new();
    let mut is_apart = false;
    for character in rust.to_token_stream().to_string().chars() {
        if character.is_whitespace() {
            is_apart = true;
            continue;
        }
        if ")]}>".contains(character) && spelled.ends_with(',') {
            spelled.pop();
        }
        if is_apart && is_wordy(character) && spelled.ends_with(is_wordy) {
            spelled.push(' ');
        }
        spelled.push(character);
        is_apart = false;
    }
    spelled
}

/// The value of a literal text.
pub(crate) fn text(rust: &impl ToTokens) -> String {
    let tokens = rust.to_token_stream();
    syn::parse2::<syn::LitStr>(tokens).map_or_else(|_| format!("`{}`, which is no text", spell(rust)), |text| text.value())
}

/// The spelling of a literal value, in which a text keeps its spaces.
pub(crate) fn spell_value(value: &Expr) -> String {
    match value {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => format!("{:?}", text.value()),
        value => spell(value),
    }
}

/// Whether an attribute is docs.
pub(crate) fn is_docs(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::NameValue(meta) if meta.path.is_ident("doc"))
}

/// Takes an attribute away; whether it was there.
pub(crate) fn take_attribute(attributes: &mut Vec<Attribute>, spelled: &str) -> bool {
    let count = attributes.len();
    attributes.retain(|attribute| spell(&attribute.meta) != spelled);
    attributes.len() < count
}

/// Takes the aliases away: `#[doc(alias("a", "b"))]`.
pub(crate) fn take_aliases(attributes: &mut Vec<Attribute>) -> Vec<String> {
    let mut aliases = Vec::new();
    attributes.retain(|attribute| {
        let Meta::List(list) = &attribute.meta else { return true };
        let Ok(inner) = list.parse_args::<MetaList>() else { return true };
        let texts = inner.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated);
        let is_alias = list.path.is_ident("doc") && inner.path.is_ident("alias");
        let Some(texts) = texts.ok().filter(|_| is_alias) else { return true };
        aliases.extend(texts.iter().map(LitStr::value));
        false
    });
    aliases
}

/// Calls `take_piece` for statements, arms and fields, outer ones first, and returns the tokens without those that it takes.
pub(crate) fn take(tokens: TokenStream, take_piece: &mut dyn FnMut(&TokenStream) -> bool) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = TokenStream::new();
    let mut piece: Vec<TokenTree> = Vec::new();
    let sign = |index: usize| match trees.get(index) {
        Some(TokenTree::Punct(punct)) => punct.as_char(),
        _ => ' ',
    };
    // A comma between angle brackets separates nothing.
    let mut angles = 0;
    for (index, tree) in trees.iter().enumerate() {
        match sign(index) {
            '<' => angles += 1,
            '>' if !"-=".contains(sign(index.wrapping_sub(1))) => angles -= 1,
            _ => {}
        }
        let next = sign(index + 1);
        let separator = sign(index) == ';' || (sign(index) == ',' && angles < 1);
        let closes = matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace) && !",;.?=".contains(next);
        if !separator {
            piece.push(tree.clone());
        }
        if !separator && !closes && index + 1 < trees.len() {
            continue;
        }
        let whole: TokenStream = piece.drain(..).collect();
        if !whole.is_empty() && !take_piece(&whole) {
            rest.extend(whole.into_iter().map(|tree| match tree {
                TokenTree::Group(group) => Group::new(group.delimiter(), take(group.stream(), take_piece)).into(),
                tree => tree,
            }));
            rest.extend(separator.then(|| tree.clone()));
        }
    }
    rest
}

/// Takes the literal texts out of a piece of Rust, and adds them to a list.
pub(crate) fn take_texts(tokens: TokenStream, texts: &mut Vec<String>) -> TokenStream {
    let rest = tokens.into_iter().filter_map(|tree| match tree {
        TokenTree::Group(group) => Some(Group::new(group.delimiter(), take_texts(group.stream(), texts)).into()),
        TokenTree::Literal(literal) if literal.to_string().starts_with('"') => {
            texts.push(text(&literal));
            None
        }
        tree => Some(tree),
    });
    rest.collect()
}

/// A method that is called: `fields.required("name", &self.name)`.
pub(crate) struct Invocation {
    pub(crate) method: String,
    pub(crate) arguments: Vec<Expr>,
}

impl Invocation {
    /// Reads the call of a method of the given value.
    pub(crate) fn of(receiver: &str, tokens: &TokenStream) -> Option<Self> {
        if !matches!(tokens.clone().into_iter().next(), Some(TokenTree::Ident(first)) if first == receiver) {
            return None;
        }
        let Ok(Expr::MethodCall(call)) = syn::parse2(tokens.clone()) else { return None };
        let is_plain = spell(&call.receiver) == receiver && call.turbofish.is_none() && call.attrs.is_empty();
        is_plain.then(|| Self { method: call.method.to_string(), arguments: call.args.into_iter().collect() })
    }

    /// Reads the calls of methods one after the other, and whether an error of the last one is handed on by `?`.
    pub(crate) fn chain(receiver: &str, tokens: TokenStream) -> Option<(Vec<Self>, bool)> {
        let (mut calls, mut is_tried) = (Vec::new(), false);
        let mut rest: Expr = syn::parse2(tokens).ok()?;
        if let Expr::Try(tried) = rest {
            (rest, is_tried) = (*tried.expr, true);
        }
        while let Expr::MethodCall(call) = rest {
            calls.push(Self { method: call.method.to_string(), arguments: call.args.into_iter().collect() });
            rest = *call.receiver;
        }
        calls.reverse();
        (spell(&rest) == receiver).then_some((calls, is_tried))
    }

    /// The argument at a place as a literal text.
    pub(crate) fn text(&self, index: usize) -> Option<String> {
        let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = self.arguments.get(index)? else { return None };
        Some(text.value())
    }

    /// The constant of the type that the argument at a place is or borrows.
    pub(crate) fn constant(&self, index: usize) -> Option<String> {
        let spelled = spell(self.arguments.get(index)?);
        spelled.trim_start_matches('&').strip_prefix("Self::").map(str::to_owned)
    }

    /// The field of `self` that the argument at a place is or borrows.
    pub(crate) fn field(&self, index: usize) -> Option<String> {
        field(&spell(self.arguments.get(index)?))
    }

    /// The same, where it is sent as a value that is there, even if it is `None`.
    pub(crate) fn present_field(&self, index: usize) -> Option<String> {
        let spelled = spell(self.arguments.get(index)?);
        field(spelled.strip_prefix("&Some(")?.strip_suffix(')')?)
    }
}

fn field(spelled: &str) -> Option<String> {
    let field = spelled.trim_start_matches('&').strip_prefix("self.")?;
    syn::parse_str::<Ident>(field).is_ok().then(|| field.to_owned())
}

/// The two sides of a field's value, of an arm or of an assignment.
pub(crate) fn sides(tokens: &TokenStream, between: &str) -> Option<(String, TokenStream)> {
    let mut left = TokenStream::new();
    let mut trees = tokens.clone().into_iter();
    while let Some(tree) = trees.next() {
        let is_sign = |tree: &TokenTree, sign: char| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign);
        let mut signs = between.chars();
        if is_sign(&tree, signs.next()?) {
            return signs
                .all(|sign| trees.next().is_some_and(|tree| is_sign(&tree, sign)))
                .then(|| (spell(&left), trees.collect()));
        }
        left.extend([tree]);
    }
    None
}

/// What is left of an item, with the names of this client's own types replaced by what they are.
pub(crate) fn frame(tokens: TokenStream, names: &[(String, &str)]) -> String {
    fn rename(tokens: TokenStream, names: &[(String, &str)]) -> TokenStream {
        let mut colons = 0;
        let renamed = tokens.into_iter().map(|tree| {
            let is_colon = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ':');
            // What follows two of them belongs to another name.
            let is_own = colons < 2;
            colons = if is_colon { colons + 1 } else { 0 };
            match tree {
                TokenTree::Group(group) => Group::new(group.delimiter(), rename(group.stream(), names)).into(),
                TokenTree::Ident(ident) if is_own => match names.iter().find(|(name, _)| ident == name) {
                    Some((_, role)) => Ident::new(role, ident.span()).into(),
                    None => ident.into(),
                },
                tree => tree,
            }
        });
        renamed.collect()
    }
    spell(&rename(tokens, names))
}
