//! Models that have another place or name: the pairs of recorded and new models that are the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::former::{self, Former};
use super::merged;
use super::present::{New, Present};
use super::renames::Renames;
use super::shape::likeness;
use super::site::Site;
use crate::api::{Api, SchemaId};
use crate::record::{Key, Kind, Record};
use crate::share::call_key;

/// Renames the recorded models that are gone, where a new model is the same.
pub(super) fn find(record: &Record, api: &Api, sites: &[(Key, SchemaId)], renames: &mut Renames) {
    let present = Present::of(sites);
    let recorded = |key: &Key| renames.recorded(key, record);
    let there: BTreeSet<&str> = present.keys.values().filter_map(|key| Some(recorded(key)?.path.as_str())).collect();
    let left_out = call_key::left_out(api);
    let gone = former::gone(record, &there, &left_out);
    if gone.is_empty() {
        return;
    }
    let new = present.new_models(api, |key| recorded(key).is_some());
    let all = sites.iter().map(|(key, _)| Site::of(key)).collect();
    let mut matching = Matching { gone, new, taken: taken(record, renames), all, found: BTreeMap::new() };
    while matching.advance(renames) {}
    let found: BTreeSet<usize> = matching.found.into_values().collect();
    let rest = matching.gone.into_iter().enumerate().filter(|(old, _)| !found.contains(old)).map(|(_, former)| former);
    merged::find(&rest.collect::<Vec<_>>(), &present.references(api), record, renames);
}

/// The sites that were there when the client was last generated, but for vague ones.
fn taken(record: &Record, renames: &Renames) -> BTreeSet<Site> {
    let typed = record.items().filter(|item| !item.ty.is_empty() && !matches!(item.kind, Kind::Alias | Kind::Argument));
    typed.map(|item| Site::of(&renames.key(&item.key, item.kind))).filter(|site| !site.is_vague()).collect()
}

/// The models that are gone, the new ones, and the pairs that have been found so far.
struct Matching<'a> {
    gone: Vec<Former<'a>>,
    new: Vec<New<'a>>,
    /// The sites of the record.
    taken: BTreeSet<Site>,
    /// The sites of the description.
    all: BTreeSet<Site>,
    /// The recorded models of new ones.
    found: BTreeMap<usize, usize>,
}

/// How well a recorded model and a new one go together.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pair {
    old: usize,
    new: usize,
    /// How many sites of one refer to the other, in thousandths.
    common: usize,
    /// All that speaks for it.
    score: usize,
    /// Whether both have the same members.
    is_same: bool,
}

impl Matching<'_> {
    /// Accepts the pairs that are certain; those with the same members and sites first, because each of them says more of
    /// the others. Returns whether there were some.
    fn advance(&mut self, renames: &mut Renames) -> bool {
        let pairs = self.pairs(renames);
        let (by_site, by_shape): (Vec<Pair>, Vec<Pair>) = pairs.into_iter().partition(|pair| pair.common > 0);
        let best = self.best(&by_site);
        let certain: Vec<&(Pair, Vec<usize>)> = best.iter().filter(|(pair, _)| pair.is_same).collect();
        let certain = if certain.is_empty() { best.iter().collect() } else { certain };
        let only = self.best(&by_shape);
        let accepted: Vec<&(Pair, Vec<usize>)> = if certain.is_empty() { only.iter().collect() } else { certain };
        for (pair, further) in &accepted {
            let former = &self.gone[pair.old].item;
            renames.model(former.key.clone(), self.new[pair.new].key.clone());
            further.iter().for_each(|place| renames.place(self.new[*place].key.clone(), &former.path));
            self.found.extend(further.iter().chain([&pair.new]).map(|new| (*new, pair.old)));
        }
        !accepted.is_empty()
    }

    /// The pairs that are possible.
    fn pairs(&self, renames: &Renames) -> Vec<Pair> {
        let matched: BTreeSet<usize> = self.found.values().copied().collect();
        let gone = || (0..self.gone.len()).filter(|old| !matched.contains(old));
        let new = || (0..self.new.len()).filter(|new| !self.found.contains_key(new));
        let mut olds: BTreeMap<Site, Vec<usize>> = BTreeMap::new();
        let mut left: BTreeMap<usize, usize> = BTreeMap::new();
        for old in gone() {
            for site in self.gone[old].sites(renames).into_iter().filter(|site| self.all.contains(site)) {
                *left.entry(old).or_default() += 1;
                olds.entry(site).or_default().push(old);
            }
        }
        let mut news: BTreeMap<&Site, Vec<usize>> = BTreeMap::new();
        for new in new() {
            self.new[new].sites.iter().for_each(|site| news.entry(site).or_default().push(new));
        }
        let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (site, olds) in &olds {
            let news = news.get(site).map_or(&[][..], Vec::as_slice);
            for (old, new) in olds.iter().flat_map(|old| news.iter().map(move |new| (*old, *new))) {
                *common.entry((old, new)).or_default() += 1000 / olds.len().max(news.len());
            }
        }
        let is_unsited = |new: &usize| self.new[*new].sites.iter().all(|site| !self.taken.contains(site));
        let unsited: Vec<usize> = new().filter(is_unsited).collect();
        for old in gone().filter(|old| !left.contains_key(old)) {
            let is_same = |new: &&usize| self.new[**new].shape.is_same(&self.gone[old].shape);
            common.extend(unsited.iter().filter(is_same).map(|new| ((old, *new), 0)));
        }
        let pair =
            |((old, new), common): ((usize, usize), usize)| self.pair(old, new, common, left.get(&old).copied().unwrap_or(1));
        common.into_iter().filter_map(pair).collect()
    }

    /// A pair with the given number of common sites, unless it is unlikely.
    fn pair(&self, old: usize, new: usize, common: usize, left: usize) -> Option<Pair> {
        let (former, now) = (&self.gone[old], &self.new[new]);
        let members = former.shape.likeness(&now.shape).filter(|_| now.shape.holds_most(&former.shape))?;
        let names = likeness(&former.words, &now.words);
        let is_likely = common > 0 || names > 0 || !former.shape.has_one_member();
        let score = 2 * common / left.max(1) + members + names;
        is_likely.then(|| Pair { old, new, common, score, is_same: former.shape.is_same(&now.shape) })
    }

    /// The pairs that are the best for both sides, each with the other places where the same model is written.
    fn best(&self, pairs: &[Pair]) -> Vec<(Pair, Vec<usize>)> {
        let mut of_old: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
        let mut of_new: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
        for pair in pairs {
            of_old.entry(pair.old).or_default().push(*pair);
            of_new.entry(pair.new).or_default().push(*pair);
        }
        let is_best = |pair: &Pair| {
            let others = &of_new[&pair.new];
            // Of several models that are one by now, one stays.
            let rank = |pair: &Pair| (pair.score, pair.common, Reverse(if pair.common > 0 { pair.old } else { 0 }));
            others.iter().all(|other| other.old == pair.old || rank(other) < rank(pair))
        };
        let best = |pairs: &Vec<Pair>| {
            let most = pairs.iter().map(|pair| pair.score).max()?;
            let mut best: Vec<Pair> = pairs.iter().filter(|pair| pair.score == most).copied().collect();
            let first = best.remove(0);
            let is_written_again = |other: &Pair| {
                let (one, again) = (&self.new[first.new], &self.new[other.new]);
                other.common > 0 && again.shape.is_same(&one.shape) && again.is_inline && one.is_inline
            };
            let is_certain = best.iter().all(is_written_again) && is_best(&first);
            is_certain.then(|| (first, best.iter().map(|pair| pair.new).collect()))
        };
        of_old.values().filter_map(best).collect()
    }
}
