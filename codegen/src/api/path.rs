//! `PathTemplate`: a path's literals and parameters.
//!
//! Mirrors [Path Templating](https://spec.openapis.org/oas/v3.1.1#path-templating).

use crate::diagnostic::Problem;

/// A path, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathTemplate {
    /// The path as the description writes it.
    pub text: String,
    /// Its parts; literals keep their slashes.
    pub parts: Vec<PathPart>,
    /// What it says of the query: names and values that are sent with each request.
    pub query: Vec<(String, String)>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathPart {
    /// Text that is sent as it stands.
    Literal(String),
    /// The name of a parameter.
    Parameter(String),
}

impl PathTemplate {
    /// Takes a path apart.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a path that is not a template, or cannot be sent.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let malformed = |why: &'static str| Problem::MalformedPath { path: text.to_owned(), why };
        let address = text.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut parts = Vec::new();
        // Repaired; `problem` tells.
        if !path.starts_with('/') {
            push_literal(&mut parts, "/");
        }
        let mut rest = path;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { return Err(malformed("a `{` is not closed")) };
            if name.is_empty() || name.contains('{') {
                return Err(malformed("a parameter in it has no name"));
            }
            push_literal(&mut parts, literal);
            let parameter = PathPart::Parameter(name.to_owned());
            if parts.contains(&parameter) {
                return Err(malformed("a parameter stands in it twice"));
            }
            parts.push(parameter);
            rest = after;
        }
        push_literal(&mut parts, rest);
        check_literals(&parts).map_err(malformed)?;
        if query.contains(['{', '}']) {
            return Err(malformed("a parameter in its query is described by no path"));
        }
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let query = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Self { text: text.to_owned(), parts, query })
    }

    /// What is wrong with a path that can be sent all the same.
    pub fn problem(&self) -> Option<Problem> {
        let path = || self.text.clone();
        match (self.text.starts_with('/'), self.text.chars().find(|mark| matches!(mark, '?' | '#'))) {
            (false, _) => Some(Problem::MalformedPath { path: path(), why: "it does not begin with `/`" }),
            (true, Some(mark)) => Some(Problem::IrregularPath { path: path(), mark }),
            (true, None) => None,
        }
    }

    /// The names of the parameters.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            PathPart::Parameter(name) => Some(name.as_str()),
            PathPart::Literal(_) => None,
        })
    }

    /// The template with its parameters' names left out: two paths with equal outlines cannot be told apart.
    pub fn outline(&self) -> String {
        let part = |part: &PathPart| match part {
            PathPart::Literal(text) => text.clone(),
            PathPart::Parameter(_) => "{}".to_owned(),
        };
        let rest = self.text.find(['?', '#']).map_or("", |mark| &self.text[mark..]);
        self.parts.iter().map(part).chain([rest.to_owned()]).collect()
    }
}

fn push_literal(parts: &mut Vec<PathPart>, literal: &str) {
    if !literal.is_empty() {
        parts.push(PathPart::Literal(literal.to_owned()));
    }
}

/// What keeps the literals from being sent as they stand.
fn check_literals(parts: &[PathPart]) -> Result<(), &'static str> {
    for part in parts {
        let PathPart::Literal(text) = part else { continue };
        if text.contains('}') {
            return Err("a `}` has no `{` before it");
        }
        if text.contains(|character: char| character.is_control() || character == ' ' || character == '\\') {
            return Err("it holds a character that cannot be sent in a path");
        }
    }
    let outline: String = parts.iter().map(|part| if let PathPart::Literal(text) = part { text } else { "x" }).collect();
    if outline.split('/').any(|segment| segment == "." || segment == "..") {
        return Err("a segment of it is `.` or `..`");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_path_apart() {
        let path = PathTemplate::parse("/pets/{pet}.{format}/").expect("the path is well formed");
        let names: Vec<_> = path.parameters().collect();
        assert_eq!(names, ["pet", "format"]);
        assert_eq!(path.outline(), "/pets/{}.{}/");
    }

    #[test]
    fn takes_what_is_more_than_a_path_for_a_query() {
        let path = PathTemplate::parse("/pets?beta=true&all#cats").expect("the path can be sent");
        let query: Vec<_> = path.query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!((path.outline().as_str(), query), ("/pets?beta=true&all#cats", vec![("beta", "true"), ("all", "")]));
        assert!(matches!(path.problem(), Some(Problem::IrregularPath { mark: '?', .. })));
        let path = PathTemplate::parse("pets").expect("the path can be repaired");
        assert_eq!(path.parts, [PathPart::Literal("/".to_owned()), PathPart::Literal("pets".to_owned())]);
    }

    #[test]
    fn refuses_what_cannot_be_sent() {
        for text in ["/{", "/{}", "/}", "/{a}/{a}", "/a?b={c}", "/a b", "/../a", "/{a{b}}"] {
            assert!(PathTemplate::parse(text).is_err(), "{text}");
        }
    }
}
