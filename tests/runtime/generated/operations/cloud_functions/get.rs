//! The call `get`.

use crate::generated::models;
use crate::runtime;

use super::CloudFunctions;

/// Gets a function.
#[derive(Clone)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct GetRequest {
    client: runtime::Client,
    name: String,
}

runtime::request_debug!(GetRequest);

impl CloudFunctions {
    /// Gets a function.
    pub fn get(&self, name: impl Into<String>) -> GetRequest {
        GetRequest { client: self.client.clone(), name: name.into() }
    }
}

impl GetRequest {
    /// Sends the request; the response keeps status and headers.
    pub fn send(self) -> runtime::Sending<Self> {
        runtime::Sending::new(self)
    }
}

impl IntoFuture for GetRequest {
    type Output = Result<models::CloudFunction, runtime::Error<GetError>>;
    type IntoFuture = runtime::Call<Self>;

    fn into_future(self) -> Self::IntoFuture {
        runtime::Call::new(self)
    }
}

impl runtime::Operation for GetRequest {
    type Output = models::CloudFunction;
    type Error = GetError;
    const ENDPOINT: runtime::Endpoint = runtime::Endpoint::new(runtime::Method::GET, "/cloud-function/{name}/");

    fn client(&self) -> &runtime::Client {
        &self.client
    }

    fn into_request(self) -> Result<runtime::Request, runtime::RequestError> {
        let mut request = runtime::RequestBuilder::new(&self.client, Self::ENDPOINT);
        request.path("/cloud-function/");
        request.segment("name", &self.name);
        request.path("/");
        request.accept("application/json");
        request.build()
    }

    fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
        match response.status().as_u16() {
            200 => response.json(),
            404 => response.error_json(GetError::NotFound),
            _ => response.undocumented(runtime::Received::json),
        }
    }
}

/// Errors that the description documents for `GET /cloud-function/{name}/`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetError {
    /// `404`
    NotFound(models::Problem),
}
