//! Paths as shown to people and recorded in the lock.

use std::io;
use std::path::{Component, Path, PathBuf, absolute};

/// Normalizes a path: `client/../api.yaml` becomes `api.yaml`.
pub(super) fn normalized(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(plain.components().next_back(), Some(Component::Normal(_))) => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    plain
}

/// Returns the path with `/` as separator.
pub(super) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// Returns the relative path from a folder to a file: `../api-spec/openapi.yaml`.
pub(super) fn relative(folder: &Path, file: &Path) -> io::Result<String> {
    let plain = |path: &Path| absolute(if path.as_os_str().is_empty() { Path::new(".") } else { path });
    let (folder, file) = (normalized(&plain(folder)?), normalized(&plain(file)?));
    let common = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(common).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(file.components().skip(common)).collect();
    Ok(if way.as_os_str().is_empty() { ".".to_owned() } else { shown(&way) })
}

/// Returns the innermost common folder.
pub(super) fn around(folders: impl IntoIterator<Item = PathBuf>) -> PathBuf {
    let common = |one: PathBuf, other: PathBuf| {
        let both = one.components().zip(other.components());
        both.take_while(|(one, other)| one == other).map(|(one, _)| one).collect()
    };
    folders.into_iter().reduce(common).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_detours() {
        assert_eq!(normalized(Path::new("client/../api/./openapi.yaml")), Path::new("api/openapi.yaml"));
        assert_eq!(normalized(Path::new("../../x/../api.yaml")), Path::new("../../api.yaml"));
        assert_eq!(normalized(Path::new("/a/../b")), Path::new("/b"));
    }

    #[test]
    fn finds_the_way_between_folders() -> io::Result<()> {
        assert_eq!(relative(Path::new("client"), Path::new("api/openapi.yaml"))?, "../api/openapi.yaml");
        assert_eq!(relative(Path::new(""), Path::new("openapi.yaml"))?, "openapi.yaml");
        assert_eq!(relative(Path::new(""), Path::new("../openapi.yaml"))?, "../openapi.yaml");
        assert_eq!(relative(Path::new("client"), Path::new(""))?, "..");
        assert_eq!(relative(Path::new(""), Path::new("."))?, ".");
        assert_eq!(relative(Path::new("/a/b/c"), Path::new("/a/x.yaml"))?, "../../x.yaml");
        Ok(())
    }

    #[test]
    fn finds_the_way_out_of_a_folder_beside_this_one() -> io::Result<()> {
        let here = std::env::current_dir()?;
        let name = here.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert_eq!(relative(Path::new("../client"), Path::new("api.yaml"))?, format!("../{name}/api.yaml"));
        Ok(())
    }
}
