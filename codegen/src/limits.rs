//! `Limits`: how much a description may be; whatever is more is refused before it costs much.

/// The bounds, each of which settings may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits([usize; Limit::ALL.len()]);

/// What is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// The files of a description.
    Files,
    /// The text of all of them, and as much again of what aliases repeat.
    Megabytes,
    /// The values in all of them, of YAML its words and marks; and as many again that references repeat.
    Values,
    /// How deep mappings and lists may be nested.
    Nesting,
    /// How many values aliases, overlays and the media types of Swagger 2.0 may repeat.
    Aliases,
    /// What schemas come to once each has what it extends: properties, items, alternatives.
    Schemas,
    /// The models and calls of the client, each of which is a file.
    Items,
    /// The text of the client.
    OutputMegabytes,
}

impl Limit {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Self; 8] = [
        Self::Files,
        Self::Megabytes,
        Self::Values,
        Self::Nesting,
        Self::Aliases,
        Self::Schemas,
        Self::Items,
        Self::OutputMegabytes,
    ];

    /// The key in the settings.
    pub fn key(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Megabytes => "megabytes",
            Self::Values => "values",
            Self::Nesting => "nesting",
            Self::Aliases => "aliases",
            Self::Schemas => "schemas",
            Self::Items => "items",
            Self::OutputMegabytes => "output-megabytes",
        }
    }

    /// The bound unless the settings name another: far more than the largest descriptions take, and less than a gigabyte of memory.
    pub fn default_bound(self) -> usize {
        match self {
            Self::Files => 5_000,
            Self::Megabytes => 100,
            Self::Values => 3_000_000,
            Self::Nesting => 100,
            Self::Aliases => 500_000,
            Self::Schemas => 500_000,
            Self::Items => 40_000,
            Self::OutputMegabytes => 200,
        }
    }

    /// The most that settings may ask for.
    pub fn highest(self) -> usize {
        match self {
            // The libraries that read YAML and JSON give up at 128, and every stage has to have room for it on the stack.
            Self::Nesting => 120,
            _ => u32::MAX as usize,
        }
    }
}

impl Limits {
    /// The bound of something.
    pub fn of(&self, limit: Limit) -> usize {
        self.0[limit as usize]
    }

    /// The same with another bound.
    #[must_use]
    pub fn with(mut self, limit: Limit, bound: usize) -> Self {
        self.0[limit as usize] = bound;
        self
    }

    /// How many bytes the bound of megabytes is.
    pub fn bytes(&self, limit: Limit) -> usize {
        self.of(limit).saturating_mul(1 << 20)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self(Limit::ALL.map(Limit::default_bound))
    }
}
