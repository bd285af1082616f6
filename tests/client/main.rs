//! The client against the documentation page's server on a real socket: each call, each status, each failure.

mod bodies;
mod calls;
mod connections;
mod fixture;
mod invocations;
mod names;
mod open_values;
mod paging;
mod places;
mod redirects;
mod refusals;
mod retries;
mod secrets;
mod timeouts;
