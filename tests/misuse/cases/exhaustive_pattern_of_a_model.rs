//! A further property may be added one day.

use minapp_client::models::JobAccepted;

fn status(accepted: JobAccepted) -> String {
    let JobAccepted { status } = accepted;
    status
}

fn main() {
    let _ = status;
}
