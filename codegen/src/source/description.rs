//! `Description`: a file, every file that it refers to, and the way from one to the other.

mod spot;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, OnceLock};

pub use self::spot::Spot;
use super::anchor::Anchors;
use super::chain::Chain;
use super::closure;
use super::loader::{Loader, Refusal};
use super::path::Address;
use super::{FileId, Sources};
use crate::diagnostic::{Diagnostics, Place, Problem};
use crate::limits::{Limit, Limits};
use crate::node::{Node, Origin};
use crate::pointer::Pointer;

/// How many references a pointer may pass on its way.
const DETOURS: usize = 100;

/// A file, every file that it refers to, and the overlays that are to be laid over it.
#[derive(Clone, Debug)]
pub struct Description {
    sources: Arc<Sources>,
    /// The file that everything begins with.
    main: String,
    /// The files by their paths.
    files: BTreeMap<String, Result<Parsed, Refusal>>,
    /// For each file, the path of the one that its references start from.
    bases: BTreeMap<FileId, String>,
    /// The paths of the overlays, in the order of their application.
    overlays: Vec<String>,
}

/// A file that was read.
#[derive(Clone, Debug)]
struct Parsed {
    file: FileId,
    /// Its value, unless it has none.
    root: Option<Arc<Node>>,
    /// What is wrong with its text.
    problems: Diagnostics,
    anchors: OnceLock<Arc<Anchors>>,
}

impl Description {
    /// Reads a file, the files that it refers to, those that these refer to, and so on, each once.
    ///
    /// What is wrong with one of them is told when somebody asks for it: not every reference is followed.
    pub fn read(path: &str, overlays: &[String], limits: &Limits, loader: &mut dyn Loader) -> Self {
        let mut sources = Sources::within(*limits);
        let mut left = limits.bytes(Limit::Megabytes);
        let mut files = BTreeMap::new();
        let mut bases = BTreeMap::new();
        let mut queue: VecDeque<String> = [path.to_owned()].into_iter().chain(overlays.iter().cloned()).collect();
        while let Some(next) = queue.pop_front() {
            if files.contains_key(&next) {
                continue;
            }
            let is_one_more = files.len() < limits.of(Limit::Files);
            let bytes = if is_one_more { loader.load(&next, left) } else { Err(Refusal::TooMuch(Limit::Files)) };
            let parsed = bytes.map(|bytes| {
                left = left.saturating_sub(bytes.len());
                let file = sources.add_bytes(&next, bytes);
                let mut problems = Diagnostics::default();
                let root = sources.parse(file, &mut problems);
                // What an overlay brings in stands in the description from then on.
                let base = if overlays.contains(&next) { path } else { &next };
                queue.extend(root.iter().flat_map(|root| closure::files(root, base)));
                bases.insert(file, base.to_owned());
                Parsed { file, root: root.map(Arc::new), problems, anchors: OnceLock::new() }
            });
            files.insert(next, parsed);
        }
        Self { sources: Arc::new(sources), main: path.to_owned(), files, bases, overlays: overlays.to_vec() }
    }

    /// A description in one file.
    pub fn of_text(path: &str, text: &str) -> Self {
        let mut files = BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())]);
        Self::read(path, &[], &Limits::default(), &mut files)
    }

    /// Whether each file that is referred to could be read.
    pub fn is_whole(&self) -> bool {
        self.files.values().all(Result::is_ok)
    }

    /// The texts, to show where something is.
    pub fn sources(&self) -> &Arc<Sources> {
        &self.sources
    }

    /// What the file says that everything begins with, if it says anything.
    pub fn root(&self) -> Option<Arc<Node>> {
        self.files.get(&self.main)?.as_ref().ok()?.root.clone()
    }

    /// Reports what is wrong with the text of that file.
    pub fn report_problems(&self, diagnostics: &mut Diagnostics) {
        self.required(&self.main, diagnostics);
    }

    /// What the overlays say, in the order of their application.
    pub fn overlays(&self, diagnostics: &mut Diagnostics) -> Vec<Arc<Node>> {
        self.overlays.iter().filter_map(|path| self.required(path, diagnostics)).collect()
    }

    /// The same description with other values in its files: each new root takes the place of the one of its origin.
    #[must_use]
    pub fn with_roots(mut self, roots: impl IntoIterator<Item = Node>) -> Self {
        for root in roots {
            let path = self.sources.path(self.sources.file(root.at)).to_owned();
            if let Some(Ok(parsed)) = self.files.get_mut(&path) {
                (parsed.root, parsed.anchors) = (Some(Arc::new(root)), OnceLock::new());
            }
        }
        self
    }

    /// The value that a reference leads to; one that leads nowhere is reported.
    ///
    /// It starts from the file that it was written in. What is wrong with the file that it leads to is reported, too.
    pub fn follow(&self, at: Origin, reference: &str, diagnostics: &mut Diagnostics) -> Option<&Node> {
        self.follow_on(at, reference, DETOURS, diagnostics)
    }

    /// The value that a reference leads to, if it leads anywhere.
    pub fn find(&self, at: Origin, reference: &str) -> Option<&Node> {
        self.follow(at, reference, &mut Diagnostics::unheard())
    }

    /// The node itself, or the one that it leads to where it is a reference.
    pub fn behind<'n>(&'n self, node: &'n Node, diagnostics: &mut Diagnostics) -> Option<&'n Node> {
        let mut chain = Chain::default();
        let mut node = node;
        while let Some((reference, target)) = node.reference() {
            if let Err(problem) = chain.pass(node.at, target) {
                diagnostics.report(reference.at, problem);
                return None;
            }
            node = self.follow(reference.at, target, diagnostics)?;
        }
        Some(node)
    }

    fn required(&self, path: &str, diagnostics: &mut Diagnostics) -> Option<Arc<Node>> {
        match self.files.get(path)? {
            Ok(parsed) => {
                diagnostics.include(parsed.file, &parsed.problems);
                parsed.root.clone()
            }
            Err(refusal) => {
                let unreadable = |reason: &str| Problem::UnreadableFile { path: path.to_owned(), reason: reason.to_owned() };
                let problem = match refusal {
                    Refusal::Missing => unreadable("it does not exist"),
                    Refusal::Outside => unreadable("it is outside of the folders that may be read"),
                    Refusal::Unreadable(reason) => unreadable(reason),
                    Refusal::TooMuch(limit) => Problem::too_much(*limit, self.sources.limits()),
                };
                diagnostics.report_at(Place::Nowhere, problem);
                None
            }
        }
    }

    fn follow_on(&self, at: Origin, reference: &str, detours: usize, diagnostics: &mut Diagnostics) -> Option<&Node> {
        let (address, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let base = &self.bases[&self.sources.file(at)];
        if let Some(found) = self.within_resource(at, address, fragment, detours) {
            return Some(found);
        }
        let (path, start) = match Address::read(address, base) {
            Address::Here => (base, Pointer::root()),
            Address::File(path) if matches!(self.files.get(&path), Some(Ok(_))) => {
                (self.files.get_key_value(&path)?.0, Pointer::root())
            }
            // What is called so here need not be asked for elsewhere.
            other => match self.anchors(base).and_then(|anchors| anchors.id(address).cloned()) {
                Some(start) => (base, start),
                None => {
                    let problem = self.refused(&other, reference, diagnostics);
                    diagnostics.report(at, problem);
                    return None;
                }
            },
        };
        let Some(Ok(parsed)) = self.files.get(path) else { return None };
        if path != base {
            diagnostics.include(parsed.file, &parsed.problems);
        }
        let root = parsed.root.as_deref()?;
        let start = root.lookup(&start)?;
        let found = match Pointer::from_fragment(&format!("#{fragment}")) {
            Some(pointer) => self.walk(start, &pointer, detours),
            None => self.anchors(path).and_then(|anchors| root.lookup(anchors.anchor(fragment)?)),
        };
        if found.is_none() {
            let suggestion = self.suggest(start, address, fragment, diagnostics);
            diagnostics.report(at, Problem::DanglingReference { reference: reference.to_owned(), suggestion });
        }
        found
    }

    /// What a reference leads to that starts from an `$id`. Where it leads nowhere, it may start from its file all the same.
    fn within_resource(&self, at: Origin, address: &str, fragment: &str, detours: usize) -> Option<&Node> {
        let file = self.sources.file(at);
        let path = self.sources.path(file);
        let anchors = self.anchors(path).filter(|anchors| !anchors.is_one_resource())?;
        let resource = anchors.around(at)?;
        let start = if address.is_empty() { &resource.pointer } else { anchors.id(&resource.join(address))? };
        let start = self.files.get(path)?.as_ref().ok()?.root.as_deref()?.lookup(start)?;
        self.walk(start, &Pointer::from_fragment(&format!("#{fragment}"))?, detours)
    }

    /// The value at a pointer, which may pass references on its way.
    fn walk<'n>(&'n self, start: &'n Node, pointer: &Pointer, detours: usize) -> Option<&'n Node> {
        pointer.tokens().iter().try_fold(start, |node, token| {
            let step: Pointer = [token.clone()].into_iter().collect();
            node.lookup(&step).or_else(|| {
                let (reference, target) = node.reference().filter(|_| detours > 0)?;
                let target = self.follow_on(reference.at, target, detours - 1, &mut Diagnostics::unheard())?;
                self.walk(target, &step, detours - 1)
            })
        })
    }

    fn anchors(&self, path: &str) -> Option<&Anchors> {
        let parsed = self.files.get(path)?.as_ref().ok()?;
        let root = parsed.root.as_deref()?;
        Some(parsed.anchors.get_or_init(|| Arc::new(Anchors::of(root))))
    }

    /// Why the file that a reference names cannot be had.
    fn refused(&self, address: &Address, reference: &str, diagnostics: &mut Diagnostics) -> Problem {
        let reference = reference.to_owned();
        let Address::File(path) = address else { return Problem::RemoteReference { reference } };
        match self.files.get(path) {
            Some(Err(Refusal::Outside)) => Problem::OutsideReference { reference },
            Some(Err(Refusal::TooMuch(limit))) => Problem::too_much(*limit, self.sources.limits()),
            Some(Err(Refusal::Unreadable(reason))) => Problem::UnreadableFile { path: path.clone(), reason: reason.clone() },
            _ => {
                let schema = format!("/components/schemas/{reference}");
                let named = || self.root()?.lookup(&Pointer::parse(&schema)?).map(|_| format!("#{schema}"));
                let mut nearest = || {
                    diagnostics.suggest(path, self.files.iter().filter(|(_, file)| file.is_ok()).map(|(path, _)| path.as_str()))
                };
                let suggestion = named().or_else(|| nearest().map(str::to_owned));
                Problem::DanglingReference { reference, suggestion }
            }
        }
    }

    /// The reference that was likely meant: the pointer with its slash, or with the nearest name in place of the first that is
    /// missing, if the rest then leads somewhere.
    fn suggest(&self, start: &Node, address: &str, fragment: &str, diagnostics: &mut Diagnostics) -> Option<String> {
        let shown = |pointer: Pointer| format!("{address}{}", pointer.fragment());
        if !fragment.starts_with('/') {
            let slashed = Pointer::from_fragment(&format!("#/{fragment}"))?;
            return start.lookup(&slashed).is_some().then(|| shown(slashed));
        }
        let mut names: Vec<String> = Pointer::from_fragment(&format!("#{fragment}"))?.tokens().to_vec();
        let lookup = |names: &[String]| start.lookup(&names.iter().cloned().collect());
        let missing = (0..names.len()).find(|index| lookup(&names[..=*index]).is_none())?;
        let siblings = lookup(&names[..missing])?.as_mapping()?;
        names[missing] = diagnostics.suggest(&names[missing], siblings.keys().map(String::as_str))?.to_owned();
        lookup(&names)?;
        Some(shown(names.into_iter().collect()))
    }
}
