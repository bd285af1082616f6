//! `Node`: the tree of an expression, a pattern or a type, in which each node knows its width on one line.

mod query;

use unicode_width::UnicodeWidthStr;

/// The width of a node that always takes several lines.
pub(super) const UNBOUNDED: usize = 1 << 24;

/// The prefix of a bound that is a type.
pub(super) const BOUND: &str = "impl ";

/// The prefix of a value that is returned.
pub(super) const RETURN: &str = "return ";

/// How wide the arguments of a call, the items of an array or the links of a chain may be on one line.
const LIST_WIDTH: usize = 60;
/// How wide the fields of a struct literal may be on one line.
const STRUCT_WIDTH: usize = 18;
/// How wide the arguments of an attribute may be on one line.
const ATTRIBUTE_WIDTH: usize = 70;

/// A part of an expression, a pattern or a type.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub(super) kind: Kind<'t>,
    /// The width on one line; at least [`UNBOUNDED`] if it does not go on one.
    pub(super) width: usize,
}

#[derive(Debug)]
pub(super) enum Kind<'t> {
    /// Text that is not broken: a literal, a path, a keyword.
    Text(&'t str),
    /// `&value`, `!value`, `return value`.
    Prefix(&'t str, Box<Node<'t>>),
    /// Nodes with nothing between them: `impl `, `Into<String>`.
    Join(Vec<Node<'t>>),
    /// A list in brackets, behind what it belongs to: `f(a, b)`, `[a, b]`, `Vec<T>`.
    List(Box<List<'t>>),
    /// A struct literal.
    Struct {
        path: &'t str,
        fields: Vec<Node<'t>>,
        base: Option<Box<Node<'t>>>,
    },
    /// A field or a parameter with its value or type: `name: value`.
    Pair(&'t str, Box<Node<'t>>),
    /// `left = right`, where the right side may move to the next line; the mark is ` =` or `:`.
    Assign {
        left: Box<Node<'t>>,
        mark: &'static str,
        right: Box<Node<'t>>,
    },
    /// Operands with the same operator between them.
    Binary {
        operator: &'t str,
        operands: Vec<Node<'t>>,
    },
    /// The alternatives of a pattern.
    Alternatives(Vec<Node<'t>>),
    /// Fields, calls and question marks behind a value.
    Chain(Box<Chain<'t>>),
    Closure {
        head: &'t str,
        body: Box<Node<'t>>,
    },
    Block(Vec<Statement<'t>>),
    If {
        condition: Box<Node<'t>>,
        then: Vec<Statement<'t>>,
    },
    Match {
        value: Box<Node<'t>>,
        arms: Vec<Arm<'t>>,
    },
}

#[derive(Debug)]
pub(super) struct List<'t> {
    pub(super) head: Node<'t>,
    pub(super) kind: ListKind,
    pub(super) items: Vec<Node<'t>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListKind {
    /// Also a tuple, whose head is empty.
    Call,
    Array,
    Macro,
    Attribute,
    /// Patterns or types between parentheses.
    Fields,
    /// The types of a tuple.
    Tuple,
    /// Types between angle brackets.
    Generics,
}

#[derive(Debug)]
pub(super) struct Chain<'t> {
    /// The value, and after it each field or call with its dot.
    pub(super) links: Vec<Link<'t>>,
}

/// A part of a chain, and how many question marks follow it.
#[derive(Debug)]
pub(super) struct Link<'t> {
    pub(super) node: Node<'t>,
    pub(super) questions: usize,
}

#[derive(Debug)]
pub(super) struct Statement<'t> {
    pub(super) node: Node<'t>,
    pub(super) has_semicolon: bool,
}

#[derive(Debug)]
pub(super) struct Arm<'t> {
    pub(super) pattern: Node<'t>,
    pub(super) guard: Option<Node<'t>>,
    pub(super) body: Node<'t>,
}

impl ListKind {
    pub(super) fn brackets(self) -> (&'static str, &'static str) {
        match self {
            Self::Array => ("[", "]"),
            Self::Generics => ("<", ">"),
            _ => ("(", ")"),
        }
    }

    /// How wide several items may be on one line.
    pub(super) fn limit(self) -> usize {
        match self {
            Self::Call | Self::Array | Self::Macro | Self::Tuple => LIST_WIDTH,
            Self::Attribute => ATTRIBUTE_WIDTH,
            Self::Fields | Self::Generics => UNBOUNDED,
        }
    }

    /// Whether the items are expressions.
    pub(super) fn has_expressions(self) -> bool {
        matches!(self, Self::Call | Self::Array | Self::Macro)
    }
}

impl<'t> Node<'t> {
    pub(super) fn text(text: &'t str) -> Self {
        Self { width: width(text), kind: Kind::Text(text) }
    }

    pub(super) fn prefix(mark: &'t str, node: Self) -> Self {
        Self { width: mark.len() + node.width, kind: Kind::Prefix(mark, Box::new(node)) }
    }

    pub(super) fn join(nodes: Vec<Self>) -> Self {
        Self { width: nodes.iter().map(|node| node.width).sum(), kind: Kind::Join(nodes) }
    }

    pub(super) fn list(head: Self, kind: ListKind, items: Vec<Self>) -> Self {
        let inside = joined(&items);
        let is_narrow = match items.as_slice() {
            // A call in a call does not go on the same line if it is long, unless it cannot be broken.
            [item] => !item.is_nested_call() || inside <= kind.limit() || !item.is_breakable(),
            _ => inside <= kind.limit(),
        };
        let width = if is_narrow { head.width + 2 + inside } else { UNBOUNDED };
        Self { width, kind: Kind::List(Box::new(List { head, kind, items })) }
    }

    pub(super) fn structure(path: &'t str, fields: Vec<Self>, base: Option<Self>) -> Self {
        let separator = if fields.is_empty() { 0 } else { 2 };
        let inside = joined(&fields) + base.as_ref().map_or(0, |base| separator + 2 + base.width);
        let width = match inside {
            0 => width(path) + 3,
            1..=STRUCT_WIDTH => width(path) + inside + 5,
            _ => UNBOUNDED,
        };
        Self { width, kind: Kind::Struct { path, fields, base: base.map(Box::new) } }
    }

    pub(super) fn pair(name: &'t str, value: Self) -> Self {
        Self { width: width(name) + 2 + value.width, kind: Kind::Pair(name, Box::new(value)) }
    }

    pub(super) fn assign(left: Self, mark: &'static str, right: Self) -> Self {
        let width = left.width + mark.len() + 1 + right.width;
        Self { width, kind: Kind::Assign { left: Box::new(left), mark, right: Box::new(right) } }
    }

    pub(super) fn binary(left: Self, operator: &'t str, right: Self) -> Self {
        let width = left.width + operator.len() + 2 + right.width;
        let operands = match left.kind {
            Kind::Binary { operator: same, mut operands } if same == operator => {
                operands.push(right);
                operands
            }
            _ => vec![left, right],
        };
        Self { width, kind: Kind::Binary { operator, operands } }
    }

    pub(super) fn alternatives(nodes: Vec<Self>) -> Self {
        let width = nodes.iter().map(|node| node.width + 3).sum::<usize>() - 3;
        Self { width, kind: Kind::Alternatives(nodes) }
    }

    pub(super) fn chain(links: Vec<Link<'t>>) -> Self {
        let width = links.iter().map(|link| link.node.width + link.questions).sum();
        let chain = Chain { links };
        let width = if chain.links.len() > 2 && width + chain.last_questions() > LIST_WIDTH { UNBOUNDED } else { width };
        Self { width, kind: Kind::Chain(Box::new(chain)) }
    }

    pub(super) fn closure(head: &'t str, body: Self) -> Self {
        Self { width: width(head) + 1 + body.width, kind: Kind::Closure { head, body: Box::new(body) } }
    }

    pub(super) fn block(statements: Vec<Statement<'t>>) -> Self {
        Self { width: if statements.is_empty() { 2 } else { UNBOUNDED }, kind: Kind::Block(statements) }
    }

    pub(super) fn if_(condition: Self, then: Vec<Statement<'t>>) -> Self {
        Self { width: UNBOUNDED, kind: Kind::If { condition: Box::new(condition), then } }
    }

    pub(super) fn match_(value: Self, arms: Vec<Arm<'t>>) -> Self {
        Self { width: UNBOUNDED, kind: Kind::Match { value: Box::new(value), arms } }
    }

    /// Without braces that have a single expression in them: whether an arm or closure has them is decided by the layout.
    pub(super) fn without_braces(mut self) -> Self {
        match &mut self.kind {
            Kind::Block(statements)
                if statements.len() == 1 && !statements[0].has_semicolon && !statements[0].node.is_macro() =>
            {
                statements.remove(0).node.without_braces()
            }
            _ => self,
        }
    }
}

impl List<'_> {
    /// Whether it is the call of a method, with its dot.
    pub(super) fn is_method(&self) -> bool {
        match &self.head.kind {
            Kind::Text(text) => text.starts_with('.'),
            Kind::List(list) => list.is_method(),
            _ => false,
        }
    }
}

impl Chain<'_> {
    pub(super) fn last_questions(&self) -> usize {
        self.links.last().map_or(0, |link| link.questions)
    }
}

/// Whether a text is a literal, not a path.
pub(super) fn is_literal(text: &str) -> bool {
    text.starts_with(['"', '\'', '-']) || text.starts_with(|first: char| first.is_ascii_digit()) || text.starts_with("b\"")
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// The width of nodes with commas and blanks between them.
fn joined(nodes: &[Node<'_>]) -> usize {
    nodes.iter().map(|node| node.width + 2).sum::<usize>().saturating_sub(2)
}
