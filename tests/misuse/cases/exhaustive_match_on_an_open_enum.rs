//! The service may send values that are not known yet.

use minapp_client::models::ServiceType;

fn main() {
    let service_type = ServiceType::Batch;
    let _ = match service_type {
        ServiceType::TimeSensitive => 1,
        ServiceType::Batch => 2,
        ServiceType::Unknown(_) => 3,
    };
}
