//! Valid descriptions, changed in places: what is generated from them is Rust, and holds no code of theirs.

mod change;

use std::sync::LazyLock;

use arbitrary::{Arbitrary, Unstructured};
use clientsmith::Input;
use clientsmith::record::{Adoption, Record};
use clientsmith::settings::Settings;
use clientsmith::source::Description;
use proc_macro2::Ident;
use serde_yaml::Value;
use syn::visit::{self, Visit};

use self::change::Change;

/// The descriptions that are changed, each about something else.
static SEEDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../../../api-spec/openapi.yaml"),
        include_str!("../../../benches/calls/api.yaml"),
        include_str!("../../../../tests/golden/cases/additional_properties/api.yaml"),
        include_str!("../../../../tests/golden/cases/all_of/api.yaml"),
        include_str!("../../../../tests/golden/cases/collisions/api.yaml"),
        include_str!("../../../../tests/golden/cases/constraint_checks/api.yaml"),
        include_str!("../../../../tests/golden/cases/webhooks/api.yaml"),
    ];
    texts.into_iter().map(|text| serde_yaml::from_str(text).expect("a fixture is YAML")).collect()
});

#[derive(Arbitrary, Debug)]
struct Changed {
    seed: u8,
    checks_constraints: bool,
    changes: Vec<Change>,
}

/// Takes the bytes for a description and changes of it.
pub(crate) fn holds(bytes: &[u8]) {
    let Ok(changed) = Changed::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    let mut value = SEEDS[usize::from(changed.seed) % SEEDS.len()].clone();
    changed.changes.iter().take(20).for_each(|change| change.apply(&mut value));
    let text = serde_yaml::to_string(&value).expect("what was YAML can be written as YAML");
    let description = Description::of_text("api.yaml", &text);
    let settings = Settings { constraint_checks: changed.checks_constraints, ..Settings::new("api.yaml") };
    let input = Input {
        settings,
        settings_file: None,
        description,
        files: Vec::new(),
        record: Record::default(),
        adoption: Adoption::default(),
    };
    let outcome = clientsmith::generate(&input);
    let Some(tree) = &outcome.tree else {
        return assert!(outcome.diagnostics.has_errors(), "nothing came of it, and nothing was said");
    };
    for (path, code) in tree.files() {
        let path = path.as_str();
        if path.starts_with("src/generated/") && path.ends_with(".rs") {
            let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{path}: {error}\n{code}\n{text}"));
            Reader { path }.visit_file(&file);
        }
    }
}

/// Looks for names that only foreign code can have.
struct Reader<'p> {
    path: &'p str,
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_ident(&mut self, ident: &'ast Ident) {
        assert!(!ident.to_string().contains(change::MARKER), "{}: `{ident}` is code of the description", self.path);
        visit::visit_ident(self, ident);
    }
}
