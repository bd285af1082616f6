//! Finds the settings of the project that the command line means.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::settings::Settings;

/// The settings file.
pub(super) fn settings(named: Option<&PathBuf>) -> Result<PathBuf, String> {
    match named {
        Some(path) => Ok(path.clone()),
        None => settings_file(Path::new("")),
    }
}

/// The settings file of the folder, or else the only one in a folder below it.
fn settings_file(folder: &Path) -> Result<PathBuf, String> {
    let here = folder.join(Settings::FILE);
    if here.is_file() {
        return Ok(here);
    }
    let entries = fs::read_dir(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let folders = entries.into_iter().flatten().flatten().map(|entry| folder.join(entry.file_name()));
    let mut candidates: Vec<_> = folders.map(|folder| folder.join(Settings::FILE)).filter(|file| file.is_file()).collect();
    candidates.sort();
    match candidates.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(format!("there is no `{0}` here and no `*/{0}` below; name the settings with --settings", Settings::FILE)),
        several => {
            let list: Vec<_> = several.iter().map(|path| format!("\n  --settings {}", path.display())).collect();
            Err(format!("there are several settings; choose one:{}", list.concat()))
        }
    }
}
