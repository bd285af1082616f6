//! The texts that problems quote, which are as long as the description likes.

use crate::{limits::Limit, node::Origin};

/// How much of a text is quoted, in characters: a thousand problems may quote the same one.
const LONGEST: usize = 1_000;

/// A text, or as much of it as is quoted.
pub(crate) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
        text.shrink_to_fit();
    }
    text
}

/// What a field of a problem may be.
pub(super) trait Quoted {
    /// Leaves of a text enough to recognise it by.
    fn shorten(&mut self) {}
}

impl Quoted for String {
    fn shorten(&mut self) {
        *self = shortened(std::mem::take(self));
    }
}

impl Quoted for Option<String> {
    fn shorten(&mut self) {
        self.iter_mut().for_each(Quoted::shorten);
    }
}

impl Quoted for Vec<String> {
    fn shorten(&mut self) {
        self.iter_mut().for_each(Quoted::shorten);
    }
}

/// Texts of our own, which are short, and what is no text.
impl Quoted for &'static str {}
impl Quoted for &'static [&'static str] {}
impl Quoted for usize {}
impl Quoted for bool {}
impl Quoted for char {}
impl Quoted for Option<&'static str> {}
impl Quoted for Limit {}
impl Quoted for Origin {}
