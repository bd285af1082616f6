//! `Signature`: the types of a record as a program outside of the client names them.

/// What a function takes and returns, as a program outside of the client names it.
pub(super) struct Signature {
    /// The type of each value that it takes; what a value is turned into where any of several types is taken.
    pub(super) taken: Vec<String>,
    /// What it returns; empty where the record does not say.
    pub(super) returned: String,
}

impl Signature {
    /// The signature of `(A, impl Into<B>) -> C`, or of what is taken alone: `A, impl Into<B>`.
    pub(super) fn parse(ty: &str, has_result: bool) -> Self {
        let (taken, returned) = match ty.rsplit_once(") -> ").filter(|_| has_result) {
            Some((taken, returned)) => (taken.strip_prefix('(').unwrap_or(taken), returned),
            None => (ty, ""),
        };
        let into = |ty: &str| match ty.strip_prefix("impl Into<").and_then(|rest| rest.strip_suffix('>')) {
            Some(target) => target.to_owned(),
            None => ty.to_owned(),
        };
        Self { taken: items(taken).into_iter().map(into).collect(), returned: returned.to_owned() }
    }

    /// A value of each type that it takes.
    pub(super) fn arguments(&self) -> String {
        let values: Vec<String> = self.taken.iter().map(|ty| format!("v::<{ty}>()")).collect();
        values.join(", ")
    }
}

/// The types of a list, which may have commas inside.
fn items(list: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0, 0);
    for (place, character) in list.char_indices() {
        match character {
            '<' | '(' => depth += 1,
            '>' | ')' => depth -= 1,
            ',' if depth == 0 => {
                items.push(list[start..place].trim());
                start = place + 1;
            }
            _ => {}
        }
    }
    items.push(list[start..].trim());
    items.retain(|item| !item.is_empty());
    items
}

/// A type with every path of it replaced: `models::Pet` in `Vec<models::Pet>`.
pub(super) fn with_paths(ty: &str, path: impl Fn(&str) -> String) -> String {
    let is_of_path = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':' | '#' | '\'');
    let mut text = String::new();
    let mut rest = ty;
    while let Some(start) = rest.find(is_of_path) {
        let end = rest[start..].find(|character| !is_of_path(character)).map_or(rest.len(), |end| start + end);
        text += &rest[..start];
        text += &path(&rest[start..end]);
        rest = &rest[end..];
    }
    text + rest
}
