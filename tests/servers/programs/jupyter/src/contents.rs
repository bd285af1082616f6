//! Files and folders, and checkpoints of files.

use calls::{Failure, amended, refused, worked};
use client::models::{
    ContentsType, GetContentsPathFormat, GetContentsPathType, PatchContentsPathBody, PostContentsPathBody, PutContentsPathBody,
};
use client::operations::contents::GetPathError;
use client::{Client, StatusCode};

const FILE: &str = "folder/ä b.txt";

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let calls = client.contents();
    let folder = calls.put_path("folder").body(PutContentsPathBody::new().type_("directory"));
    let folder = amended("PUT /api/contents/{path} of a folder", folder).await?;
    assert_eq!(folder.type_, ContentsType::Directory);
    let text = PutContentsPathBody::new().type_("file").format("text").content("first ä\n");
    let file = amended("PUT /api/contents/{path} of a file", calls.put_path(FILE).body(text)).await?;
    assert_eq!((file.path.as_str(), file.content.is_null()), (FILE, true));
    let file = worked("GET /api/contents/{path}", calls.get_path(FILE)).await?;
    assert_eq!(file.content.as_str(), Some("first ä\n"));
    let bytes = calls.get_path(FILE).type_(GetContentsPathType::File).format(GetContentsPathFormat::Base64);
    let bytes = worked("GET /api/contents/{path} as Base64", bytes).await?;
    assert_eq!(bytes.content.as_str(), Some("Zmlyc3Qgw6QK\n"));
    let listed = amended("GET /api/contents/{path} of a folder", calls.get_path("folder")).await?;
    let names: Vec<_> = listed.content.as_array().into_iter().flatten().map(|file| &file["name"]).collect();
    assert_eq!(names, ["ä b.txt"]);
    let root = amended("GET /api/contents/{path} of all", calls.get_path("").content(0)).await?;
    assert_eq!((root.path.as_str(), root.format), ("", None));
    checkpoints(client).await?;
    let moved = calls.patch_path(FILE, PatchContentsPathBody::new().path("folder/c.txt"));
    assert_eq!(amended("PATCH /api/contents/{path}", moved).await?.name, "c.txt");
    let resolved = worked("GET /api/resolvePath", client.get_resolve_path("folder/c.txt")).await?;
    assert!(resolved.resolved.iter().any(|found| found.path.ends_with("folder/c.txt")), "{resolved:?}");
    let copy = calls.post_path("folder").body(PostContentsPathBody::new().copy_from("folder/c.txt"));
    let copy = amended("POST /api/contents/{path}", copy).await?;
    worked("DELETE /api/contents/{path}", calls.delete_path(copy.path)).await?;
    let error = refused("GET /api/contents/{path} of none", calls.get_path("none.txt")).await?;
    let documented = error.api().and_then(|error| error.typed());
    assert!(matches!(documented, Some(GetPathError::NotFound)), "{error}");
    let wrong = calls.get_path("folder/c.txt").type_(GetContentsPathType::Directory);
    let error = refused("GET /api/contents/{path} as a folder", wrong).await?;
    let documented = error.api().and_then(|error| error.typed());
    assert!(matches!(documented, Some(GetPathError::BadRequest(said)) if said.reason.is_some()), "{error}");
    Ok(())
}

async fn checkpoints(client: &Client) -> Result<(), Failure> {
    let calls = client.contents();
    let created = worked("POST /api/contents/{path}/checkpoints", calls.post_path_checkpoints(FILE)).await?;
    let text = PutContentsPathBody::new().type_("file").format("text").content("second\n");
    amended("PUT /api/contents/{path} for a change", calls.put_path(FILE).body(text)).await?;
    let listed = worked("GET /api/contents/{path}/checkpoints", calls.get_path_checkpoints(FILE)).await?;
    assert_eq!(listed.iter().map(|checkpoint| &checkpoint.id).collect::<Vec<_>>(), [&created.id]);
    let restored = calls.post_path_checkpoints_checkpoint_id(FILE, &created.id);
    worked("POST /api/contents/{path}/checkpoints/{checkpoint_id}", restored).await?;
    let file = worked("GET /api/contents/{path} of what was restored", calls.get_path(FILE)).await?;
    assert_eq!(file.content.as_str(), Some("first ä\n"));
    let deleted = calls.delete_path_checkpoints_checkpoint_id(FILE, created.id);
    worked("DELETE /api/contents/{path}/checkpoints/{checkpoint_id}", deleted).await?;
    let error = refused("POST /api/contents/{path}/checkpoints of none", calls.post_path_checkpoints("none.txt")).await?;
    assert!(error.status().is_some_and(|status| status != StatusCode::CREATED), "{error}");
    Ok(())
}
