//! `client.rs`: how a client of this API is built.

use proc_macro2::TokenStream;
use quote::quote;

/// The client's builder, which knows the API's server and the crate's name.
pub(super) fn builder() -> TokenStream {
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
            }
        }
    }
}
