//! What Rust to write: every name, type and file is decided here, as plain data.

mod alias;
mod boxes;
mod builder;
mod call;
pub mod client;
pub mod constant;
pub mod constraint;
pub mod constructor;
mod depth;
mod described;
pub mod docs;
pub mod enums;
pub mod feature;
pub mod field;
mod form;
mod graph;
pub mod group;
pub mod handle;
pub mod header;
mod inputs;
pub mod media_type;
pub mod member;
pub mod method;
pub mod model;
pub mod operation;
pub mod outcome;
pub mod pagination;
pub mod parameter;
mod part;
mod recursion;
mod request;
mod request_body;
mod response;
pub mod security_scheme;
pub mod server;
pub mod status;
pub mod structs;
mod success;
pub mod ty;
mod types;
pub mod union;
pub mod uses;

pub use client::{Plan, PlanOptions, plan};
pub use constant::Constant;
pub use constraint::{Constraint, Constraints};
pub use constructor::Constructor;
pub use docs::Docs;
pub use enums::{Enum, EnumVariant};
pub use field::Field;
pub use group::Group;
pub use handle::GroupHandle;
pub use header::{HeaderForm, ResponseHeader};
pub use media_type::{BodyChoice, BodyField, BodyVariant, FileFormat, Part, PartKind, RequestBody, Writing};
pub use member::{Member, Sent};
pub use method::Method;
pub use model::{Alias, Model, ModelItem};
pub use operation::Operation;
pub use outcome::{
    Arm, EventEnum, EventVariant, Fallback, Holder, Outcome, Output, Reading, StatusVariant, StreamKind, Streaming, Success,
    VariantPath,
};
pub use pagination::{Handed, ItemsPath, More, NextPage, Pagination, Setting, Step};
pub use parameter::{Parameter, ParameterPlace, PathStyle, QueryStyle, Segment, Source, Unencoded};
pub use security_scheme::{Credential, Grant, GrantKind, Requirement, SecurityScheme, TokenUrl};
pub use server::{Server, ServerChoice, ServerPiece, ServerValues, ServerVariable};
pub use status::Status;
pub use structs::{Additional, Struct};
pub use ty::{Argument, Integer, ModelRef, Ty};
pub use union::{FormArm, FormChoice, Rest, TagArm, TestArm, Union, UnionDecoding, UnionVariant};
pub use uses::Uses;

pub use crate::api::evidence::{Form, Keys, Test};
pub use crate::api::{Fraction, OnlyValue, Presence, Scalar};
pub use crate::names::Name;
pub use crate::names::reserved::TEST_UTIL;
