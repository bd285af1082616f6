//! Each call has its own errors.

use minapp_client::operations::cloud_functions::{CreateError, GetError};

fn convert(error: minapp_client::Error<GetError>) -> minapp_client::Error<CreateError> {
    error
}

fn main() {
    let _ = convert;
}
