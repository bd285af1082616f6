//! The call `invoke`.

use crate::runtime;

use super::CloudFunctions;

/// Runs a function and waits for its result.
#[derive(Clone)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct InvokeRequest {
    client: runtime::Client,
    name: String,
    data: runtime::JsonObject,
    note: Option<String>,
}

runtime::request_debug!(InvokeRequest);

impl CloudFunctions {
    /// Runs a function and waits for its result.
    pub fn invoke(&self, name: impl Into<String>, data: impl Into<runtime::JsonObject>) -> InvokeRequest {
        InvokeRequest { client: self.client.clone(), name: name.into(), data: data.into(), note: None }
    }
}

impl InvokeRequest {
    /// Body property: `note`.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sends the request; the response keeps status and headers.
    pub fn send(self) -> runtime::Sending<Self> {
        runtime::Sending::new(self)
    }
}

impl IntoFuture for InvokeRequest {
    type Output = Result<runtime::Value, runtime::Error<InvokeError>>;
    type IntoFuture = runtime::Call<Self>;

    fn into_future(self) -> Self::IntoFuture {
        runtime::Call::new(self)
    }
}

impl runtime::Operation for InvokeRequest {
    type Output = runtime::Value;
    type Error = InvokeError;
    const ENDPOINT: runtime::Endpoint = runtime::Endpoint::new(runtime::Method::POST, "/cloud-function/{name}/job/")
        .timeout(std::time::Duration::from_millis(10000));

    fn client(&self) -> &runtime::Client {
        &self.client
    }

    fn into_request(self) -> Result<runtime::Request, runtime::RequestError> {
        let mut request = runtime::RequestBuilder::new(&self.client, Self::ENDPOINT);
        request.path("/cloud-function/");
        request.segment("name", &self.name);
        request.path("/job/");
        request.accept("application/json");
        request.json_object(|fields| {
            fields.required("data", &self.data);
            fields.required("sync", &true);
            fields.optional("note", &self.note);
        });
        request.build()
    }

    fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
        match response.status().as_u16() {
            200 => response.json(),
            400..=499 => response.error(InvokeError::ClientError),
            _ => response.undocumented(runtime::Received::json),
        }
    }
}

/// Errors that the description documents for `POST /cloud-function/{name}/job/`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InvokeError {
    /// `4XX`
    ClientError,
}
