//! The call `create`.

use crate::generated::models;
use crate::runtime;

use super::CloudFunctions;

/// Creates a function.
#[derive(Clone)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct CreateRequest {
    client: runtime::Client,
    body: models::CloudFunction,
}

runtime::request_debug!(CreateRequest);

impl CloudFunctions {
    /// Creates a function.
    pub fn create(&self, body: models::CloudFunction) -> CreateRequest {
        CreateRequest { client: self.client.clone(), body }
    }
}

impl CreateRequest {
    /// Sends the request; the response keeps status and headers.
    pub fn send(self) -> runtime::Sending<Self> {
        runtime::Sending::new(self)
    }
}

impl IntoFuture for CreateRequest {
    type Output = Result<(), runtime::Error<CreateError>>;
    type IntoFuture = runtime::Call<Self>;

    fn into_future(self) -> Self::IntoFuture {
        runtime::Call::new(self)
    }
}

impl runtime::Operation for CreateRequest {
    type Output = ();
    type Error = CreateError;
    const ENDPOINT: runtime::Endpoint = runtime::Endpoint::new(runtime::Method::POST, "/cloud-function/");

    fn client(&self) -> &runtime::Client {
        &self.client
    }

    fn into_request(self) -> Result<runtime::Request, runtime::RequestError> {
        let mut request = runtime::RequestBuilder::new(&self.client, Self::ENDPOINT);
        request.path("/cloud-function/");
        request.json(&self.body);
        request.build()
    }

    fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
        match response.status().as_u16() {
            201 => response.empty(),
            _ => response.undocumented(runtime::Received::empty),
        }
    }
}

/// Errors that the description documents for `POST /cloud-function/`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreateError {}
