//! `Names`: the names of the client's items, claimed before anything is planned.

pub mod reserved;
pub mod scope;
pub mod spelling;

pub use self::scope::Scope;
pub use self::spelling::Name;
