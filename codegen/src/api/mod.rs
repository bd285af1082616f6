//! What the description means: no `$ref`, no YAML and no Rust.

mod all_of;
mod alternatives;
mod answer;
mod base_class;
mod bounded_reference;
mod chosen;
mod combined;
mod composition;
pub mod constraint;
mod content;
mod demand;
mod direction;
mod documented_error;
mod documented_header;
pub mod enumeration;
mod event;
pub mod evidence;
pub mod format;
pub mod header;
mod header_name;
mod http_date;
pub mod incoming;
mod input;
mod kept;
mod keywords;
pub mod label;
mod lowered;
pub mod lowering;
pub mod media_type;
mod numeric_text;
mod object;
mod only_value;
pub mod operation;
mod paged;
pub mod pagination;
pub mod parameter;
pub mod part;
pub mod path;
pub mod path_expression;
mod path_prefix;
pub mod pattern;
pub mod place;
mod presence;
mod product;
mod redundant_type;
pub mod reference;
pub mod representation;
pub mod request_body;
pub mod response;
mod ring;
pub mod rule;
mod scalar;
pub mod schema;
mod schemas;
pub mod security_scheme;
pub mod server;
mod shape;
pub mod style;
mod substitution;
mod tags;
mod tuple;
pub mod ty;
mod undefined_form;
mod undescribed;
pub mod union;
pub mod variants;
mod width;

pub use answer::{Accept, Answer, Answers, Content, Reading};
pub use constraint::{Constraint, ConstraintKind, Number};
pub use direction::{Direction, Directions};
pub use documented_error::DocumentedError;
pub use documented_header::{DocumentedHeader, HeaderForm};
pub use event::EventAlternative;
pub use format::{Float, Integer, TextFormat};
pub use header::Header;
pub use incoming::Incoming;
pub use input::{Input, Payload};
pub use kept::KeptForm;
pub use media_type::{Encoding, MediaType};
pub use only_value::OnlyValue;
pub use operation::Operation;
pub use pagination::{NextPage, Pagination};
pub use parameter::{Location, Parameter};
pub use part::{FileFormat, PartContent};
pub use path::{PathPart, PathTemplate};
pub use path_expression::PathExpression;
pub use place::Place;
pub use presence::Presence;
pub use representation::{Format, Representation};
pub use request_body::RequestBody;
pub use response::{Response, Status};
pub use rule::Rule;
pub use scalar::{Fraction, Scalar};
pub use schema::{Object, Property, Schema, SchemaId, Shape, Tags, Tuple, Union, Untyped, Values};
pub use schemas::Schemas;
pub use security_scheme::{Credential, GrantKind, Requirement, SecurityScheme, TokenUrl};
pub use server::{Server, ServerPart, ServerVariable};
pub use style::Style;
pub use ty::Type;
pub use variants::{VariantCall, Variants};

pub use crate::document::MediaKind;

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use self::lowered::Lowered;
use self::lowering::Lowering;
use self::reference::Resolver;
use self::substitution::Substitutions;
use crate::diagnostic::{Diagnostics, Problem};
pub use crate::document::Annotations;
use crate::document::{self, Document, ExternalDocs, Info, Tag};
use crate::node::Origin;
use crate::selection::Selection;
use crate::source::Description;

/// The whole API.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Where the document was written.
    pub at: Origin,
    /// What the API is.
    pub info: Info,
    /// Where else it is documented.
    pub external_docs: Option<ExternalDocs>,
    /// Where it is served; empty if the description does not say.
    pub servers: Vec<Server>,
    /// The tags that the description documents.
    pub tags: Vec<Tag>,
    /// Every schema, by id.
    pub schemas: Schemas,
    /// Whether values of each schema are sent, received, or both.
    pub directions: Directions,
    /// The properties of objects that may arrive with the tag of a schema that extends the object.
    substitutions: Substitutions,
    /// The only values of required properties that have one, by their object and their place in it.
    pub constants: BTreeMap<(SchemaId, usize), OnlyValue>,
    /// The lists that paging follows, by their object and their place in it.
    pub paged_lists: BTreeSet<(SchemaId, usize)>,
    /// The named schemas, in the description's order.
    pub components: IndexMap<String, SchemaId>,
    /// Other schemas that references lead to, in the order of files and places in them.
    pub referred: Vec<(SchemaId, Place)>,
    /// Whatever else references lead to, in the same order.
    pub places: IndexMap<Origin, Place>,
    /// The security schemes by name, in the description's order.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// The prefix of paths, which says nothing about a single one: `/api/v2`.
    pub path_prefix: String,
    /// The calls, in the description's order.
    pub operations: Vec<Operation>,
    /// The operations that the settings leave out, by their methods and paths.
    pub left_out: BTreeSet<(String, String)>,
    /// The requests of webhooks, in the same order.
    pub webhooks: Vec<Incoming>,
    /// Places that become free JSON although the description says something about them.
    pub untyped: Vec<Untyped>,
}

/// What the settings want of a description.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The operations.
    pub selection: &'a Selection,
    /// The formats whose values stay text.
    pub text_formats: &'a [String],
    /// Whether constraints are checked before values are sent.
    pub constraint_checks: bool,
}

/// Resolves a document, with the operations that are wanted: follows references, applies what the specification implies, and
/// checks what it demands.
pub fn resolve(document: Document, description: &Description, wanted: Wanted<'_>, diagnostics: &mut Diagnostics) -> Api {
    let mut lowering = Lowering::new(Resolver::new(description, diagnostics), &document.schemas, wanted);
    let component = |(name, schema): (String, document::Schema)| {
        base_class::note(&name, &schema, &mut lowering);
        (name.clone(), lowering.component(name, schema))
    };
    let components: IndexMap<String, SchemaId> = document.schemas.into_iter().map(component).collect();
    let servers = server::resolve(document.servers, &mut lowering.resolver);
    let security_schemes = security_scheme::resolve(document.security_schemes, &mut lowering.resolver);
    let security = operation::Security { default: document.security, schemes: &security_schemes };
    let path_prefix = path_prefix::of(document.paths.keys().map(String::as_str));
    let left_out = operation::left_out(&document.paths, wanted.selection);
    let drafts = operation::collect(document.paths, &security, wanted.selection, &mut lowering);
    if security.default.is_none() {
        let declared: Vec<_> = drafts.iter().map(operation::Draft::declared_security).collect();
        security_scheme::note_partial(&declared, &security_schemes, &mut lowering.resolver);
    }
    if let Some(at) = document.webhooks_at {
        lowering.resolver.reading.diagnostics.report_key(at, Problem::NotCalled { what: "webhooks" });
    }
    let webhooks = incoming::webhooks(document.webhooks, &mut lowering);
    let Lowered { schemas, untyped, mut resolver, referred, places } = lowered::finish(lowering);
    let operations = operation::complete(drafts, &schemas, &mut resolver);
    let webhooks = incoming::complete(webhooks, &schemas, &mut resolver);
    let directions = Directions::find(&operations, &webhooks, &schemas);
    let substitutions = Substitutions::find(&operations, &webhooks, &directions, &schemas);
    let (at, info, tags, external_docs) = (document.at, document.info, document.tags, document.external_docs);
    Api {
        at,
        info,
        external_docs,
        servers,
        tags,
        directions,
        constants: only_value::constants(&schemas, &substitutions),
        substitutions,
        paged_lists: paged::lists(&operations, &schemas),
        schemas,
        components,
        referred,
        places,
        security_schemes,
        path_prefix,
        operations,
        left_out,
        webhooks,
        untyped,
    }
}

impl Api {
    /// The same API, in which schemas that are one model refer to a new schema for that model. Returns the ids of the new ones.
    pub fn with_shared(mut self, models: Vec<(Vec<SchemaId>, Schema)>) -> (Self, Vec<SchemaId>) {
        let ids = models.into_iter().map(|(places, model)| self.schemas.share(&places, model)).collect();
        self.derive();
        (self, ids)
    }

    /// Derives what follows from the schemas and calls.
    fn derive(&mut self) {
        self.directions = Directions::find(&self.operations, &self.webhooks, &self.schemas);
        self.substitutions = Substitutions::find(&self.operations, &self.webhooks, &self.directions, &self.schemas);
        self.constants = only_value::constants(&self.schemas, &self.substitutions);
        self.paged_lists = paged::lists(&self.operations, &self.schemas);
    }

    /// Whether an operation needs a security scheme that the client, and not its transport, has the credentials for.
    pub fn needs(&self, name: &str, scheme: &SecurityScheme) -> bool {
        let mut needed = self.operations.iter().flat_map(|operation| &operation.security).flatten();
        scheme.credential != Credential::MutualTls && needed.any(|requirement| requirement.scheme == *name)
    }
}
