//! Any bytes as a description: an outcome, never a panic.

use std::collections::BTreeMap;

use clientsmith::Input;
use clientsmith::limits::Limits;
use clientsmith::listing::{Style, render};
use clientsmith::record::{Adoption, Record};
use clientsmith::settings::Settings;
use clientsmith::source::Description;

pub(crate) fn holds(bytes: &[u8]) {
    let mut files = BTreeMap::from([("api.yaml".to_owned(), bytes.to_vec())]);
    let description = Description::read("api.yaml", &[], &Limits::default(), &mut files);
    let input = Input {
        settings: Settings::new("api.yaml"),
        settings_file: None,
        description,
        files: Vec::new(),
        record: Record::default(),
        adoption: Adoption::default(),
    };
    let outcome = clientsmith::generate(&input);
    assert!(outcome.tree.is_some() || outcome.diagnostics.has_errors(), "nothing came of it, and nothing was said");
    let _ = render(&outcome.diagnostics, &outcome.sources, Style::Plain);
}
