//! The record in a lock: the calls, the order of what is taken, and the features.

use super::{Facts, OperationKey, OperationRecord};
use crate::names::method_path::{constructor_path, method_path, parse_constructor_path, parse_method_path};
use crate::record::{Item, Key, Kind, Record};

/// What precedes the name of a feature in the entries of the manifest.
const FEATURE: &str = "features.";

impl Facts {
    /// What the lock knows of the client's public API.
    pub fn record(&self) -> Record {
        let calls = self.operations.iter().map(|(operation, call)| {
            let key = Key::call(&operation.method, &operation.path, operation.variant.as_deref());
            Item::new(key, Kind::Method, method_path(call.group.as_deref(), &call.method)).taking(call.arguments.clone())
        });
        let constructors = self.constructors.iter().map(|(model, properties)| {
            let path = constructor_path(model);
            Item::new(Key::rust(&path), Kind::Constructor, path).taking(properties.clone())
        });
        let features = self.manifest.keys().filter_map(|entry| entry.strip_prefix(FEATURE));
        let features = features.map(|feature| Item::new(Key::rust(feature), Kind::Feature, feature));
        let mut record = Record::default();
        calls.chain(constructors).chain(features).for_each(|item| {
            record.add(item);
        });
        record
    }

    /// The same facts with the calls and constructors of a record.
    pub fn with_record(self, record: &Record) -> Self {
        let operations = record.of_kind(Kind::Method).filter_map(|item| {
            let (group, method) = parse_method_path(&item.path)?;
            let call =
                OperationRecord { group: group.map(str::to_owned), method: method.to_owned(), arguments: item.order.clone() };
            Some((operation(&item.key)?, call))
        });
        let constructors = record.of_kind(Kind::Constructor).filter(|item| item.order.len() > 1).filter_map(|item| {
            let model = parse_constructor_path(&item.path)?;
            Some((model.to_owned(), item.order.clone()))
        });
        Self { operations: operations.collect(), constructors: constructors.collect(), ..self }
    }
}

/// The operation that a call's key names.
fn operation(key: &Key) -> Option<OperationKey> {
    let mut words = key.words().into_iter();
    let (method, path) = (words.next()?, words.next()?);
    let variant = words.nth(1);
    Some(OperationKey { path, method, variant })
}
