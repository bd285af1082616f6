//! Errors of one call are matched on; errors of many meet in one type; both are errors like any other.

use std::error::Error as StdError;

use minapp_client::operations::cloud_functions::{CloudFunctions, GetError};
use minapp_client::{AnyError, Client, Error, StatusCode, Value, json};

#[test]
fn errors_are_errors_like_any_other() {
    fn is_error<T: StdError + Send + Sync + 'static>() {}
    is_error::<Error<GetError>>();
    is_error::<AnyError>();
    let _ = (ensure, run, anything);
}

async fn ensure(functions: &CloudFunctions) -> Result<bool, Error<GetError>> {
    match functions.get("hello").await {
        Ok(_) => Ok(true),
        Err(error) if error.status() == Some(StatusCode::NOT_FOUND) => Ok(false),
        Err(error) => Err(error),
    }
}

async fn run(client: Client) -> Result<Option<Value>, AnyError> {
    let functions = client.cloud_functions();
    functions.get("hello").await?;
    Ok(functions.invoke("hello", json!({})).await?.data)
}

async fn anything(client: Client) -> Result<Value, Box<dyn StdError + Send + Sync>> {
    Ok(client.cloud_functions().invoke("hello", json!({})).await?.into_result::<Value>()?)
}
