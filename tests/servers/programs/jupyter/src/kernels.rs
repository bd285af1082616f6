//! Kernels, and sessions that use them.

use calls::{Failure, refused, worked};
use client::models::{Kernel, PostKernelsBody, Session};
use client::{Client, StatusCode, uuid};

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let calls = client.kernels();
    let started = worked("POST /api/kernels", calls.post().body(PostKernelsBody::new("python3"))).await?;
    let kernels = worked("GET /api/kernels", calls.get()).await?;
    assert_eq!(kernels.iter().map(|kernel| kernel.id).collect::<Vec<_>>(), [started.id]);
    let kernel = worked("GET /api/kernels/{kernel_id}", calls.get_kernel_id(started.id)).await?;
    assert_eq!((kernel.id, kernel.name.as_str()), (started.id, "python3"));
    sessions(client, &kernel).await?;
    worked("POST /api/kernels/{kernel_id}/interrupt", calls.post_kernel_id_interrupt(started.id)).await?;
    let restarted = worked("POST /api/kernels/{kernel_id}/restart", calls.post_kernel_id_restart(started.id)).await?;
    assert_eq!(restarted.id, started.id);
    worked("DELETE /api/kernels/{kernel_id}", calls.delete_kernel_id(started.id)).await?;
    let error = refused("GET /api/kernels/{kernel_id} of none", calls.get_kernel_id(started.id)).await?;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND), "{error}");
    Ok(())
}

async fn sessions(client: &Client, kernel: &Kernel) -> Result<(), Failure> {
    let calls = client.sessions();
    let session = Session::new().path("folder/c.txt").name("first").type_("file").kernel(kernel.clone());
    let created = worked("POST /api/sessions", calls.post().body(session)).await?;
    let id = created.id.ok_or("a session has an id")?;
    assert_eq!(created.kernel.as_ref().map(|used| used.id), Some(kernel.id));
    let renamed = calls.patch_session(id, Session::new().name("second"));
    assert_eq!(worked("PATCH /api/sessions/{session}", renamed).await?.name.as_deref(), Some("second"));
    let sessions = worked("GET /api/sessions", calls.get()).await?;
    assert_eq!(sessions.iter().map(|session| session.id).collect::<Vec<_>>(), [Some(id)]);
    let session = worked("GET /api/sessions/{session}", calls.get_session(id)).await?;
    assert_eq!(session.path.as_deref(), Some("folder/c.txt"));
    // To end it would end the kernel as well.
    let other = Session::new().path("folder/d.txt").name("other").type_("file").kernel(Kernel::new(kernel.id, "python3"));
    worked("POST /api/sessions for a second one", calls.post().body(other)).await?;
    let error = refused("GET /api/sessions/{session} of none", calls.get_session(uuid::Uuid::from_u128(1))).await?;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND), "{error}");
    Ok(())
}
