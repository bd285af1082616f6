//! `PathExpression`: what a path writes between braces, a parameter's name and perhaps more.
//!
//! OpenAPI has only names there, but descriptions come from servers whose routes say more: `{rest+}` (AWS), `{+rest}` and `{.format}` (RFC 6570),
//! `{*rest}`, `{**rest}` and `{id:int}` (ASP.NET), `{rest...}` (Go), `{id:[0-9]+}` (JAX-RS), `{rest:path}` (Starlette), `{name=shelves/*}`
//! (gRPC).

/// What a path writes between braces: a parameter's name and perhaps more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathExpression {
    /// The whole of it, as it was written.
    pub written: String,
    /// The parameter's name.
    pub name: String,
    /// Whether a value may have several segments, so that its slashes are sent as they are.
    pub is_greedy: bool,
    /// What a value must match, or its type.
    constraint: Option<String>,
}

/// The marks of a greedy parameter, before or after its name.
const GREEDY: [&str; 4] = ["...", "**", "*", "+"];

/// The type of a path that a route can give a parameter.
const PATH: &str = "path";

impl PathExpression {
    /// Parses the text between the braces.
    pub(super) fn parse(written: &str) -> Self {
        let trimmed = written.trim();
        let marked = GREEDY.iter().find_map(|mark| trimmed.strip_prefix(mark));
        let rest = marked.unwrap_or(trimmed);
        let (name, constraint, spans_segments) = match rest.find([':', '=']).map(|at| (at, rest.split_at(at))) {
            Some((at, (name, after))) if at > 0 => {
                let constraint = after[1..].trim();
                let is_pattern_of_segments = constraint.contains("**") || constraint.contains('/');
                let is_greedy = if after.starts_with('=') { is_pattern_of_segments } else { matches_slash(constraint) };
                (name, Some(constraint.to_owned()), is_greedy || constraint == PATH)
            }
            _ => (rest, None, false),
        };
        let name = name.trim().trim_end_matches('?');
        let unmarked = GREEDY.iter().find_map(|mark| name.strip_suffix(mark));
        let bare = unmarked.unwrap_or(name);
        Self {
            written: written.to_owned(),
            name: if bare.is_empty() { written } else { bare }.to_owned(),
            is_greedy: marked.is_some() || unmarked.is_some() || spans_segments,
            constraint,
        }
    }

    /// The same, named after the parameter that is declared: Flask writes the type before the name, `{path:rest}`.
    pub(super) fn declared(self, is_declared: impl Fn(&str) -> bool) -> Self {
        match self.constraint.clone().filter(|constraint| !is_declared(&self.name) && is_declared(constraint)) {
            Some(name) => Self { is_greedy: self.name == PATH, name, ..self },
            None => self,
        }
    }

    /// The expression without its name: two paths with the same outlines match the same URLs.
    pub(super) fn outline(&self) -> String {
        let mark = if self.is_greedy { "+" } else { "" };
        format!("{{{mark}{}}}", self.constraint.as_deref().map(|constraint| format!(":{constraint}")).unwrap_or_default())
    }
}

/// The names of query parameters, if an expression lists some: `{?q,limit}` and `{&page}` of RFC 6570.
pub(super) fn query(written: &str) -> Option<impl Iterator<Item = &str>> {
    let names = written.strip_prefix(['?', '&'])?;
    Some(names.split(',').map(|name| name.trim().trim_end_matches('*')).filter(|name| !name.is_empty()))
}

/// What an expression of RFC 6570 writes before its value, and the rest of it: `{.format}` is `.json`, `{/id}` is `/5`, and `{;id}` is
/// `;id=5`.
pub(super) fn prefix(written: &str) -> (String, &str) {
    match written.split_at_checked(1) {
        Some((mark @ ("." | "/"), rest)) if !rest.starts_with('.') => (mark.to_owned(), rest),
        Some((mark @ ";", name)) => (format!("{mark}{}=", PathExpression::parse(name).name), name),
        _ => (String::new(), written),
    }
}

/// The text before the brace that closes an expression, and the text after it. Braces may be nested, as in `{id:[0-9]{4}}`.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' if depth == 0 => return Some((&text[..at], &text[at + 1..])),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a regular expression matches texts with slashes, as far as its parts show that.
fn matches_slash(pattern: &str) -> bool {
    let mut characters = pattern.chars().peekable();
    let (mut in_class, mut is_negated) = (false, false);
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                // `\S`, `\D` and `\W` are classes that have the slash.
                let is_slash = characters.next().is_some_and(|escaped| matches!(escaped, '/' | 'S' | 'D' | 'W'));
                if is_slash && !is_negated {
                    return true;
                }
            }
            '[' if !in_class => {
                in_class = true;
                is_negated = characters.next_if_eq(&'^').is_some();
            }
            ']' if in_class => (in_class, is_negated) = (false, false),
            '/' if !is_negated => return true,
            '.' if !in_class && characters.peek().is_some_and(|next| matches!(next, '*' | '+' | '{')) => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(written: &str) -> (String, bool) {
        let expression = PathExpression::parse(written);
        (expression.name, expression.is_greedy)
    }

    #[test]
    fn several_segments_are_marked_in_many_ways() {
        for written in ["rest+", "+rest", "rest*", "*rest", "**rest", "rest...", "...rest", "rest:path", "rest:.*", "rest:.+"] {
            assert_eq!(parsed(written), ("rest".to_owned(), true), "{written}");
        }
        for written in
            ["rest : .*", "rest:(.+)", "rest:.{1,9}", "rest:[\\w/]+", "rest:\\S+", "rest=**", "rest=a/*", "*rest:nonfile"]
        {
            assert_eq!(parsed(written), ("rest".to_owned(), true), "{written}");
        }
    }

    #[test]
    fn one_segment_may_have_a_type_or_pattern() {
        for written in
            ["id", "id?", "id:int", "id:int?", "id:[0-9]+", "id:[^/]+", "id:\\d{4}", "id:[0-9]{4}", "id:a\\.+", "id=5", "id=*"]
        {
            assert_eq!(parsed(written), ("id".to_owned(), false), "{written}");
        }
    }

    #[test]
    fn what_has_no_name_keeps_its_text() {
        assert_eq!(parsed("*"), ("*".to_owned(), true));
        assert_eq!(parsed("# b"), ("# b".to_owned(), false));
        assert_eq!(parsed(":a"), (":a".to_owned(), false));
    }

    #[test]
    fn a_type_may_be_written_before_the_name() {
        let declared = |written: &str| PathExpression::parse(written).declared(|name| name == "rest");
        assert_eq!((declared("path:rest").name.as_str(), declared("path:rest").is_greedy), ("rest", true));
        assert_eq!((declared("int:rest").name.as_str(), declared("int:rest").is_greedy), ("rest", false));
        assert_eq!(declared("rest:path").name, "rest");
    }
}
