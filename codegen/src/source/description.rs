//! `Description`: a file, every file that it refers to, and the way from one to the other.

mod dynamic;
mod spot;
mod start;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, OnceLock};

pub use self::spot::Spot;
use self::start::{Start, Unstarted};
use super::chain::Chain;
use super::closure::{self, Named};
use super::loader::{Loader, Refusal};
use super::path::{self, Address};
use super::resource::Resources;
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
    /// The files that have schema resources of an address, by address; made when it is first needed.
    addresses: OnceLock<Arc<BTreeMap<String, Vec<String>>>>,
}

/// A file that was read.
#[derive(Clone, Debug)]
struct Parsed {
    file: FileId,
    /// Its value, unless it has none.
    root: Option<Arc<Node>>,
    /// What is wrong with its text.
    problems: Diagnostics,
    resources: OnceLock<Arc<Resources>>,
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
        let data = |path: &str| Named { path: path.to_owned(), is_prose: false };
        let mut queue: VecDeque<Named> = [path].into_iter().chain(overlays.iter().map(String::as_str)).map(data).collect();
        while let Some(Named { path: next, is_prose }) = queue.pop_front() {
            if files.contains_key(&next) {
                continue;
            }
            let is_one_more = files.len() < limits.of(Limit::Files);
            let bytes = if is_one_more { loader.load(&next, left) } else { Err(Refusal::TooMuch(Limit::Files)) };
            let parsed = bytes.map(|bytes| {
                left = left.saturating_sub(bytes.len());
                let file = sources.add_bytes(&next, bytes);
                let mut problems = Diagnostics::default();
                let root = if is_prose { sources.prose(file, &mut problems) } else { sources.parse(file, &mut problems) };
                // What an overlay brings in stands in the description from then on.
                let base = if overlays.contains(&next) { path } else { &next };
                queue.extend(root.iter().flat_map(|root| closure::files(root, base)));
                bases.insert(file, base.to_owned());
                Parsed { file, root: root.map(Arc::new), problems, resources: OnceLock::new() }
            });
            files.insert(next, parsed);
        }
        Self {
            sources: Arc::new(sources),
            main: path.to_owned(),
            files,
            bases,
            overlays: overlays.to_vec(),
            addresses: OnceLock::new(),
        }
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

    /// Reports names that several schemas of a resource give themselves.
    pub fn report_duplicate_anchors(&self, diagnostics: &mut Diagnostics) {
        for resources in self.files.keys().filter_map(|path| self.resources(path)) {
            for (anchor, duplicate, first) in resources.duplicates() {
                diagnostics.report(duplicate.at, Problem::DuplicateAnchor { anchor: anchor.to_owned(), first: first.at });
            }
        }
    }

    /// What the overlays say, in the order of their application.
    pub fn overlays(&self, diagnostics: &mut Diagnostics) -> Vec<Arc<Node>> {
        self.overlays.iter().filter_map(|path| self.required(path, diagnostics)).collect()
    }

    /// The same description with other values in its files: each new root takes the place of the one of its origin.
    #[must_use]
    pub fn with_roots(mut self, roots: impl IntoIterator<Item = Node>) -> Self {
        self.addresses = OnceLock::new();
        for root in roots {
            let path = self.sources.path(self.sources.file(root.at)).to_owned();
            if let Some(Ok(parsed)) = self.files.get_mut(&path) {
                (parsed.root, parsed.resources) = (Some(Arc::new(root)), OnceLock::new());
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
        let (address, fragment) = split(reference);
        let start = match self.start(at, address) {
            Ok(start) => start,
            Err(unstarted) => {
                let problem = match unstarted {
                    Unstarted::Nowhere(address) => self.refused(at, &address, reference, diagnostics),
                    Unstarted::Malformed(path) => {
                        let parsed = self.parsed(&path)?;
                        diagnostics.include(parsed.file, &parsed.problems);
                        return None;
                    }
                    Unstarted::Several(first) => Problem::AmbiguousReference { reference: reference.to_owned(), first },
                };
                diagnostics.report(at, problem);
                return None;
            }
        };
        let parsed = self.parsed(start.path)?;
        if start.path != self.base(at) {
            diagnostics.include(parsed.file, &parsed.problems);
        }
        let root = parsed.root.as_deref()?;
        let found = match Pointer::from_fragment(&format!("#{fragment}")) {
            Some(pointer) => {
                let mut found = start.roots(address).filter_map(|start| self.walk(root.lookup(start)?, &pointer, detours));
                let first = found.next();
                if let (Some(_), Some(unused)) = (first, found.next()) {
                    diagnostics.report(at, Problem::NearestPointer { reference: reference.to_owned(), unused: unused.at });
                }
                first
            }
            None => match start.resource().anchor(fragment, || self.sources.pointer(at)) {
                Ok(anchor) => anchor.and_then(|anchor| root.lookup(&anchor.pointer)),
                Err(first) => {
                    let problem = Problem::AmbiguousReference { reference: reference.to_owned(), first: first.at };
                    diagnostics.report(at, problem);
                    return None;
                }
            },
        };
        if found.is_none() {
            let nearest = self.suggest(start, root, (address, fragment), diagnostics);
            let suggestion = nearest.or_else(|| self.component_meant(reference));
            diagnostics.report(at, Problem::DanglingReference { reference: reference.to_owned(), suggestion });
        }
        found
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

    fn parsed(&self, path: &str) -> Option<&Parsed> {
        self.files.get(path)?.as_ref().ok()
    }

    /// Why the file that a reference names cannot be had.
    fn refused(&self, at: Origin, address: &Address, reference: &str, diagnostics: &mut Diagnostics) -> Problem {
        let reference = reference.to_owned();
        let Address::File(path) = address else { return Problem::RemoteReference { reference } };
        match self.files.get(path) {
            Some(Err(Refusal::Outside)) => match self.component_meant(&reference) {
                Some(meant) => Problem::DanglingReference { reference, suggestion: Some(meant) },
                None => Problem::OutsideReference { reference },
            },
            Some(Err(Refusal::TooMuch(limit))) => Problem::too_much(*limit, self.sources.limits()),
            Some(Err(Refusal::Unreadable(reason))) => Problem::UnreadableFile { path: path.clone(), reason: reason.clone() },
            _ => {
                let suggestion =
                    self.component_meant(&reference).or_else(|| self.nearest_file(at, path, &reference, diagnostics));
                Problem::DanglingReference { reference, suggestion }
            }
        }
    }

    /// The reference with the path of the nearest file that could be read, as the file with the reference would write it.
    fn nearest_file(&self, at: Origin, path: &str, reference: &str, diagnostics: &mut Diagnostics) -> Option<String> {
        let base = self.base(at);
        let way = |path: &str| path::relative(path::folder(base), path);
        let others: Vec<_> =
            self.files.iter().filter(|(path, file)| file.is_ok() && *path != base).map(|(path, _)| way(path)).collect();
        let nearest = diagnostics.suggest(&way(path), others.iter().map(String::as_str))?;
        Some(reference.replacen(split(reference).0, nearest, 1))
    }

    /// The reference that was likely meant: the pointer with its slash, the anchor with the address of its resource, or the pointer
    /// with the nearest name in place of the first that is missing, if the rest then leads somewhere.
    fn suggest(
        &self,
        start: Start<'_>,
        root: &Node,
        (address, fragment): (&str, &str),
        diagnostics: &mut Diagnostics,
    ) -> Option<String> {
        let shown = |pointer: Pointer| format!("{address}{}", pointer.fragment());
        let start_node = if address.is_empty() { root } else { root.lookup(&start.resource().pointer)? };
        if !fragment.starts_with('/') {
            let slashed = Pointer::from_fragment(&format!("#/{fragment}"))?;
            if start_node.lookup(&slashed).is_some() {
                return Some(shown(slashed));
            }
            let address = if diagnostics.may_suggest() { self.address_having(fragment, start.path) } else { None };
            return address.map(|address| format!("{address}#{fragment}"));
        }
        let mut names: Vec<String> = Pointer::from_fragment(&format!("#{fragment}"))?.tokens().to_vec();
        let lookup = |names: &[String]| start_node.lookup(&names.iter().cloned().collect());
        let missing = (0..names.len()).find(|index| lookup(&names[..=*index]).is_none())?;
        let siblings = lookup(&names[..missing])?.as_mapping()?;
        names[missing] = diagnostics.suggest(&names[missing], siblings.keys().map(String::as_str))?.to_owned();
        lookup(&names)?;
        Some(shown(names.into_iter().collect()))
    }

    /// The component that a reference means which leads nowhere: that of its name, or the place that another version has it at.
    fn component_meant(&self, reference: &str) -> Option<String> {
        let root = self.root()?;
        let (address, fragment) = split(reference);
        let way = if fragment.is_empty() { address } else { fragment }.trim_start_matches(['.', '/']);
        let name = way.rsplit('/').next()?;
        let shorter = way.strip_prefix("components/").unwrap_or(way);
        let places = [way.to_owned(), format!("components/{way}"), shorter.to_owned()];
        let places = places.into_iter().chain(["components/schemas", "definitions"].map(|of| format!("{of}/{name}")));
        let pointers = places.filter_map(|place| Pointer::parse(&format!("/{place}")));
        pointers.into_iter().find(|pointer| root.lookup(pointer).is_some()).map(|pointer| pointer.fragment())
    }

    /// The address of a resource that has an anchor.
    fn address_having(&self, anchor: &str, path: &str) -> Option<String> {
        let having = |path: &str| Some(self.resources(path)?.having(anchor)?.address.clone().unwrap_or_else(|| path.to_owned()));
        let relative = |address: String| match self.files.contains_key(&address) {
            true => path::relative(path::folder(path), &address),
            false => address,
        };
        [path].into_iter().chain(self.files.keys().map(String::as_str)).find_map(having).map(relative)
    }
}

/// The address of a reference and its fragment.
fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}
