//! Names that are taken: the generator's table of them, compared with the source that takes them, and a client in which each word
//! is put in each place that gives something its name.

mod clients;
mod description;
mod emitted;
mod runtime;
mod words;

use std::collections::BTreeSet;

use clientsmith::names::reserved::{Space, UNKNOWN, UNTAGGED, names};

use syn::ImplItem;

use self::emitted::Emitted;
use self::runtime::Runtime;

#[test]
fn the_table_has_the_methods_of_the_client_and_its_builder() {
    let (runtime, emitted) = (Runtime::read(), Emitted::read());
    assert_eq!(table(Space::BuilderMethod), runtime.inherent_methods("ClientBuilder"));
    assert_eq!(runtime.derives("Client"), set(&["Clone"]));
    // A derived method, and one that is free for a constructor.
    let others = set(&["clone", "new"]);
    let methods = &runtime.inherent_methods("Client") | &emitted.methods("client.rs", |_| true);
    assert_eq!(table(Space::ClientMethod), &methods | &others);
    assert_eq!(beyond(Space::Group, Space::ClientMethod), set(&[UNTAGGED]));
}

#[test]
fn the_table_has_what_emission_puts_beside_the_names_of_a_description() {
    let emitted = Emitted::read();
    let sending = emitted.methods("operations/", |first| first == "self");
    let awaited = emitted.of_trait("operations/", "IntoFuture", |item| match item {
        ImplItem::Fn(item) => Some(item.sig.ident.to_string()),
        _ => None,
    });
    assert_eq!(beyond(Space::Member, Space::Method), &(&sending | &awaited) | &emitted.fields_of_requests());
    assert_eq!(beyond(Space::Field, Space::Method), emitted.constructors("models/"));
    let of_servers = &emitted.constructors("servers.rs") | &emitted.fields_without_setters("servers.rs");
    assert_eq!(table(Space::ServerField), of_servers);
    let constants = emitted.of_trait("operations/", "Operation", |item| match item {
        ImplItem::Const(item) => Some(item.ident.to_string()),
        _ => None,
    });
    assert_eq!(table(Space::Constant), constants);
    assert_eq!(table(Space::Variant), set(&["Self", UNKNOWN]));
    assert!(emitted.enums("models/").iter().all(|variants| variants.contains(UNKNOWN)));
}

#[test]
fn the_table_has_the_types_and_modules_that_emission_names() {
    let emitted = Emitted::read();
    let types = emitted.types_from_elsewhere();
    let lagging = &types - &table(Space::Type);
    assert!(types.len() > 10 && lagging.is_empty(), "{lagging:?} of {types:?}");
    let modules = emitted.modules();
    let lagging = &modules - &table(Space::Module);
    assert!(modules.contains("runtime") && lagging.is_empty(), "{lagging:?} of {modules:?}");
}

#[test]
fn each_word_can_be_a_name_in_each_place() {
    let words = words::all(&Runtime::read());
    clients::check(&[("tagged", description::tagged(&words)), ("untagged", description::untagged(&words))]);
}

/// The names that are taken in a space.
fn table(space: Space) -> BTreeSet<String> {
    names(space).map(str::to_owned).collect()
}

/// The names that are taken in a space and free in another.
fn beyond(space: Space, other: Space) -> BTreeSet<String> {
    table(space).difference(&table(other)).cloned().collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
