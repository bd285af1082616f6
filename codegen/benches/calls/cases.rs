//! `Case`: a body, and how it is read and written by the client and by serde's derives.

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::derived;
use crate::documents::Chance;
use crate::generated::models;
use crate::runtime::{Decode, Encode, Value, from_json, to_json};

/// A body, and how it is read and written.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) body: fn() -> Vec<u8>,
    pub(crate) client: Ways,
    pub(crate) derived: Ways,
}

/// Does something with a body, and tells how long the part that counts took.
pub(crate) type Timed = fn(&[u8]) -> Duration;

/// The time that it takes to make a value of a body, and a body of the value; dropping them does not count.
#[derive(Clone, Copy)]
pub(crate) struct Ways {
    pub(crate) decode: Timed,
    pub(crate) encode: Timed,
}

pub(crate) const CASES: [Case; 8] = [
    case::<models::Page, derived::Page>("a page of records", || text(&page())),
    case::<models::Page, derived::Page>("the same, keys sorted", || text(&serde_json::to_value(page()).ok())),
    case::<models::Page, derived::Page>("the same, indented", || serde_json::to_vec_pretty(&page()).unwrap_or_default()),
    case::<models::Repositories, Vec<derived::Repository>>("wide objects", || text(&many(1000, Chance::repository))),
    case::<models::Record, derived::Record>("one record", || text(&Chance::new().record())),
    case::<models::Events, Vec<derived::Event>>("a union with a tag", || text(&many(20_000, Chance::event))),
    case::<models::Items, Vec<derived::Item>>("a union without one", || text(&many(20_000, Chance::item))),
    case::<Value, Value>("free JSON", || text(&page())),
];

fn page() -> derived::Page {
    Chance::new().page(4000)
}

fn many<T>(length: usize, make: fn(&mut Chance) -> T) -> Vec<T> {
    let mut chance = Chance::new();
    (0..length).map(|_| make(&mut chance)).collect()
}

fn text(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("the documents are JSON")
}

const fn case<C: Decode + Encode, D: DeserializeOwned + Serialize>(name: &'static str, body: fn() -> Vec<u8>) -> Case {
    let client = Ways {
        decode: |body| time(|| client::<C>(body)),
        encode: |body| {
            let value = client::<C>(body);
            time(|| to_json(black_box(&value)).expect("the value came from JSON"))
        },
    };
    let derived = Ways {
        decode: |body| time(|| by_serde::<D>(body)),
        encode: |body| {
            let value = by_serde::<D>(body);
            time(|| serde_json::to_vec(black_box(&value)).expect("the value came from JSON"))
        },
    };
    Case { name, body, client, derived }
}

fn client<C: Decode>(body: &[u8]) -> C {
    from_json(black_box(body)).expect("the body is what the description says")
}

fn by_serde<D: DeserializeOwned>(body: &[u8]) -> D {
    serde_json::from_slice(black_box(body)).expect("the body is what the description says")
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(work());
    let time = start.elapsed();
    drop(made);
    time
}
