//! `Beginning`: a client crate that does not exist yet.

use std::path::{Path, PathBuf, absolute};

use super::{Project, ProjectError, input_file, place, workspace};
use crate::Outcome;
use crate::scaffold::{Scaffold, crate_name};
use crate::settings::Settings;
use crate::tree::disk::{self, DiskError, failed};
use crate::tree::{Site, Tree};

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
        Site::check_is_free(&output).map_err(ProjectError::Occupied)?;
        let name = name(wanted, &output)?;
        let way = place::relative(&output, &description).map_err(failed("find", &description))?;
        let mut project = Project::of(&output.join(Settings::FILE), Settings::text(&way).into_bytes(), Some(name))?;
        let mut copies = Vec::new();
        let mut written = Settings::text(&way);
        if wanted.copy {
            let folder = description.parent().unwrap_or(Path::new(""));
            for file in &mut project.input.files {
                let path = PathBuf::from(&file.path);
                let below = place::relative(folder, &path).map_err(failed("find", &path))?;
                file.recorded_path = format!("{COPIES}/{below}");
                copies.push((path, file.recorded_path.clone()));
            }
            written = Settings::text(&copies.first().map_or(way, |(_, path)| path.clone()));
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
        self.build(&scaffold, tree, &site)?;
        Site::check_is_free(output).map_err(ProjectError::Occupied)?;
        Ok(site.move_to(output)?)
    }

    fn build(&self, scaffold: &Scaffold<'_>, tree: &Tree, site: &Site) -> Result<(), ProjectError> {
        for (path, text) in scaffold.files() {
            site.write(path, text.as_bytes())?;
        }
        for (from, to) in &self.copies {
            site.write(to, &disk::read(from)?)?;
        }
        tree.write(site.path())?;
        Ok(())
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

/// Both paths as they were given, or without links where one of them leads through a link: `..` would lead elsewhere there.
fn straight(description: &Path, output: &Path) -> Result<(PathBuf, PathBuf), DiskError> {
    let (plain_description, plain_output) = (plain(description)?, plain(output)?);
    let folder = plain_description.parent().unwrap_or(Path::new("/"));
    let true_description = disk::followed(folder)?.join(plain_description.file_name().unwrap_or_default());
    let true_output = disk::followed(&plain_output)?;
    if (&true_description, &true_output) == (&plain_description, &plain_output) && output.file_name().is_some() {
        return Ok((place::normalized(description), place::normalized(output)));
    }
    Ok((true_description, true_output))
}

fn plain(path: &Path) -> Result<PathBuf, DiskError> {
    Ok(place::normalized(&absolute(path).map_err(failed("find", path))?))
}
