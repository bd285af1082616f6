//! Problems of the generated client.

macro_rules! output_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// Two things whose names are one in Rust.
    NameCollision {
        /// The later one.
        name: String,
        /// The earlier one.
        first: String,
        /// The Rust name that the later one gets.
        renamed: String,
        /// Whether they are values, which have no `x-clientsmith`.
        of_values: bool,
    } => {
        code: "name-collision", level: Warning,
        message: match name == first {
            true => format!("the name `{name}` is taken already, by another `{first}`"),
            false => format!("`{name}` and `{first}` would have the same name in Rust"),
        },
        help: match of_values {
            true => format!("the later one becomes `{renamed}`"),
            false => format!("this one becomes `{renamed}`, unless `x-clientsmith: {{name: ..}}` gives it another name"),
        },
    }

    /// A name that the client has for something of its own.
    ReservedName {
        /// What would have the name.
        name: String,
        /// The Rust name.
        reserved: String,
        /// The Rust name that it gets instead.
        renamed: String,
    } => {
        code: "reserved-name", level: Warning,
        message: match name == reserved {
            true => format!("the name `{name}` is reserved"),
            false => format!("`{name}` would be `{reserved}` in Rust, which is reserved"),
        },
        help: format!("it becomes `{renamed}`, unless `x-clientsmith: {{name: ..}}` gives it another name"),
    }

    /// Lines of the record that say different things of one item.
    RecordedTwice {
        /// The item's key.
        key: String,
        /// Its first line.
        line: usize,
        /// The line that says something else.
        other_line: usize,
        /// How many other items have such lines.
        more: usize,
    } => {
        code: "recorded-twice", level: Warning,
        message: {
            let more = if *more == 0 { String::new() } else { format!(", and of {more} more") };
            format!("`generated.api` says different things of `{key}`, in lines {line} and {other_line}{more}")
        },
        help: "after a merge, the first of such lines holds; `generate` writes the record anew",
    }

    /// A name that the record has for two items.
    RecordedName {
        /// The name.
        name: String,
        /// The first item's key.
        key: String,
        /// Its line.
        line: usize,
        /// The second item's key.
        other: String,
        /// Its line.
        other_line: usize,
    } => {
        code: "recorded-name", level: Warning,
        message: format!(
            "`generated.api` has the name `{name}` twice: for `{key}` in line {line} and for `{other}` in line {other_line}"
        ),
        help: "after a merge, the one that comes first in the description keeps it, and the other one is named anew",
    }

    /// Places that shared a recorded model which no longer fits their schemas.
    ModelSplit {
        /// The model that they had.
        former: String,
        /// The one that they have.
        name: String,
        /// How many places there are.
        places: usize,
    } => {
        code: "model-split", level: Warning,
        message: match places {
            1 => format!("`{former}`, the model of this place so far, cannot hold what it says now"),
            2 => format!("`{former}`, the model of this place and another one so far, cannot hold what they say now"),
            _ => format!("`{former}`, the model of this place and {} others so far, cannot hold what they say now", places - 1),
        },
        help: format!("the type here is now `{name}`; code that names `{former}` here has to change"),
    }

    /// Two models that have become one.
    ModelMerged {
        /// The one that is gone.
        former: String,
        /// The one that there is.
        name: String,
    } => {
        code: "model-merged", level: Warning,
        message: format!("`{former}` now says the same as `{name}`, and both are one model"),
        help: format!("use `{name}`, or give one of the schemas a name by `x-clientsmith: {{name: ..}}`"),
    }

    /// Code that is not what was planned: a mistake of the generator, not of the description.
    GeneratorFault {
        /// The file's path below `src/generated`.
        path: String,
        /// What differs.
        difference: String,
    } => {
        code: "generator-fault", level: Fatal,
        message: format!("the code of `{path}` is not what was planned: {difference}"),
        help: "this is a mistake of clientsmith: please report it with the description",
    }
    } };
}
