//! Turns an OpenAPI description into a Rust client crate.

pub mod api;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod node;
pub mod plan;
pub mod pointer;
pub mod project;
pub mod render;
pub mod scaffold;
pub mod selection;
pub mod settings;
pub mod source;
pub mod tree;

pub use project::{Project, ProjectError};

use std::collections::{BTreeMap, BTreeSet};

use api::Api;
use diagnostic::Diagnostics;
use document::Document;
use document::object::{Read, Reading};
use plan::{GroupHandle, Header, Plan, Recorded};
use settings::Settings;
use source::{FileId, Sources};
use tree::{Facts, Fingerprint, Lock, OperationKey, OperationRecord, Tree};

/// All that a client is generated from.
#[derive(Clone, Debug)]
pub struct Input {
    /// What the settings say.
    pub settings: Settings,
    /// The file that says it, if there is one.
    pub settings_file: Option<InputFile>,
    /// The description, and after it the files that it refers to.
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
    /// What is in it.
    pub bytes: Vec<u8>,
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
    pub sources: Sources,
    /// How much was generated.
    pub summary: Summary,
}

/// How much was generated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Operations of the description.
    pub operations: usize,
    /// Types of its schemas.
    pub models: usize,
    /// Files, the lock included.
    pub files: usize,
}

/// Generates a client, without touching the disk.
pub fn generate(input: &Input) -> Outcome {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let ids: Vec<_> = input.files.iter().map(|file| sources.add_bytes(&file.path, file.bytes.clone())).collect();
    let plan = ids.first().and_then(|description| plan(input, *description, &mut sources, &mut diagnostics));
    diagnostics.sort(&sources);
    let Some(plan) = plan else {
        return Outcome { plan, tree: None, diagnostics, sources, summary: Summary::default() };
    };
    let tree = Tree::new(render::tree(&plan), &plan.uses(), facts(input, &plan));
    let tree = tree.expect("the plan names files in the shape that the tree takes");
    let operations: BTreeSet<_> = tree.lock().facts.operations.keys().map(|key| (&key.method, &key.path)).collect();
    let summary = Summary { operations: operations.len(), models: plan.models.len(), files: tree.files().len() + 1 };
    Outcome { plan: Some(plan), tree: Some(tree), diagnostics, sources, summary }
}

/// The stages from text to plan. An error does not end them, so that one run shows all errors.
fn plan(input: &Input, description: FileId, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Plan> {
    let root = sources.parse(description, diagnostics)?;
    let document = Document::read(&root, &mut Reading { sources, diagnostics })?;
    let api: Api = api::resolve(document, &root, &input.settings.selection, sources, diagnostics);
    let source = input.files.first().map_or("", |file| &file.recorded_path).trim_start_matches("../");
    let header = Header { source, command: &input.settings.command };
    let recorded = input.lock.as_ref().map(|lock| recorded(&lock.facts)).unwrap_or_default();
    let mut of_plan = Diagnostics::default();
    let mut plan = plan::plan(&api, sources, header, &recorded, &mut of_plan);
    if !input.settings.selection.is_all() {
        plan.leave_out_unneeded_models();
    }
    if !input.settings.features {
        plan.leave_out_features();
    }
    if diagnostics.has_errors() {
        // What is lossy in a plan that is not to be may follow from the errors.
        of_plan.keep_errors();
    }
    diagnostics.extend(of_plan);
    (!diagnostics.has_errors()).then_some(plan)
}

/// What the lock knows of earlier decisions, as the plan asks for it.
fn recorded(facts: &Facts) -> Recorded {
    let features = facts.manifest.keys().filter_map(|key| key.strip_prefix("features."));
    let mut recorded = Recorded { features: features.map(str::to_owned).collect(), ..Recorded::default() };
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
    let fingerprint = |file: &InputFile| (file.recorded_path.clone(), Fingerprint::of(&file.bytes));
    Facts {
        generator: env!("CARGO_PKG_VERSION").to_owned(),
        name: input.settings.name.clone().unwrap_or_else(|| "client".to_owned()),
        command: input.settings.command.clone(),
        description: input.files.first().map_or_else(|| input.settings.description.clone(), |file| file.recorded_path.clone()),
        sources: input.settings_file.iter().chain(&input.files).map(fingerprint).collect(),
        manifest: tree::manifest_entries(plan),
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
