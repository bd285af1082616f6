//! `Running`: keeps two runs from writing to the same crate at once.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use super::WriteError;
use crate::tree::disk::{self, failed};

/// Says on the disk that a run is going on, until it is dropped.
pub(super) struct Running {
    path: PathBuf,
}

impl Running {
    pub(super) fn begin(folder: &Path) -> Result<Self, WriteError> {
        let path = folder.join(format!("{}running", disk::TEMPORARY));
        if disk::is_stale(&path) || is_of_the_dead(&path) {
            disk::remove_if_present(&path)?;
        }
        // The sign has its text from the start, so that a run that is killed right now leaves none without an owner.
        let own = folder.join(format!("{}running-{}", disk::TEMPORARY, process::id()));
        let text = owner(process::id()).unwrap_or_default();
        fs::write(&own, &text).map_err(failed("write", &own))?;
        let outcome = fs::hard_link(&own, &path).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Err(error),
            // The file system has no hard links.
            _ => write_new(&path, &text),
        });
        disk::remove_if_present(&own)?;
        match outcome {
            Ok(()) => Ok(Self { path }),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(WriteError::Busy(path)),
            Err(error) => Err(failed("write", &path)(error).into()),
        }
    }
}

/// Writes a sign that does not exist yet. Without its text, its age shows that the run has ended.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut sign = OpenOptions::new().write(true).create_new(true).open(path)?;
    let _ = sign.write_all(text.as_bytes());
    Ok(())
}

/// Whether a sign was left by a process that is no more. Where that cannot be told, it is not so.
fn is_of_the_dead(sign: &Path) -> bool {
    let Ok(text) = fs::read_to_string(sign) else { return false };
    let process = text.lines().next().and_then(|process| process.parse::<u32>().ok());
    process.is_some_and(|process| {
        owner(process).is_some_and(|ours| ours == text) && !Path::new(&format!("/proc/{process}")).exists()
    })
}

/// A process by its number and by what that number holds for: the system since it was started, and its container.
fn owner(process: u32) -> Option<String> {
    let start = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let container = fs::read_link("/proc/self/ns/pid").ok()?;
    Some(format!("{process}\n{}\n{}\n", start.trim(), container.display()))
}

impl Drop for Running {
    fn drop(&mut self) {
        // If it stays, it is stale in a minute.
        let _ = fs::remove_file(&self.path);
    }
}
