//! The server that the client is tested against does what the documentation page says.

mod faults;
mod functions;
mod jobs;
mod names;
mod paging;
mod raw;
