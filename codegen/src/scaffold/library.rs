//! `src/lib.rs` of a new client.

use super::Scaffold;

impl Scaffold<'_> {
    /// `src/lib.rs`: the crate's docs, the modules of generated code, and what is re-exported of them.
    pub(super) fn library(&self) -> String {
        let mut docs = vec![format!("A typed client for {}.", self.title()), String::new(), "```no_run".to_owned()];
        let example = self.example();
        docs.extend(example.feature().map(|feature| format!("# #[cfg(feature = \"{feature}\")]")));
        docs.push("# async fn run() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
        docs.push(example.import());
        docs.push(String::new());
        docs.extend(example.lines());
        docs.extend(["# Ok(())", "# }", "```", ""].map(str::to_owned));
        docs.extend(EXPLANATION.lines().map(str::to_owned));
        let docs: Vec<_> = docs.iter().map(|line| format!("//! {line}").trim_end().to_owned()).collect();
        let limit = if self.plan.uses().deep { RECURSION_LIMIT } else { "" };
        format!("{}\n{limit}{MODULES}", docs.join("\n"))
    }
}

const EXPLANATION: &str = "\
[`operations`] has one module per tag of the description, and in it one request type per call. A request is a value:
required parameters are arguments of the method that makes it, optional ones are its setters, `.await` sends it and
gives the body, `.send().await` keeps status and headers as well. [`Sending`] reads the body in other ways, too.
[`models`] has the types of the bodies.

Every call fails with an [`Error`] whose parameter is the call's own enum of documented statuses; [`AnyError`] takes
any of them, so that `?` crosses calls. Secrets handed to the builder are shown by no `Debug`, error or log.
";

/// What reading and writing models takes that are nested more than a hundred deep.
const RECURSION_LIMIT: &str = "
#![recursion_limit = \"4096\"]";

const MODULES: &str = "
#![forbid(unsafe_code)]

#[rustfmt::skip]
mod generated;
#[doc(hidden)]
#[rustfmt::skip]
pub mod runtime;

pub use generated::{models, operations, servers};
pub use runtime::exports::*;
/// What a transport of one's own is made of, and one for tests that needs no server.
pub mod transport {
    pub use crate::runtime::{
        Body, BoxFuture, BoxStream, ByteStream, Bytes, MemoryTransport, RecordedRequest, Reply, Request, Transport,
        TransportError,
    };
}
pub use transport::{MemoryTransport, Transport};
";
