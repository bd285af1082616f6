//! `Directions`: whether values of a schema are sent, received, or both.

use std::collections::BTreeSet;

use super::header::Header;
use super::incoming::Incoming;
use super::media_type::MediaType;
use super::operation::Operation;
use super::representation::Representation;
use super::response::Response;
use super::schema::{Property, SchemaId, Shape};
use super::schemas::Schemas;
use crate::document::Annotations;

/// The direction in which the values of a schema travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the client only.
    Sent,
    /// To the client only.
    Received,
    /// From the client and to it, or unknown: no operation uses the schema.
    Both,
}

/// The direction of each schema: it travels as the parameters, bodies and headers do from which references and properties lead to it.
///
/// `readOnly` properties are not followed for sent values, and `writeOnly` ones are not followed for received values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directions {
    sent: BTreeSet<SchemaId>,
    received: BTreeSet<SchemaId>,
}

impl Directions {
    /// Finds the schemas that calls send and receive.
    pub(super) fn find(operations: &[Operation], webhooks: &[Incoming], schemas: &Schemas) -> Self {
        let Ends { mut sent, received } = ends(operations, webhooks);
        sent.extend(schemas.ids().filter(|id| schemas[*id].keeps_constructor));
        Self {
            sent: reached(sent, |annotations| !annotations.read_only, schemas),
            received: reached(received, |annotations| !annotations.write_only, schemas),
        }
    }

    /// The direction of a schema.
    pub fn of(&self, id: SchemaId) -> Direction {
        match (self.sent.contains(&id), self.received.contains(&id)) {
            (true, false) => Direction::Sent,
            (false, true) => Direction::Received,
            (true, true) | (false, false) => Direction::Both,
        }
    }

    /// Whether callers send values of a schema.
    pub fn is_sent(&self, id: SchemaId) -> bool {
        self.sent.contains(&id)
    }

    /// Whether callers receive values of a schema.
    pub fn is_received(&self, id: SchemaId) -> bool {
        self.received.contains(&id)
    }

    /// Whether every object of a schema has a property, in the direction in which these objects travel. Objects that travel both
    /// ways count as sent.
    pub fn is_always_there(&self, object: SchemaId, property: &Property) -> bool {
        match self.of(object) {
            Direction::Received => property.is_always_received(),
            Direction::Sent | Direction::Both => property.is_always_sent(),
        }
    }
}

/// The schemas of whole values that are sent and received: parameters, bodies and headers.
pub(super) struct Ends {
    pub(super) sent: Vec<SchemaId>,
    pub(super) received: Vec<SchemaId>,
}

/// The schemas of parameters, bodies and headers. Of a webhook or callback, the body is received and the response sent.
pub(super) fn ends(operations: &[Operation], webhooks: &[Incoming]) -> Ends {
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    for operation in operations {
        sent.extend(operation.parameters.iter().map(|parameter| parameter.schema));
        sent.extend(operation.request_body.iter().flat_map(|body| of_bodies(&body.representations)));
        received.extend(of_responses(&operation.responses));
        let variants = operation.variants.iter().flat_map(|variants| &variants.calls);
        received.extend(variants.filter_map(|variant| variant.response));
    }
    for incoming in operations.iter().flat_map(|operation| &operation.callbacks).chain(webhooks) {
        received.extend(incoming.request_body.iter().flat_map(|body| of_bodies(&body.representations)));
        sent.extend(of_responses(&incoming.responses));
    }
    Ends { sent, received }
}

fn of_responses(responses: &[Response]) -> impl Iterator<Item = SchemaId> {
    responses.iter().flat_map(|response| of_headers(&response.headers).chain(of_bodies(&response.representations)))
}

fn of_bodies(representations: &[Representation]) -> impl Iterator<Item = SchemaId> {
    representations.iter().flat_map(|Representation { media_type, .. }| {
        let MediaType { schema, item_schema, events, encoding, .. } = media_type;
        let events = events.iter().filter_map(|event| event.data);
        let headers = encoding.iter().flat_map(|encoding| of_headers(&encoding.headers));
        schema.iter().chain(item_schema).copied().chain(events).chain(headers)
    })
}

fn of_headers(headers: &[Header]) -> impl Iterator<Item = SchemaId> {
    headers.iter().filter_map(|header| header.schema)
}

/// The schemas that some lead to, themselves included, by the properties that travel.
fn reached(from: Vec<SchemaId>, travels: fn(&Annotations) -> bool, schemas: &Schemas) -> BTreeSet<SchemaId> {
    let mut reached = BTreeSet::new();
    let mut open = from;
    while let Some(id) = open.pop() {
        if !reached.insert(id) {
            continue;
        }
        match &schemas[id].shape {
            Shape::Reference(target) => open.push(*target),
            Shape::Object(object) => {
                let properties = object.properties.iter().filter(|property| travels(&property.annotations));
                open.extend(properties.map(|property| property.schema).chain(object.additional));
            }
            shape => open.extend(shape.inner()),
        }
    }
    reached
}
