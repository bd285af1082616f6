//! `Beginning`: a client crate that does not exist yet.

use std::fs;
use std::io;
use std::path::{Path, PathBuf, absolute};

use toml_edit::Value;

use super::{Project, ProjectError, input_file, place, workspace};
use crate::Outcome;
use crate::scaffold::{Scaffold, crate_name};
use crate::settings::Settings;
use crate::tree::Tree;
use crate::tree::disk::{self, DiskError, Wait, failed};

/// What a new client crate is to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The description.
    pub description: PathBuf,
    /// The folder of the crate; there must be nothing in it.
    pub output: PathBuf,
    /// The crate's name; made of the folder's if absent.
    pub name: Option<String>,
    /// Whether the crate keeps a copy of the description instead of the way to it.
    pub copy: bool,
}

/// A client crate that does not exist yet. Nothing is written before all is known to be well.
#[derive(Clone, Debug)]
pub struct Beginning {
    project: Project,
    settings: String,
    /// The files of the description to be copied, and where to in the crate.
    copies: Vec<(PathBuf, String)>,
    /// The manifest of the workspace that the crate has to be kept apart from.
    foreign_workspace: Option<PathBuf>,
}

/// The folder that a description is copied to.
const COPIES: &str = "api-spec";

impl Beginning {
    /// Reads the description, and makes sure that there is room for the crate.
    ///
    /// # Errors
    ///
    /// Fails if the folder is not empty, the name cannot be a crate's, or a file cannot be read.
    pub fn of(wanted: &Wanted) -> Result<Self, ProjectError> {
        let (description, output) = straight(&wanted.description, &wanted.output)?;
        let foreign_workspace = workspace::around(&place::normalized(&absolute(&output).map_err(failed("find", &output))?))?;
        check_is_free(&output)?;
        let name = name(wanted, &output)?;
        let way = place::relative(&output, &description).map_err(failed("find", &description))?;
        let mut project = Project::of(&output.join(Settings::FILE), settings(&way).into_bytes(), Some(name))?;
        let mut copies = Vec::new();
        let mut written = settings(&way);
        if wanted.copy {
            let folder = description.parent().unwrap_or(Path::new(""));
            for file in &mut project.input.files {
                let path = PathBuf::from(&file.path);
                let below = place::relative(folder, &path).map_err(failed("find", &path))?;
                file.recorded_path = format!("{COPIES}/{below}");
                copies.push((path, file.recorded_path.clone()));
            }
            written = settings(&copies.first().map_or(way, |(_, path)| path.clone()));
            let path = output.join(Settings::FILE);
            project.input.settings_file = Some(input_file(&path, written.clone().into_bytes(), &output)?);
        }
        Ok(Self { project, settings: written, copies, foreign_workspace })
    }

    /// The crate as it will be.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The crate's name.
    pub fn name(&self) -> &str {
        self.project.settings().name.as_deref().unwrap_or_default()
    }

    /// Whether the crate has to have a workspace of its own.
    pub fn has_own_workspace(&self) -> bool {
        self.foreign_workspace.is_some()
    }

    /// Writes the crate that was generated. It is built beside its place and moved there when it is whole.
    ///
    /// # Errors
    ///
    /// Fails if a file cannot be written; nothing is left behind then.
    pub fn write(&self, outcome: &Outcome) -> Result<(), ProjectError> {
        let Outcome { plan: Some(plan), tree: Some(tree), .. } = outcome else {
            return Err(ProjectError::Description("the description has errors".to_owned()));
        };
        let foreign_workspace = self.foreign_workspace.as_deref().map(place::shown);
        let scaffold =
            Scaffold { name: self.name(), plan, settings: &self.settings, foreign_workspace: foreign_workspace.as_deref() };
        let output = self.project.output();
        let site = Site::beside(output)?;
        self.build(&scaffold, tree, &site.path)?;
        check_is_free(output)?;
        Ok(site.move_to(output)?)
    }

    fn build(&self, scaffold: &Scaffold<'_>, tree: &Tree, folder: &Path) -> Result<(), ProjectError> {
        for (path, text) in scaffold.files() {
            disk::replace(&folder.join(path), &text, Wait::No)?;
        }
        for (from, to) in &self.copies {
            let to = folder.join(to);
            let parent = to.parent().unwrap_or(folder);
            fs::create_dir_all(parent).map_err(failed("create", parent))?;
            fs::write(&to, disk::read(from)?).map_err(failed("write", &to))?;
        }
        tree.write(folder)?;
        Ok(())
    }
}

/// A folder that is removed unless the crate built in it is moved to its place.
struct Site {
    path: PathBuf,
}

impl Site {
    fn beside(output: &Path) -> Result<Self, DiskError> {
        let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(failed("create", parent))?;
        let path = parent.join(format!("{}new-{}", disk::TEMPORARY, std::process::id()));
        fs::create_dir(&path).map_err(failed("create", &path))?;
        Ok(Self { path })
    }

    /// A folder that is there already, and empty, is kept: somebody may stand in it.
    fn move_to(self, output: &Path) -> Result<(), DiskError> {
        if !output.exists() {
            return fs::rename(&self.path, output).map_err(failed("create", output));
        }
        for entry in fs::read_dir(&self.path).map_err(failed("read", &self.path))? {
            let entry = entry.map_err(failed("read", &self.path))?;
            let path = output.join(entry.file_name());
            fs::rename(entry.path(), &path).map_err(failed("create", &path))?;
        }
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Moved away, or a hidden folder stays behind.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn name(wanted: &Wanted, output: &Path) -> Result<String, ProjectError> {
    let Some(name) = &wanted.name else {
        let folder = output.file_name().unwrap_or_default().to_string_lossy();
        return Ok(crate_name::from_text(&folder));
    };
    match crate_name::refuse(name) {
        None => Ok(name.clone()),
        Some(reason) => Err(ProjectError::Name(format!("{reason}; `{}` could", crate_name::from_text(name)))),
    }
}

/// The text of the settings.
fn settings(description: &str) -> String {
    format!(
        "# What `{0}` needs to know. Paths are relative to this file.\ndescription = {1}\ncommand = {2}\n",
        Settings::COMMAND,
        Value::from(description),
        Value::from(Settings::COMMAND)
    )
}

/// Fails if something is in the folder, or in its place.
fn check_is_free(output: &Path) -> Result<(), ProjectError> {
    let occupied = |what: String| ProjectError::Occupied { path: output.to_owned(), what };
    match fs::symlink_metadata(output) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed("read", output)(error).into()),
        Ok(metadata) if metadata.is_symlink() => return Err(occupied("is a symbolic link".to_owned())),
        Ok(metadata) if !metadata.is_dir() => return Err(occupied("is not a folder".to_owned())),
        Ok(_) => {}
    }
    let entries = fs::read_dir(output).map_err(failed("read", output))?;
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    match names.as_slice() {
        [] => Ok(()),
        [only] => Err(occupied(format!("is not empty: there is `{only}`"))),
        [first, others @ ..] => Err(occupied(format!("is not empty: there are `{first}` and {} more", others.len()))),
    }
}

/// Both paths as they were given, or without links where one of them leads through a link: `..` would lead elsewhere there.
fn straight(description: &Path, output: &Path) -> Result<(PathBuf, PathBuf), DiskError> {
    let (plain_description, plain_output) = (plain(description)?, plain(output)?);
    let folder = plain_description.parent().unwrap_or(Path::new("/"));
    let true_description = followed(folder)?.join(plain_description.file_name().unwrap_or_default());
    let true_output = followed(&plain_output)?;
    if (&true_description, &true_output) == (&plain_description, &plain_output) && output.file_name().is_some() {
        return Ok((place::normalized(description), place::normalized(output)));
    }
    Ok((true_description, true_output))
}

fn plain(path: &Path) -> Result<PathBuf, DiskError> {
    Ok(place::normalized(&absolute(path).map_err(failed("find", path))?))
}

/// The path with the links followed as far as it exists.
fn followed(path: &Path) -> Result<PathBuf, DiskError> {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if !path.exists() => Ok(followed(parent)?.join(name)),
        _ => fs::canonicalize(path).map_err(failed("find", path)),
    }
}
