//! Turns an OpenAPI description into a Rust client crate.
//!
//! A type per stage, and a verb per arrow:
//!
//! ```text
//! text ─read▶ Node ─parse▶ Document ─resolve▶ Api ─name▶ Names ─plan▶ Plan ─emit, render▶ text by path ─write or check▶ disk
//! ```
//!
//! - [`source`] and [`node`]: what was written, each value with its place; [`diagnostic`]: what is wrong with it;
//!   [`listing`]: how that is shown.
//! - [`document`]: what the description says, in OpenAPI's words.
//! - [`api`]: what it means, without references.
//! - [`record`]: the public API of a client, as it was when it was last generated; [`names`]: what each item is called.
//! - [`plan`]: what Rust to write, without a choice left; [`surface`]: the public API that it gives.
//! - [`compare`]: what differs between two of them.
//! - [`amend`]: what an overlay has to say where the server disagrees with the description.
//! - [`emit`] and [`render`]: the Rust itself; they cannot fail.
//! - [`tree`] and [`project`]: the files, written or compared.
//!
//! [`generate`] runs all of them but the disk. [`Project`] reads and writes the files, also from the build script of another crate.
//!
//! ```
//! use clientsmith::source::Sources;
//!
//! let mut sources = Sources::default();
//! let file = sources.add_text("openapi.yaml", "openapi: 3.1.0".to_owned());
//! let mut diagnostics = clientsmith::diagnostic::Diagnostics::default();
//! let node = sources.parse(file, &mut diagnostics);
//! assert_eq!(node.and_then(|node| node.get("openapi")?.as_str().map(str::to_owned)).as_deref(), Some("3.1.0"));
//! ```

pub mod amend;
pub mod api;
pub mod compare;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod keep;
pub mod limits;
pub mod listing;
pub mod moved;
pub mod names;
pub mod node;
mod pipeline;
pub mod plan;
pub mod pointer;
pub mod project;
pub mod record;
pub mod render;
pub mod scaffold;
pub mod selection;
pub mod settings;
pub mod share;
pub mod source;
pub mod summary;
pub mod surface;
pub mod text;
pub mod tree;

pub use pipeline::{Input, InputFile, Outcome, amend as amendment, generate, generate_and_compare};
pub use project::{Project, ProjectError};
pub use summary::Summary;
