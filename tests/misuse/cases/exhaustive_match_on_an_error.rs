//! A further status may be documented one day.

use minapp_client::operations::cloud_functions::GetError;

fn text(error: GetError) -> &'static str {
    match error {
        GetError::NotFound => "not found",
    }
}

fn main() {
    let _ = text;
}
