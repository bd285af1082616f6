//! `Summary`: how much was generated, and how much of it each group of calls brings into a build.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use serde_json::{Value, json};

use crate::names::reserved::OTHER_MODELS;
use crate::plan::Plan;
use crate::tree::Tree;

/// How much was generated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Operations of the description.
    pub operations: usize,
    /// Types of its schemas.
    pub models: usize,
    /// Files, the lock included.
    pub files: usize,
    /// All of the code.
    pub code: Code,
    /// The code that is there whatever groups are on.
    pub always: Code,
    /// What each group brings, by the name of its module.
    pub groups: Vec<GroupSummary>,
    /// What is there only with the feature of the models that no call needs.
    pub others: OtherModels,
}

/// What no call brings into a build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OtherModels {
    /// How many models.
    pub models: usize,
    /// Their code.
    pub code: Code,
}

/// What a group brings into a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupSummary {
    /// The group's module.
    pub name: String,
    /// Its calls.
    pub operations: usize,
    /// The models that are not there without it or another group that needs them.
    pub models: usize,
    /// The code of both.
    pub code: Code,
}

/// An amount of code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// Types, impls, constants and imports: what stands at the left margin.
    pub items: usize,
    /// Lines.
    pub lines: usize,
}

impl Summary {
    /// Measures a client.
    pub fn of(plan: &Plan, tree: &Tree) -> Self {
        let calls = plan.groups.iter().flat_map(|group| &group.operations);
        let operations: BTreeSet<_> = calls.map(|call| call.key.words().into_iter().take(2).collect::<Vec<_>>()).collect();
        let mut summary =
            Self { operations: operations.len(), models: plan.models.len(), files: tree.files().len() + 1, ..Self::default() };
        summary.groups = plan
            .groups
            .iter()
            .map(|group| GroupSummary {
                name: group.module.to_string(),
                operations: group.operations.len(),
                ..GroupSummary::default()
            })
            .collect();
        let index = Index::of(plan);
        for (path, text) in tree.files().iter().filter(|(path, _)| path.as_str().ends_with(".rs")) {
            let code = Code::of(text);
            summary.code += code;
            match path.as_str().strip_prefix("src/generated/") {
                Some(path) => summary.add(path, code, plan, &index),
                None => summary.always += code,
            }
        }
        summary
    }

    /// The form for programs.
    pub fn to_json(&self) -> Value {
        let Self { operations, models, files, code, always, groups, others } = self;
        let group = |group: &GroupSummary| {
            let GroupSummary { name, operations, models, code: Code { items, lines } } = group;
            json!({"name": name, "operations": operations, "models": models, "items": items, "lines": lines})
        };
        json!({
            "operations": operations,
            "models": models,
            "files": files,
            "items": code.items,
            "lines": code.lines,
            "always": {"items": always.items, "lines": always.lines},
            "groups": groups.iter().map(group).collect::<Vec<_>>(),
            "other_models": {"models": others.models, "items": others.code.items, "lines": others.code.lines},
        })
    }

    /// Reads the form for programs.
    pub fn from_json(value: &Value) -> Option<Self> {
        let group = |group: &Value| {
            Some(GroupSummary {
                name: group["name"].as_str()?.to_owned(),
                operations: count(group, "operations")?,
                models: count(group, "models")?,
                code: Code::from_json(group)?,
            })
        };
        Some(Self {
            operations: count(value, "operations")?,
            models: count(value, "models")?,
            files: count(value, "files")?,
            code: Code::from_json(value)?,
            always: Code::from_json(value.get("always")?)?,
            groups: value["groups"].as_array()?.iter().map(group).collect::<Option<_>>()?,
            others: OtherModels {
                models: count(value.get("other_models")?, "models")?,
                code: Code::from_json(value.get("other_models")?)?,
            },
        })
    }

    /// Adds a generated file to the groups that need it.
    fn add(&mut self, path: &str, code: Code, plan: &Plan, index: &Index<'_>) {
        let file = path.strip_suffix(".rs").unwrap_or(path);
        if let Some((module, _)) = file.strip_prefix("operations/").and_then(|rest| rest.split_once('/')) {
            index.modules.get(module).into_iter().for_each(|group| self.groups[*group].code += code);
            return;
        }
        let model = file.strip_prefix("models/").and_then(|module| plan.model_of(module));
        let features = model.map_or(&[][..], |model| &model.features);
        match features {
            [] => self.always += code,
            [only] if only == OTHER_MODELS => {
                self.others.models += 1;
                self.others.code += code;
            }
            _ => {}
        }
        for group in features.iter().filter_map(|feature| index.features.get(feature)) {
            self.groups[*group].models += 1;
            self.groups[*group].code += code;
        }
    }
}

/// The groups, by what they are called.
struct Index<'p> {
    modules: BTreeMap<&'p str, usize>,
    features: BTreeMap<&'p String, usize>,
}

impl<'p> Index<'p> {
    fn of(plan: &'p Plan) -> Self {
        let groups = || plan.groups.iter().enumerate();
        Self {
            modules: groups().map(|(index, group)| (group.module.as_str(), index)).collect(),
            features: groups().filter_map(|(index, group)| Some((group.feature.as_ref()?, index))).collect(),
        }
    }
}

impl OtherModels {
    /// The feature that brings them.
    pub const FEATURE: &str = OTHER_MODELS;
}

impl Code {
    /// Counts what is in a file.
    pub fn of(text: &str) -> Self {
        const ITEMS: [&str; 12] =
            ["pub ", "pub(", "mod ", "use ", "struct ", "enum ", "trait ", "impl", "const ", "static ", "fn ", "macro_rules!"];
        let is_item = |line: &str| ITEMS.iter().any(|beginning| line.starts_with(beginning)) || line.starts_with("runtime::");
        let mut code = Self::default();
        for line in text.lines() {
            // Most lines are indented, or docs.
            let is_outside = !line.starts_with([' ', '/', '}']);
            code.items += usize::from(is_outside && is_item(line));
            code.lines += 1;
        }
        code
    }

    fn from_json(value: &Value) -> Option<Self> {
        Some(Self { items: count(value, "items")?, lines: count(value, "lines")? })
    }
}

impl AddAssign for Code {
    fn add_assign(&mut self, other: Self) {
        self.items += other.items;
        self.lines += other.lines;
    }
}

fn count(value: &Value, name: &str) -> Option<usize> {
    usize::try_from(value.get(name)?.as_u64()?).ok()
}
