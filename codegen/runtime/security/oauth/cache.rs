//! `TokenCache`: keeps tokens as long as they hold, and lets only one task at a time ask for another.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::turn::Turns;
use crate::runtime::security::AccessToken;
use crate::runtime::{CredentialError, Transport};

/// How long before its end a token is replaced, so that none ends on its way.
const MARGIN: Duration = Duration::from_secs(30);

/// Tokens by their scopes.
#[derive(Default)]
pub(super) struct TokenCache {
    tokens: Mutex<BTreeMap<String, Kept>>,
    turns: Turns,
}

struct Kept {
    token: AccessToken,
    /// By the transport's clock.
    until: Option<Duration>,
}

impl TokenCache {
    /// The token for some scopes: the one that is kept, or the one that is fetched. Of tasks that come at the same time, one
    /// fetches, and the others wait for what it gets.
    pub(super) async fn get(
        &self,
        scopes: &str,
        transport: &dyn Transport,
        fetch: impl Future<Output = Result<AccessToken, CredentialError>>,
    ) -> Result<AccessToken, CredentialError> {
        if let Some(token) = self.kept(scopes, transport.now()) {
            return Ok(token);
        }
        let _turn = self.turns.take().await;
        let now = transport.now();
        if let Some(token) = self.kept(scopes, now) {
            return Ok(token);
        }
        let token = fetch.await?;
        // A moment beyond all that can be told is no end.
        let end = |lifetime: Duration| now.checked_add(lifetime.saturating_sub(MARGIN.min(lifetime / 2)));
        let until = token.own_lifetime().and_then(end);
        self.tokens().insert(scopes.to_owned(), Kept { token: token.clone(), until });
        Ok(token)
    }

    /// Forgets all tokens.
    pub(super) fn clear(&self) {
        self.tokens().clear();
    }

    fn kept(&self, scopes: &str, now: Duration) -> Option<AccessToken> {
        let tokens = self.tokens();
        let kept = tokens.get(scopes)?;
        kept.until.is_none_or(|until| now < until).then(|| kept.token.clone())
    }

    fn tokens(&self) -> MutexGuard<'_, BTreeMap<String, Kept>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
