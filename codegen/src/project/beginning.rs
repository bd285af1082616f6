//! `Beginning`: a client crate that does not exist yet.

use std::path::{Path, PathBuf, absolute};

use super::{Project, ProjectError, input_file, place, workspace};
use crate::Outcome;
use crate::diagnostic::Allowance;
use crate::scaffold::{Scaffold, crate_name};
use crate::settings::Settings;
use crate::tree::disk::{self, DiskError, failed};
use crate::tree::{Site, Tree};

/// The options of a new client crate.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The description.
    pub description: PathBuf,
    /// The folder of the crate, which must be empty or missing.
    pub output: PathBuf,
    /// The crate's name; derived from the folder if absent.
    pub name: Option<String>,
    /// Whether the crate contains a copy of the description instead of a path to it.
    pub copy: bool,
    /// Other folders that the description may refer to.
    pub roots: Vec<PathBuf>,
    /// Errors in the description that are allowed.
    pub allow: Vec<Allowance>,
}

/// A client crate that does not exist yet. Nothing is written until everything has been checked.
#[derive(Clone, Debug)]
pub struct Beginning {
    project: Project,
    settings: String,
    /// The files of the description to copy, with their targets in the crate.
    copies: Vec<(PathBuf, String)>,
    /// The manifest of an enclosing workspace that the crate must be separate from.
    foreign_workspace: Option<PathBuf>,
}

/// The folder for a copied description.
const COPIES: &str = "api-spec";

impl Beginning {
    /// Reads the description and checks that the crate's folder is empty.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder is not empty, the name is not a valid crate name, or a file cannot be read.
    pub fn of(wanted: &Wanted) -> Result<Self, ProjectError> {
        let Places { description, output, roots } = Places::of(wanted)?;
        let foreign_workspace = workspace::around(&place::normalized(&absolute(&output).map_err(failed("find", &output))?))?;
        Site::check_is_free(&output).map_err(ProjectError::Occupied)?;
        let name = name(wanted, &output)?;
        let way = way_from(&output)(&description)?;
        let roots = roots.iter().map(|root| way_from(&output)(root)).collect::<Result<Vec<_>, _>>()?;
        let settings = Settings::text(&way, &roots, &wanted.allow);
        let project = Project::of(&output.join(Settings::FILE), settings.clone().into_bytes(), Some(name), None)?;
        let beginning = Self { project, settings, copies: Vec::new(), foreign_workspace };
        if wanted.copy { beginning.with_copies(&wanted.allow) } else { Ok(beginning) }
    }

    /// Moves the description into the crate, with the relative paths of its files unchanged.
    fn with_copies(mut self, allow: &[Allowance]) -> Result<Self, ProjectError> {
        let output = self.project.output.clone();
        let files = &mut self.project.input.files;
        let folders = files.iter().map(|file| plain(Path::new(&file.path)).map(|path| path.with_file_name("")));
        let folder = place::around(folders.collect::<Result<Vec<_>, _>>()?);
        for file in files {
            let path = PathBuf::from(&file.path);
            file.recorded_path = format!("{COPIES}/{}", way_from(&folder)(&path)?);
            self.copies.push((path, file.recorded_path.clone()));
        }
        let description = self.copies.first().map_or(COPIES, |(_, path)| path);
        let is_below = Path::new(description).parent() != Some(Path::new(COPIES));
        let roots = if is_below { vec![COPIES.to_owned()] } else { Vec::new() };
        self.settings = Settings::text(description, &roots, allow);
        let path = output.join(Settings::FILE);
        self.project.input.settings_file = Some(input_file(&path, self.settings.as_bytes(), &output)?);
        Ok(self)
    }

    /// Returns the project of the new crate.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Returns the crate's name.
    pub fn name(&self) -> &str {
        self.project.settings().name.as_deref().unwrap_or_default()
    }

    /// Returns whether the crate needs its own workspace.
    pub fn has_own_workspace(&self) -> bool {
        self.foreign_workspace.is_some()
    }

    /// Writes the generated crate. It is assembled in a temporary folder and moved when complete.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written; no files are left behind.
    pub fn write(&self, outcome: &Outcome) -> Result<(), ProjectError> {
        let foreign_workspace = self.foreign_workspace.as_deref().map(place::shown);
        let (Some(scaffold), Some(tree)) = (self.scaffold(outcome, foreign_workspace.as_deref()), &outcome.tree) else {
            return Err(ProjectError::Description("the description has errors".to_owned()));
        };
        let output = self.project.output();
        let site = Site::beside(output)?;
        self.build(&scaffold, tree, &site)?;
        Site::check_is_free(output).map_err(ProjectError::Occupied)?;
        Ok(site.move_to(output)?)
    }

    /// Returns a first program that uses the generated crate, as in its README.
    pub fn first_program(&self, outcome: &Outcome) -> Option<String> {
        Some(self.scaffold(outcome, None)?.first_program())
    }

    fn scaffold<'a>(&'a self, outcome: &'a Outcome, foreign_workspace: Option<&'a str>) -> Option<Scaffold<'a>> {
        Some(Scaffold { name: self.name(), plan: outcome.plan.as_ref()?, settings: &self.settings, foreign_workspace })
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

/// The locations of a new client crate's files.
#[derive(PartialEq)]
struct Places {
    description: PathBuf,
    output: PathBuf,
    roots: Vec<PathBuf>,
}

impl Places {
    /// Returns the paths as given, or with links resolved where one passes through a link, since `..` would mean a different folder.
    fn of(wanted: &Wanted) -> Result<Self, DiskError> {
        let Wanted { description, output, roots, .. } = wanted;
        let all = |each: fn(&Path) -> Result<PathBuf, DiskError>, roots: &[PathBuf]| {
            roots.iter().map(|root| each(root)).collect::<Result<Vec<_>, _>>()
        };
        let plain = Self { description: plain(description)?, output: plain(output)?, roots: all(plain, roots)? };
        let straight = Self {
            description: followed_to_folder(&plain.description)?,
            output: disk::followed(&plain.output)?,
            roots: all(disk::followed, &plain.roots)?,
        };
        if straight != plain || output.file_name().is_none() {
            return Ok(straight);
        }
        let roots = roots.iter().map(|root| place::normalized(root)).collect();
        Ok(Self { description: place::normalized(description), output: place::normalized(output), roots })
    }
}

/// Resolves the links in the folder of a file and keeps the file's name.
fn followed_to_folder(path: &Path) -> Result<PathBuf, DiskError> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    Ok(disk::followed(folder)?.join(path.file_name().unwrap_or_default()))
}

fn way_from(folder: &Path) -> impl Fn(&Path) -> Result<String, DiskError> {
    move |path| place::relative(folder, path).map_err(failed("find", path))
}

fn plain(path: &Path) -> Result<PathBuf, DiskError> {
    Ok(place::normalized(&absolute(path).map_err(failed("find", path))?))
}
