//! Two public APIs of a client, compared.

mod held_back;

pub use self::held_back::{HeldBack, held_back};
