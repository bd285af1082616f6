//! `Chain`: references that lead to references.

use crate::diagnostic::Problem;
use crate::node::Origin;

/// The references that were passed on the way to a value.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    passed: Vec<Origin>,
}

impl Chain {
    /// How many references a chain may have; whoever follows each of a longer one would not come to an end.
    const LONGEST: usize = 32;

    /// Passes the place of a reference, or says why it leads nowhere.
    ///
    /// # Errors
    ///
    /// Fails if the place was passed before, or too many were.
    pub fn pass(&mut self, at: Origin, reference: &str) -> Result<(), Problem> {
        let reference = || reference.to_owned();
        if self.passed.contains(&at) {
            return Err(Problem::CircularReference { reference: reference() });
        }
        if self.passed.len() == Self::LONGEST {
            return Err(Problem::LongReference { reference: reference(), limit: Self::LONGEST });
        }
        self.passed.push(at);
        Ok(())
    }
}
