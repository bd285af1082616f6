//! The calls of Jupyter's server.

mod contents;
mod kernels;
mod terminals;

use calls::{Failure, amended, refused, worked};
use client::{Client, StatusCode, json, servers};

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().ok_or("the first argument is the server's address")?;
    let token = arguments.next().ok_or("the second argument is the token")?;
    let builder = || Client::builder().base_url(servers::DefaultServer::at(&address)).on_deviation(calls::tolerated);
    let client = builder().header("authorization", format!("token {token}")).build()?;
    let error = refused("GET /api/status without a token", builder().build()?.status().get()).await?;
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN), "{error}");
    server_itself(&client).await?;
    contents::all(&client).await?;
    kernels::all(&client).await?;
    terminals::all(&client).await
}

async fn server_itself(client: &Client) -> Result<(), Failure> {
    let version = amended("GET /api", client.get_api()).await?;
    assert!(version.version.is_some());
    let status = worked("GET /api/status", client.status().get()).await?;
    assert_eq!((status.kernels, status.connections), (Some(0.0), Some(0.0)));
    let me = worked("GET /api/me", client.identity().get_me().permissions("{\"contents\": [\"read\"]}")).await?;
    assert_eq!(me.permissions.unwrap_or_default()["contents"], ["read"]);
    assert!(me.identity.is_some_and(|identity| identity.avatar_url.is_none() && identity.username.is_some()));
    let specs = worked("GET /api/kernelspecs", client.kernelspecs().get()).await?;
    assert!(specs.kernelspecs.unwrap_or_default().contains_key("python3"));
    let text = worked("GET /api/spec.yaml", client.api_spec().get_spec_yaml()).await?;
    assert!(String::from_utf8(text.into())?.starts_with("swagger:"));
    let section = || client.config().patch_section_name("tests");
    worked("PATCH /api/config/{section_name}", section().body(json!({"a": {"b": 1}}))).await?;
    let section = worked("GET /api/config/{section_name}", client.config().get_section_name("tests")).await?;
    assert_eq!(section.get("a"), Some(&json!({"b": 1})));
    Ok(())
}
