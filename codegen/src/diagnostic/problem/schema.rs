//! Problems of schemas.

macro_rules! schema_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// `required: true` in a schema, where a list in the object around it is meant.
    MisplacedRequired => {
        code: "misplaced-required", level: Warning,
        message: "`required` is a list of names, in the schema that has the properties",
        help: "it is read as if the name stood in that list",
    }

    /// A name in `required` that is not in `properties`.
    UndeclaredProperty {
        /// The name.
        name: String,
    } => {
        code: "undeclared-property", level: Warning,
        message: format!("the property `{name}` is required but not described"),
        help: format!("describe `{name}` in `properties`, which gives it a type"),
    }

    /// A name in `required` that `additionalProperties: false` forbids.
    ForbiddenProperty {
        /// The name.
        name: String,
    } => {
        code: "forbidden-property", level: Warning,
        message: format!("the property `{name}` is required, but `additionalProperties` forbids it, so that no value is valid"),
        help: format!("describe `{name}` in `properties`; until then it is not read or sent"),
    }

    /// `items` with a list of schemas.
    ListOfItems => {
        code: "list-of-items", level: Warning,
        message: "`items` is a list of schemas, which it is not in any version of OpenAPI; it is read as `prefixItems`",
        help: "since OpenAPI 3.1, write `prefixItems` for the schema of each place, and `items` for further items",
    }

    /// A schema that holds together with itself, by `$ref` or `allOf`.
    CircularParts => {
        code: "circular-parts", level: Error,
        message: "this reference makes a schema a part of itself",
        help: "remove the part that leads back",
    }

    /// References and members of `allOf` that lead into one another beyond the bound.
    ManyParts {
        /// The bound.
        limit: usize,
    } => {
        code: "many-parts", level: Error,
        message: format!("more than {limit} schemas are parts of one another"),
        help: "refer to what stands at the end of the chain",
    }

    /// Schemas that hold together, by `$ref` or `allOf`, and say different things.
    ConflictingParts {
        /// The keyword on which they differ.
        keyword: &'static str,
        /// The value that is not used.
        dropped: Origin,
    } => {
        code: "conflicting-parts", level: Warning,
        message: format!("two schemas that hold for the same values do not agree on `{keyword}`"),
        help: "this one is used",
        related: Related { at: *dropped, part: Part::Value, label: "this one is not used" },
    }

    /// Alternatives that all contradict the keywords beside them.
    ExcludedAlternatives {
        /// `oneOf` or `anyOf`.
        keyword: &'static str,
        /// The first of them.
        first: Origin,
        /// What happens to them.
        instead: &'static str,
    } => {
        code: "excluded-alternatives", level: Warning,
        message: format!("no alternative of `{keyword}` can hold together with what is said here"),
        help: *instead,
        related: Related { at: *first, part: Part::Value, label: "the first alternative" },
    }

    /// Values of an `enum` that are lists or objects.
    MixedEnumeration => {
        code: "mixed-enumeration", level: Warning,
        message: "some values of this `enum` are lists or objects",
        help: "any JSON is taken here instead; list only texts, numbers or booleans",
    }

    /// Values of an `enum` that are not of the type beside them.
    ContradictoryEnumeration {
        /// What is made of them.
        instead: &'static str,
    } => {
        code: "contradictory-enumeration", level: Warning,
        message: "the values of this `enum` are not of its `type`",
        help: *instead,
    }

    /// A discriminator value that stands for no alternative.
    StrayMapping {
        /// The value.
        value: String,
    } => {
        code: "stray-mapping", level: Warning,
        message: format!("`{value}` stands for a schema that is none of the alternatives"),
        help: "list the schema under `oneOf` or `anyOf`, let it extend a base class by `allOf`, or take it out of `mapping`",
    }

    /// A discriminator value that the property cannot have.
    MeaninglessMapping {
        /// The value.
        value: String,
    } => {
        code: "meaningless-mapping", level: Warning,
        message: format!("`{value}` is not a value of the discriminator's property"),
        help: "no value is read as this alternative by it; write the property's value as it is in JSON, without quotes",
    }

    /// Alternatives that look alike.
    IndistinctVariants {
        /// One variant.
        first: String,
        /// The other.
        second: String,
    } => {
        code: "indistinct-variants", level: Warning,
        message: format!("values of `{first}` and `{second}` look the same"),
        help: format!("such a value is read as `{first}`; add a `discriminator` or a `const` property"),
    }
    } };
}
