//! `Subject`: what part of an API an item is.

use crate::record::{Item, Kind};

/// What part of an API an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// The client itself.
    Client,
    /// A feature of the crate.
    Feature,
    /// A group of calls: its module, handle and method of the client.
    Group,
    /// The method of a call.
    Call,
    /// What a call takes as an argument.
    Argument,
    /// What a call takes by a setter.
    Parameter,
    /// A method of a request beside its setters, such as `send` and `pages`.
    RequestMethod,
    /// A type that a call has for itself, such as its request and its enum of errors.
    CallType,
    /// What a call returns.
    Output,
    /// A success or error of a call.
    Status,
    /// A header of a response.
    Header,
    /// A kind of body that a call takes.
    Body,
    /// A kind of event in a stream.
    Event,
    /// A model.
    Model,
    /// The constructor of a model.
    Constructor,
    /// A property of a model: its field or constant.
    Property,
    /// A setter of a model.
    Setter,
    /// A value of an enumeration.
    Value,
    /// An alternative of a union.
    Alternative,
    /// What the generator adds to a model, such as the variant for unknown values.
    ModelMember,
    /// A server, or a part of it.
    Server,
    /// The credentials of a security scheme.
    Scheme,
    /// An earlier name, deprecated.
    Former,
}

impl Subject {
    /// What a description can mark as deprecated.
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

    /// What part of an API an item is.
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
            // What a constructor takes by name is compared with its arguments.
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
