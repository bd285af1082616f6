//! Writing requests: addresses, headers and bodies from parameters and values.

mod base_url;
mod builder;
mod error;
mod path;
mod percent;
mod shown_uri;
mod style;
mod value;

pub(in crate::runtime) use base_url::BaseUrl;
pub use builder::RequestBuilder;
pub use error::RequestError;
pub(in crate::runtime) use percent::push_value;
pub(in crate::runtime) use shown_uri::ShownUri;
pub use style::{PathStyle, QueryStyle};
