//! Components that are gone, and in whose places another recorded model is by now.

use std::collections::{BTreeMap, BTreeSet};

use super::former::Former;
use super::renames::Renames;
use super::site::Site;
use crate::record::{Key, Record};

/// Moves these components to the places that referred to them: they may be able to stay there. `references` are the places of the
/// description that refer to a model, and the keys of these models.
pub(super) fn find(gone: &[Former<'_>], references: &[(&Key, &Key)], record: &Record, renames: &mut Renames) {
    let components: Vec<&Former<'_>> = gone.iter().filter(|former| !former.item.key.is_inline()).collect();
    if components.is_empty() {
        return;
    }
    let renamed: BTreeSet<&Key> = renames.models().map(|(_, to)| to).collect();
    let mut places: BTreeMap<Site, Vec<&Key>> = BTreeMap::new();
    for (place, model) in references {
        if renamed.contains(model) || renames.recorded(model, record).is_some() {
            places.entry(Site::of(place)).or_default().push(place);
        }
    }
    for former in components {
        let sites = former.sites(renames);
        let found = sites.iter().filter_map(|site| Some((site, places.get(site)?)));
        let found =
            found.filter(|(site, keys)| !site.is_vague() || site.is_taken() && keys.len() == 1).flat_map(|(_, keys)| keys);
        for (index, place) in found.enumerate() {
            match index {
                0 => renames.model(former.item.key.clone(), (*place).clone()),
                _ => renames.place((*place).clone(), &former.item.path),
            }
        }
    }
}
