//! Problems of size.

macro_rules! limit_problems {
    ($families:tt $($others:tt)*) => { collect! { $families $($others)*

    /// More mappings and lists in one another than the settings let pass.
    TooDeep {
        /// How many they let pass.
        bound: usize,
    } => {
        code: "too-deep", level: Fatal,
        message: exceeded(Limit::Nesting, *bound),
        help: raised(Limit::Nesting, *bound),
    }

    /// More of something than the settings let pass.
    TooMuch {
        /// Of what.
        limit: Limit,
        /// How much they let pass.
        bound: usize,
    } => {
        code: "too-much", level: Fatal,
        message: exceeded(*limit, *bound),
        help: raised(*limit, *bound),
    }
    } };
}
