//! `client.rs`: how a client of this API is built.

use super::quoting::{TokenStream, quote};
use super::security_scheme;
use crate::plan::Plan;

/// The client's builder, which knows the API's server, the crate's name and the headers of credentials.
pub(super) fn builder(plan: &Plan) -> TokenStream {
    let headers = plan.security_schemes.iter().filter_map(security_scheme::header);
    quote! {
        use crate::runtime;

        impl runtime::Client {
            /// Starts building a client; unless told otherwise, it calls the server `servers::DEFAULT`.
            #[inline]
            pub fn builder() -> runtime::ClientBuilder {
                runtime::ClientBuilder::new(
                    super::servers::DEFAULT,
                    concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
                )
                #(#headers)*
            }
        }
    }
}
