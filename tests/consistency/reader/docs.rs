//! Docs: the words that a description and an item's docs have in common, and the origin that the docs name.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// Docs of an item, line by line.
pub(crate) struct Docs(Vec<String>);

impl Docs {
    /// The docs among an item's attributes.
    pub(crate) fn of(attributes: &[Attribute]) -> Self {
        let line = |attribute: &Attribute| match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
                Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
                _ => None,
            },
            _ => None,
        };
        let text = attributes.iter().filter_map(line).collect::<Vec<_>>().join("\n");
        Self(text.split('\n').map(|line| line.trim().to_owned()).collect())
    }

    /// The last paragraph, which names where the item comes from.
    pub(crate) fn origin(&self) -> String {
        self.paragraphs().pop().unwrap_or_default()
    }

    /// The words of the paragraphs before the origin.
    pub(crate) fn words(&self) -> String {
        let mut paragraphs = self.paragraphs();
        paragraphs.pop();
        words(&paragraphs.join(" "))
    }

    /// All of it in one line.
    pub(crate) fn text(&self) -> String {
        self.paragraphs().join(" ")
    }

    /// The list of arguments that closes a method's docs: the name of each and what is said of it. The rest stays.
    pub(crate) fn take_arguments(&mut self) -> Vec<(String, String)> {
        let argument = |line: &str| {
            let (name, text) = line.strip_prefix("- `")?.split_once("`: ")?;
            Some((name.to_owned(), text.to_owned()))
        };
        let mut arguments = Vec::new();
        while let Some(last) = self.0.last().and_then(|line| argument(line)) {
            arguments.insert(0, last);
            self.0.pop();
        }
        arguments
    }

    fn paragraphs(&self) -> Vec<String> {
        let paragraphs = self.0.split(String::is_empty).map(|lines| lines.join(" "));
        paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()
    }
}

/// Letters and digits, a space between the words: no escaping and no layout shows in them.
pub(crate) fn words(text: &str) -> String {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
