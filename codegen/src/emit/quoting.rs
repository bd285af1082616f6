//! `quote!`: quotes the code of the client.
//!
//! It has the syntax of the crate `quote`, whose macro allocates a compiler token for every token: that took a fifth of a run. This one
//! appends the texts of tokens to a buffer.
//!
//! - `#name` inserts the tokens of a variable.
//! - `#(...)*` repeats its content for each item of the first variable in it, which must be outside of further brackets and can be
//!   iterated over. A separator may follow the `)`.

use proc_macro2::Literal;

use super::stream::Kind;
pub(super) use super::stream::TokenStream;

/// Values that can be quoted.
pub(super) trait ToTokens {
    /// Appends the tokens of the value.
    fn to_tokens(&self, tokens: &mut TokenStream);

    fn to_token_stream(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        self.to_tokens(&mut tokens);
        tokens
    }
}

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens + ?Sized> ToTokens for Box<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(value) = self {
            value.to_tokens(tokens);
        }
    }
}

impl ToTokens for TokenStream {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend_from(self);
    }
}

impl ToTokens for bool {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.push(Kind::Word, if *self { "true" } else { "false" });
    }
}

impl ToTokens for char {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Literal::character(*self).to_tokens(tokens);
    }
}

impl ToTokens for str {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let stays = |byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
        if self.bytes().all(stays) {
            tokens.push_quoted(self);
        } else {
            Literal::string(self).to_tokens(tokens);
        }
    }
}

impl ToTokens for String {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.as_str().to_tokens(tokens);
    }
}

impl ToTokens for Literal {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let text = self.to_string();
        let positive = text.strip_prefix('-');
        if positive.is_some() {
            tokens.push(Kind::Operator, "-");
        }
        tokens.push(Kind::Literal, positive.unwrap_or(&text));
    }
}

macro_rules! quote {
    ($($token:tt)*) => {{
        let mut stream = $crate::emit::quoting::TokenStream::new();
        let tokens = &mut stream;
        $crate::emit::quoting::push!(tokens $($token)*);
        stream
    }};
}

/// Appends quoted tokens one by one.
macro_rules! push {
    ($tokens:ident) => {};
    ($tokens:ident # ($($repeated:tt)*) * $($rest:tt)*) => {
        $crate::emit::quoting::repeat!($tokens [$($repeated)*] [] $($repeated)*);
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
    ($tokens:ident # ($($repeated:tt)*) $separator:tt * $($rest:tt)*) => {
        $crate::emit::quoting::repeat!($tokens [$($repeated)*] [$separator] $($repeated)*);
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
    ($tokens:ident # $value:ident $($rest:tt)*) => {
        $crate::emit::quoting::ToTokens::to_tokens(&$value, $tokens);
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
    ($tokens:ident ($($inside:tt)*) $($rest:tt)*) => {
        $crate::emit::quoting::group!($tokens "(" ")" $($inside)*);
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
    ($tokens:ident [$($inside:tt)*] $($rest:tt)*) => {
        $crate::emit::quoting::group!($tokens "[" "]" $($inside)*);
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
    ($tokens:ident {$($inside:tt)*} $($rest:tt)*) => {
        $crate::emit::quoting::group!($tokens "{" "}" $($inside)*);
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
    ($tokens:ident $token:tt $($rest:tt)*) => {
        $tokens.push_written(stringify!($token));
        $crate::emit::quoting::push!($tokens $($rest)*);
    };
}

/// Appends brackets with quoted tokens between them.
macro_rules! group {
    ($tokens:ident $open:literal $close:literal $($inside:tt)*) => {
        let opened = $tokens.open($open);
        $crate::emit::quoting::push!($tokens $($inside)*);
        $tokens.close(opened, $close);
    };
}

/// Appends repeated tokens, once for each item of the first variable in them.
macro_rules! repeat {
    ($tokens:ident [$($repeated:tt)*] [] # $items:ident $($rest:tt)*) => {
        for $items in $items {
            $crate::emit::quoting::push!($tokens $($repeated)*);
        }
    };
    ($tokens:ident [$($repeated:tt)*] [$separator:tt] # $items:ident $($rest:tt)*) => {
        for (index, $items) in $items.into_iter().enumerate() {
            if index > 0 {
                $tokens.push_written(stringify!($separator));
            }
            $crate::emit::quoting::push!($tokens $($repeated)*);
        }
    };
    ($tokens:ident $repeated:tt $separator:tt $before:tt $($rest:tt)*) => {
        $crate::emit::quoting::repeat!($tokens $repeated $separator $($rest)*);
    };
}

pub(super) use {group, push, quote, repeat};
