//! What all servers need: a process, a port, and a program that uses the generated client.

mod port;
mod process;
mod program;

pub(crate) use self::port::free_port;
pub(crate) use self::process::Process;
pub(crate) use self::program::Program;
