//! The models of the API, one file per schema.

mod cloud_function;
mod cloud_function_list;
mod job_status;
mod meta;
mod patch;
mod priority;
mod problem;
mod shape;

pub use cloud_function::CloudFunction;
pub use cloud_function_list::CloudFunctionList;
pub use job_status::JobStatus;
pub use meta::Meta;
pub use patch::Patch;
pub use priority::Priority;
pub use problem::Problem;
pub use shape::{Circle, Shape};
