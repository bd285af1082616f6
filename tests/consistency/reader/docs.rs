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

    /// The last paragraph, which names where the item comes from: if from several places, one in each line, in any order.
    pub(crate) fn origin(&self) -> String {
        let lines = self.0.rsplit(String::is_empty).find(|lines| !lines.is_empty()).unwrap_or_default();
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        lines.join(" ")
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

    /// The list of arguments that closes a method's docs. The rest stays.
    pub(crate) fn take_arguments(&mut self) -> Vec<Bullet> {
        let start = self.0.iter().position(|line| Bullet::begin(line).is_some()).unwrap_or(self.0.len());
        let mut arguments: Vec<Bullet> = Vec::new();
        for line in self.0.split_off(start) {
            match (Bullet::begin(&line), arguments.last_mut()) {
                (Some(argument), _) => arguments.push(argument),
                (None, Some(argument)) => argument.text = format!("{} {line}", argument.text),
                (None, None) => {}
            }
        }
        arguments
    }

    fn paragraphs(&self) -> Vec<String> {
        let paragraphs = self.0.split(String::is_empty).map(|lines| lines.join(" "));
        paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()
    }
}

/// What a method's docs say of an argument.
pub(crate) struct Bullet {
    /// Its name.
    pub(crate) name: String,
    /// What it is on the wire: `path parameter`, and its name there if that is another.
    pub(crate) place: String,
    /// Whether it is deprecated.
    pub(crate) deprecated: bool,
    /// What is said of it.
    pub(crate) text: String,
}

impl Bullet {
    /// The first line of one: ``- `name` (place): text``.
    fn begin(line: &str) -> Option<Self> {
        let (name, rest) = line.strip_prefix("- `")?.split_once("` (")?;
        let (place, text) = rest.split_once(')')?;
        let (place, deprecated) = place.strip_suffix(", deprecated").map_or((place, false), |place| (place, true));
        let text = text.trim_start_matches(": ").to_owned();
        Some(Self { name: name.to_owned(), place: place.to_owned(), deprecated, text })
    }

    /// The origin that it names, as the docs of a setter would write it.
    pub(crate) fn origin(&self) -> String {
        if self.place == "request body" {
            return "The body of the request.".to_owned();
        }
        for noun in ["Path parameter", "Query parameter", "Header", "Cookie", "Property"] {
            match self.place.strip_prefix(&noun.to_lowercase()) {
                Some("") => return format!("{noun}: `{}`.", self.name),
                Some(wire_name) => return format!("{noun}: {}.", wire_name.trim()),
                None => {}
            }
        }
        self.place.clone()
    }
}

/// Letters and digits, a space between the words: no escaping and no layout shows in them.
pub(crate) fn words(text: &str) -> String {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
