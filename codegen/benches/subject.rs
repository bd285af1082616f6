//! What is measured: the generator as it is released, and the documents that it is given.

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The generator, built as it is released.
///
/// # Errors
///
/// If it does not build.
pub fn generator() -> Result<PathBuf, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo).args(["build", "--quiet", "--release", "--package", "clientsmith"]).status()?;
    if !built.success() {
        return Err("the generator does not build".into());
    }
    // This program lies in a folder below.
    let program = env::current_exe()?;
    let folder = program.parent().and_then(Path::parent).ok_or("this program is in no folder")?;
    Ok(folder.join("clientsmith").with_extension(env::consts::EXE_EXTENSION))
}

/// The documents of the folder that `CORPUS` names: those in `DOCUMENTS`, or else three large ones. None if it names no folder.
pub fn corpus() -> Option<Result<Vec<PathBuf>, Box<dyn Error>>> {
    let corpus = env::var_os("CORPUS").map(PathBuf::from)?;
    let named = env::var("DOCUMENTS").unwrap_or_else(|_| "github.json openai.yaml stripe.yaml".to_owned());
    let documents = named.split_whitespace().map(|name| {
        // The folder itself, or one of its parts.
        let found = [corpus.join(name), corpus.join("dev").join(name)].into_iter().find(|path| path.is_file());
        found.ok_or_else(|| format!("there is no `{name}` in {}", corpus.display()).into())
    });
    Some(documents.collect())
}

/// What a document is called in a table.
pub fn name(document: &Path) -> String {
    document.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
