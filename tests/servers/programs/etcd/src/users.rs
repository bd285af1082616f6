//! Users and roles; at the end, tokens.

use calls::{Failure, refused, worked};
use client::models::{
    AuthpbPermission, AuthpbPermissionType, EtcdserverpbAuthRoleAddRequest, EtcdserverpbAuthRoleGetRequest,
    EtcdserverpbAuthRoleGrantPermissionRequest, EtcdserverpbAuthUserAddRequest, EtcdserverpbAuthUserGetRequest,
    EtcdserverpbAuthUserGrantRoleRequest, EtcdserverpbAuthenticateRequest, EtcdserverpbRangeRequest,
};
use client::{Client, JsonObject, StatusCode};

pub(crate) async fn all(client: &Client) -> Result<(), Failure> {
    let calls = client.auth();
    worked("POST /v3/auth/role/add", calls.role_add(EtcdserverpbAuthRoleAddRequest::new().name("root"))).await?;
    let permission = AuthpbPermission::new().key(b"a/").range_end(b"a0").perm_type(AuthpbPermissionType::Readwrite);
    let grant = EtcdserverpbAuthRoleGrantPermissionRequest::new().name("root").perm(permission);
    worked("POST /v3/auth/role/grant", calls.role_grant_permission(grant)).await?;
    let role = worked("POST /v3/auth/role/get", calls.role_get(EtcdserverpbAuthRoleGetRequest::new().role("root"))).await?;
    assert_eq!(role.perm.unwrap_or_default()[0].perm_type, Some(AuthpbPermissionType::Readwrite));
    let user = EtcdserverpbAuthUserAddRequest::new().name("root").password("secret");
    worked("POST /v3/auth/user/add", calls.user_add(user)).await?;
    let grant = EtcdserverpbAuthUserGrantRoleRequest::new().user("root").role("root");
    worked("POST /v3/auth/user/grant", calls.user_grant_role(grant)).await?;
    let user = worked("POST /v3/auth/user/get", calls.user_get(EtcdserverpbAuthUserGetRequest::new().name("root"))).await?;
    assert_eq!(user.roles, Some(vec!["root".to_owned()]));
    worked("POST /v3/auth/enable", calls.auth_enable(JsonObject::new())).await?;
    let range = EtcdserverpbRangeRequest::new().key(b"a/1");
    let error = refused("POST /v3/kv/range without a token", client.kv().range(range.clone())).await?;
    assert!(error.status().is_some_and(|status| status.is_client_error()), "{error}");
    let wrong = EtcdserverpbAuthenticateRequest::new().name("root").password("wrong");
    let error = refused("POST /v3/auth/authenticate with a wrong password", calls.authenticate(wrong)).await?;
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST), "{error}");
    let login = EtcdserverpbAuthenticateRequest::new().name("root").password("secret");
    let token = worked("POST /v3/auth/authenticate", calls.authenticate(login)).await?.token.ok_or("there is a token")?;
    let allowed = client.kv().range(range.clone()).send().header("authorization", &token);
    let found = worked("POST /v3/kv/range with a token", allowed).await?;
    assert_eq!(found.into_body().kvs.unwrap_or_default().len(), 1);
    let disabled = calls.auth_disable(JsonObject::new()).send().header("authorization", &token);
    worked("POST /v3/auth/disable", disabled).await?;
    worked("POST /v3/kv/range without users", client.kv().range(range)).await?;
    Ok(())
}
