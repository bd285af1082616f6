//! What the manifests of a client crate and its workspace say: its name and version.

use toml_edit::{Document, Item};

/// How far above the crate the manifest of its workspace may be.
const HIGHEST: usize = 16;

/// The name that the `Cargo.toml` of a crate gives it.
pub fn package_name(manifest: &str) -> Option<String> {
    let manifest = Document::parse(manifest).ok()?;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

/// The version that the manifests of a crate and its workspace give it. Manifests are read by their paths from the folder of the crate.
pub fn package_version(read: impl Fn(&str) -> Option<String>) -> Option<String> {
    let own = read("Cargo.toml")?;
    let own = Document::parse(own).ok()?;
    let version = own.get("package")?.get("version")?;
    if !is_inherited(version) {
        return Some(version.as_str()?.to_owned());
    }
    let of_workspace = |manifest: String| {
        let manifest = Document::parse(manifest).ok()?;
        Some(manifest.get("workspace")?.get("package")?.get("version")?.as_str()?.to_owned())
    };
    let paths = (0..HIGHEST).map(|up| format!("{}Cargo.toml", "../".repeat(up)));
    paths.into_iter().find_map(|path| read(&path).and_then(of_workspace))
}

/// Whether the version is that of the workspace.
fn is_inherited(version: &Item) -> bool {
    version.get("workspace").and_then(Item::as_bool) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(files: &[(&str, &str)]) -> Option<String> {
        package_version(|path| files.iter().find(|(name, _)| *name == path).map(|(_, text)| (*text).to_owned()))
    }

    #[test]
    fn a_version_is_own_or_inherited() {
        let inherited = ("Cargo.toml", "[package]\nname = 'pets'\nversion.workspace = true\n");
        let workspace = ("../../Cargo.toml", "[workspace.package]\nversion = '0.2.0'\n");
        assert_eq!(version(&[("Cargo.toml", "[package]\nversion = '1.2.3'\n")]).as_deref(), Some("1.2.3"));
        assert_eq!(version(&[inherited, ("../Cargo.toml", "[workspace]\n"), workspace]).as_deref(), Some("0.2.0"));
        assert_eq!(version(&[("Cargo.toml", "[package]\nname = 'pets'\n")]), None);
        assert_eq!(version(&[inherited]), None);
        assert_eq!(version(&[]), None);
    }
}
