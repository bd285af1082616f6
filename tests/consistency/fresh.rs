//! What lies in the repository is what would be generated now.

use clientsmith::{Project, ProjectError};

use crate::repository;

#[test]
fn the_client_is_what_would_be_generated() -> Result<(), ProjectError> {
    let drift = Project::read(repository::root().join("generated-client/clientsmith.toml"))?.check()?;
    let differences: Vec<String> = drift
        .differences
        .iter()
        .map(|difference| format!("{} {}: {}", difference.kind, difference.path, difference.details.join("; ")))
        .collect();
    assert!(differences.is_empty(), "run `cargo run -- generate`:\n{}", differences.join("\n"));
    Ok(())
}
