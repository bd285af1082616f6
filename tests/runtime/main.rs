//! The support code of clients, alone: `crate::runtime` is the same path here as in a client.

#[path = "../../codegen/runtime/mod.rs"]
pub mod runtime;

/// A small client written by hand in the shapes of generated code.
pub mod generated;

/// A call that takes any success and any body: its endpoint, and what makes its request.
macro_rules! operation {
    ($name:ident, $endpoint:expr, $request:expr) => {
        #[derive(Clone, Debug)]
        struct $name(crate::runtime::Client);

        impl crate::runtime::Operation for $name {
            type Output = ();
            type Error = ();
            const ENDPOINT: crate::runtime::Endpoint = $endpoint;

            fn client(&self) -> &crate::runtime::Client {
                &self.0
            }

            fn into_request(self) -> Result<crate::runtime::Request, crate::runtime::RequestError> {
                $request(&self.0, Self::ENDPOINT)
            }

            fn decode(received: &crate::runtime::Received) -> Result<(), crate::runtime::Failure<()>> {
                received.undocumented(crate::runtime::Received::empty)
            }
        }
    };
}

mod calls;
mod deep;
#[cfg(feature = "reqwest-without-tls")]
mod faults;
mod json;
mod request;
mod security;

/// A request for `/thing`, with nothing more.
fn thing(client: &runtime::Client, endpoint: runtime::Endpoint) -> Result<runtime::Request, runtime::RequestError> {
    let mut request = runtime::RequestBuilder::new(client, endpoint);
    request.path("/thing");
    request.build()
}
