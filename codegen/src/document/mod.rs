//! What the description says, in OpenAPI's words: one struct per object of the specification, references still references.

pub mod annotations;
pub mod component;
mod constraint;
pub mod discriminator;
pub mod extension;
pub mod external_docs;
mod foreign;
mod former;
pub mod header;
mod hint;
mod keyword;
pub mod media_kind;
pub mod media_type;
pub mod object;
pub mod operation;
pub mod overlay;
pub mod pagination;
pub mod parameter;
pub mod path_item;
pub mod reading;
pub mod reference;
pub mod response;
pub mod rule;
pub mod schema;
pub mod security_scheme;
pub mod server;
pub mod swagger;
pub mod value_labels;
pub mod variants;

pub use annotations::Annotations;
pub use component::ComponentKind;
pub use discriminator::Discriminator;
pub use extension::Extension;
pub use external_docs::ExternalDocs;
pub use header::Header;
pub use media_kind::MediaKind;
pub use media_type::{Encoding, MediaType, RequestBody};
pub use operation::Operation;
pub use pagination::{Pagination, PaginationStyle};
pub use parameter::{CollectionFormat, Parameter, ParameterLocation, ParameterStyle};
pub use path_item::PathItem;
pub use reference::{RefOr, Reference};
pub use response::Response;
pub use rule::{Rule, RuleKind};
pub use schema::{Choice, Schema, SchemaType};
pub use security_scheme::{
    ApiKeyLocation, OAuthFlow, OAuthFlows, Scopes, SecurityRequirement, SecurityScheme, SecuritySchemeKind, SecuritySchemes,
};
pub use server::{Server, ServerVariable};
pub use value_labels::{ValueLabel, ValueLabels};
pub use variants::{VariantCall, Variants};

use indexmap::IndexMap;

use self::object::{Object, Read};
use self::reading::Reading;
use crate::diagnostic::Problem;
use crate::node::{Node, Origin, Value};

/// The [OpenAPI Object](https://spec.openapis.org/oas/v3.1.1#openapi-object).
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Where it was written.
    pub at: Origin,
    /// The version of the specification it follows.
    pub version: Version,
    /// What the API is.
    pub info: Info,
    /// Where else the API is documented.
    pub external_docs: Option<ExternalDocs>,
    /// Where the API is served.
    pub servers: Vec<Server>,
    /// The tags, in the order in which they should be shown.
    pub tags: Vec<Tag>,
    /// The paths and what can be done with them.
    pub paths: IndexMap<String, PathItem>,
    /// The requests that the API makes, by name.
    pub webhooks: IndexMap<String, PathItem>,
    /// Where they were written.
    pub webhooks_at: Option<Origin>,
    /// The named schemas, by name.
    pub schemas: IndexMap<String, Schema>,
    /// The named security schemes.
    pub security_schemes: SecuritySchemes,
    /// The security that operations need unless they say otherwise.
    pub security: Option<Vec<SecurityRequirement>>,
}

/// The versions of the specification that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 3.0.x.
    V3_0,
    /// 3.1.x.
    V3_1,
    /// 3.2.x.
    V3_2,
}

/// The [Info Object](https://spec.openapis.org/oas/v3.1.1#info-object), as far as docs need it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// Name of the API.
    pub title: String,
    /// Version of the API.
    pub version: String,
    /// A sentence about the API.
    pub summary: Option<String>,
    /// More about the API, in CommonMark.
    pub description: Option<String>,
}

/// The [Tag Object](https://spec.openapis.org/oas/v3.1.1#tag-object).
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Where it was written.
    pub at: Origin,
    /// The name that operations use.
    pub name: String,
    /// What the tag's operations are about, in a line (3.2).
    pub summary: Option<String>,
    /// What the tag's operations are about.
    pub description: Option<String>,
    /// Where else they are documented.
    pub external_docs: Option<ExternalDocs>,
    /// `name` of `x-clientsmith`: replaces the module's derived name.
    pub rust_name: Option<String>,
}

impl Read for Document {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let version = Version::read(node, reading)?;
        let mut object = Object::open(node, reading)?;
        object.node("openapi");
        object.node("jsonSchemaDialect");
        if version >= Version::V3_2 {
            object.node("$self");
        }
        let components = object.node("components").map(|node| components(node, reading)).unwrap_or_default();
        let document = Self {
            at: node.at,
            version,
            info: object.required("info", reading).unwrap_or_default(),
            external_docs: object.field("externalDocs", reading),
            servers: object.field_or_default("servers", reading),
            tags: object.field_or_default("tags", reading),
            paths: paths(&mut object, version, reading),
            webhooks_at: node.get("webhooks").filter(|webhooks| webhooks.value != Value::Null).map(|webhooks| webhooks.at),
            webhooks: object.field_or_default("webhooks", reading),
            schemas: components.schemas,
            security_schemes: components.security_schemes,
            security: object.field("security", reading),
        };
        object.close(reading);
        Some(document)
    }
}

/// Reads `paths`, which may be missing from 3.1 on where something else is described.
fn paths(object: &mut Object<'_>, version: Version, reading: &mut Reading<'_>) -> IndexMap<String, PathItem> {
    let describes_else = object.node("components").or_else(|| object.node("webhooks")).is_some();
    if version < Version::V3_1 || !describes_else {
        object.demand("paths", reading);
    }
    object.extensible_field("paths", reading)
}

/// What is read of the [Components Object](https://spec.openapis.org/oas/v3.1.1#components-object) as a whole; its other
/// entries are read where something refers to them.
#[derive(Default)]
struct Components {
    schemas: IndexMap<String, Schema>,
    security_schemes: SecuritySchemes,
}

fn components(node: &Node, reading: &mut Reading<'_>) -> Components {
    let Some(mut object) = Object::open(node, reading) else { return Components::default() };
    for key in
        ["responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks", "pathItems", "mediaTypes"]
    {
        object.node(key);
    }
    let components = Components {
        schemas: object.field_or_default("schemas", reading),
        security_schemes: object.field_or_default("securitySchemes", reading),
    };
    object.close(reading);
    components
}

impl Version {
    /// Reads `openapi`; anything but a version that can be read is an error.
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(version) = node.get("openapi").filter(|version| version.value != Value::Null) else {
            reading.report(node.at, Problem::NotOpenApi { instead: hint::of_other_document(node) });
            return None;
        };
        let text = String::read(version, reading)?;
        // Anything else under `swagger` was not converted.
        let mut numbers = text.split('.').filter(|_| !reading.is_swagger || text == swagger::CONVERTED);
        match (numbers.next(), numbers.next()) {
            (Some("3"), Some("0")) => Some(Self::V3_0),
            (Some("3"), Some("1")) => Some(Self::V3_1),
            (Some("3"), Some("2")) => Some(Self::V3_2),
            _ => {
                let keyword = if reading.is_swagger { "swagger" } else { "openapi" };
                reading.report(version.at, Problem::UnsupportedVersion { keyword, version: text });
                None
            }
        }
    }
}

impl Read for Info {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open_or(node, |text| format!("{{title: {text}, version: \"1\"}}"), reading)?;
        for key in ["termsOfService", "contact", "license"] {
            object.node(key);
        }
        let info = Self {
            title: object.required("title", reading).unwrap_or_default(),
            version: object.required("version", reading).unwrap_or_default(),
            summary: object.field("summary", reading),
            description: object.field("description", reading),
        };
        object.close(reading);
        Some(info)
    }
}

impl Read for Tag {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Option<Self> {
        let mut object = Object::open_or(node, |text| format!("{{name: {text}}}"), reading)?;
        for key in ["parent", "kind"] {
            object.node(key);
        }
        let tag = Self {
            at: node.at,
            name: object.required("name", reading)?,
            summary: object.field("summary", reading),
            description: object.field("description", reading),
            external_docs: object.field("externalDocs", reading),
            rust_name: Extension::name(&mut object, reading),
        };
        object.close(reading);
        Some(tag)
    }
}
