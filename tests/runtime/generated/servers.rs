//! The servers of the API.

/// The server.
///
/// `https://api.example.test/v1`
pub const DEFAULT: &str = "https://api.example.test/v1";
