//! Turns an OpenAPI description into a Rust client crate.
//!
//! A type per stage, and a verb per arrow:
//!
//! ```text
//! text ─parse▶ Node ─read▶ Document ─resolve▶ Api ─plan▶ Plan ─emit, render▶ text by path ─write or check▶ disk
//! ```
//!
//! - [`source`] and [`node`]: what was written, each value with its place; [`diagnostic`]: what is wrong with it;
//!   [`listing`]: how that is shown.
//! - [`document`]: what the description says, in OpenAPI's words.
//! - [`api`]: what it means, without references.
//! - [`names`]: which names are taken in Rust.
//! - [`plan`]: what Rust to write, without a choice left.
//! - [`emit`] and [`render`]: the Rust itself; they cannot fail.
//! - [`tree`] and [`project`]: the files, written or compared.
//!
//! [`generate`] is all of it but the disk. [`Project`] reads and writes the files, also from the build script of another crate.
//!
//! ```
//! use clientsmith::source::Sources;
//!
//! let mut sources = Sources::default();
//! let file = sources.add_text("openapi.yaml", "openapi: 3.1.0".to_owned());
//! let mut diagnostics = clientsmith::diagnostic::Diagnostics::default();
//! let node = sources.parse(file, &mut diagnostics);
//! assert_eq!(node.and_then(|node| node.get("openapi")?.as_str().map(str::to_owned)).as_deref(), Some("3.1.0"));
//! ```

pub mod api;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod limits;
pub mod listing;
pub mod names;
pub mod node;
pub mod plan;
pub mod pointer;
pub mod project;
pub mod render;
pub mod scaffold;
pub mod selection;
pub mod settings;
pub mod source;
pub mod summary;
pub mod tree;

pub use project::{Project, ProjectError};
pub use summary::Summary;

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use api::{Api, Wanted};
use diagnostic::{Diagnostics, Place, Problem};
use document::object::Read;
use document::reading::Reading;
use document::{Document, overlay, swagger};
use limits::Limit;
use plan::{GroupHandle, Plan, Recorded};
use render::Refusal;
use settings::Settings;
use source::{Description, Sources};
use tree::{Facts, Fingerprint, Lock, OperationKey, OperationRecord, Tree};

/// All that a client is generated from.
#[derive(Clone, Debug)]
pub struct Input {
    /// What the settings say.
    pub settings: Settings,
    /// The file that says it, if there is one.
    pub settings_file: Option<InputFile>,
    /// What the description and the files that it refers to say.
    pub description: Description,
    /// These files, the description first.
    pub files: Vec<InputFile>,
    /// What was generated before: operations keep their groups, and arguments their order.
    pub lock: Option<Lock>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path as messages show it.
    pub path: String,
    /// Its path relative to the client crate, as the lock records it.
    pub recorded_path: String,
    /// What tells whether it changed.
    pub fingerprint: Fingerprint,
}

/// What came of an [`Input`].
#[derive(Debug)]
pub struct Outcome {
    /// What was decided; none if the description has errors.
    pub plan: Option<Plan>,
    /// The client's files; none if the description has errors.
    pub tree: Option<Tree>,
    /// What is wrong with the description, in its order.
    pub diagnostics: Diagnostics,
    /// The files of the description, to show where.
    pub sources: Arc<Sources>,
    /// How much was generated.
    pub summary: Summary,
}

/// Generates a client, without touching the disk.
pub fn generate(input: &Input) -> Outcome {
    let allow = &input.settings.allow;
    let (plan, mut diagnostics, sources) = with_room(|| {
        let mut diagnostics = Diagnostics::default();
        let description = read(input, &mut diagnostics);
        let plan = stages(input, &description, &mut diagnostics);
        (plan, diagnostics, Arc::clone(description.sources()))
    });
    diagnostics.allow(allow, &sources);
    if plan.is_some() {
        diagnostics.report_unused(allow, &sources);
    }
    diagnostics.sort(&sources);
    let Some((plan, files)) = rendered(input, plan, &mut diagnostics) else {
        return Outcome { plan: None, tree: None, diagnostics, sources, summary: Summary::default() };
    };
    let tree = Tree::new(files, &plan.uses(), facts(input, &plan));
    let tree = tree.expect("the plan names files in the shape that the tree takes");
    let summary = Summary::of(&plan, &tree);
    Outcome { plan: Some(plan), tree: Some(tree), diagnostics, sources, summary }
}

/// Does what goes as deep as the description is nested, with enough of a stack whatever thread this is.
///
/// Nothing of it may wait for other threads, which may be waiting for this one.
fn with_room<T: Send>(stages: impl Fn() -> T + Sync) -> T {
    const STACK: usize = 64 << 20;
    let done = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &stages);
        thread.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    // A system without a thread to spare may have the stack.
    done.unwrap_or_else(|_| stages())
}

/// A plan and the text of its files, unless there are errors or too much text.
fn rendered(input: &Input, plan: Option<Plan>, diagnostics: &mut Diagnostics) -> Option<(Plan, BTreeMap<String, String>)> {
    let plan = plan.filter(|_| !diagnostics.has_errors())?;
    let limits = &input.settings.limits;
    match render::tree(&plan, limits.bytes(Limit::OutputMegabytes)) {
        Ok(files) => Some((plan, files)),
        Err(refusal) => {
            let problem = match refusal {
                Refusal::TooMuch => Problem::too_much(Limit::OutputMegabytes, limits),
                Refusal::Fault { path, difference } => Problem::GeneratorFault { path, difference },
            };
            diagnostics.report_at(Place::Nowhere, problem);
            None
        }
    }
}

/// The description with its overlays applied, in the words of OpenAPI 3.
fn read(input: &Input, diagnostics: &mut Diagnostics) -> Description {
    let mut description = input.description.clone();
    let overlays = description.overlays(diagnostics);
    if let Some(root) = description.root().filter(|_| !overlays.is_empty()) {
        description = overlay::apply(description, &root, &overlays, diagnostics);
    }
    match description.root().filter(|root| swagger::is_swagger(root)) {
        Some(root) => swagger::convert(&description, &root, diagnostics),
        None => description,
    }
}

/// The stages from there to the plan. An error does not end them, so that one run shows all errors.
fn stages(input: &Input, description: &Description, diagnostics: &mut Diagnostics) -> Option<Plan> {
    let Settings { description: named, command, selection, text_formats, features, constraint_checks, allow, .. } =
        &input.settings;
    description.report_problems(diagnostics);
    let root = description.root()?;
    let document = Document::read(&root, &mut Reading::new(description, diagnostics))?;
    let api: Api = api::resolve(document, description, Wanted { selection, text_formats }, diagnostics);
    let source = input.files.first().map_or(named, |file| &file.recorded_path).trim_start_matches("../");
    let recorded = input.lock.as_ref().map(|lock| recorded(&lock.facts)).unwrap_or_default();
    let wanted = plan::Wanted { source, command, constraint_checks: *constraint_checks };
    let mut of_plan = Diagnostics::default();
    let mut plan = plan::plan(&api, description.sources(), wanted, &recorded, &mut of_plan);
    if !selection.is_all() {
        plan.leave_out_unneeded_models();
    }
    if !features {
        plan.leave_out_features();
    }
    diagnostics.allow(allow, description.sources());
    if diagnostics.has_errors() {
        // What is lossy in a plan that is not to be may follow from the errors.
        of_plan.keep_errors();
    }
    diagnostics.extend(of_plan);
    Some(plan)
}

/// What the lock knows of earlier decisions, as the plan asks for it.
fn recorded(facts: &Facts) -> Recorded {
    let features = facts.manifest.keys().filter_map(|key| key.strip_prefix("features."));
    let mut recorded = Recorded {
        features: features.map(str::to_owned).collect(),
        constructors: facts.constructors.clone(),
        ..Recorded::default()
    };
    for (key, record) in &facts.operations {
        let OperationKey { method, path, variant } = key;
        let endpoint = format!("{method} {path}");
        let call = variant.iter().fold(endpoint.clone(), |endpoint, variant| format!("{endpoint} {variant}"));
        recorded.groups.extend(record.group.clone().map(|group| (endpoint, group)));
        recorded.arguments.insert(call, record.arguments.clone());
    }
    recorded
}

/// What the lock will say.
fn facts(input: &Input, plan: &Plan) -> Facts {
    let fingerprint = |file: &InputFile| (file.recorded_path.clone(), file.fingerprint);
    Facts {
        generator: env!("CARGO_PKG_VERSION").to_owned(),
        name: input.settings.name.clone().unwrap_or_else(|| "client".to_owned()),
        command: input.settings.command.clone(),
        description: input.files.first().map_or_else(|| input.settings.description.clone(), |file| file.recorded_path.clone()),
        sources: input.settings_file.iter().chain(&input.files).map(fingerprint).collect(),
        manifest: tree::manifest_entries(plan),
        constructors: plan.constructors(),
        operations: operations(plan),
    }
}

fn operations(plan: &Plan) -> BTreeMap<OperationKey, OperationRecord> {
    let mut operations = BTreeMap::new();
    for group in &plan.groups {
        for operation in &group.operations {
            let method = operation.key.split(' ').next().unwrap_or_default().to_owned();
            let variant = operation.key.strip_prefix(&format!("{method} {} ", operation.path)).map(str::to_owned);
            let key = OperationKey { path: operation.path.clone(), method, variant };
            let record = OperationRecord {
                group: matches!(operation.handle, GroupHandle::Tag(_)).then(|| group.module.to_string()),
                method: operation.name.to_string(),
                arguments: operation.argument_keys.clone(),
            };
            operations.insert(key, record);
        }
    }
    operations
}
