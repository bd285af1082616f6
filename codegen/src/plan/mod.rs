//! What Rust to write: every name, type and file is decided here, as plain data.

mod alternative;
pub mod constraint;
pub mod constructor;
pub mod depth;
pub mod docs;
pub mod enums;
pub mod feature;
pub mod group;
pub mod header;
pub mod media_type;
pub mod member;
pub mod method;
pub mod model;
pub mod naming;
pub mod operation;
pub mod pagination;
pub mod parameter;
pub mod recursion;
pub mod request;
mod request_body;
pub mod response;
pub mod security_scheme;
pub mod server;
pub mod shape_test;
pub mod status;
pub mod structs;
mod success;
pub mod ty;
pub mod union;
pub mod uses;

pub use constraint::{Constraint, Constraints};
pub use constructor::{Constructor, Preset};
pub use docs::Docs;
pub use enums::{Enum, EnumVariant};
pub use group::{Group, GroupHandle};
pub use header::{HeaderForm, ResponseHeader};
pub use media_type::{BodyChoice, BodyField, BodyVariant, FixedValue, Part, PartKind, RequestBody, Writing};
pub use member::{Member, Sent};
pub use method::Method;
pub use model::{Alias, Model, ModelItem};
pub use operation::Operation;
pub use pagination::{Handed, More, NextPage, Pagination, Setting};
pub use parameter::{Parameter, ParameterPlace, PathStyle, QueryStyle, Segment};
pub use response::{Arm, Fallback, Outcome, Output, Reading, StatusVariant, StreamKind, Streaming, Success, VariantPath};
pub use security_scheme::{Credential, Grant, GrantKind, Requirement, SecurityScheme, TokenUrl};
pub use server::{Server, ServerChoice, ServerPiece, ServerValues, ServerVariable};
pub use shape_test::ShapeTest;
pub use status::Status;
pub use structs::{Additional, Field, Presence, Struct};
pub use ty::{Argument, Integer, Ty, Types};
pub use union::{ShapeArm, TagArm, Union, UnionDecoding, UnionVariant};
pub use uses::Uses;

pub use crate::names::Name;

use std::collections::{BTreeMap, BTreeSet};

use self::operation::Surroundings;
use crate::api::{Api, SchemaId, Shape, TextFormat, Untyped};
use crate::diagnostic::{Diagnostics, Problem};
use crate::limits::Limit;
use crate::source::Sources;

/// The whole client crate: `src/generated`, item by item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The API's title, as the description writes it.
    pub title: String,
    /// Crate documentation of `generated/mod.rs`.
    pub docs: Docs,
    /// The description's path, as the file headers show it.
    pub source: String,
    /// The command that generates the files, as their headers show it.
    pub command: String,
    /// Whether the description names a server that a client can call without being told more.
    pub has_server: bool,
    /// The servers; the first is the default.
    pub servers: Vec<Server>,
    /// How a client is given credentials: one method of its builder each.
    pub security_schemes: Vec<SecurityScheme>,
    /// One file each below `models/`, in the order of their modules.
    pub models: Vec<Model>,
    /// One folder each below `operations/`, in the order of their modules.
    pub groups: Vec<Group>,
    /// The formats of text that have types of their own, so that the client needs what reads and writes them.
    pub formats: BTreeSet<TextFormat>,
    /// Whether constraints are checked before values are sent.
    pub checks_constraints: bool,
    /// Places that are free JSON although the description says something about them, in its order.
    pub untyped: Vec<Untyped>,
}

/// What the settings want of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The description's path, as the headers of files say it.
    pub source: &'a str,
    /// The command that generates the files, as their headers say it.
    pub command: &'a str,
    /// Whether constraints are checked before values are sent.
    pub constraint_checks: bool,
}

/// What was decided when the client was last generated, and must not change by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// The group of each operation, by method and path.
    pub groups: BTreeMap<String, String>,
    /// The order of arguments of each operation, by method, path and variant.
    pub arguments: BTreeMap<String, Vec<String>>,
    /// The order of what the constructors of models take, by the model: properties.
    pub constructors: BTreeMap<String, Vec<String>>,
    /// The features of groups.
    pub features: BTreeSet<String>,
}

impl Plan {
    /// The model in a file of `models/`.
    pub fn model_of(&self, module: &str) -> Option<&Model> {
        let index = self.models.binary_search_by(|model| model.module.as_str().cmp(module)).ok()?;
        Some(&self.models[index])
    }

    /// The order of what the constructors of models take, where there is one.
    pub fn constructors(&self) -> BTreeMap<String, Vec<String>> {
        let ordered = self.models.iter().filter_map(|model| match &model.item {
            ModelItem::Struct(Struct { name, fields, constructor: Constructor::Arguments(order), .. }) if order.len() > 1 => {
                Some((name.to_string(), order.iter().map(|index| fields[*index].wire_name.clone()).collect()))
            }
            _ => None,
        });
        ordered.collect()
    }
}

/// Decides everything that is left to decide.
pub fn plan(api: &Api, sources: &Sources, wanted: Wanted<'_>, recorded: &Recorded, diagnostics: &mut Diagnostics) -> Plan {
    let names = naming::claim(api, sources, diagnostics);
    let limits = sources.limits();
    let is_model = |id: &&SchemaId| matches!(api.schemas[**id].shape, Shape::Object(_) | Shape::Enumeration(_) | Shape::Union(_));
    if names.keys().filter(is_model).count() + api.operations.len() > limits.of(Limit::Items) {
        diagnostics.report(api.at, Problem::too_much(Limit::Items, limits));
        return Plan::default();
    }
    let types = Types::new(&api.schemas, &names, wanted.constraint_checks);
    let mut models = model::plan(api, &names, &types, sources, recorded, diagnostics);
    let tagged = group::plan(api, recorded, diagnostics);
    let handles = tagged.iter().map(|tagged| tagged.group.module.clone()).collect();
    let security = security_scheme::plan(api, diagnostics);
    let around = Surroundings { api, types: &types, models: &models, security: &security, handles, recorded };
    let mut groups: Vec<Group> = tagged.into_iter().map(|tagged| operation::plan(tagged, &around, diagnostics)).collect();
    feature::assign(&mut groups, &mut models, recorded);
    let title = Docs::text(&api.info.title);
    let words = api.info.summary.as_ref().or(api.info.description.as_ref()).map(|text| Docs::text(text)).unwrap_or_default();
    let version = match api.info.version.as_str() {
        "" => Docs::default(),
        version => Docs::sentence(format!("Version {} of the API.", docs::code(version))),
    };
    let servers = server::plan(api, diagnostics);
    let (formats, mut untyped) = types.noticed(diagnostics);
    untyped.extend(api.untyped.iter().cloned());
    untyped.sort();
    untyped.dedup();
    Plan {
        title: api.info.title.clone(),
        docs: title.then(words).then(Docs::external(api.external_docs.as_ref())).then(version),
        source: wanted.source.to_owned(),
        has_server: !api.servers.is_empty(),
        command: wanted.command.to_owned(),
        servers,
        security_schemes: security.planned,
        models,
        groups,
        formats,
        checks_constraints: wanted.constraint_checks,
        untyped,
    }
}
