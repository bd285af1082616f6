//! Writing requests: addresses, headers and bodies from parameters and values.

mod base_url;
mod builder;
mod error;
mod form;
mod path;
mod percent;
mod style;
mod value;

pub(in crate::runtime) use base_url::BaseUrl;
pub use builder::RequestBuilder;
pub use error::RequestError;
pub(in crate::runtime) use form::{json_text as form_json_text, text as form_text};
pub use style::{PathStyle, QueryStyle};
