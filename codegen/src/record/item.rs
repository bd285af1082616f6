//! `Item`: one thing that a downstream crate can name, or a place of one.

use super::{Fact, FactName, Key};

/// One thing that a downstream crate can name, or another place of a model that is at several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it comes from in the description.
    pub key: Key,
    /// What it is.
    pub kind: Kind,
    /// Its path in Rust below `generated`: `models::Pet`, `models::Pet::name`, `operations::pets::Pets::list`.
    pub path: String,
    /// Its type: of a field or constant; of a function what it takes and returns; empty otherwise.
    pub ty: String,
    /// What it takes in order, by keys: the arguments of a method, the properties of a constructor. Of a constant, its value.
    pub order: Vec<String>,
    /// The features of which one has to be on for it to be there; if there are none, it is there with the module or type it is in.
    pub features: Vec<String>,
    /// What the description says of it beyond all this, in the order of names and values.
    pub facts: Vec<Fact>,
}

/// The feature of what only tests need.
pub const TEST_FEATURE: &str = "test-util";

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A module.
    Module,
    /// A feature of the crate.
    Feature,
    /// A struct.
    Struct,
    /// An enum.
    Enum,
    /// Another name for a type.
    Alias,
    /// A public field.
    Field,
    /// A variant of an enum.
    Variant,
    /// A constant, also of a type.
    Constant,
    /// A function that makes a value: `new`.
    Constructor,
    /// A method.
    Method,
    /// A method that sets a value and returns the rest unchanged.
    Setter,
    /// An argument of a method, by the path of the method: callers do not name it.
    Argument,
    /// Another place of a model, by the path of the model.
    Place,
    /// What was adopted although it was released otherwise, by the revision that was released.
    Adopted,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::Module,
        Self::Feature,
        Self::Struct,
        Self::Enum,
        Self::Alias,
        Self::Field,
        Self::Variant,
        Self::Constant,
        Self::Constructor,
        Self::Method,
        Self::Setter,
        Self::Argument,
        Self::Place,
        Self::Adopted,
    ];

    /// The kinds that a model can be.
    pub const MODELS: [Self; 3] = [Self::Struct, Self::Enum, Self::Alias];

    /// Whether items of it are known by their paths as well: types, and functions that take arguments in an order.
    pub fn is_found_by_path(self) -> bool {
        !matches!(self, Self::Field | Self::Variant | Self::Setter | Self::Argument | Self::Place | Self::Adopted)
    }

    /// The word for it in a record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Module => "mod",
            Self::Feature => "feature",
            Self::Struct => "struct",
            Self::Enum => "enum",
            Self::Alias => "type",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Constant => "const",
            Self::Constructor => "new",
            Self::Method => "fn",
            Self::Setter => "set",
            Self::Argument => "arg",
            Self::Place => "place",
            Self::Adopted => "adopted",
        }
    }
}

impl Item {
    /// An item without a type, order, features and facts.
    pub fn new(key: Key, kind: Kind, path: impl Into<String>) -> Self {
        Self { key, kind, path: path.into(), ty: String::new(), order: Vec::new(), features: Vec::new(), facts: Vec::new() }
    }

    /// What no other item has: the key and the kind.
    pub(super) fn name(&self) -> (&Key, Kind) {
        (&self.key, self.kind)
    }

    /// The same with a type.
    #[must_use]
    pub fn typed(self, ty: impl Into<String>) -> Self {
        Self { ty: ty.into(), ..self }
    }

    /// The same with an order of what it takes.
    #[must_use]
    pub fn taking(self, order: Vec<String>) -> Self {
        Self { order, ..self }
    }

    /// Whether it is there only with the feature for tests.
    pub fn is_only_for_tests(&self) -> bool {
        self.features == [TEST_FEATURE]
    }

    /// The same with features.
    #[must_use]
    pub fn with_features(self, features: &[String]) -> Self {
        Self { features: features.to_vec(), ..self }
    }

    /// The same with further facts.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.facts.extend(facts);
        self.facts.sort();
        self
    }

    /// The first fact of a name.
    pub fn fact(&self, name: FactName) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.name == name)
    }
}
