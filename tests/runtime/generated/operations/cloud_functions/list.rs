//! The call `list`.

use crate::generated::models;
use crate::runtime;

use super::CloudFunctions;

/// Lists the functions.
#[derive(Clone)]
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct ListRequest {
    client: runtime::Client,
    limit: Option<i64>,
    offset: Option<i64>,
}

runtime::request_debug!(ListRequest);

impl CloudFunctions {
    /// Lists the functions.
    pub fn list(&self) -> ListRequest {
        ListRequest { client: self.client.clone(), limit: None, offset: None }
    }
}

impl ListRequest {
    /// Query parameter: `limit`.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Query parameter: `offset`.
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Sends the request; the response keeps status and headers.
    pub fn send(self) -> runtime::Sending<Self> {
        runtime::Sending::new(self)
    }

    /// A stream over the pages, starting at this request's.
    pub fn pages(self) -> runtime::Pages<Self> {
        runtime::Pages::new(self)
    }

    /// A stream over the items of all pages, starting at this request's.
    pub fn items(self) -> runtime::Items<Self> {
        runtime::Items::new(self)
    }
}

impl IntoFuture for ListRequest {
    type Output = Result<models::CloudFunctionList, runtime::Error<ListError>>;
    type IntoFuture = runtime::Call<Self>;

    fn into_future(self) -> Self::IntoFuture {
        runtime::Call::new(self)
    }
}

impl runtime::Operation for ListRequest {
    type Output = models::CloudFunctionList;
    type Error = ListError;
    const ENDPOINT: runtime::Endpoint = runtime::Endpoint::new(runtime::Method::GET, "/cloud-function/");

    fn client(&self) -> &runtime::Client {
        &self.client
    }

    fn into_request(self) -> Result<runtime::Request, runtime::RequestError> {
        let mut request = runtime::RequestBuilder::new(&self.client, Self::ENDPOINT);
        request.path("/cloud-function/");
        request.query("limit", &self.limit);
        request.query("offset", &self.offset);
        request.accept("application/json");
        request.build()
    }

    fn decode(response: &runtime::Received) -> Result<Self::Output, runtime::Failure<Self::Error>> {
        match response.status().as_u16() {
            200 => response.json(),
            400 => response.error(ListError::BadRequest),
            _ => response.undocumented(runtime::Received::json),
        }
    }
}

impl runtime::Paginated for ListRequest {
    type Item = models::CloudFunction;

    fn next(&self, page: &runtime::Response<Self::Output>) -> Option<runtime::NextPage<Self>> {
        let page = page.body();
        let offset = runtime::next_offset(self.offset, page.objects.len(), page.meta.next.is_some())?;
        Some(runtime::NextPage::Request(Self { offset: Some(offset), ..self.clone() }))
    }

    fn items(page: Self::Output) -> Vec<Self::Item> {
        page.objects
    }
}

/// Errors that the description documents for `GET /cloud-function/`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListError {
    /// `400`
    BadRequest,
}
