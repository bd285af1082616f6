//! The stages from a description to the files of a client, in their order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use crate::amend::{Amendment, Body, Claim, Subject};
use crate::api::{self, Api, Wanted};
use crate::compare::{self, HeldBack};
use crate::diagnostic::{Allowance, Diagnostics, Place, Problem};
use crate::document::object::Read;
use crate::document::reading::Reading;
use crate::document::{Document, overlay, swagger};
use crate::keep;
use crate::limits::Limit;
use crate::moved;
use crate::names::{Given, Named, Names};
use crate::plan::{self, Plan, PlanOptions};
use crate::record::{Adoption, Baseline, Clash, Key, Record, UnknownAddress};
use crate::render::{self, Refusal};
use crate::settings::{GivenName, Settings};
use crate::share::{self, CallWords};
use crate::source::{Description, Sources};
use crate::summary::Summary;
use crate::surface;
use crate::tree::{self, Facts, Fingerprint, Tree};

/// All that a client is generated from.
#[derive(Clone, Debug)]
pub struct Input {
    /// The settings.
    pub settings: Settings,
    /// Their file, if there is one.
    pub settings_file: Option<InputFile>,
    /// What the description and the files that it refers to say.
    pub description: Description,
    /// These files, the description first.
    pub files: Vec<InputFile>,
    /// The public API as it was last generated: models, groups and methods keep their names, and arguments their order.
    pub record: Record,
    /// What of it follows the description from now on.
    pub adoption: Adoption,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path as messages show it.
    pub path: String,
    /// Its path relative to the client crate, as the lock records it.
    pub recorded_path: String,
    /// The fingerprint of its text.
    pub fingerprint: Fingerprint,
}

/// What an [`Input`] gives.
#[derive(Debug)]
pub struct Outcome {
    /// What was decided; none if the description has errors.
    pub plan: Option<Plan>,
    /// The client's files; none if the description has errors.
    pub tree: Option<Tree>,
    /// The client's public API; none if the description has errors.
    pub record: Option<Record>,
    /// What is wrong with the description, in its order.
    pub diagnostics: Diagnostics,
    /// The files of the description, to show where.
    pub sources: Arc<Sources>,
    /// How much was generated.
    pub summary: Summary,
    /// What is kept although the description gives something else, if that is asked for.
    pub held_back: Vec<HeldBack>,
}

/// What is to be changed in the description of an input, where the server disagrees with it.
///
/// # Errors
///
/// Says why there is nothing to change.
pub fn amend(input: &Input, subject: &Subject, body: &Body, claim: &Claim) -> Result<Amendment, String> {
    with_room(|| Amendment::of(&overlaid(input, &mut Diagnostics::default()), subject, body, claim))
}

/// Generates a client, without touching the disk.
pub fn generate(input: &Input) -> Outcome {
    outcome(input, false)
}

/// Generates a client, and finds out what is held back in it.
pub fn generate_and_compare(input: &Input) -> Outcome {
    outcome(input, true)
}

fn outcome(input: &Input, is_compared: bool) -> Outcome {
    let (planned, mut diagnostics, sources) = with_room(|| {
        let mut diagnostics = Diagnostics::default();
        let description = read(input, &mut diagnostics);
        let planned = planned(input, &description, is_compared, &mut diagnostics);
        (planned, diagnostics, Arc::clone(description.sources()))
    });
    let allow = &input.settings.allow;
    diagnostics.allow(allow, &sources);
    if planned.is_some() {
        // An allowance of a finding of `diff` is used, or not, when clients are compared.
        let is_of_description = |allowance: &&Allowance| !compare::RULES.iter().any(|rule| rule.id == allowance.code);
        let allow: Vec<Allowance> = allow.iter().filter(is_of_description).cloned().collect();
        diagnostics.report_unused(&allow, &sources);
    }
    diagnostics.sort(&sources);
    let Some((planned, files)) = rendered(input, planned, &mut diagnostics) else {
        let (summary, held_back) = (Summary::default(), Vec::new());
        return Outcome { plan: None, tree: None, record: None, diagnostics, sources, summary, held_back };
    };
    let Planned { plan, baseline, held_back } = planned;
    let record = surface::record(&plan, &baseline);
    let tree = Tree::new(files, &plan.uses(), &record, facts(input, &plan));
    let tree = tree.expect("the plan names files in the shape that the tree takes");
    let summary = Summary::of(&plan, &tree);
    Outcome { plan: Some(plan), tree: Some(tree), record: Some(record), diagnostics, sources, summary, held_back }
}

/// Read: the description with its overlays applied, in the words of OpenAPI 3.
fn read(input: &Input, diagnostics: &mut Diagnostics) -> Description {
    let description = overlaid(input, diagnostics);
    match description.root().filter(|root| swagger::is_swagger(root)) {
        Some(root) => swagger::convert(&description, &root, diagnostics),
        None => description.without_dynamic_references(diagnostics),
    }
}

/// The description of an input with its overlays applied.
fn overlaid(input: &Input, diagnostics: &mut Diagnostics) -> Description {
    let description = input.description.clone();
    let overlays = description.overlays(diagnostics);
    if overlays.is_empty() { description } else { overlay::apply(description, &overlays, diagnostics) }
}

/// What was planned, and what is kept by it.
struct Planned<'i> {
    plan: Plan,
    baseline: Baseline<'i>,
    held_back: Vec<HeldBack>,
}

/// Parse, resolve, then the stages that a record takes part in. An error does not end the stages, so that one run shows all errors.
fn planned<'i>(
    input: &'i Input,
    description: &Description,
    is_compared: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Planned<'i>> {
    let Settings { selection, text_formats, constraint_checks, allow, .. } = &input.settings;
    let sources = description.sources();
    description.report_problems(diagnostics);
    description.report_duplicate_anchors(diagnostics);
    let root = description.root()?;
    let document = Document::read(&root, &mut Reading::new(description, diagnostics))?;
    let wanted = Wanted { selection, text_formats, constraint_checks: *constraint_checks };
    let api = api::resolve(document, description, wanted, diagnostics);
    report_clashes(&input.record, diagnostics);
    let mut decisions = Diagnostics::default();
    let calls = CallWords::of(&api);
    let baseline = baseline(input, &api, (&calls, sources), diagnostics);
    let given: Given = given_names(&input.settings.names, &baseline).collect();
    let stages = Stages { input, sources, calls: &calls, given: &given };
    let plan = |api, decisions: &mut Diagnostics| stages.decide(api, (&baseline.kept, &baseline.dropped), decisions);
    let (plan, held_back) = if is_compared && !baseline.kept.is_empty() {
        let nothing = Record::default();
        let unkept = || stages.decide(api.clone(), (&nothing, &nothing), &mut Diagnostics::default());
        let (given, plan) = at_once(|| surface::of(&unkept()), || plan(api.clone(), &mut decisions));
        let held_back = compare::held_back(&baseline.kept, &surface::of(&plan), &given);
        (plan, held_back)
    } else {
        (plan(api, &mut decisions), Vec::new())
    };
    report_unused_names(&input.settings.names, &baseline, &given, &plan, &mut decisions);
    diagnostics.allow(allow, sources);
    if diagnostics.has_errors() {
        // What a plan that will not be carried out loses may be a consequence of the errors.
        decisions.keep_errors();
    }
    diagnostics.extend(decisions);
    Some(Planned { plan, baseline, held_back })
}

/// What the stages read that a record takes part in, beside the API and the record.
struct Stages<'a> {
    input: &'a Input,
    sources: &'a Sources,
    calls: &'a CallWords,
    given: &'a Given,
}

impl Stages<'_> {
    /// Keep, share, name, plan.
    fn decide(&self, api: Api, (record, adopted): (&Record, &Record), diagnostics: &mut Diagnostics) -> Plan {
        let Self { input, sources, calls, given } = *self;
        let api = keep::keep(api, calls, sources, record);
        let (api, inline) = share::share(api, calls, sources, record, input.settings.constraint_checks);
        let names = Names::claim(&api, calls, &inline, sources, (record, given), diagnostics);
        plan::plan(&api, &names, plan_options(input, (record, adopted), sources), diagnostics)
    }
}

/// The names that the settings give, by the keys of items.
fn given_names<'a>(names: &'a [GivenName], baseline: &'a Baseline<'_>) -> impl Iterator<Item = (Named, String)> + 'a {
    names.iter().filter_map(|given| Some((named(given, baseline)?, given.name.clone())))
}

/// The item that the settings give a name to.
fn named(GivenName { address, name, .. }: &GivenName, baseline: &Baseline<'_>) -> Option<Named> {
    let recorded = [&*baseline.kept, &baseline.dropped].into_iter().find_map(|record| Named::of(address, name, record));
    recorded.or_else(|| Key::parse(address).filter(|_| !address.contains("::")).map(Named::unrecorded))
}

/// Reports the names in the settings that no item has.
fn report_unused_names(names: &[GivenName], baseline: &Baseline<'_>, given: &Given, plan: &Plan, diagnostics: &mut Diagnostics) {
    let named = names.iter().map(|given| (given, named(given, baseline)));
    let is_unused = |named: &Option<Named>| !named.as_ref().is_some_and(|named| given.is_found(named));
    let unused: Vec<(&GivenName, Option<Named>)> = named.filter(|(_, named)| is_unused(named)).collect();
    if unused.is_empty() {
        return;
    }
    let surface = surface::of(plan);
    for (GivenName { address, line, .. }, named) in unused {
        let (address, line) = (address.clone(), *line);
        let is_there = named.is_some_and(|named| surface.items().any(|item| item.key == named.key));
        let problem = match is_there {
            true => Problem::DependentName { address, line },
            false => Problem::UnknownName { nearest: surface.nearest(&address), address, line },
        };
        diagnostics.report_at(Place::Nowhere, problem);
    }
}

/// The record with the keys of the description, without what is adopted.
fn baseline<'i>(
    input: &'i Input,
    api: &Api,
    (calls, sources): (&CallWords, &Sources),
    diagnostics: &mut Diagnostics,
) -> Baseline<'i> {
    // In a new client, which has no record, no item can have moved.
    let sites = if input.record.is_empty() { Vec::new() } else { share::sites(api, calls, sources) };
    let moved = moved::moved(&input.record, api, &sites);
    if input.adoption.is_none() {
        return Baseline { kept: moved, ..Baseline::default() };
    }
    let (baseline, unknown) = input.adoption.apply(&input.record, &moved);
    for UnknownAddress { address, nearest } in unknown {
        diagnostics.report_at(Place::Nowhere, Problem::NothingToAdopt { address, nearest });
    }
    Baseline { kept: Cow::Owned(moved::moved(&baseline.kept, api, &sites).into_owned()), ..baseline }
}

fn plan_options<'a>(input: &'a Input, (record, adopted): (&'a Record, &'a Record), sources: &'a Sources) -> PlanOptions<'a> {
    let Settings { description, command, selection, features, constraint_checks, .. } = &input.settings;
    PlanOptions {
        sources,
        record,
        adopted,
        source: input.files.first().map_or(description, |file| &file.recorded_path).trim_start_matches("../"),
        command,
        constraint_checks: *constraint_checks,
        has_features: *features,
        only_needed_models: !selection.is_all(),
    }
}

/// Emit, render: the text of each file, unless there are errors or too much text.
fn rendered<'i>(
    input: &Input,
    planned: Option<Planned<'i>>,
    diagnostics: &mut Diagnostics,
) -> Option<(Planned<'i>, BTreeMap<String, String>)> {
    let planned = planned.filter(|_| !diagnostics.has_errors())?;
    let limits = &input.settings.limits;
    match render::tree(&planned.plan, limits.bytes(Limit::OutputMegabytes)) {
        Ok(files) => Some((planned, files)),
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

/// Says what a merge left in the record, and how it is resolved.
fn report_clashes(record: &Record, diagnostics: &mut Diagnostics) {
    let of_items = || record.clashes().iter().filter(|clash| matches!(clash, Clash::Item { .. }));
    if let Some(Clash::Item { key, lines }) = of_items().next() {
        let (key, more) = (key.to_string(), of_items().count() - 1);
        let problem = Problem::RecordedTwice { key, line: lines.0, other_line: lines.1, more };
        diagnostics.report_at(Place::Nowhere, problem);
    }
    for clash in record.clashes() {
        let Clash::Name { path, keys: (key, other), lines: (line, other_line) } = clash else { continue };
        let (name, key, other) = (path.clone(), key.to_string(), other.to_string());
        let problem = Problem::RecordedName { name, key, line: *line, other, other_line: *other_line };
        diagnostics.report_at(Place::Nowhere, problem);
    }
}

/// What the lock will say.
fn facts(input: &Input, plan: &Plan) -> Facts {
    let fingerprint = |file: &InputFile| (file.recorded_path.clone(), file.fingerprint);
    let Settings { name, command, description, .. } = &input.settings;
    Facts {
        generator: env!("CARGO_PKG_VERSION").to_owned(),
        name: name.clone().unwrap_or_else(|| "client".to_owned()),
        command: command.clone(),
        description: input.files.first().map_or_else(|| description.clone(), |file| file.recorded_path.clone()),
        sources: input.settings_file.iter().chain(&input.files).map(fingerprint).collect(),
        manifest: tree::manifest_entries(plan),
    }
}

/// Enough of a stack for what goes as deep as the description is nested.
const STACK: usize = 64 << 20;

/// Runs the first beside the second, each with enough of a stack.
fn at_once<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    let (done, second) = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &first);
        let second = second();
        (thread.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))), second)
    });
    // A system that cannot start a thread may have the time.
    (done.unwrap_or_else(|_| first()), second)
}

/// Runs what goes as deep as the description is nested, with enough of a stack whatever thread this is.
///
/// It must not wait for other threads, which may be waiting for this one.
fn with_room<T: Send>(stages: impl Fn() -> T + Sync) -> T {
    let done = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, &stages);
        thread.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    // A system that cannot start a thread may have the stack.
    done.unwrap_or_else(|_| stages())
}
