//! `Uses`: which parts of the runtime a client needs beside those that every client has.

use super::Plan;
use super::security_scheme::{Credential, SecurityScheme};

/// Which parts of the runtime a client needs beside those that every client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Lists that come in pages.
    pub paging: bool,
    /// Tokens that the client asks an OAuth 2 server for.
    pub oauth: bool,
}

impl Plan {
    /// What the client needs.
    pub fn uses(&self) -> Uses {
        let mut operations = self.groups.iter().flat_map(|group| &group.operations);
        let has_grants = |scheme: &SecurityScheme| matches!(&scheme.credential, Credential::Tokens(grants) if !grants.is_empty());
        Uses {
            paging: operations.any(|operation| operation.pagination.is_some()),
            oauth: self.security_schemes.iter().any(has_grants),
        }
    }
}
