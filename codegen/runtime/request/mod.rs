//! Writing requests: addresses, headers and bodies from parameters and values.

mod additions;
mod base_url;
mod builder;
mod cookie;
mod error;
pub(in crate::runtime) mod form;
mod header;
pub(in crate::runtime) mod path;
pub(in crate::runtime) mod percent;
mod plain;
pub(in crate::runtime) mod relative;
mod segment;
pub(in crate::runtime) mod style;
mod value;
pub(in crate::runtime) mod written;

pub(in crate::runtime) use additions::Additions;
pub(in crate::runtime) use base_url::BaseUrl;
pub use builder::RequestBuilder;
pub use error::RequestError;
pub use style::{PathStyle, QueryStyle};
