//! `Subject`: the part of an API that an item is.

use crate::record::{Item, Kind};

/// The part of an API that an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// The client itself.
    Client,
    /// A feature of the crate.
    Feature,
    /// A group of calls: its module, handle and client method.
    Group,
    /// The method of a call.
    Call,
    /// An argument of a call.
    Argument,
    /// A parameter that a setter sets.
    Parameter,
    /// A method of a request that is not a setter, such as `send` or `pages`.
    RequestMethod,
    /// A type that belongs to a call, such as its request or error enum.
    CallType,
    /// The output of a call.
    Output,
    /// A documented success or error of a call.
    Status,
    /// A response header.
    Header,
    /// A kind of request body.
    Body,
    /// A kind of event of a stream.
    Event,
    /// A model.
    Model,
    /// The constructor of a model.
    Constructor,
    /// A property of a model, as a field or constant.
    Property,
    /// A setter of a model.
    Setter,
    /// An enum value.
    Value,
    /// An alternative of a union.
    Alternative,
    /// A member that the generator adds to a model, such as the variant for unknown values.
    ModelMember,
    /// A server or a part of one.
    Server,
    /// The credentials of a security scheme.
    Scheme,
    /// A deprecated alias.
    Former,
}

impl Subject {
    /// The parts that a description can mark as deprecated.
    pub(super) const DEPRECABLE: [Self; 9] = [
        Self::Call,
        Self::Model,
        Self::Property,
        Self::Parameter,
        Self::Argument,
        Self::Value,
        Self::Alternative,
        Self::Status,
        Self::Header,
    ];

    /// Returns the part of an API that an item is.
    pub(super) fn of(item: &Item) -> Self {
        let (key, path) = (item.key.as_str(), item.path.as_str());
        if item.key.before_former().is_some() {
            return Self::Former;
        }
        let step = key.rsplit(' ').next().unwrap_or_default();
        match item.kind {
            Kind::Feature => Self::Feature,
            Kind::Argument => Self::Argument,
            _ if key == "client" || key.starts_with("client own ") => Self::Client,
            _ if path.starts_with("servers::") => Self::Server,
            _ if path.starts_with("ClientBuilder::") => Self::Scheme,
            _ if path.starts_with("models::") => Self::of_model(item, step),
            _ if key == "untagged" || key.starts_with("tag ") => Self::Group,
            Kind::Method if !key.contains(" own ") => Self::Call,
            Kind::Method => Self::RequestMethod,
            Kind::Alias => Self::Output,
            Kind::Constant => Self::Header,
            Kind::Setter => Self::Parameter,
            Kind::Variant if key.contains(" own error ") || key.contains(" own output ") => Self::Status,
            Kind::Variant if key.contains(" own event ") => Self::Event,
            Kind::Variant => Self::Body,
            Kind::Field => Self::Argument,
            _ => Self::CallType,
        }
    }

    fn of_model(item: &Item, step: &str) -> Self {
        match item.kind {
            // The fields of `...Required` are compared as arguments of the constructor.
            Kind::Struct if item.key.as_str().ends_with(" own required") => Self::ModelMember,
            Kind::Field if item.key.as_str().contains(" own required ") => Self::Argument,
            Kind::Struct | Kind::Enum | Kind::Alias => Self::Model,
            Kind::Constructor => Self::Constructor,
            Kind::Field | Kind::Constant => Self::Property,
            Kind::Setter => Self::Setter,
            Kind::Variant if step.starts_with('=') => Self::Value,
            Kind::Variant if step.starts_with('|') => Self::Alternative,
            _ => Self::ModelMember,
        }
    }
}
