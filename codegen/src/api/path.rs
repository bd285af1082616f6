//! `PathTemplate`: a path's literals and parameters.
//!
//! Mirrors [Path Templating](https://spec.openapis.org/oas/v3.1.1#path-templating).

use std::collections::BTreeSet;

use super::path_expression::{self, PathExpression};
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
    /// The parameters of its query: the name of the pair, and the parameter's.
    pub query_parameters: Vec<(String, String)>,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathPart {
    /// Text that is sent as it stands.
    Literal(String),
    /// A parameter.
    Parameter(PathExpression),
}

impl PathTemplate {
    /// Takes a path apart.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a path that is not a template, or cannot be sent.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let malformed = |why: &'static str| Problem::MalformedPath { path: text.to_owned(), why };
        let address = &text[..mark(text, |mark| mark == '#').unwrap_or(text.len())];
        let (path, query) = mark(address, |mark| mark == '?').map_or((address, ""), |at| (&address[..at], &address[at + 1..]));
        let (mut parts, mut query_parameters) = (Vec::new(), Vec::new());
        // Repaired; `problem` tells.
        if !path.starts_with('/') {
            push_literal(&mut parts, "/");
        }
        let mut rest = path;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((written, after)) = path_expression::split(after) else { return Err(malformed("a `{` is not closed")) };
            let (prefix, written) = path_expression::prefix(written);
            let expression = PathExpression::parse(written);
            if expression.name.is_empty() || expression.name.contains(['{', '}']) {
                return Err(malformed("a parameter in it has no name"));
            }
            push_literal(&mut parts, &format!("{literal}{prefix}"));
            match path_expression::query(written) {
                Some(names) => query_parameters.extend(names.map(|name| (name.to_owned(), name.to_owned()))),
                None => parts.push(PathPart::Parameter(expression)),
            }
            rest = after;
        }
        push_literal(&mut parts, rest);
        check_literals(&parts).map_err(malformed)?;
        let mut template = Self { text: text.to_owned(), parts, query: Vec::new(), query_parameters };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let parameter = value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
            if [name, parameter.unwrap_or(value)].iter().any(|text| text.contains(['{', '}'])) {
                return Err(malformed("a parameter in its query is not the whole value of a pair"));
            }
            let pairs = if parameter.is_some() { &mut template.query_parameters } else { &mut template.query };
            pairs.push((name.to_owned(), parameter.unwrap_or(value).to_owned()));
        }
        Ok(template)
    }

    /// What is wrong with a path that can be sent all the same.
    pub fn problem(&self) -> Option<Problem> {
        let path = || self.text.clone();
        let irregular = mark(&self.text, |mark| matches!(mark, '?' | '#' | '\\' | ' ') || mark.is_control());
        match (self.text.starts_with('/'), irregular.and_then(|at| self.text[at..].chars().next())) {
            (false, _) => Some(Problem::MalformedPath { path: path(), why: "it does not begin with `/`" }),
            (true, Some(mark)) => Some(Problem::IrregularPath { path: path(), mark }),
            (true, None) => None,
        }
    }

    /// The parameters before its query, each once.
    pub fn parameters(&self) -> Vec<&PathExpression> {
        let mut seen = BTreeSet::new();
        let parameters = self.parts.iter().filter_map(|part| match part {
            PathPart::Parameter(parameter) => Some(parameter),
            PathPart::Literal(_) => None,
        });
        parameters.filter(|parameter| seen.insert(parameter.name.as_str())).collect()
    }

    /// The same path, with its parameters named after those that are declared.
    pub(super) fn declared(mut self, is_declared: impl Fn(&str) -> bool) -> Self {
        let parts = self.parts.into_iter().map(|part| match part {
            PathPart::Parameter(parameter) => PathPart::Parameter(parameter.declared(&is_declared)),
            literal => literal,
        });
        self.parts = parts.collect();
        self
    }

    /// The path with nothing but names between braces.
    pub fn bare(&self) -> String {
        self.with_parameters(|parameter| format!("{{{}}}", parameter.name))
    }

    /// The template with its parameters' names left out: two paths with equal outlines cannot be told apart.
    pub fn outline(&self) -> String {
        self.with_parameters(PathExpression::outline)
    }

    fn with_parameters(&self, written: impl Fn(&PathExpression) -> String) -> String {
        let part = |part: &PathPart| match part {
            PathPart::Literal(text) => text.clone(),
            PathPart::Parameter(parameter) => written(parameter),
        };
        let rest = mark(&self.text, |mark| matches!(mark, '?' | '#')).map_or("", |at| &self.text[at..]);
        self.parts.iter().map(part).chain([rest.to_owned()]).collect()
    }
}

/// Where the first mark is that is not between braces.
fn mark(text: &str, is_mark: impl Fn(char) -> bool) -> Option<usize> {
    let mut rest = text;
    while let Some(at) = rest.find(|character| character == '{' || is_mark(character)) {
        let start = text.len() - rest.len() + at;
        if !rest[at..].starts_with('{') {
            return Some(start);
        }
        rest = path_expression::split(&rest[at + 1..])?.1;
    }
    None
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

    fn names(path: &PathTemplate) -> Vec<&str> {
        path.parameters().into_iter().map(|parameter| parameter.name.as_str()).collect()
    }

    #[test]
    fn takes_a_path_apart() {
        let path = PathTemplate::parse("/pets/{pet}.{format}/").expect("the path is well formed");
        assert_eq!(names(&path), ["pet", "format"]);
        assert_eq!(path.outline(), "/pets/{}.{}/");
    }

    #[test]
    fn takes_names_with_more_than_a_name() {
        let path = PathTemplate::parse("/a/{id:[0-9]{4}/?}/{rest+}").expect("the path is well formed");
        assert_eq!((names(&path), path.problem(), path.bare().as_str()), (vec!["id", "rest"], None, "/a/{id}/{rest}"));
        let path = PathTemplate::parse("/a/{id}{?q,limit*}").expect("the path is well formed");
        let query: Vec<_> = path.query_parameters.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!((names(&path), query, path.problem()), (vec!["id"], vec!["q", "limit"], None));
        let outline = |text: &str| PathTemplate::parse(text).expect("the path is well formed").outline();
        assert_ne!(outline("/a/{b}"), outline("/a/{b+}"));
        assert_ne!(outline("/a/{b:[a-z]+}"), outline("/a/{b:[0-9]+}"));
        assert_eq!(outline("/a/{b+}"), outline("/a/{*c}"));
    }

    #[test]
    fn takes_what_is_more_than_a_path_for_a_query() {
        let path = PathTemplate::parse("/pets?beta=true&all#cats").expect("the path can be sent");
        let query: Vec<_> = path.query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!((path.outline().as_str(), query), ("/pets?beta=true&all#cats", vec![("beta", "true"), ("all", "")]));
        assert!(matches!(path.problem(), Some(Problem::IrregularPath { mark: '?', .. })));
        let path = PathTemplate::parse("/pets?kind={kind}").expect("the path can be sent");
        assert_eq!(path.query_parameters, [("kind".to_owned(), "kind".to_owned())]);
        let path = PathTemplate::parse("pets").expect("the path can be repaired");
        assert_eq!(path.parts, [PathPart::Literal("/".to_owned()), PathPart::Literal("pets".to_owned())]);
    }

    #[test]
    fn takes_what_can_be_sent_all_the_same() {
        let path = PathTemplate::parse("/v1/{id:?}/{# b}").expect("the path can be sent");
        assert_eq!((names(&path), path.problem()), (vec!["id", "# b"], None));
        let path = PathTemplate::parse("/{zone}/a b/{zone}").expect("the path can be sent");
        assert_eq!(names(&path), ["zone"]);
        assert!(matches!(path.problem(), Some(Problem::IrregularPath { mark: ' ', .. })));
    }

    #[test]
    fn refuses_what_cannot_be_sent() {
        for text in ["/{", "/{}", "/}", "/a?b=x{c}", "/a?{b}", "/a?b={}{c}", "/../a", "/{a{b}}"] {
            assert!(PathTemplate::parse(text).is_err(), "{text}");
        }
    }
}
