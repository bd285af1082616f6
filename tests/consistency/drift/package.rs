//! The package that users get: without the build's check, without the description, and whole.

use std::fs;
use std::process::Command;

use super::workspace::Workspace;

#[test]
fn the_package_checks_nothing_and_builds_without_the_description() {
    let workspace = Workspace::new();
    let list = ["package", "--package", "minapp-client", "--allow-dirty", "--list"];
    let (_, listed) = workspace.cargo(workspace.folder(), &list);
    let listed: Vec<&str> = listed.lines().collect();
    for own in ["build.rs", "generated.api", "generated.lock", "clientsmith.toml"] {
        assert!(!listed.contains(&own), "{own} is packaged");
    }
    for needed in ["src/lib.rs", "src/generated/client.rs", "src/runtime/mod.rs", "README.md"] {
        assert!(listed.contains(&needed), "{needed} is not packaged");
    }

    let packages = tempfile::tempdir().expect("a temporary folder can be made");
    let target = packages.path().to_string_lossy();
    let make = ["package", "--package", "minapp-client", "--allow-dirty", "--no-verify", "--target-dir", &target];
    let (is_made, message) = workspace.cargo(workspace.folder(), &make);
    assert!(is_made, "{message}");
    let package = packages.path().join("package");
    let version = env!("CARGO_PKG_VERSION");
    let unpacked = Command::new("tar").arg("xzf").arg(format!("minapp-client-{version}.crate")).current_dir(&package).status();
    assert!(unpacked.is_ok_and(|status| status.success()), "tar unpacks the package");
    let package = package.join(format!("minapp-client-{version}"));
    let manifest = fs::read_to_string(package.join("Cargo.toml")).expect("the package has a manifest");
    assert!(manifest.lines().any(|line| line == "build = false"), "{manifest}");
    let (is_built, message) = workspace.cargo(&package, &["build", "--no-default-features"]);
    assert!(is_built, "{message}");
}
