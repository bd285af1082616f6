//! Cloud functions.

mod create;
mod get;
mod invoke;
mod list;

pub use create::{CreateError, CreateRequest};
pub use get::{GetError, GetRequest};
pub use invoke::{InvokeError, InvokeRequest};
pub use list::{ListError, ListRequest};

use crate::runtime;

/// Cloud functions.
#[derive(Clone, Debug)]
pub struct CloudFunctions {
    client: runtime::Client,
}

impl runtime::Client {
    /// Cloud functions.
    pub fn cloud_functions(&self) -> CloudFunctions {
        CloudFunctions { client: self.clone() }
    }
}
