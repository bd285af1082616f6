//! `Reading`: the files, the complaints, and how much may be read more than once.

use crate::diagnostic::{Diagnostics, Problem};
use crate::node::{Node, Origin};
use crate::source::{Copies, Description, Sources};

/// What reading needs besides the node: the files, and a place for complaints.
pub struct Reading<'a> {
    /// The texts, to look up how a scalar was written.
    pub sources: &'a Sources,
    /// The files, to follow references.
    pub description: &'a Description,
    /// The sink.
    pub diagnostics: &'a mut Diagnostics,
    /// Whether the description follows OpenAPI 3.0, which knows less than 3.1.
    pub is_3_0: bool,
    /// Whether it was written for Swagger 2.0.
    pub is_swagger: bool,
    /// How much may still be read more than once.
    repeats: Copies,
}

impl<'a> Reading<'a> {
    /// Reading from the files of a description.
    pub fn new(description: &'a Description, diagnostics: &'a mut Diagnostics) -> Self {
        let root = description.root();
        let version = root.as_ref().and_then(|root| root.get("openapi"));
        let is_3_0 = version.and_then(Node::as_str).is_some_and(|version| version.starts_with("3.0"));
        // A converted document keeps its origins.
        let is_swagger = version.is_some_and(|version| description.sources().pointer(version.at).tokens() == ["swagger"]);
        let repeats = Copies::by_references(description.sources());
        Self { sources: description.sources(), description, diagnostics, is_3_0, is_swagger, repeats }
    }

    /// The node itself, or the one that it leads to where it is nothing but a reference.
    ///
    /// The specification has references in some places only; descriptions have them in any.
    pub fn behind<'n>(&mut self, node: &'n Node) -> Option<&'n Node>
    where
        'a: 'n,
    {
        let found = self.description.behind(node, self.diagnostics)?;
        (node.reference().is_none() || self.may_repeat(found, node.at)).then_some(found)
    }

    /// Whether a value may be read once more for what stands at a place.
    pub fn may_repeat(&mut self, node: &Node, at: Origin) -> bool {
        self.repeats.may_take(node, 1, at, self.diagnostics)
    }

    /// Whether so many values may be said once more at a place.
    pub fn may_repeat_values(&mut self, count: usize, at: Origin) -> bool {
        self.repeats.may_take_values(count, at, self.diagnostics)
    }

    /// Whether too much was to be read more than once, so that something is missing.
    pub fn is_exhausted(&self) -> bool {
        self.repeats.is_exhausted()
    }

    /// Reports a problem with the value at an origin.
    pub fn report(&mut self, at: Origin, problem: Problem) {
        self.diagnostics.report(at, problem);
    }

    /// Reports that a node has the wrong type.
    pub fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        self.report(node.at, Problem::wrong_type(expected, node));
    }
}
