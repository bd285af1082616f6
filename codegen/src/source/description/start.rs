//! `Start`: the schema resource that a reference starts from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::resource::{Resource, Resources};
use super::{Address, Description};
use crate::node::Origin;
use crate::pointer::Pointer;

/// The schema resource that the address of a reference names.
#[derive(Clone, Copy)]
pub(super) struct Start<'d> {
    /// The file that it is in.
    pub(super) path: &'d str,
    resources: &'d Resources,
    index: usize,
}

/// Why a reference starts from nothing.
pub(super) enum Unstarted {
    /// No file or resource has this address.
    Nowhere(Address),
    /// Several resources have the address, one of them here.
    Several(Origin),
    /// The file of this path has no value.
    Malformed(String),
}

impl<'d> Start<'d> {
    /// The resource.
    pub(super) fn resource(self) -> &'d Resource {
        self.resources.get(self.index)
    }

    /// The places that the pointer of a reference may start from: the root of the resource, as JSON Schema says, and where no
    /// address is written, that of the file, which is what `#/components/...` means in descriptions.
    pub(super) fn roots(self, address: &str) -> impl Iterator<Item = &'d Pointer> {
        let file = (self.index > 0 && address.is_empty()).then(|| &self.resources.get(0).pointer);
        [&self.resource().pointer].into_iter().chain(file)
    }
}

impl Description {
    /// The resource that the address of a reference names: one with that address, or a file.
    pub(super) fn start(&self, at: Origin, address: &str) -> Result<Start<'_>, Unstarted> {
        let base = self.base(at);
        let nowhere = |address| Unstarted::Nowhere(address);
        let resources = self.resources(base).ok_or(nowhere(Address::Here))?;
        let index = resources.around(at);
        if address.is_empty() {
            return Ok(Start { path: base, resources, index });
        }
        if let Some(start) = resources.get(index).join(address).and_then(|joined| self.with_address(&joined, base)) {
            return start;
        }
        match Address::read(address, base) {
            Address::File(path) if self.resources(&path).is_some() => {
                let (path, _) = self.files.get_key_value(&path).ok_or(nowhere(Address::Here))?;
                let resources = self.resources(path).ok_or(nowhere(Address::Here))?;
                Ok(Start { path, resources, index: 0 })
            }
            Address::File(path) if self.parsed(&path).is_some() => Err(Unstarted::Malformed(path)),
            // A schema resource of the description may have this address.
            other => self.with_address(address, base).unwrap_or(Err(nowhere(other))),
        }
    }

    /// The path of the file that the references of a value start from.
    pub(super) fn base(&self, at: Origin) -> &str {
        &self.bases[&self.sources.file(at)]
    }

    /// Whether the references of a value start from the file that everything begins with: it was written there, or in an overlay.
    pub fn is_of_main_file(&self, at: Origin) -> bool {
        self.base(at) == self.main
    }

    /// The resources of a file, if it could be read.
    pub(super) fn resources(&self, path: &str) -> Option<&Resources> {
        let parsed = self.parsed(path)?;
        let root = parsed.root.as_deref()?;
        Some(parsed.resources.get_or_init(|| Arc::new(Resources::of(root))))
    }

    /// The resource with an address: in the file of a reference, or else in another one.
    fn with_address(&self, address: &str, base: &str) -> Option<Result<Start<'_>, Unstarted>> {
        let elsewhere = || self.addresses().get(address).into_iter().flatten();
        [base].into_iter().chain(elsewhere().map(String::as_str)).find_map(|path| {
            let (path, resources) = (self.files.get_key_value(path)?.0, self.resources(path)?);
            match resources.with_address(address) {
                [] => None,
                [index] => Some(Ok(Start { path, resources, index: *index })),
                [first, ..] => Some(Err(Unstarted::Several(resources.get(*first).at))),
            }
        })
    }

    fn addresses(&self) -> &BTreeMap<String, Vec<String>> {
        self.addresses.get_or_init(|| {
            let mut addresses: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for path in self.files.keys().filter(|path| !self.overlays.contains(path)) {
                for address in self.resources(path).into_iter().flat_map(Resources::addresses) {
                    addresses.entry(address.clone()).or_default().push(path.clone());
                }
            }
            Arc::new(addresses)
        })
    }
}
