//! Terminals.

use calls::{Failure, refused, worked};
use client::{Client, StatusCode};

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let calls = client.terminals();
    let created = worked("POST /api/terminals", calls.post()).await?;
    let terminals = worked("GET /api/terminals", calls.get()).await?;
    assert_eq!(terminals.iter().map(|terminal| &terminal.name).collect::<Vec<_>>(), [&created.name]);
    let terminal = worked("GET /api/terminals/{terminal_id}", calls.get_terminal_id(&created.name)).await?;
    assert!(terminal.last_activity.is_some());
    worked("DELETE /api/terminals/{terminal_id}", calls.delete_terminal_id(&created.name)).await?;
    let error = refused("GET /api/terminals/{terminal_id} of none", calls.get_terminal_id(&created.name)).await?;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND), "{error}");
    Ok(())
}
