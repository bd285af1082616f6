//! `DocumentedHeader`: a header that responses of an operation document, and how its text is read.

use super::header::Header;
use super::operation::Operation;
use super::response::Status;
use super::schema::{SchemaId, Shape, Values};
use super::schemas::Schemas;
use super::ty::Type;

/// How a header's text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderForm {
    /// As it is.
    Text,
    /// A number or boolean.
    Literal,
    /// Texts with commas between them.
    Texts,
    /// Numbers or booleans with commas between them.
    Literals,
    /// Texts, one for each line of the header.
    Lines,
    /// JSON.
    Json,
    /// Names and values with commas between them.
    Object {
        /// Whether `=` is between name and value.
        explode: bool,
        /// The properties that are numbers or booleans.
        literals: Vec<String>,
    },
}

/// A header that responses of an operation document, once for each name and type.
#[derive(Clone, Debug)]
pub struct DocumentedHeader<'a> {
    /// The first of the headers.
    pub header: &'a Header,
    /// The type of its value.
    pub ty: Type,
    /// How its text is read.
    pub form: HeaderForm,
    /// The statuses of the responses.
    pub statuses: Vec<Status>,
    /// Whether an earlier one has the same name and another type.
    pub is_another: bool,
}

impl Operation {
    /// The headers that the responses document.
    pub fn documented_headers(&self, schemas: &Schemas) -> Vec<DocumentedHeader<'_>> {
        let mut headers: Vec<DocumentedHeader<'_>> = Vec::new();
        for response in &self.responses {
            for header in &response.headers {
                let (ty, form) = header.content(schemas);
                let is_named = |known: &DocumentedHeader<'_>| known.header.name.eq_ignore_ascii_case(&header.name);
                if let Some(known) = headers.iter_mut().find(|known| is_named(known) && known.ty == ty) {
                    known.statuses.push(response.status);
                    continue;
                }
                let is_another = headers.iter().any(is_named);
                headers.push(DocumentedHeader { header, ty, form, statuses: vec![response.status], is_another });
            }
        }
        headers
    }
}

impl Header {
    /// Whether its schema has no form in a header, so that it is read as text.
    pub fn has_no_form(&self, schemas: &Schemas) -> bool {
        if self.is_set_cookie() {
            return false;
        }
        let shape = self.schema.map(|schema| &schemas[schemas.target(schema).0].shape);
        shape.is_some_and(|shape| !self.is_json && *shape != Shape::Any && form(shape, self.explode, schemas).is_none())
    }

    /// Whether it is `Set-Cookie`, of which each line is a value and may hold commas
    /// ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#section-5.3)).
    pub fn is_set_cookie(&self) -> bool {
        !self.is_json && self.name.eq_ignore_ascii_case("set-cookie")
    }

    fn content(&self, schemas: &Schemas) -> (Type, HeaderForm) {
        if self.is_set_cookie() {
            let described = self.schema.map(|schema| schemas.type_of(schema, &mut Vec::new()).0);
            let is_texts = self.schema.is_some_and(|schema| {
                form(&schemas[schemas.target(schema).0].shape, self.explode, schemas) == Some(HeaderForm::Texts)
            });
            let texts = || Type::List(Box::new(Type::Text(None)));
            return (described.filter(|_| is_texts).unwrap_or_else(texts), HeaderForm::Lines);
        }
        let form = self.schema.and_then(|schema| match self.is_json {
            true => Some((schema, HeaderForm::Json)),
            false => Some((schema, form(&schemas[schemas.target(schema).0].shape, self.explode, schemas)?)),
        });
        match form {
            Some((schema, form)) => (schemas.type_of(schema, &mut Vec::new()).0, form),
            None => (Type::Text(None), HeaderForm::Text),
        }
    }
}

fn form(shape: &Shape, explode: bool, schemas: &Schemas) -> Option<HeaderForm> {
    let is_literal = |schema| is_literal(&schemas[schemas.target(schema).0].shape);
    match shape {
        Shape::Array(items) => Some(if is_literal(*items)? { HeaderForm::Literals } else { HeaderForm::Texts }),
        Shape::Object(object) => {
            let mut literals = Vec::new();
            for property in &object.properties {
                if is_literal(property.schema)? {
                    literals.push(property.name.clone());
                }
            }
            Some(HeaderForm::Object { explode, literals })
        }
        shape => Some(if self::is_literal(shape)? { HeaderForm::Literal } else { HeaderForm::Text }),
    }
}

/// Whether each value of a schema is a single text, number or boolean.
pub(super) fn is_scalar(schema: SchemaId, schemas: &Schemas) -> bool {
    is_literal(&schemas[schemas.target(schema).0].shape).is_some()
}

/// Whether a value is a number or boolean; `None` if it is not text either.
fn is_literal(shape: &Shape) -> Option<bool> {
    match shape {
        Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::Numeric(_) | Shape::Enumeration(Values::Integers(_)) => {
            Some(true)
        }
        Shape::String(_) | Shape::IntOrString | Shape::Enumeration(Values::Strings(_)) => Some(false),
        Shape::Any
        | Shape::Null
        | Shape::Reference(_)
        | Shape::Array(_)
        | Shape::Tuple(_)
        | Shape::Map(_)
        | Shape::Object(_)
        | Shape::Union(_) => None,
    }
}
